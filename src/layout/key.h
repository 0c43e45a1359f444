/* The key of a chart with numbers at its marks: what each number stands for. */
#ifndef DL_LAYOUT_KEY_H
#define DL_LAYOUT_KEY_H

#include "layout/book.h"

/* The numbers of the events on the axis of a view, by rank, from 1: const DlEvent ->
 * number. The caller owns it. */
GHashTable *dl_key_numbers(const DlLayoutJob *job);
/* The words of a number, for a mark; the caller owns the block. */
DlTextBlock *dl_key_shape(const DlLayoutJob *job, guint number);

/* Adds the key: below what is on the page where all of it has room there, else on pages
 * of its own. False where a page does not hold even one entry. */
bool dl_key_add(DlBook *book);
/* What all of it takes of a page, at most so much; INFINITY: more. */
double dl_key_height(const DlLayoutJob *job, double most);

#endif
