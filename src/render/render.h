/* The table of formats: each turns a scene into files. `render` knows no events. */
#ifndef DL_RENDER_RENDER_H
#define DL_RENDER_RENDER_H

#include <glib.h>
#include <stdbool.h>

#include "scene/scene.h"
#include "text/measure.h"

/* A page that a format cannot hold, a surface that failed, a font that may not be
 * embedded. */
#define DL_RENDER_ERROR (dl_render_error_quark())
typedef enum {
    DL_RENDER_ERROR_SIZE,
    DL_RENDER_ERROR_SURFACE,
    DL_RENDER_ERROR_FONT
} DlRenderErrorCode;
GQuark dl_render_error_quark(void);

/* Each format heeds those that it knows; all zero: the defaults. */
typedef struct {
    bool live_text;   /* SVG: real text in place of outlines */
    bool embed_fonts; /* SVG with live text: the letters that it uses, as fonts in it */
    bool no_dark;     /* SVG, HTML: without the look for dark screens */
    bool responsive;  /* SVG: as wide as what it is put into */
    const char
        *id_prefix; /* SVG, HTML: what ids begin with; NULL: a hash of the file */
    int resolution; /* PNG: pixels an inch; 0: 192 */
} DlRenderOptions;

/* What is wrong with them, in words, which the caller owns; NULL: nothing. */
char *dl_render_options_fault(const DlRenderOptions *options);

typedef struct {
    const char *name;      /* as -f names it */
    const char *extension; /* "svg", "cairo.svg" */
    bool by_page;          /* one file a page; else one file for all */
    /* The bytes of page `page` (of all pages where not by_page); NULL and `error` when
     * it fails. */
    GBytes *(*render)(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error);
} DlFormat;

/* NULL: there is none of that name. */
const DlFormat *dl_format_find(const char *name);
/* The one whose extension a file name ends in (the longest that fits); NULL: none. */
const DlFormat *dl_format_of_file(const char *path);
/* All of them, in the order in which they are named. */
const DlFormat *dl_formats(size_t *n_formats);

#endif
