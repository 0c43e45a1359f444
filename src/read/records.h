/* The records of the language: one table of keys for each, one file for each group.
 *
 * The functions read the value of a key of the document into `reader->draft`. */
#ifndef DL_READ_RECORDS_H
#define DL_READ_RECORDS_H

#include "read/fields.h"

/* The reader of one key, which does one thing with its record. */
#define DL_READER(name, Record, record, action)                                        \
    static void name(DlReader *reader, const DlNode *value, void *data) {              \
        Record *record = data;                                                         \
        action;                                                                        \
    }

#define DL_FIELD_TABLE(what, fields)                                                   \
    { what, fields, G_N_ELEMENTS(fields) }

/* The whole file. False when it is no map: nothing was read then. */
bool dl_read_document(DlReader *reader, const DlNode *root, DlPlace at);

void dl_read_timeline(DlReader *reader, const DlNode *value, void *draft);
void dl_read_actors(DlReader *reader, const DlNode *value, void *draft);
void dl_read_locations(DlReader *reader, const DlNode *value, void *draft);
void dl_read_categories(DlReader *reader, const DlNode *value, void *draft);
void dl_read_sources(DlReader *reader, const DlNode *value, void *draft);
void dl_read_eras(DlReader *reader, const DlNode *value, void *draft);
void dl_read_events(DlReader *reader, const DlNode *value, void *draft);
void dl_read_relations(DlReader *reader, const DlNode *value, void *draft);
void dl_read_measures(DlReader *reader, const DlNode *value, void *draft);
void dl_read_charts(DlReader *reader, const DlNode *value, void *draft);

/* Parts of records that have a file of their own. */
/* What `after` and its like hold: the id of an event, or {event, by}, or a list. */
void dl_read_references(DlReader *reader, const DlNode *value, GPtrArray *references);
/* A table for the reader's pictures. The caller owns it. */
GHashTable *dl_pictures_new(void);
void dl_read_image(DlReader *reader, const DlNode *value, DlDraftImage *image);
void dl_read_citations(DlReader *reader, const DlNode *value, GPtrArray *citations);
void dl_read_select(DlReader *reader, const DlNode *value, DlDraftSelect *select,
                    DlDraftSelect *exclude);
/* False, and a problem, when it is no page. */
bool dl_read_page(DlReader *reader, const DlNode *value, DlPage *page);

#endif
