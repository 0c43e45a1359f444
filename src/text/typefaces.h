/* The measurers of the typefaces that charts ask for: finding fonts takes time, so all
 * charts of the same families share one. */
#ifndef DL_TEXT_TYPEFACES_H
#define DL_TEXT_TYPEFACES_H

#include "text/measure.h"

typedef struct {
    GPtrArray *all; /* of Typeface (typefaces.c), owned, by first use */
} DlTypefaces;

DlTypefaces *dl_typefaces_new(void);
void dl_typefaces_free(DlTypefaces *typefaces);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTypefaces, dl_typefaces_free)

/* The measurer of the families of titles and of text, borrowed. They are lists, or NULL
 * for the usual ones, and interned, so that pointers tell them apart. Appends a line of
 * warning for each list of which no family is installed, once. */
DlMeasurer *dl_typefaces_find(DlTypefaces *typefaces, const char *title,
                              const char *text, GString *warnings);

/* Appends a line for each character that no font had. */
void dl_typefaces_tell_missing(const DlTypefaces *typefaces, GString *warnings);

#endif
