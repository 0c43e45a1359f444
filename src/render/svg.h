/* The pieces of the SVG writer; private to render/.
 *
 * The file is written in one walk. What the walk meets for the first time (a pair of
 * paints, a fade, a glyph) is noted and put before the body: style rules, gradients,
 * outlines. Every id begins with a prefix made of a hash of the whole file, which is
 * known only at the end: until then DL_SVG_PREFIX stands for it. */
#ifndef DL_RENDER_SVG_H
#define DL_RENDER_SVG_H

#include "render/render.h"

/* A character that XML forbids, so it cannot be part of a text. */
#define DL_SVG_PREFIX "\001"

typedef struct {
    GString *body;
    GString *rules;       /* the style sheet of the dark look */
    GString *definitions; /* gradients and outlines */
    GHashTable *classes;  /* rule, owned -> number + 1 */
    GHashTable *fades;    /* gradient, owned -> number + 1 */
    GHashTable *ids;      /* of the scene's groups, borrowed from it: a set */
    GHashTable *glyphs;   /* font and glyph, as gint64, owned -> number; 0: blank */
    int n_outlines;
    const DlMeasurer *measurer;
    const char *language; /* of the scene */
    const char *link;     /* of the groups around, for each part to open; NULL: none */
    bool live_text;
} DlSvg;

/* Points on the page: 0.01 pt and finer. */
void dl_svg_append_points(GString *out, double value);
/* ` name="value"` */
void dl_svg_append_attribute(GString *out, const char *name, const char *value);
void dl_svg_append_number_attribute(GString *out, const char *name, double value);

/* What a shape or a text is painted with. */
typedef struct {
    const char *class_name; /* NULL: none of its own */
    DlPaint fill, stroke;
    const DlFade *fade; /* NULL: none */
} DlSvgLook;

/* Appends the attributes class, fill and stroke with their opacities. */
void dl_svg_append_look(DlSvg *svg, const DlSvgLook *look);

/* Appends the steps of a path as the value of `d`. */
void dl_svg_append_path(GString *out, const DlPath *path, int decimals);
void dl_svg_append_shape(DlSvg *svg, const DlSceneShape *shape);
void dl_svg_append_text(DlSvg *svg, const DlSceneText *text);
/* A picture, which the file holds. */
void dl_svg_append_image(DlSvg *svg, const DlSceneImage *image);
/* The outlines of a text, hidden from what reads aloud. */
void dl_svg_append_outlines(DlSvg *svg, const DlSceneText *text);

/* Opens `<a href="…">` where there is a link and it is allowed; whether it did. */
bool dl_svg_open_link(DlSvg *svg, const char *link);
void dl_svg_close_link(DlSvg *svg, bool is_open);

/* Whether a part of a text has a link of its own. */
bool dl_svg_text_has_link(const DlSceneText *text);

#endif
