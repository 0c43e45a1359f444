#include "read/records.h"

#include "read/values.h"

DL_READER(read_said_date, DlDraftCitation, citation,
          dl_read_date(reader, value, &citation->date))
DL_READER(read_said_duration, DlDraftCitation, citation,
          dl_read_duration(reader, value, &citation->duration))
DL_READER(read_said_text, DlDraftCitation, citation,
          dl_read_text(reader, value, &citation->text))

static void read_said_status(DlReader *reader, const DlNode *value, void *record) {
    DlDraftCitation *citation = record;
    int status = 0;
    citation->has_status = dl_read_name(reader, value, &dl_status_names, &status);
    citation->status = (DlStatus)status;
}

static const DlField said_fields[] = {
    {"date", false, read_said_date},
    {"duration", false, read_said_duration},
    {"status", false, read_said_status},
    {"text", false, read_said_text},
};
static const DlFieldTable said_table =
    DL_FIELD_TABLE("what a source says", said_fields);

static void read_says(DlReader *reader, const DlNode *value, void *record) {
    DlDraftCitation *citation = record;
    if (value->kind == DL_NODE_MAP && !dl_node_is_set(value))
        dl_read_fields(reader, value, &said_table, value->place, citation);
    else if (value->kind == DL_NODE_SCALAR && *value->text == 'P')
        dl_read_duration(reader, value, &citation->duration);
    else
        dl_read_date(reader, value, &citation->date);
}

DL_READER(read_citation_id, DlDraftCitation, citation,
          dl_read_text(reader, value, &citation->source))
DL_READER(read_note, DlDraftCitation, citation,
          dl_read_text(reader, value, &citation->note))

static const DlField citation_fields[] = {
    {"id", true, read_citation_id},
    {"says", false, read_says},
    {"note", false, read_note},
};
static const DlFieldTable citation_table =
    DL_FIELD_TABLE("a source of an event", citation_fields);

static void read_citation(DlReader *reader, const DlNode *value, void *record) {
    GPtrArray *citations = record;
    DlDraftCitation *citation = g_new0(DlDraftCitation, 1);
    g_ptr_array_add(citations, citation);
    if (value->kind == DL_NODE_MAP)
        dl_read_fields(reader, value, &citation_table, value->place, citation);
    else if (dl_read_scalar(reader, value, "the id of a source") != NULL)
        dl_read_text(reader, value, &citation->source);
    if (citation->source.text == NULL)
        g_ptr_array_set_size(citations, (int)citations->len - 1);
}

void dl_read_citations(DlReader *reader, const DlNode *value, GPtrArray *citations) {
    if (value->kind == DL_NODE_MAP || dl_node_is_nothing(value))
        dl_expect(reader, value, DL_NODE_LIST, "a list of sources");
    else
        dl_read_one_or_more(reader, value, read_citation, citations);
}
