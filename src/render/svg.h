/* The pieces of the SVG writer; private to render/.
 *
 * The file is written in one walk. What the walk meets for the first time (a pair of
 * paints, a fade, a glyph) is noted and put before the body: style rules, gradients,
 * outlines. Every id, and every class that the style sheet names, begins with a prefix
 * made of a hash of the whole file, which is known only at the end: until then
 * DL_SVG_PREFIX stands for it.
 *
 * Files are small because nothing is said twice: letters share their outlines, colours
 * for dark screens are chosen by the light ones that they stand for, paths go in steps
 * from point to point. */
#ifndef DL_RENDER_SVG_H
#define DL_RENDER_SVG_H

#include "render/render.h"

/* A character that XML forbids, so it cannot be part of a text. */
#define DL_SVG_PREFIX "\001"

/* What is written, and for what. */
typedef struct {
    const DlScene *scene;
    int page;
    const DlMeasurer *measurer;
    DlRenderOptions options;
    bool in_html;      /* an element of an HTML file: the keyboard can reach events */
    const char *rules; /* of that file's style sheet, to carry along; NULL: none */
} DlSvgTask;

/* The element with DL_SVG_PREFIX in it. NULL and `error` if a font may not be embedded.
 * The caller owns it. */
char *dl_svg_write(const DlSvgTask *task, GError **error);
/* The prefix of a file: the wanted one (that of page 2 ends in "-2"), or one made of
 * its hash. The caller owns it. */
char *dl_svg_prefix(const DlSvgTask *task, const char *text);
/* The text with its prefix. The caller owns it. */
char *dl_svg_set_prefix(const char *text, const char *prefix);

/* A font to embed, named by its place among those of the file. */
typedef struct {
    int font;
    GHashTable *letters; /* the characters that it draws: a set */
} DlSvgFont;

typedef struct {
    GString *body;
    GString *rules;       /* the style sheet of the dark look */
    GString *definitions; /* gradients and outlines */
    GHashTable *darks;    /* selector -> declarations, both owned */
    GHashTable *classes;  /* declarations, owned -> number + 1 */
    GHashTable *fades;    /* gradient, owned -> number + 1 */
    GHashTable *ids;      /* of the scene's groups, borrowed from it: a set */
    GHashTable *glyphs;   /* font and glyph, as gint64, owned -> number; 0: blank */
    int n_outlines;
    GPtrArray *fonts; /* of DlSvgFont: those to embed */
    char *families;   /* of the root, owned */
    const DlSvgTask *task;
    const char *link; /* of the groups around, for each part to open; NULL: none */
    bool has_dark;    /* the look for dark screens is written */
} DlSvg;

/* The file around what was collected; NULL and `error` as dl_svg_write. */
char *dl_svg_assemble(const DlSvg *svg, const DlScenePage *page, GError **error);
/* Whether a page looks different on a dark screen. */
bool dl_svg_has_dark(const DlScenePage *page);

/* A number as dl_append_number has it, but without a zero before its point. */
void dl_svg_append_short(GString *out, double value, int decimals);
/* Points on the page, to 0.01 pt. */
void dl_svg_append_points(GString *out, double value);
/* ` name="value"` */
void dl_svg_append_attribute(GString *out, const char *name, const char *value);
void dl_svg_append_number_attribute(GString *out, const char *name, double value);

bool dl_svg_is_same_paint(DlPaint a, DlPaint b);

/* What a shape or a text is painted with. */
typedef struct {
    const char *class_name; /* NULL: none of its own */
    DlPaint fill, stroke;
    const DlFade *fade; /* NULL: none */
    DlBox box;          /* of what fades: without its stroke */
} DlSvgLook;

/* Appends the attributes class, fill and stroke with their opacities. */
void dl_svg_append_look(DlSvg *svg, const DlSvgLook *look);

/* Appends the steps of a path as the value of `d`, every point of them exact to so many
 * decimals. */
void dl_svg_append_path(GString *out, const DlPath *path, int decimals);
/* How many nodes of a group, from `first` on, one element draws: lines that look the
 * same are one path. */
guint dl_svg_count_joined(const DlSceneGroup *group, guint first);
/* One element for that many shapes. */
void dl_svg_append_shapes(DlSvg *svg, const DlSceneGroup *group, guint first, guint n);
void dl_svg_append_text(DlSvg *svg, const DlSceneText *text);
/* A picture, which the file holds. */
void dl_svg_append_image(DlSvg *svg, const DlSceneImage *image);
/* The outlines of a text, hidden from what reads aloud. */
void dl_svg_append_outlines(DlSvg *svg, const DlSceneText *text);
/* Appends a glyph that has no outline but is drawn all the same (emoji): a picture in
 * font units, y downwards, under an id. False, and nothing, if it is blank. */
bool dl_svg_append_picture(GString *out, const DlMeasurer *measurer, int font,
                           uint32_t glyph, const char *id);

/* An empty array of DlSvgFont, which owns them. */
GPtrArray *dl_svg_fonts_new(void);
/* The families that most of a page's live text has, for the root to hand down. The
 * caller owns it. */
char *dl_svg_main_families(DlSvg *svg, const DlScenePage *page);
/* The attributes of what draws a part of a line as live text, where they are not the
 * root's: its fonts, the one it begins with first. "" where letters are outlines. Notes
 * the letters where fonts are embedded. The caller owns it. */
char *dl_svg_font_attributes(DlSvg *svg, const DlTextLine *line, int part);
/* Appends an @font-face for each font of which letters were noted. False and `error` if
 * one may not be embedded. */
bool dl_svg_append_fonts(const DlSvg *svg, GString *out, GError **error);

/* Opens `<a href="…">` where there is a link and it is allowed; whether it did. */
bool dl_svg_open_link(DlSvg *svg, const char *link);
void dl_svg_close_link(DlSvg *svg, bool is_open);

/* Whether a part of a text has a link of its own. */
bool dl_svg_text_has_link(const DlSceneText *text);

#endif
