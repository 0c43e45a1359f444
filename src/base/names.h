/* Tables of the words a key may hold, and the word that was meant. */
#ifndef DL_BASE_NAMES_H
#define DL_BASE_NAMES_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *name;
    int value;
    bool ready; /* false: the language lists it, the program cannot draw it yet */
} DlName;

typedef struct {
    const char *what; /* "a shape", for messages */
    const DlName *names;
    size_t n_names;
} DlNameTable;

/* NULL: it is none of them. */
const DlName *dl_name_find(const DlNameTable *table, const char *name);
/* The name of a value; NULL if it has none. */
const char *dl_name_of(const DlNameTable *table, int value);
/* "light, dark or print": those that are ready. The caller owns it. */
char *dl_names_to_text(const DlNameTable *table);

/* The one of `names` (n of them) that `word` was probably meant to be: by edit distance
 * (Damerau-Levenshtein, at most a third of the length), NULL where none is near. */
const char *dl_nearest(const char *word, const char *const *names, size_t n);

/* Letters, digits, '_' and '-', 1 to 64 of them. */
bool dl_id_is_valid(const char *id);
/* An id from a title: lower case ASCII, words joined by '-', at most 64; "event" when
 * nothing is left (a title in Hangul, say). The caller makes it unique. */
char *dl_id_from_title(const char *title);

#endif
