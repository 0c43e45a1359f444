/* Keys as people guess them: what the language calls it, or where it stands. */
#ifndef DL_READ_GUESSES_H
#define DL_READ_GUESSES_H

#include "base/names.h"
#include "read/fields.h"

/* The key of the table that `word` means ("title" for "name" in an event), NULL for no
 * such guess. */
const char *dl_guess_key(const DlFieldTable *table, const char *word);
/* A hint for a word that means something the table has no key for, NULL for none. */
const char *dl_guess_hint(const DlFieldTable *table, const char *word);
/* The same among the choices of a key ("none" for "false"), NULL for no such guess. */
const char *dl_guess_name(const DlNameTable *table, const char *word);

#endif
