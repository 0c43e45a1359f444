#include "layout/hues.h"

#include <math.h>

#include "layout/extent.h"

static const DlPhrase status_phrases[] = {
    [DL_STATUS_HAPPENED] = DL_PHRASE_HAPPENED,
    [DL_STATUS_PLANNED] = DL_PHRASE_PLANNED,
    [DL_STATUS_EXPECTED] = DL_PHRASE_EXPECTED,
    [DL_STATUS_POSSIBLE] = DL_PHRASE_POSSIBLE,
    [DL_STATUS_UNLIKELY] = DL_PHRASE_UNLIKELY,
    [DL_STATUS_DISPUTED] = DL_PHRASE_DISPUTED,
};

/* Where a hue comes from, how it is asked to look, and how it does. */
typedef struct {
    const void *subject;
    const char *label;
    DlStatus status;
    int index; /* of the palette */
    bool has_color, has_shape;
    DlColor color;
    DlMarkShape shape;
    DlLook look;
} Source;

static DlTone readable(const DlTheme *theme, DlTone tone, DlTone ground) {
    return (DlTone){
        dl_color_readable(tone.light, ground.light, theme->text_contrast),
        dl_color_readable(tone.dark, ground.dark, theme->text_contrast),
    };
}

bool dl_look_is_solid(const DlLook *look) {
    return look->pattern == DL_PATTERN_SOLID && look->lower == DL_PATTERN_SOLID;
}

/* Patterns change when the palette begins again; once they have all been, the halves of
 * a bar differ. */
static DlLook new_look(const DlTheme *theme, DlTone tone, int round) {
    const int n = theme->n_patterns;
    return (DlLook){
        .mark = tone,
        .text = readable(theme, tone, theme->paper),
        .on_mark = readable(theme, theme->paper, tone),
        .shape = theme->shapes[0],
        .pattern = theme->patterns[round % n],
        .lower = theme->patterns[(round + round / n) % n],
    };
}

static int round_of(const Source *source, const DlTheme *theme) {
    return source->index / theme->n_palette;
}

static void choose_tones(GArray *sources, const DlTheme *theme) {
    for (guint i = 0; i < sources->len; i++) {
        Source *source = &g_array_index(sources, Source, i);
        DlTone tone = theme->palette[source->index % theme->n_palette];
        if (source->has_color && !theme->is_colorless)
            tone = dl_theme_tone(theme, source->color);
        source->look = new_look(theme, tone, round_of(source, theme));
    }
}

/* Gives shape and inlay to a source, unless another of the same colour has them. */
static bool take_shape(GHashTable *taken, Source *source, DlMarkShape shape,
                       DlInlay inlay) {
    const DlColor color = source->look.mark.light;
    const long key = lround(color.red * 255) << 21 | lround(color.green * 255) << 13 |
                     lround(color.blue * 255) << 5 | (long)shape << 2 | (long)inlay;
    source->look.shape = shape;
    source->look.inlay = inlay;
    return g_hash_table_add(taken, GINT_TO_POINTER((int)key + 1));
}

/* The next of the theme's shapes that is free, at last with something cut out; its
 * turn's where none is. */
static void find_shape(GHashTable *taken, Source *source, const DlTheme *theme) {
    const int round = round_of(source, theme);
    for (DlInlay inlay = DL_INLAY_NONE; inlay <= DL_INLAY_CLEFT; inlay++)
        for (int i = 0; i < theme->n_shapes; i++)
            if (take_shape(taken, source, theme->shapes[(round + i) % theme->n_shapes],
                           inlay))
                return;
    source->look.inlay = DL_INLAY_NONE;
    source->look.shape =
        source->has_shape ? source->shape : theme->shapes[round % theme->n_shapes];
}

/* Those that are asked for come first. */
static void choose_shapes(GArray *sources, const DlTheme *theme) {
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < sources->len; i++) {
        Source *source = &g_array_index(sources, Source, i);
        if (!source->has_shape ||
            !take_shape(taken, source, source->shape, DL_INLAY_NONE))
            g_ptr_array_add(others, source);
    }
    for (guint i = 0; i < others->len; i++)
        find_shape(taken, others->pdata[i], theme);
}

/* What the hue of an event stands for; NULL: nothing. */
static const void *subject_of(DlColorBy by, const DlEvent *event) {
    switch (by) {
    case DL_COLOR_BY_CATEGORY:
        return event->category;
    case DL_COLOR_BY_ACTOR:
        return event->actors->len > 0 ? event->actors->pdata[0] : NULL;
    case DL_COLOR_BY_STATUS:
        return &status_phrases[event->status];
    case DL_COLOR_BY_NONE:
        break;
    }
    return NULL;
}

/* Those that occur, in the order of the events. */
static GPtrArray *collect_subjects(DlHues *hues, GHashTable *seen) {
    GPtrArray *subjects = g_ptr_array_new();
    for (guint i = 0; i < hues->chart->events->len; i++) {
        const void *subject =
            subject_of(hues->chart->color, hues->chart->events->pdata[i]);
        if (subject == NULL)
            hues->has_none = true;
        else if (g_hash_table_add(seen, (void *)subject))
            g_ptr_array_add(subjects, (void *)subject);
    }
    return subjects;
}

/* All of them, so that a category looks the same in every chart. */
static void list_categories(const DlTimeline *timeline, GArray *sources) {
    for (guint i = 0; i < timeline->categories->len; i++) {
        const DlCategory *category = timeline->categories->pdata[i];
        const Source source = {
            .subject = category,
            .label = category->label,
            .index = category->index,
            .has_color = category->has_color,
            .has_shape = category->has_shape,
            .color = category->color,
            .shape = category->shape,
        };
        g_array_append_val(sources, source);
    }
}

static void list_actors(const GPtrArray *subjects, GArray *sources) {
    for (guint i = 0; i < subjects->len; i++) {
        const DlActor *actor = subjects->pdata[i];
        const Source source = {
            .subject = actor,
            .label = actor->name,
            .index = (int)i,
            .has_color = actor->has_color,
            .color = actor->color,
        };
        g_array_append_val(sources, source);
    }
}

/* Their signs differ by filling, so colours may come again. */
static void list_statuses(const DlTimeline *timeline, const DlTheme *theme,
                          GArray *sources) {
    for (int i = 0; i < (int)G_N_ELEMENTS(status_phrases); i++) {
        const Source source = {
            .subject = &status_phrases[i],
            .label = dl_phrase(timeline->words, status_phrases[i]),
            .status = (DlStatus)i,
            .index = MAX(i - 1, 0) % theme->n_palette,
        };
        g_array_append_val(sources, source);
    }
}

static void list_sources(const DlHues *hues, const DlTimeline *timeline,
                         const DlTheme *theme, const GPtrArray *subjects,
                         GArray *sources) {
    switch (hues->chart->color) {
    case DL_COLOR_BY_CATEGORY:
        list_categories(timeline, sources);
        break;
    case DL_COLOR_BY_ACTOR:
        list_actors(subjects, sources);
        break;
    case DL_COLOR_BY_STATUS:
        list_statuses(timeline, theme, sources);
        break;
    case DL_COLOR_BY_NONE:
        break;
    }
}

static void add_hues(DlHues *hues, const GArray *sources, GHashTable *seen) {
    for (guint i = 0; i < sources->len; i++) {
        const Source *source = &g_array_index(sources, Source, i);
        if (!g_hash_table_contains(seen, source->subject))
            continue;
        /* What has happened is the usual: it has the ink. */
        const bool is_usual = source->subject == &status_phrases[DL_STATUS_HAPPENED];
        const DlHue hue = {source->label, source->status, false,
                           is_usual ? hues->none : source->look};
        g_array_append_val(hues->hues, hue);
        g_hash_table_insert(hues->indices, (void *)source->subject,
                            GUINT_TO_POINTER(hues->hues->len));
    }
}

/* The hue of an event; NULL: none. */
static DlHue *find_hue(const DlHues *hues, const DlEvent *event) {
    const void *subject = subject_of(hues->chart->color, event);
    const guint index = GPOINTER_TO_UINT(g_hash_table_lookup(hues->indices, subject));
    return index == 0 ? NULL : &g_array_index(hues->hues, DlHue, index - 1);
}

static void find_spans(DlHues *hues) {
    for (guint i = 0; i < hues->chart->events->len; i++) {
        const DlEvent *event = hues->chart->events->pdata[i];
        DlHue *hue = find_hue(hues, event);
        if (hue != NULL && dl_event_is_dated(event) && dl_extent_of(event).is_span)
            hue->has_span = true;
    }
}

DlHues *dl_hues_new(const DlTimeline *timeline, const DlChart *chart,
                    const DlTheme *theme) {
    DlHues *hues = g_new0(DlHues, 1);
    hues->hues = g_array_new(false, true, sizeof(DlHue));
    hues->indices = g_hash_table_new(NULL, NULL);
    hues->chart = chart;
    hues->none = new_look(theme, theme->ink, 0);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) subjects = collect_subjects(hues, seen);
    g_autoptr(GArray) sources = g_array_new(false, true, sizeof(Source));
    list_sources(hues, timeline, theme, subjects, sources);
    choose_tones(sources, theme);
    if (chart->color != DL_COLOR_BY_STATUS)
        choose_shapes(sources, theme);
    add_hues(hues, sources, seen);
    find_spans(hues);
    return hues;
}

void dl_hues_free(DlHues *hues) {
    if (hues == NULL)
        return;
    g_array_unref(hues->hues);
    g_hash_table_unref(hues->indices);
    g_free(hues);
}

const DlHue *dl_hues_find(const DlHues *hues, const DlEvent *event) {
    return find_hue(hues, event);
}

const DlLook *dl_hues_look(const DlHues *hues, const DlEvent *event) {
    const DlHue *hue = find_hue(hues, event);
    return hue == NULL ? &hues->none : &hue->look;
}

bool dl_hues_have_patterns(const DlHues *hues) {
    for (guint i = 0; i < hues->hues->len; i++) {
        const DlHue *hue = &g_array_index(hues->hues, DlHue, i);
        if (hue->has_span && !dl_look_is_solid(&hue->look))
            return true;
    }
    return false;
}

bool dl_hues_differ(const DlHues *hues) {
    return hues->hues->len > 1 || (hues->hues->len == 1 && hues->has_none);
}
