#include "read/records.h"

#include "read/values.h"

DL_READER(read_event, DlDraftReference, reference,
          dl_read_text(reader, value, &reference->event))
DL_READER(read_lag, DlDraftReference, reference,
          dl_read_duration(reader, value, &reference->by))

static const DlField reference_fields[] = {
    {"event", true, read_event},
    {"by", false, read_lag},
};
static const DlFieldTable reference_table =
    DL_FIELD_TABLE("a reference to an event", reference_fields);

static void read_reference(DlReader *reader, const DlNode *value, void *record) {
    GPtrArray *references = record;
    DlDraftReference *reference = g_new0(DlDraftReference, 1);
    g_ptr_array_add(references, reference);
    if (value->kind == DL_NODE_MAP)
        dl_read_fields(reader, value, &reference_table, value->place, reference);
    else if (dl_read_scalar(reader, value, "the id of an event") != NULL)
        dl_read_text(reader, value, &reference->event);
    if (reference->event.text == NULL)
        g_ptr_array_set_size(references, (int)references->len - 1);
}

void dl_read_references(DlReader *reader, const DlNode *value, GPtrArray *references) {
    dl_read_one_or_more(reader, value, read_reference, references);
}
