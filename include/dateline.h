/* libdateline: timelines from YAML.
 *
 *     const char *files[] = {"events/diplomacy.yaml", NULL};
 *     g_autoptr(DlDateline) dateline = dl_dateline_read(files, NULL, &error);
 *     if (dateline == NULL)
 *         …the error says which file cannot be read…
 *     if (!dl_dateline_is_valid(dateline))
 *         …dl_dateline_problems_text(dateline) says what is wrong, and where…
 *     pages = dl_dateline_render(dateline, "overview", "svg", NULL, &error);
 *     …each of the pages is a GBytes…
 *
 * Nothing here writes a file or prints. A DlDateline does not change after it is read;
 * it may be used by one thread at a time. Lengths are points (1/72 inch). */
#ifndef DATELINE_H
#define DATELINE_H

#include <glib.h>

G_BEGIN_DECLS
#pragma GCC visibility push(default)

#define DL_VERSION "0.1.0"

/* Errors of this library: the input is wrong (the message is all problems), the call is
 * wrong (no such chart or format), or the chart cannot be laid out on its page. Files
 * that cannot be read are G_FILE_ERROR. */
#define DL_ERROR (dl_error_quark())
typedef enum {
    DL_ERROR_INPUT,
    DL_ERROR_USAGE,
    DL_ERROR_LAYOUT,
    DL_ERROR_RENDER
} DlErrorCode;
GQuark dl_error_quark(void);

typedef struct DlDateline DlDateline;

typedef struct {
    const char *asof; /* overrides timeline.asof: a date; NULL: none */
    gboolean notes;   /* tell of sources that contradict each other, as notes */
    gboolean strict;  /* warn of events without a source */
} DlReadOptions;

/* Each format heeds those that it knows; all zero: the defaults. */
typedef struct {
    const char *theme;     /* overrides the charts' theme: its name, or the path of a
                              theme file, which has a dot or a slash; NULL: none */
    gboolean live_text;    /* SVG: text as text, not as outlines */
    gboolean embed_fonts;  /* SVG with live text: its letters as fonts in the file */
    gboolean no_dark;      /* SVG, HTML: without the look for dark screens */
    gboolean responsive;   /* SVG: as wide as what it is put into */
    const char *id_prefix; /* SVG, HTML: what ids begin with (a letter, then letters,
                              digits, '_' and '-', 40 at most); NULL: a hash */
    unsigned resolution;   /* PNG: pixels an inch; 0: 192 */
} DlDrawOptions;

/* Reads and resolves files that together are one timeline. NULL and `error` only when a
 * file cannot be read or an option is wrong; what is wrong in a file is a problem.
 * `options` may be NULL. */
DlDateline *dl_dateline_read(const char *const *files, const DlReadOptions *options,
                             GError **error);
void dl_dateline_free(DlDateline *dateline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlDateline, dl_dateline_free)

/* TRUE if there is no error (warnings do not count). */
gboolean dl_dateline_is_valid(const DlDateline *dateline);
unsigned dl_dateline_n_errors(const DlDateline *dateline);
unsigned dl_dateline_n_warnings(const DlDateline *dateline);
/* All problems as text (file:line:column: error: …) or as JSON; the caller owns it. */
char *dl_dateline_problems_text(const DlDateline *dateline);
char *dl_dateline_problems_json(const DlDateline *dateline);

unsigned dl_dateline_n_events(const DlDateline *dateline);
unsigned dl_dateline_n_charts(const DlDateline *dateline);
/* The id of a chart; borrowed. */
const char *dl_dateline_chart_id(const DlDateline *dateline, unsigned index);

/* Draws one chart (by id) in one format ("svg", "pdf", "png", "eps", "html", "json",
 * "cairo-svg"): an array of GBytes, one for each file that the format needs. The caller
 * owns it. `options` may be NULL. */
GPtrArray *dl_dateline_render(DlDateline *dateline, const char *chart,
                              const char *format, const DlDrawOptions *options,
                              GError **error);
/* What was chosen for a chart and why, and how good its layout is, as one line of text;
 * the caller owns it. NULL and `error` as dl_dateline_render. */
char *dl_dateline_explain(DlDateline *dateline, const char *chart,
                          const DlDrawOptions *options, GError **error);
/* What laying out the charts so far had to warn of (a missing glyph, a typeface that is
 * not installed …), a line each; "" for nothing. Owned by caller. */
char *dl_dateline_warnings(const DlDateline *dateline);

typedef struct {
    unsigned width; /* of "table", in columns of a terminal; 0: 100 */
} DlListOptions;

/* The resolved events, by rank, in one format ("table", "markdown", "csv", "json"), as
 * UTF-8 text; NULL and `error` if the timeline has errors. The caller owns it.
 * `options` may be NULL. */
GBytes *dl_dateline_list(const DlDateline *dateline, const char *format,
                         const DlListOptions *options, GError **error);
/* TRUE if dl_dateline_list knows the format; else the error says which ones it does. */
gboolean dl_list_format_check(const char *format, GError **error);

/* The names of the formats of charts, and the extension of a format's files; NULL for
 * an unknown index or format. */
const char *dl_format_name(unsigned index);
const char *dl_format_extension(const char *format);
/* The format that a file name stands for by its extension; NULL if none. */
const char *dl_format_for_file(const char *path);
/* The names of the themes; NULL for an unknown index. */
const char *dl_theme_name(unsigned index);

/* The one of `words` (the last is NULL) that `word` was probably meant to be; NULL if
 * none is near. */
const char *dl_suggest(const char *word, const char *const *words);

#pragma GCC visibility pop
G_END_DECLS

#endif
