/* What a layout holds, made, freed, moved and turned by its tables (layout/places.c);
 * private to this folder. The caller owns what a `_new` gives, until it is put into a
 * list of another, which then owns it. A new kind of thing that is placed is a table
 * there, and a row in that of the panel. */
#ifndef DL_LAYOUT_PLACES_H
#define DL_LAYOUT_PLACES_H

#include "layout/job.h"

/* No pages yet. */
DlLayout *dl_layout_empty(const DlTheme *theme);
DlPlacedPage *dl_placed_page_new(void);
void dl_placed_page_free(DlPlacedPage *page);
DlPanel *dl_panel_new(void);
void dl_panel_free(DlPanel *panel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlPanel, dl_panel_free)
DlPlacedEvent *dl_placed_event_new(const DlEvent *event);
void dl_placed_event_free(DlPlacedEvent *placed);
DlPlacedRelation *dl_placed_relation_new(const DlRelation *relation);
void dl_placed_relation_free(DlPlacedRelation *relation);
DlPlacedDensity *dl_placed_density_new(void);
DlPlacedEra *dl_placed_era_new(const DlEra *era);
DlPlacedMeasure *dl_placed_measure_new(const DlMeasure *measure);
DlPlacedCount *dl_placed_count_new(void);
DlPlacedGuides *dl_placed_guides_new(void);

/* Where a text stands that has a block, and its lines, which may be higher. */
DlBox dl_placed_text_box(const DlPlacedText *text);
/* Where the label of an event stands that has one. */
DlBox dl_placed_label_box(const DlPlacedEvent *placed);
/* Something that is written, and where. */
typedef struct {
    const DlPlacedText *text; /* borrowed; NULL: the label of an event */
    DlBox box;
} DlPanelText;

/* All that is written in a panel, whatever it belongs to: of DlPanelText, owned by the
 * caller. */
GArray *dl_panel_texts(const DlPanel *panel);

/* Moves everything in a panel down by `dy` points. */
void dl_panel_move(DlPanel *panel, double dy);
/* Makes a page that is read from right to left of one that is laid out from left to
 * right, `width` points wide: the last step of layout. */
void dl_page_mirror(DlPlacedPage *page, double width);

#endif
