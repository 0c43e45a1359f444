/* Labels shaped once, however many arrangements, sizes and widths are tried: they are
 * kept at one size, and a size scales exactly; and the same label serves all widths
 * that break its lines alike. */
#ifndef DL_LAYOUT_LABEL_CACHE_H
#define DL_LAYOUT_LABEL_CACHE_H

#include "layout/label.h"

enum { DL_N_WIDTHS = 3 }; /* the candidate widths, narrowest first */

/* The widths that labels usually have, ems of their titles, narrowest first. */
extern const double dl_label_widths[DL_N_WIDTHS];

/* All labels that were shaped, and caches of them that differ in their widths. */
typedef struct {
    DlLabelMaker maker;
    GPtrArray *caches;  /* of DlLabelCache, owned */
    GHashTable *shaped; /* of a way -> what was shaped of it, owned */
} DlLabelShelf;

typedef struct {
    DlLabelShelf *shelf;        /* borrowed */
    double widths[DL_N_WIDTHS]; /* ems; those that are equal count once */
    GHashTable *labels;         /* of a way and a width -> DlLabel, borrowed */
} DlLabelCache;

DlLabelShelf *dl_label_shelf_new(DlLabelMaker maker);
void dl_label_shelf_free(DlLabelShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlLabelShelf, dl_label_shelf_free)

/* The cache of labels in these widths (ems); borrowed. */
DlLabelCache *dl_label_shelf_get(DlLabelShelf *shelf, const double *widths);

/* The label as dl_label_new makes it, in a candidate width, or, where its date runs in,
 * as wide as it is; borrowed. */
const DlLabel *dl_label_cache_get(DlLabelCache *cache, DlLabelWay way, int width);
/* How many of the candidate widths make a difference: where a label has one line in
 * each part, the wider ones are like the narrowest. */
int dl_label_cache_count(DlLabelCache *cache, DlLabelWay way);

#endif
