#include <math.h>

#include "layout/eras.h"
#include "layout/kept.h"
#include "layout/measures.h"
#include "layout/places.h"
#include "layout/style.h"
#include "layout/ties.h"
#include "time/language.h"
#include "time/words.h"

static const double RULE_GAP = 6, REMARK_GAP = 5;
enum { MOST_OTHERS = 3 };

static void add_sentence(GString *text, char *sentence) {
    g_autofree char *owned = sentence;
    if (text->len > 0)
        g_string_append(text, " ");
    /* A title may bring its own. */
    bool has_end = g_str_has_suffix(sentence, "!") || g_str_has_suffix(sentence, "?");
    g_string_append_printf(text, "%s%s", owned, has_end ? "" : ".");
}

/* Whether a chart shows an event that another leaves out. */
static bool adds_events(const DlChart *chart, const DlChart *to) {
    for (guint i = 0; i < chart->events->len; i++)
        if (!g_ptr_array_find(to->events, g_ptr_array_index(chart->events, i), NULL))
            return true;
    return false;
}

/* “Two days in Beijing”, “What comes next”: the charts that show what this one leaves
 * out, those that have a title of their own; NULL for none. */
static char *other_charts(const DlLayoutJob *job) {
    const char *comma = dl_phrase(job->timeline->words, DL_PHRASE_COMMA);
    g_autoptr(GString) titles = g_string_new(NULL);
    g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(named, (gpointer)dl_timeline_title(job->timeline, job->chart));
    int count = 0;
    for (guint i = 0; i < job->timeline->charts->len && count < MOST_OTHERS; i++) {
        const DlChart *chart = g_ptr_array_index(job->timeline->charts, i);
        if (chart == job->chart || !adds_events(chart, job->chart))
            continue;
        const char *title = dl_timeline_title(job->timeline, chart);
        if (!g_hash_table_add(named, (gpointer)title))
            continue;
        g_autofree char *quoted = dl_phrase_quote(job->timeline->words, title);
        g_string_append_printf(titles, "%s%s", count++ > 0 ? comma : "", quoted);
    }
    return count > 0 ? g_string_free(g_steal_pointer(&titles), false) : NULL;
}

/* A phrase for one or for many. */
static char *counted(const DlLayoutJob *job, guint n, DlPhrase one, DlPhrase many) {
    g_autofree char *count = dl_language_number(job->timeline->words, n, 0);
    return dl_phrase_fill(job->timeline->words, n == 1 ? one : many, count);
}

/* Events that lost their label for want of room. */
static guint count_dropped(const DlLayoutJob *job) {
    guint count = 0;
    for (guint i = 0; i < job->view->events->len; i++)
        count += dl_kept_drops(job, g_ptr_array_index(job->view->events, i));
    return count;
}

static char *empty_lanes(const DlLayoutJob *job) {
    const char *comma = dl_phrase(job->timeline->words, DL_PHRASE_COMMA);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < job->lanes->empty->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? comma : "",
                               (const char *)g_ptr_array_index(job->lanes->empty, i));
    return dl_phrase_fill(job->timeline->words, DL_PHRASE_NOTHING_OF, names->str);
}

static char *left_out_words(const DlLayoutJob *job) {
    const DlLanguage *language = job->timeline->words;
    char *words = counted(job, (guint)job->chart->n_left_out, DL_PHRASE_NOT_SHOWN_ONE,
                          DL_PHRASE_NOT_SHOWN_MANY);
    g_autofree char *others = other_charts(job);
    if (others == NULL)
        return words;
    g_autofree char *start = words;
    g_autofree char *see = dl_phrase_fill(language, DL_PHRASE_SEE, others);
    return g_strdup_printf("%s: %s", start, see);
}

/* What a scale counts from, where it counts from anything. */
static char *origin_words(const DlLayoutJob *job) {
    const DlChart *chart = job->chart;
    bool counts = chart->scale == DL_SCALE_RELATIVE || chart->scale == DL_SCALE_LOG;
    if (!counts || chart->origin == NULL)
        return NULL;
    return dl_phrase_fill(job->timeline->words, DL_PHRASE_COUNTED_FROM,
                          chart->origin->title);
}

/* What columns of merged marks stand for in all panels of a page, where that is one
 * time; else with the unit 0. */
static DlDuration column_time(const DlPlacedPage *page) {
    DlDuration time = {0};
    for (guint i = 0; i < page->panels->len; i++) {
        const DlPanel *panel = g_ptr_array_index(page->panels, i);
        for (guint j = 0; j < panel->densities->len; j++) {
            const DlPlacedDensity *density = g_ptr_array_index(panel->densities, j);
            if (time.unit != 0 && density->column_time.unit != time.unit)
                return (DlDuration){0};
            time = density->column_time;
        }
    }
    return time;
}

/* NULL: columns need no words. Of a layout that is not made yet, as many words as there
 * may be. */
static char *column_words(const DlLayoutJob *job, const DlLayout *layout) {
    DlDuration time = {.months = 12000, .unit = 1};
    if (layout != NULL)
        time = column_time(g_ptr_array_index(layout->pages, 0));
    else if (job->chart->labels != DL_LABELS_FIT)
        return NULL;
    if (time.unit == 0)
        return NULL;
    g_autofree char *words = dl_words_duration(&time, job->timeline->words);
    return dl_phrase_fill(job->timeline->words, DL_PHRASE_COLUMN, words);
}

static char *compose_remarks(const DlLayoutJob *job, const DlFootFacts *facts) {
    const DlLanguage *language = job->timeline->words;
    g_autoptr(GString) text = g_string_new(NULL);
    if (job->timeline->has_asof) {
        g_autofree char *day =
            dl_words_date(&job->timeline->asof, language, DL_WORDS_FULL, NULL);
        add_sentence(text, dl_phrase_fill(language, DL_PHRASE_AS_OF, day));
    }
    g_autofree char *origin = origin_words(job);
    if (origin != NULL)
        add_sentence(text, g_strdup(origin));
    if (job->chart->n_left_out > 0)
        add_sentence(text, left_out_words(job));
    guint dropped = count_dropped(job);
    if (dropped > 0)
        add_sentence(text,
                     counted(job, dropped, DL_PHRASE_MORE_ONE, DL_PHRASE_MORE_MANY));
    char *columns = column_words(job, facts->layout);
    if (columns != NULL)
        add_sentence(text, columns);
    if (job->lanes != NULL && job->lanes->empty->len > 0)
        add_sentence(text, empty_lanes(job));
    char *measures = dl_measures_left_out(job);
    if (measures != NULL)
        add_sentence(text, measures);
    char *eras = dl_eras_told(job);
    if (eras != NULL)
        add_sentence(text, eras);
    if (!facts->one_slope)
        add_sentence(text, g_strdup(dl_phrase(language, DL_PHRASE_SCALES_DIFFER)));
    for (DlUntied why = DL_UNTIED_NO_ROOM; why <= DL_UNTIED_APART; why++) {
        char *told = dl_ties_told(job, facts->layout, why);
        if (told != NULL)
            add_sentence(text, told);
    }
    return g_string_free(g_steal_pointer(&text), false);
}

static double place_remarks(const DlLayoutJob *job, DlPlacedPage *page, double top,
                            const DlFootFacts *facts) {
    g_autofree char *remarks = compose_remarks(job, facts);
    if (*remarks == '\0')
        return top;
    const DlTheme *theme = job->theme;
    DlPlacedText text = {
        .at = {theme->margin, top + REMARK_GAP},
        .block = dl_style_shape(job, DL_STYLE_REMARK, remarks,
                                job->width - 2 * theme->margin),
    };
    g_array_append_val(page->remarks, text);
    return text.at.y + text.block->height;
}

static bool panel_shows_numbers(const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->label != NULL || placed->claims->len > 0)
            return true;
    }
    return false;
}

/* Whether anything may name a source by its number. */
static bool shows_numbers(const DlLayout *layout) {
    if (layout == NULL)
        return true;
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++)
            if (panel_shows_numbers(g_ptr_array_index(page->panels, j)))
                return true;
    }
    return false;
}

double dl_layout_foot(const DlLayoutJob *job, DlPlacedPage *page, double top,
                      const DlFootFacts *facts) {
    double y = top;
    if (job->notes != NULL && job->notes->sources->len > 0) {
        page->sources_rule = top;
        y = dl_layout_sources(job, page, top + RULE_GAP, shows_numbers(facts->layout));
    }
    return place_remarks(job, page, y, facts);
}
