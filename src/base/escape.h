/* User text on its way into files and to terminals. */
#ifndef DL_BASE_ESCAPE_H
#define DL_BASE_ESCAPE_H

#include <glib.h>
#include <stdbool.h>

/* Appends as XML character data or attribute value (quotes included). */
void dl_append_xml(GString *out, const char *text);
/* Appends as a JSON string with its quotes; "null" for NULL. */
void dl_append_json(GString *out, const char *text);

/* The first character that XML 1.0 forbids (section 2.2), or NULL. `text` is UTF-8. */
const char *dl_find_forbidden(const char *text);

/* Whether a link may be drawn: http, https, mailto, or #fragment. */
bool dl_link_is_allowed(const char *link);
/* The link with all but plain URL characters percent-encoded (also ( ) \ ' and spaces).
 */
char *dl_link_encode(const char *link);

/* How many columns a character takes in a terminal: 0, 1 or 2. */
int dl_character_columns(gunichar character);

#endif
