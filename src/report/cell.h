/* A cell of a table on a terminal: text broken into lines no wider than a column;
 * private to report/.
 *
 * Widths are columns of a terminal: two for the wide characters of East Asia, none for
 * marks. Control characters, and those that turn the direction of what follows, are
 * shown as spaces. */
#ifndef DL_REPORT_CELL_H
#define DL_REPORT_CELL_H

#include <glib.h>

/* The character, or a space in place of one that may not be shown. */
gunichar dl_cell_visible(gunichar character);
/* The width of the text on one line. */
int dl_cell_width(const char *text);
/* The width of its widest word. */
int dl_cell_word_width(const char *text);
/* The lines, at spaces where there are any; NULL ends them. The caller owns them. */
char **dl_cell_break(const char *text, int width);

#endif
