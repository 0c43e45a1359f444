#include "read/records.h"

#include "read/values.h"

DL_READER(read_era_title, DlDraftEra, era, dl_read_text(reader, value, &era->title))
DL_READER(read_era_start, DlDraftEra, era,
          dl_read_single_date(reader, value, &era->start))
DL_READER(read_era_end, DlDraftEra, era, dl_read_single_date(reader, value, &era->end))

static const DlField era_fields[] = {
    {"title", true, read_era_title},
    {"start", true, read_era_start},
    {"end", true, read_era_end},
};
static const DlFieldTable era_table = DL_FIELD_TABLE("an era", era_fields);

static void read_era(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftEra *era = g_new0(DlDraftEra, 1);
    g_ptr_array_add(draft->eras, era);
    era->place = value->place;
    dl_read_fields(reader, value, &era_table, value->place, era);
}

void dl_read_eras(DlReader *reader, const DlNode *value, void *draft) {
    dl_read_items(reader, value, "a list of eras", read_era, draft);
}

DL_READER(read_relation_from, DlDraftRelation, relation,
          dl_read_text(reader, value, &relation->from))
DL_READER(read_relation_to, DlDraftRelation, relation,
          dl_read_text(reader, value, &relation->to))
DL_READER(read_relation_kind, DlDraftRelation, relation,
          dl_read_text(reader, value, &relation->kind))
DL_READER(read_relation_label, DlDraftRelation, relation,
          dl_read_text(reader, value, &relation->label))

static const DlField relation_fields[] = {
    {"from", true, read_relation_from},
    {"to", true, read_relation_to},
    {"kind", false, read_relation_kind},
    {"label", false, read_relation_label},
};
static const DlFieldTable relation_table =
    DL_FIELD_TABLE("a relation", relation_fields);

static void read_relation(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftRelation *relation = g_new0(DlDraftRelation, 1);
    g_ptr_array_add(draft->relations, relation);
    relation->place = value->place;
    dl_read_fields(reader, value, &relation_table, value->place, relation);
}

void dl_read_relations(DlReader *reader, const DlNode *value, void *draft) {
    dl_read_items(reader, value, "a list of relations", read_relation, draft);
}

DL_READER(read_measure_from, DlDraftMeasure, measure,
          dl_read_text(reader, value, &measure->from))
DL_READER(read_measure_to, DlDraftMeasure, measure,
          dl_read_text(reader, value, &measure->to))
DL_READER(read_measure_label, DlDraftMeasure, measure,
          dl_read_text(reader, value, &measure->label))
DL_READER(read_measure_claim, DlDraftMeasure, measure,
          dl_read_duration(reader, value, &measure->claim))

static const DlField measure_fields[] = {
    {"from", true, read_measure_from},
    {"to", true, read_measure_to},
    {"label", false, read_measure_label},
    {"claim", false, read_measure_claim},
};
static const DlFieldTable measure_table = DL_FIELD_TABLE("a measure", measure_fields);

static void read_measure(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftMeasure *measure = g_new0(DlDraftMeasure, 1);
    g_ptr_array_add(draft->measures, measure);
    measure->place = value->place;
    dl_read_fields(reader, value, &measure_table, value->place, measure);
}

void dl_read_measures(DlReader *reader, const DlNode *value, void *draft) {
    dl_read_items(reader, value, "a list of measures", read_measure, draft);
}
