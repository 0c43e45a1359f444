#include "read/records.h"

#include "read/read_lanes.h"
#include "read/read_theme.h"
#include "read/values.h"
#include "time/words.h"

/* A word of a table, and where it stands. */
static void read_choice(DlReader *reader, const DlNode *value, const DlNameTable *table,
                        int *choice, DlPlace *place) {
    *place = value->place;
    dl_read_name(reader, value, table, choice);
}

DL_READER(read_id, DlDraftChart, chart, dl_read_id(reader, value, &chart->id))
DL_READER(read_title, DlDraftChart, chart, dl_read_text(reader, value, &chart->title))
DL_READER(read_subtitle, DlDraftChart, chart,
          dl_read_text(reader, value, &chart->subtitle))
DL_READER(read_caption, DlDraftChart, chart,
          dl_read_text(reader, value, &chart->caption))
DL_READER(read_shape, DlDraftChart, chart,
          read_choice(reader, value, &dl_shape_names, &chart->shape,
                      &chart->shape_place))
DL_READER(read_scale, DlDraftChart, chart,
          read_choice(reader, value, &dl_scale_names, &chart->scale,
                      &chart->scale_place))
DL_READER(read_lanes, DlDraftChart, chart, dl_read_lanes(reader, value, chart))
DL_READER(read_segments, DlDraftChart, chart,
          read_choice(reader, value, &dl_segments_names, &chart->segments,
                      &chart->segments_place))
DL_READER(read_labels, DlDraftChart, chart,
          read_choice(reader, value, &dl_labels_names, &chart->labels,
                      &chart->labels_place))
DL_READER(read_pages, DlDraftChart, chart,
          read_choice(reader, value, &dl_pages_names, &chart->pages,
                      &chart->pages_place))
DL_READER(read_color, DlDraftChart, chart,
          dl_read_name(reader, value, &dl_color_by_names, &chart->color))
DL_READER(read_from, DlDraftChart, chart,
          dl_read_single_date(reader, value, &chart->from))
DL_READER(read_to, DlDraftChart, chart, dl_read_single_date(reader, value, &chart->to))
DL_READER(read_page, DlDraftChart, chart,
          chart->has_page = dl_read_page(reader, value, &chart->page))
DL_READER(read_select, DlDraftChart, chart,
          (chart->has_select = true,
           dl_read_select(reader, value, &chart->select, &chart->exclude)))

static void read_shown(DlReader *reader, const DlNode *value, void *record) {
    unsigned *show = record;
    int flag = 0;
    if (dl_read_name(reader, value, &dl_show_names, &flag))
        *show |= (unsigned)flag;
}

static void read_show(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    chart->has_show = true;
    dl_read_one_or_more(reader, value, read_shown, &chart->show);
}

DL_READER(read_theme, DlDraftChart, chart,
          chart->has_theme = dl_read_theme(reader, value, &chart->theme))

static void read_origin(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    dl_read_text(reader, value, &chart->origin);
}

static void read_timezones(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    dl_read_words(reader, value, chart->timezones);
}

static void read_dates(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    dl_read_text(reader, value, &chart->dates);
    g_autofree char *reason = NULL;
    if (chart->dates.text == NULL || dl_pattern_check(chart->dates.text, &reason))
        return;
    dl_problems_add(reader->problems, value->place, "bad-pattern",
                    "`%s` is not a pattern of dates: %s", chart->dates.text, reason);
    g_clear_pointer(&chart->dates.text, g_free);
}

static const DlField inset_fields[] = {
    {"title", false, read_title}, {"from", false, read_from},
    {"to", false, read_to},       {"scale", false, read_scale},
    {"lanes", false, read_lanes}, {"select", false, read_select},
};
static const DlFieldTable inset_table = DL_FIELD_TABLE("an inset", inset_fields);

static void read_inset(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    DlDraftChart *inset = dl_draft_chart_new();
    g_ptr_array_add(chart->insets, inset);
    inset->place = value->place;
    dl_read_fields(reader, value, &inset_table, value->place, inset);
}

static void read_insets(DlReader *reader, const DlNode *value, void *record) {
    DlDraftChart *chart = record;
    chart->insets_place = reader->key;
    dl_read_items(reader, value, "a list of insets", read_inset, chart);
}

static const DlField chart_fields[] = {
    {"id", false, read_id},
    {"title", false, read_title},
    {"subtitle", false, read_subtitle},
    {"caption", false, read_caption},
    {"shape", false, read_shape},
    {"scale", false, read_scale},
    {"page", false, read_page},
    {"from", false, read_from},
    {"to", false, read_to},
    {"select", false, read_select},
    {"lanes", false, read_lanes},
    {"segments", false, read_segments},
    {"color", false, read_color},
    {"origin", false, read_origin},
    {"insets", false, read_insets},
    {"labels", false, read_labels},
    {"pages", false, read_pages},
    {"timezones", false, read_timezones},
    {"dates", false, read_dates},
    {"theme", false, read_theme},
    {"show", false, read_show},
};
static const DlFieldTable chart_table = DL_FIELD_TABLE("a chart", chart_fields);

static void read_chart(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftChart *chart = dl_draft_chart_new();
    g_ptr_array_add(draft->charts, chart);
    chart->place = value->place;
    dl_read_fields(reader, value, &chart_table, value->place, chart);
}

void dl_read_charts(DlReader *reader, const DlNode *value, void *draft) {
    dl_read_items(reader, value, "a list of charts", read_chart, draft);
}
