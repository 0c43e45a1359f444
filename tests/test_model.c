#include "tests.h"

#include <string.h>

#include "model/draft.h"
#include "model/timeline.h"

/* Which event follows which: order as the file may write it, for events a to f. A line
 * is "b>a" (b after a), "a<b" (a before b), "b:a" (b during a), "b=a" (b with a). */
static const struct follows_row {
    const char *name;
    const char *order;
    char event, other;
    bool expected;
} follows_rows[] = {
    {"an event follows what it is after", "b>a", 'b', 'a', true},
    {"and not the other way round", "b>a", 'a', 'b', false},
    {"it follows what says it is before", "a<b", 'b', 'a', true},
    {"through others", "b>a c>b d>c", 'd', 'a', true},
    {"through both ways of saying so", "c>b a<b", 'c', 'a', true},
    {"strangers do not follow", "b>a d>c", 'd', 'a', false},
    {"during is not after", "b:a", 'b', 'a', false},
    {"a part follows what the whole follows", "b>a c:b", 'c', 'a', true},
    {"what is after the whole is after its parts", "b:a c>a", 'c', 'b', true},
    {"what is after a part need not be after the whole", "b:a c>b", 'c', 'a', false},
    {"two parts do not follow each other", "b:a c:a", 'c', 'b', false},
    {"what starts with another follows what that follows", "b>a c=b", 'c', 'a', true},
    {"and so on", "b>a c=b d=c", 'd', 'a', true},
    {"what follows an event need not follow what starts with it", "b=a c>b", 'c', 'a',
     false},
    {"at the same time is not after", "b=a", 'b', 'a', false},
    {"through a part that follows", "c>a c:b d>b", 'd', 'a', true},
    {"through a part of a part", "d>a d:c c:b e>b", 'e', 'a', true},
};

static void add_pair(DlEvent *event, char sign, DlEvent *other) {
    switch (sign) {
    case '>':
        g_ptr_array_add(other->followed_by, event);
        break;
    case '<':
        g_ptr_array_add(event->followed_by, other);
        break;
    case ':':
        g_ptr_array_add(event->during, other);
        g_ptr_array_add(other->joined_by, event);
        break;
    default:
        event->start_rank = MIN(event->start_rank, other->start_rank);
        g_ptr_array_add(event->joined_by, other);
        g_ptr_array_add(other->joined_by, event);
    }
}

static void add_order(GPtrArray *events, const char *order) {
    g_auto(GStrv) words = g_strsplit(order, " ", -1);
    for (char **word = words; *word != NULL; word++)
        add_pair(events->pdata[(*word)[0] - 'a'], (*word)[1],
                 events->pdata[(*word)[2] - 'a']);
}

static void test_follows(void **state) {
    const struct follows_row *row = *state;
    g_autoptr(DlTimeline) timeline = dl_timeline_new();
    for (int i = 0; i < 6; i++) {
        DlEvent *event = dl_event_new();
        event->rank = event->start_rank = i;
        g_ptr_array_add(timeline->events, event);
    }
    add_order(timeline->events, row->order);
    const GPtrArray *events = timeline->events;
    assert_int_equal(dl_event_follows(events->pdata[row->event - 'a'],
                                      events->pdata[row->other - 'a']),
                     row->expected);
}

static const struct dated_row {
    const char *name;
    const char *date;
    DlRange start, end;
    bool expected;
} dated_rows[] = {
    {"a date has a stretch", "2025", {0, 9}, {0, 9}, true},
    {"nothing known is undated",
     "unknown",
     {DL_MOMENT_MIN, DL_MOMENT_MAX},
     {DL_MOMENT_MIN, DL_MOMENT_MAX},
     false},
    {"an open end will do", "2025/..", {0, 9}, {0, DL_MOMENT_MAX}, true},
    {"an open start will do", "../2025", {DL_MOMENT_MIN, 9}, {0, 9}, true},
    {"a known end will do", "/2025", {DL_MOMENT_MIN, 9}, {0, 9}, true},
    {"order on both sides will do", "unknown", {0, 9}, {0, 9}, true},
    {"order on one side will not",
     "unknown",
     {0, DL_MOMENT_MAX},
     {0, DL_MOMENT_MAX},
     false},
};

static void test_dated(void **state) {
    const struct dated_row *row = *state;
    g_autoptr(DlTimeline) timeline = dl_timeline_new();
    DlEvent *event = dl_event_new();
    g_ptr_array_add(timeline->events, event);
    g_autofree char *reason = NULL;
    assert_true(dl_date_parse(row->date, &event->date, &reason));
    event->start = row->start;
    event->end = row->end;
    assert_int_equal(dl_event_is_dated(event), row->expected);
}

/* Names are what the file says: each value must have one, and each name its value. */
static const struct table_row {
    const char *name;
    const DlNameTable *table;
} table_rows[] = {
    {"shapes", &dl_shape_names},    {"scales", &dl_scale_names},
    {"lanes", &dl_lanes_names},     {"segments", &dl_segments_names},
    {"colors", &dl_color_by_names}, {"labels", &dl_labels_names},
    {"pages", &dl_pages_names},     {"themes", &dl_theme_names},
    {"show", &dl_show_names},       {"marks", &dl_mark_shape_names},
    {"statuses", &dl_status_names},
};

static void test_table(void **state) {
    const struct table_row *row = *state;
    assert_non_null(row->table->what);
    for (size_t i = 0; i < row->table->n_names; i++) {
        const DlName *name = &row->table->names[i];
        assert_ptr_equal(dl_name_find(row->table, name->name), name);
        assert_ptr_equal(dl_name_of(row->table, name->value), name->name);
    }
    assert_null(dl_name_find(row->table, "banana"));
    assert_null(dl_name_of(row->table, -1));
}

static void test_names_as_text(void **state) {
    (void)state;
    g_autofree char *themes = dl_names_to_text(&dl_theme_names);
    g_autofree char *pages = dl_names_to_text(&dl_pages_names);
    assert_string_equal(themes, "light, dark, print or contrast");
    assert_string_equal(pages, "one or many");
}

static void test_draft_begins_empty(void **state) {
    (void)state;
    g_autoptr(DlDraft) draft = dl_draft_new();
    DlDraftChart *chart = dl_draft_chart_new();
    DlDraftEvent *event = dl_draft_event_new();
    g_ptr_array_add(draft->charts, chart);
    g_ptr_array_add(draft->events, event);
    assert_int_equal(chart->shape, -1);
    assert_int_equal(event->weight, 3);
    assert_int_equal(event->status, DL_STATUS_HAPPENED);
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_names_as_text),
    cmocka_unit_test(test_draft_begins_empty),
};

int main(void) {
    return run_rows(test_follows, follows_rows) + run_rows(test_dated, dated_rows) +
           run_rows(test_table, table_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
