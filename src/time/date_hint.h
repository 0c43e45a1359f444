/* What someone probably meant who wrote a date that is not EDTF. */
#ifndef DL_TIME_DATE_HINT_H
#define DL_TIME_DATE_HINT_H

/* "write 2025-09-03, not 3.9.2025"; for text that no known habit explains it shows the
 * forms of a date. `text` is short and UTF-8. The caller owns the result. */
char *dl_date_hint(const char *text);

#endif
