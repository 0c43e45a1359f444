#include "layout/lanes.h"

#include <string.h>

#include "base/sorted.h"
#include "layout/lane_order.h"

/* The lanes while they are collected: all that could be, by a pointer or word that
 * stands for them, in their natural order. */
typedef struct {
    const DlTimeline *timeline;
    const GPtrArray *events;
    GPtrArray *keys;     /* of const void */
    GPtrArray *ids;      /* of const char, borrowed */
    GPtrArray *titles;   /* of char, owned */
    GPtrArray *besides;  /* of char, owned, or NULL */
    GHashTable *indexes; /* key -> index + 1 */
} Keys;

static void lane_free(void *data) {
    DlLane *lane = data;
    g_free(lane->title);
    g_free(lane->beside);
    g_free(lane);
}

static DlLane *lane_copy(const DlLane *lane) {
    DlLane *copy = g_new0(DlLane, 1);
    copy->title = g_strdup(lane->title);
    copy->beside = g_strdup(lane->beside);
    return copy;
}

static void span_free(void *data) {
    DlLaneSpan *span = data;
    g_array_unref(span->lanes);
    g_free(span);
}

static DlLanes *new_empty(void) {
    DlLanes *lanes = g_new0(DlLanes, 1);
    lanes->lanes = g_ptr_array_new_with_free_func(lane_free);
    lanes->spans = g_hash_table_new_full(NULL, NULL, NULL, span_free);
    lanes->empty = g_ptr_array_new_with_free_func(g_free);
    return lanes;
}

void dl_lanes_free(DlLanes *lanes) {
    if (lanes == NULL)
        return;
    g_ptr_array_unref(lanes->lanes);
    g_hash_table_unref(lanes->spans);
    g_ptr_array_unref(lanes->empty);
    g_free(lanes);
}

const DlLaneSpan *dl_lanes_span(const DlLanes *lanes, const DlEvent *event) {
    return g_hash_table_lookup(lanes->spans, event);
}

guint dl_lanes_last(const DlLanes *lanes, const DlEvent *event) {
    if (lanes == NULL)
        return 0;
    const GArray *all = dl_lanes_span(lanes, event)->lanes;
    return g_array_index(all, guint, all->len - 1);
}

static void add_key(Keys *keys, const void *key, const char *id, const char *title,
                    const char *beside) {
    if (g_hash_table_contains(keys->indexes, key))
        return;
    g_ptr_array_add(keys->keys, (void *)key);
    g_ptr_array_add(keys->ids, (void *)id);
    g_ptr_array_add(keys->titles, g_strdup(title));
    g_ptr_array_add(keys->besides, g_strdup(beside));
    g_hash_table_insert(keys->indexes, (void *)key, GUINT_TO_POINTER(keys->keys->len));
}

/* ---- What stands for a lane, by kind ---- */

static void collect_categories(Keys *keys) {
    for (guint i = 0; i < keys->timeline->categories->len; i++) {
        const DlCategory *category = g_ptr_array_index(keys->timeline->categories, i);
        add_key(keys, category, category->id, category->label, NULL);
    }
}

static void categories_of(const DlEvent *event, GPtrArray *keys) {
    if (event->category != NULL)
        g_ptr_array_add(keys, (void *)event->category);
}

static void collect_actors(Keys *keys) {
    for (guint i = 0; i < keys->timeline->actors->len; i++) {
        const DlActor *actor = g_ptr_array_index(keys->timeline->actors, i);
        add_key(keys, actor, actor->id, actor->name, actor->native);
    }
}

static void actors_of(const DlEvent *event, GPtrArray *keys) {
    for (guint i = 0; i < event->actors->len; i++)
        g_ptr_array_add(keys, g_ptr_array_index(event->actors, i));
}

static void free_places(void *places) {
    g_ptr_array_unref(places);
}

/* The places directly within each place, the last of the file first. */
static GHashTable *places_within(const GPtrArray *locations) {
    GHashTable *within = g_hash_table_new_full(NULL, NULL, NULL, free_places);
    for (guint i = locations->len; i-- > 0;) {
        const DlLocation *location = g_ptr_array_index(locations, i);
        GPtrArray *places = g_hash_table_lookup(within, location->within);
        if (places == NULL) {
            places = g_ptr_array_new();
            g_hash_table_insert(within, (gpointer)location->within, places);
        }
        g_ptr_array_add(places, (gpointer)location);
    }
    return within;
}

static void push_places(GPtrArray *stack, GHashTable *within, const DlLocation *place) {
    const GPtrArray *places = g_hash_table_lookup(within, place);
    for (guint i = 0; places != NULL && i < places->len; i++)
        g_ptr_array_add(stack, g_ptr_array_index(places, i));
}

/* A place, then those within it, as the file orders them. */
static void collect_places(Keys *keys) {
    g_autoptr(GHashTable) within = places_within(keys->timeline->locations);
    g_autoptr(GPtrArray) stack = g_ptr_array_new();
    push_places(stack, within, NULL);
    while (stack->len > 0) {
        const DlLocation *place = g_ptr_array_steal_index(stack, stack->len - 1);
        add_key(keys, place, place->id, place->name,
                place->within != NULL ? place->within->name : NULL);
        push_places(stack, within, place);
    }
}

static void places_of(const DlEvent *event, GPtrArray *keys) {
    if (event->location != NULL)
        g_ptr_array_add(keys, (void *)event->location);
}

static void collect_tags(Keys *keys) {
    for (guint i = 0; i < keys->timeline->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(keys->timeline->events, i);
        for (guint j = 0; j < event->tags->len; j++) {
            const char *tag = g_ptr_array_index(event->tags, j);
            add_key(keys, g_intern_string(tag), tag, tag, NULL);
        }
    }
}

static void tags_of(const DlEvent *event, GPtrArray *keys) {
    for (guint i = 0; i < event->tags->len; i++)
        g_ptr_array_add(keys,
                        (void *)g_intern_string(g_ptr_array_index(event->tags, i)));
}

static const struct {
    DlStatus status;
    DlPhrase phrase;
} statuses[] = {
    {DL_STATUS_HAPPENED, DL_PHRASE_HAPPENED}, {DL_STATUS_PLANNED, DL_PHRASE_PLANNED},
    {DL_STATUS_EXPECTED, DL_PHRASE_EXPECTED}, {DL_STATUS_POSSIBLE, DL_PHRASE_POSSIBLE},
    {DL_STATUS_UNLIKELY, DL_PHRASE_UNLIKELY}, {DL_STATUS_DISPUTED, DL_PHRASE_DISPUTED},
};

static void collect_statuses(Keys *keys) {
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        add_key(keys, &statuses[i],
                dl_name_of(&dl_status_names, (int)statuses[i].status),
                dl_phrase(keys->timeline->words, statuses[i].phrase), NULL);
}

static void statuses_of(const DlEvent *event, GPtrArray *keys) {
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (statuses[i].status == event->status)
            g_ptr_array_add(keys, (void *)&statuses[i]);
}

static const struct {
    void (*collect)(Keys *keys);
    void (*of)(const DlEvent *event, GPtrArray *keys);
    bool free_order; /* the file gives none that means anything */
} kinds[] = {
    [DL_LANES_CATEGORY] = {collect_categories, categories_of, false},
    [DL_LANES_ACTOR] = {collect_actors, actors_of, true},
    [DL_LANES_PLACE] = {collect_places, places_of, false},
    [DL_LANES_TAG] = {collect_tags, tags_of, true},
    [DL_LANES_STATUS] = {collect_statuses, statuses_of, false},
};

/* ---- Lanes ---- */

/* The indexes of the keys that the chart names, in its order; none: all. */
static GArray *given_order(const Keys *keys, const GPtrArray *ids) {
    GArray *given = g_array_new(false, false, sizeof(guint));
    for (guint i = 0; i < ids->len; i++)
        for (guint key = 0; key < keys->ids->len; key++)
            if (g_str_equal(g_ptr_array_index(ids, i),
                            g_ptr_array_index(keys->ids, key)))
                g_array_append_val(given, key);
    return given;
}

static bool is_given(const GArray *given, guint key) {
    for (guint i = 0; i < given->len; i++)
        if (g_array_index(given, guint, i) == key)
            return true;
    return given->len == 0;
}

/* The lanes of an event by index of key; the one past all keys is of those in none. */
static DlLaneSpan *span_of(const Keys *keys, const GArray *given, DlLanesKind kind,
                           const DlEvent *event) {
    g_autoptr(GPtrArray) of_event = g_ptr_array_new();
    kinds[kind].of(event, of_event);
    DlLaneSpan *span = g_new0(DlLaneSpan, 1);
    span->lanes = g_array_new(false, false, sizeof(guint));
    for (guint i = 0; i < of_event->len; i++) {
        gpointer index =
            g_hash_table_lookup(keys->indexes, g_ptr_array_index(of_event, i));
        guint lane = GPOINTER_TO_UINT(index) - 1;
        if (is_given(given, lane))
            g_array_append_val(span->lanes, lane);
    }
    if (span->lanes->len == 0)
        g_array_append_val(span->lanes, keys->keys->len);
    return span;
}

/* Renumbers what an event touches, each once, rising. */
static void renumber(DlLaneSpan *span, const GArray *positions) {
    GArray *lanes = span->lanes;
    for (guint i = 0; i < lanes->len; i++)
        g_array_index(lanes, guint, i) =
            g_array_index(positions, guint, g_array_index(lanes, guint, i));
    g_array_sort(lanes, dl_compare_guints);
    guint n = 0;
    for (guint i = 0; i < lanes->len; i++)
        if (n == 0 ||
            g_array_index(lanes, guint, n - 1) != g_array_index(lanes, guint, i))
            g_array_index(lanes, guint, n++) = g_array_index(lanes, guint, i);
    g_array_set_size(lanes, n);
}

static void add_lane(DlLanes *lanes, const Keys *keys, guint key) {
    DlLane *lane = g_new0(DlLane, 1);
    bool is_rest = key == keys->keys->len;
    const char *rest = dl_phrase(keys->timeline->words, DL_PHRASE_OTHERS);
    lane->title = g_strdup(is_rest ? rest : g_ptr_array_index(keys->titles, key));
    lane->beside = is_rest ? NULL : g_strdup(g_ptr_array_index(keys->besides, key));
    g_ptr_array_add(lanes->lanes, lane);
}

static bool *find_used(const Keys *keys, const DlLanes *lanes) {
    bool *used = g_new0(bool, keys->keys->len + 1);
    for (guint i = 0; i < keys->events->len; i++) {
        const DlLaneSpan *span =
            dl_lanes_span(lanes, g_ptr_array_index(keys->events, i));
        for (guint j = 0; j < span->lanes->len; j++)
            used[g_array_index(span->lanes, guint, j)] = true;
    }
    return used;
}

/* Those that are given and in use, then the rest. */
static GArray *used_of(const GArray *given, const bool *used, guint rest) {
    GArray *order = g_array_new(false, false, sizeof(guint));
    for (guint i = 0; i < given->len; i++)
        if (used[g_array_index(given, guint, i)])
            g_array_append_val(order, g_array_index(given, guint, i));
    if (used[rest])
        g_array_append_val(order, rest);
    return order;
}

/* Lanes of the keys in use, in their order; those that the chart asks for and that are
 * of no event are only named. */
static void make_lanes(DlLanes *lanes, const Keys *keys, const GArray *given,
                       bool free_order) {
    g_autofree bool *used = find_used(keys, lanes);
    g_autoptr(GArray) order =
        given->len > 0
            ? used_of(given, used, keys->keys->len)
            : dl_lane_order(lanes, keys->events, used, keys->keys->len + 1, free_order);
    g_autoptr(GArray) positions = g_array_new(false, true, sizeof(guint));
    g_array_set_size(positions, keys->keys->len + 1);
    for (guint i = 0; i < order->len; i++) {
        guint key = g_array_index(order, guint, i);
        g_array_index(positions, guint, key) = i;
        add_lane(lanes, keys, key);
    }
    for (guint key = 0; key < keys->keys->len; key++)
        if (!used[key] && given->len > 0 && is_given(given, key))
            g_ptr_array_add(lanes->empty,
                            g_strdup(g_ptr_array_index(keys->titles, key)));
    for (guint i = 0; i < keys->events->len; i++) {
        DlLaneSpan *span =
            g_hash_table_lookup(lanes->spans, g_ptr_array_index(keys->events, i));
        renumber(span, positions);
    }
}

DlLanes *dl_lanes_new(const DlTimeline *timeline, const DlChart *chart,
                      const GPtrArray *events) {
    if (chart->lanes == DL_LANES_NONE)
        return NULL;
    g_autoptr(GPtrArray) of_keys = g_ptr_array_new();
    g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) besides = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) indexes = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    Keys keys = {timeline, events, of_keys, ids, titles, besides, indexes};
    kinds[chart->lanes].collect(&keys);
    g_autoptr(GArray) given = given_order(&keys, chart->lane_ids);
    DlLanes *lanes = new_empty();
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = g_ptr_array_index(events, i);
        g_hash_table_insert(lanes->spans, (gpointer)event,
                            span_of(&keys, given, chart->lanes, event));
    }
    make_lanes(lanes, &keys, given, kinds[chart->lanes].free_order);
    return lanes;
}

/* What was a lane of all is which of these: of guint. */
static GArray *number_used(const DlLanes *all, const GPtrArray *events) {
    GArray *numbers = g_array_new(false, true, sizeof(guint));
    g_array_set_size(numbers, all->lanes->len);
    for (guint i = 0; i < events->len; i++) {
        const DlLaneSpan *span = dl_lanes_span(all, g_ptr_array_index(events, i));
        for (guint j = 0; j < span->lanes->len; j++)
            g_array_index(numbers, guint, g_array_index(span->lanes, guint, j)) = 1;
    }
    for (guint i = 0, n = 0; i < numbers->len; i++) {
        guint *number = &g_array_index(numbers, guint, i);
        n += *number;
        *number = *number > 0 ? n - 1 : G_MAXUINT;
    }
    return numbers;
}

DlLanes *dl_lanes_of(const DlLanes *all, const GPtrArray *events) {
    DlLanes *lanes = new_empty();
    g_autoptr(GArray) numbers = number_used(all, events);
    for (guint i = 0; i < numbers->len; i++)
        if (g_array_index(numbers, guint, i) != G_MAXUINT)
            g_ptr_array_add(lanes->lanes, lane_copy(g_ptr_array_index(all->lanes, i)));
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = g_ptr_array_index(events, i);
        DlLaneSpan *span = g_new0(DlLaneSpan, 1);
        span->lanes = g_array_copy(dl_lanes_span(all, event)->lanes);
        renumber(span, numbers);
        g_hash_table_insert(lanes->spans, (gpointer)event, span);
    }
    return lanes;
}
