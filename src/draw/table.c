/* The events of a chart in words, for formats that list them beside the picture. */
#include "draw/brush.h"
#include "layout/label.h"
#include "layout/notes.h"

enum { WHEN, EVENT, PLACE, SOURCES, N_COLUMNS };

typedef struct {
    const DlTimeline *timeline;
    const DlChart *chart;
    DlSceneTable *table;
    guint columns[N_COLUMNS]; /* the place of each; N_COLUMNS: no event has any */
} Teller;

static bool is_told(const DlChart *chart, int column) {
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(chart->events, i);
        if (column < PLACE || (column == PLACE && event->location != NULL) ||
            (column == SOURCES && event->citations->len > 0))
            return true;
    }
    return false;
}

static void add_columns(Teller *teller) {
    static const DlPhrase heads[N_COLUMNS] = {
        [WHEN] = DL_PHRASE_DATE,
        [EVENT] = DL_PHRASE_EVENT,
        [PLACE] = DL_PHRASE_PLACE,
        [SOURCES] = DL_PHRASE_SOURCES,
    };
    for (int i = 0; i < N_COLUMNS; i++) {
        teller->columns[i] = N_COLUMNS;
        if (!is_told(teller->chart, i))
            continue;
        teller->columns[i] = teller->table->heads->len;
        dl_scene_table_add_column(teller->table,
                                  dl_phrase(teller->timeline->words, heads[i]));
    }
}

static void add_line(const Teller *teller, int column, const char *text,
                     const char *link) {
    if (teller->columns[column] < N_COLUMNS)
        dl_scene_table_add_line(teller->table, teller->columns[column], text, link);
}

static void add_event(const Teller *teller, const DlEvent *event) {
    g_autofree char *when = dl_label_when(teller->timeline, teller->chart, event);
    dl_scene_table_add_row(teller->table);
    add_line(teller, WHEN, when, NULL);
    add_line(teller, EVENT, event->title, event->link);
    add_line(teller, EVENT, event->text, NULL);
    if (event->location != NULL)
        add_line(teller, PLACE, event->location->name, NULL);
    for (guint i = 0; i < event->citations->len; i++) {
        const DlCitation *citation = g_ptr_array_index(event->citations, i);
        g_autofree char *source =
            dl_notes_source_text(citation->source, teller->timeline->words);
        add_line(teller, SOURCES, source, citation->source->url);
    }
}

DlSceneTable *dl_tell_events(const DlTimeline *timeline, const DlChart *chart) {
    Teller teller = {
        .timeline = timeline,
        .chart = chart,
        .table =
            dl_scene_table_new(dl_phrase(timeline->words, DL_PHRASE_EVENTS), EVENT),
    };
    add_columns(&teller);
    for (guint i = 0; i < chart->events->len; i++)
        add_event(&teller, g_ptr_array_index(chart->events, i));
    return teller.table;
}
