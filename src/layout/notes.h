/* The numbers of sources: in the order in which a chart's events cite them. */
#ifndef DL_LAYOUT_NOTES_H
#define DL_LAYOUT_NOTES_H

#include <glib.h>

#include "model/timeline.h"

typedef struct {
    GPtrArray *sources;  /* of const DlSource, borrowed; number = index + 1 */
    GHashTable *numbers; /* const DlSource -> number */
} DlNotes;

/* The caller owns them. */
DlNotes *dl_notes_new(const DlChart *chart);
void dl_notes_free(DlNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlNotes, dl_notes_free)

/* The number of a source that the chart cites. */
guint dl_notes_number(const DlNotes *notes, const DlSource *source);
/* "1,3", or NULL for an event without sources. The caller owns it. */
char *dl_notes_of_event(const DlNotes *notes, const DlEvent *event);
/* A source as the foot prints it: author, title, publisher, date. The caller owns it.
 */
char *dl_notes_source_text(const DlSource *source, const DlLanguage *language);

#endif
