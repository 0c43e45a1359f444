/* Parts of fonts, to embed in files; private to text/. */
#ifndef DL_TEXT_SUBSET_H
#define DL_TEXT_SUBSET_H

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

/* An OpenType font with those letters (of gunichar) of a face; NULL if the font's
 * licence does not permit it, or it cannot be cut. The caller owns it. */
GBytes *dl_face_subset(hb_face_t *face, const GArray *letters);

#endif
