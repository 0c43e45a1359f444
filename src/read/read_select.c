#include "read/records.h"

#include "read/values.h"

typedef struct {
    DlDraftSelect *select;
    DlDraftSelect *exclude; /* where `not` goes */
} Selection;

DL_READER(read_category, Selection, selection,
          dl_read_words(reader, value, selection->select->categories))
DL_READER(read_tag, Selection, selection,
          dl_read_words(reader, value, selection->select->tags))
DL_READER(read_actor, Selection, selection,
          dl_read_words(reader, value, selection->select->actors))
DL_READER(read_place, Selection, selection,
          dl_read_words(reader, value, selection->select->locations))
DL_READER(read_weight, Selection, selection,
          dl_read_integer(reader, value, 1, 5, &selection->select->weight))

static void read_one_status(DlReader *reader, const DlNode *value, void *record) {
    GArray *statuses = record;
    int number = 0;
    if (!dl_read_name(reader, value, &dl_status_names, &number))
        return;
    const DlStatus status = (DlStatus)number;
    g_array_append_val(statuses, status);
}

DL_READER(read_status, Selection, selection,
          dl_read_one_or_more(reader, value, read_one_status,
                              selection->select->statuses))

static void read_not(DlReader *reader, const DlNode *value, void *record);

static const DlField select_fields[] = {
    {"category", false, read_category}, {"tag", false, read_tag},
    {"actor", false, read_actor},       {"place", false, read_place},
    {"weight", false, read_weight},     {"status", false, read_status},
    {"not", false, read_not},
};
static const DlFieldTable select_table = DL_FIELD_TABLE("select", select_fields);
/* `not` is the last, and there is none within it. */
static const DlFieldTable not_table = {"not", select_fields,
                                       G_N_ELEMENTS(select_fields) - 1};

static void read_not(DlReader *reader, const DlNode *value, void *record) {
    const Selection *selection = record;
    Selection excluded = {selection->exclude, NULL};
    dl_read_fields(reader, value, &not_table, reader->key, &excluded);
}

void dl_read_select(DlReader *reader, const DlNode *value, DlDraftSelect *select,
                    DlDraftSelect *exclude) {
    Selection selection = {select, exclude};
    dl_read_fields(reader, value, &select_table, reader->key, &selection);
}
