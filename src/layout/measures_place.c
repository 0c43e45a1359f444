#include <math.h>

#include "layout/behind.h"
#include "layout/bracket.h"

static const double HOOK = 3.5; /* across: of an end, to both sides */
static const double SEEN = 3;   /* along: a doubt that is shorter is not drawn */
static const double SLASH = 3;  /* across: of a break, to both sides */
static const double LEAN = 1.5; /* along: of its slash */

/* ---- The bracket ---- */

typedef struct {
    const DlMeasures *measures;
    const DlBracket *bracket;
    DlFrame frame;
    double middle; /* across, of its row */
    DlPlacedMeasure *placed;
} Place;

static void add_line(const Place *place, GArray *lines, DlPoint from, DlPoint to) {
    DlPlacedLine line = {dl_frame_point(place->frame, from.x, from.y),
                         dl_frame_point(place->frame, to.x, to.y)};
    g_array_append_val(lines, line);
}

static void add_along(const Place *place, GArray *lines, double from, double to) {
    if (to > from)
        add_line(place, lines, (DlPoint){from, place->middle},
                 (DlPoint){to, place->middle});
}

/* Dashed where nobody says whether it goes so far. */
static void add_part(const Place *place, DlPart part) {
    const DlBracketEnd *from = &place->bracket->from, *to = &place->bracket->to;
    bool doubts_from = from->is_doubtful && from->latest - from->along > SEEN;
    bool doubts_to = to->is_doubtful && to->along - to->earliest > SEEN;
    double first = doubts_from ? fmin(from->latest, to->along) : part.from;
    double last = doubts_to ? fmax(to->earliest, first) : part.to;
    first = fmax(part.from, fmin(first, part.to));
    last = fmax(first, fmin(last, part.to));
    add_along(place, place->placed->dashes, part.from, first);
    add_along(place, place->placed->lines, first, last);
    add_along(place, place->placed->dashes, last, part.to);
}

/* The breaks of the axis that it runs over: of DlPart. */
static GArray *list_breaks(const Place *place) {
    GArray *breaks = g_array_new(false, false, sizeof(DlPart));
    const GArray *pieces = place->measures->scale->pieces;
    for (guint i = 0; i + 1 < pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(pieces, DlScalePiece, i);
        DlPart gap = {piece->to, piece[1].from};
        if (gap.to > gap.from && gap.from > place->bracket->from.along &&
            gap.to < place->bracket->to.along)
            g_array_append_val(breaks, gap);
    }
    return breaks;
}

static DlPart words_part(const Place *place) {
    const DlBracket *bracket = place->bracket;
    double length = dl_bracket_length(place->measures, bracket->words);
    return (DlPart){bracket->words_from - DL_BRACKET_GAP,
                    bracket->words_from + length + DL_BRACKET_GAP};
}

static void add_slash(const Place *place, double along) {
    DlPart words = words_part(place);
    if (place->bracket->is_around && along > words.from - LEAN &&
        along < words.to + LEAN)
        return;
    add_line(place, place->placed->lines,
             (DlPoint){along - LEAN, place->middle + SLASH},
             (DlPoint){along + LEAN, place->middle - SLASH});
}

static void add_hook(const Place *place, const DlBracketEnd *end) {
    if (!end->cut)
        add_line(place, place->placed->lines,
                 (DlPoint){end->along, place->middle - HOOK},
                 (DlPoint){end->along, place->middle + HOOK});
}

static void place_lines(const Place *place) {
    const DlBracket *bracket = place->bracket;
    g_autoptr(GArray) gaps = list_breaks(place);
    for (guint i = 0; i < gaps->len; i++) {
        add_slash(place, g_array_index(gaps, DlPart, i).from);
        add_slash(place, g_array_index(gaps, DlPart, i).to);
    }
    DlPart words = words_part(place);
    if (bracket->is_around)
        g_array_append_val(gaps, words);
    g_autoptr(GArray) parts =
        dl_part_without((DlPart){bracket->from.along, bracket->to.along}, gaps);
    for (guint i = 0; i < parts->len; i++)
        add_part(place, g_array_index(parts, DlPart, i));
    add_hook(place, &bracket->from);
    add_hook(place, &bracket->to);
}

static void place_bracket(const DlMeasures *measures, const DlBracket *bracket,
                          DlFrame frame, DlPanel *panel) {
    double middle = g_array_index(measures->middles, double, bracket->row);
    double depth = dl_bracket_depth(measures, bracket->words);
    DlPlacedMeasure *placed = dl_placed_measure_new(bracket->measure);
    const Place place = {measures, bracket, frame, middle, placed};
    place_lines(&place);
    placed->words = (DlPlacedText){
        .block = dl_text_block_copy(bracket->words, 1),
        .at = dl_frame_point(frame, bracket->words_from, middle - depth / 2),
    };
    g_ptr_array_add(panel->measures, placed);
}

/* ---- From the bracket to the mark ---- */

/* The near edge of the mark, or of the axis where that comes first or the mark is not
 * on its own. */
static double target_of(const DlPanel *panel, const DlPlacedEvent *placed) {
    const DlBox band = g_array_index(panel->bands, DlBox, 0);
    double edge = panel->vertical ? band.x : band.y;
    if (placed == NULL)
        return edge;
    const DlPlacedMark *mark = &placed->mark;
    double middle = panel->vertical ? mark->centre.x : mark->centre.y;
    double core = panel->vertical ? mark->core.x : mark->core.y;
    return fmin(edge, mark->is_bar ? core : middle - mark->radius);
}

static GHashTable *index_events(const DlPanel *panel) {
    GHashTable *index = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < panel->events->len; i++) {
        DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->has_mark && !g_hash_table_contains(index, placed->event))
            g_hash_table_insert(index, (gpointer)placed->event, placed);
    }
    return index;
}

static void place_guides(const DlMeasures *measures, DlFrame frame, DlPanel *panel) {
    g_autoptr(GArray) words = dl_panel_words(panel);
    g_autoptr(GHashTable) index = index_events(panel);
    guint first = panel->measures->len - measures->brackets->len;
    for (guint i = 0; i < measures->brackets->len; i++) {
        const DlBracket *bracket = g_ptr_array_index(measures->brackets, i);
        double middle = g_array_index(measures->middles, double, bracket->row);
        const DlBracketEnd *const ends[] = {&bracket->from, &bracket->to};
        for (size_t e = 0; e < G_N_ELEMENTS(ends); e++) {
            const DlPlacedEvent *placed =
                g_hash_table_lookup(index, bracket->events[e]);
            if (ends[e]->cut)
                continue;
            DlPoint start = dl_frame_point(frame, ends[e]->along, middle + HOOK);
            double target = target_of(panel, placed);
            DlPoint end = panel->vertical ? (DlPoint){target, start.y}
                                          : (DlPoint){start.x, target};
            DlPlacedMeasure *measure = g_ptr_array_index(panel->measures, first + i);
            dl_line_behind((DlPlacedLine){start, end}, words, measure->guides);
        }
    }
}

void dl_measures_place(const DlMeasures *measures, DlFrame frame, DlPanel *panel) {
    for (guint i = 0; i < measures->brackets->len; i++)
        place_bracket(measures, g_ptr_array_index(measures->brackets, i), frame, panel);
    if (measures->brackets->len > 0)
        place_guides(measures, frame, panel);
}
