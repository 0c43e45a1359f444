#include "layout/insets.h"

#include <math.h>

#include "layout/behind.h"
#include "layout/chain.h"
#include "layout/inset_marks.h"
#include "layout/ties.h"

static const double FAN = 16;     /* across: where guides run aslant */
static const double BETWEEN = 12; /* insets */
static const double GUTTER = 8;   /* beside an inset: guides to the next one pass */

/* What the insets of a chart are laid out with. */
typedef struct {
    const DlLayoutJob *job;
    DlNewPanel new_panel;
} Insets;

static guint count(const Insets *insets) {
    return insets->job->chart->insets->len;
}

static const DlChart *inset_at(const Insets *insets, guint i) {
    return g_ptr_array_index(insets->job->chart->insets, i);
}

/* ---- Where they stand ---- */

static double heights(const GPtrArray *panels, double between) {
    double height = 0;
    for (guint i = 0; i < panels->len; i++)
        height += ((const DlPanel *)g_ptr_array_index(panels, i))->box.height +
                  (i > 0 ? between : 0);
    return height;
}

static double highest(const GPtrArray *panels) {
    double height = 0;
    for (guint i = 0; i < panels->len; i++)
        height =
            fmax(height, ((const DlPanel *)g_ptr_array_index(panels, i))->box.height);
    return height;
}

/* What is below its heading comes to stand in the middle. */
static void grow(DlPanel *panel, double height) {
    DlPlacedText heading = panel->heading, note = panel->note;
    DlBox box = panel->box;
    dl_panel_move(panel, (height - box.height) / 2);
    panel->heading = heading;
    panel->note = note;
    panel->box = (DlBox){box.x, box.y, box.width, height};
}

static DlPanel *new_inset(const Insets *insets, guint i, double left, double right) {
    return dl_inset_panel_new(insets->new_panel, insets->job, inset_at(insets, i), left,
                              right);
}

/* Side by side, as wide as their events ask. NULL where one does not fit. */
static GPtrArray *new_row(const Insets *insets) {
    g_autoptr(GPtrArray) panels =
        g_ptr_array_new_with_free_func((GDestroyNotify)dl_panel_free);
    const DlLayoutJob *job = insets->job;
    double width = job->right - job->left - BETWEEN * (count(insets) - 1);
    double all = 0, left = job->left;
    for (guint i = 0; i < count(insets); i++)
        all += inset_at(insets, i)->events->len + 1.0;
    for (guint i = 0; i < count(insets); i++) {
        double own = width * (inset_at(insets, i)->events->len + 1) / all;
        DlPanel *panel = new_inset(insets, i, left, left + own);
        if (panel == NULL)
            return NULL;
        g_ptr_array_add(panels, panel);
        left += own + BETWEEN;
    }
    double height = highest(panels);
    for (guint i = 0; i < panels->len; i++)
        grow(g_ptr_array_index(panels, i), height);
    return g_steal_pointer(&panels);
}

/* One below the other; beside each, the guides to those below it pass. */
static GPtrArray *new_column(const Insets *insets, double left, double right,
                             double gutter) {
    g_autoptr(GPtrArray) panels =
        g_ptr_array_new_with_free_func((GDestroyNotify)dl_panel_free);
    for (guint i = 0; i < count(insets); i++) {
        double passing = gutter * (count(insets) - 1 - i);
        DlPanel *panel = new_inset(insets, i, left, right - passing);
        if (panel == NULL)
            return NULL;
        g_ptr_array_add(panels, panel);
    }
    return g_steal_pointer(&panels);
}

static void move_down(GPtrArray *panels, double between) {
    double y = 0;
    for (guint i = 0; i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        dl_panel_move(panel, y);
        y += panel->box.height + between;
    }
}

/* ---- Guides ---- */

static void add_point(DlPanel *panel, int line, DlPoint point) {
    g_array_append_val(panel->guides->lines[line], point);
}

static const DlPlacedStretch *stretch_at(const DlPanel *axis, guint i) {
    return &g_array_index(axis->stretches, DlPlacedStretch, i);
}

/* From the edge of the axis, or from behind what lies there. */
static void add_straight(const DlPanel *axis, DlPlacedLine line, DlPanel *panel) {
    static const double CLEAR = 2.5; /* from an axis to what is told from it */
    GArray *straight = panel->guides->straight;
    guint first = straight->len;
    g_autoptr(GArray) words = dl_panel_words(axis);
    dl_line_behind(line, words, straight);
    if (straight->len == first)
        return;
    DlPlacedLine *start = &g_array_index(straight, DlPlacedLine, first);
    if (hypot(start->from.x - line.from.x, start->from.y - line.from.y) < CLEAR)
        start->from = line.from;
}

/* Down through the rows, aslant to the corners; or to the gutter and down to it. */
static void add_guides_down(const DlPanel *axis, guint i, const DlPanel *above,
                            DlPanel *panel) {
    const DlPlacedStretch *stretch = stretch_at(axis, i);
    const double bottom = axis->box.y + axis->box.height;
    const DlPoint starts[] = {stretch->from, stretch->to};
    panel->guides = dl_placed_guides_new();
    for (int line = 0; line < 2; line++) {
        double x = panel->box.x + line * panel->box.width;
        if (above != NULL)
            x = above->box.x + above->box.width + (line + 1) * GUTTER / 3;
        const DlPoint turn = {starts[line].x, bottom};
        add_straight(axis, (DlPlacedLine){starts[line], turn}, panel);
        add_point(panel, line, turn);
        add_point(panel, line, (DlPoint){x, bottom + FAN});
        if (above != NULL)
            add_point(panel, line, (DlPoint){x, panel->box.y});
    }
}

/* The same beside an axis that runs down. */
static void add_guides_aside(const DlPanel *axis, guint i, double edge,
                             DlPanel *panel) {
    const DlPlacedStretch *stretch = stretch_at(axis, i);
    const DlPoint starts[] = {stretch->from, stretch->to};
    panel->guides = dl_placed_guides_new();
    for (int line = 0; line < 2; line++) {
        const DlPoint turn = {edge, starts[line].y};
        add_straight(axis, (DlPlacedLine){starts[line], turn}, panel);
        add_point(panel, line, turn);
        add_point(panel, line,
                  (DlPoint){panel->box.x, panel->box.y + line * panel->box.height});
    }
}

/* ---- Together with the axis ---- */

static void repeat_counts(const Insets *insets, const DlPanel *axis,
                          GPtrArray *panels) {
    for (guint i = 0; i < panels->len; i++)
        dl_inset_count_repeat(axis, i + 1, insets->job, g_ptr_array_index(panels, i));
}

/* 0: as much as need be. */
static double room_left(const DlBook *book, double below) {
    double room = dl_book_room(book) - below;
    return isfinite(room) ? room : 0;
}

static DlPanel *new_axis(const Insets *insets, double room, double right) {
    DlLayoutJob part = *insets->job;
    part.right = right;
    return insets->new_panel(&part, part.view, room);
}

static GPtrArray *join(DlPanel *axis, GPtrArray *panels) {
    g_ptr_array_insert(panels, 0, axis);
    return panels;
}

/* The axis above its insets; NULL where they do not fit. */
static GPtrArray *new_above(const Insets *insets, double room) {
    g_autoptr(GPtrArray) row = new_row(insets);
    g_autoptr(GPtrArray) column =
        count(insets) > 1 && insets->job->ties == NULL
            ? new_column(insets, insets->job->left, insets->job->right, GUTTER)
            : NULL;
    if (row == NULL && column == NULL)
        return NULL;
    bool in_row =
        row != NULL && (column == NULL || highest(row) <= heights(column, BETWEEN));
    g_autoptr(GPtrArray) panels = g_ptr_array_ref(in_row ? row : column);
    double taken = FAN + (in_row ? highest(row) : heights(column, BETWEEN));
    if (room > 0 && room - taken < insets->job->theme->band_height)
        return NULL;
    DlPanel *axis = new_axis(insets, room > 0 ? room - taken : 0, insets->job->right);
    if (axis == NULL)
        return NULL;
    if (!in_row)
        move_down(panels, BETWEEN);
    for (guint i = 0; i < panels->len; i++)
        dl_panel_move(g_ptr_array_index(panels, i),
                      axis->box.y + axis->box.height + FAN);
    dl_ties_place(insets->job, axis, panels);
    repeat_counts(insets, axis, panels);
    for (guint i = 0; i < panels->len; i++)
        add_guides_down(axis, i,
                        in_row || i == 0 ? NULL : g_ptr_array_index(panels, i - 1),
                        g_ptr_array_index(panels, i));
    return join(axis, g_steal_pointer(&panels));
}

/* Each as near to its stretch as the others and the axis' ends let it be. */
static void place_beside(const DlPanel *axis, GPtrArray *panels, double height) {
    g_autofree DlChainItem *chain = g_new0(DlChainItem, panels->len);
    for (guint i = 0; i < panels->len; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        const DlPlacedStretch *stretch = stretch_at(axis, i);
        chain[i] = (DlChainItem){
            .wanted = (stretch->from.y + stretch->to.y) / 2,
            .before = panel->box.height / 2,
            .after = panel->box.height / 2 + (i + 1 < panels->len ? BETWEEN : 0),
            .weight = 1,
        };
    }
    dl_chain_place(chain, panels->len, axis->box.y, axis->box.y + height);
    for (guint i = 0; i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        dl_panel_move(panel, chain[i].at - panel->box.height / 2);
    }
}

/* The axis left of its insets, which have this share of the width. Whether the axis
 * has room is found out first: on a page that is filled it is tried at one length. */
static GPtrArray *new_beside(const Insets *insets, double room, double share) {
    const DlLayoutJob *job = insets->job;
    double left = job->right - share * (job->right - job->left);
    g_autoptr(DlPanel) axis = new_axis(insets, room, left - FAN);
    if (axis == NULL)
        return NULL;
    g_autoptr(GPtrArray) panels = new_column(insets, left, job->right, 0);
    if (panels == NULL || (room > 0 && heights(panels, BETWEEN) > room))
        return NULL;
    place_beside(axis, panels, fmax(axis->box.height, heights(panels, BETWEEN)));
    dl_ties_place(job, axis, panels);
    repeat_counts(insets, axis, panels);
    for (guint i = 0; i < panels->len; i++)
        add_guides_aside(axis, i, left - FAN, g_ptr_array_index(panels, i));
    return join(g_steal_pointer(&axis), g_steal_pointer(&panels));
}

static double bottom(const GPtrArray *panels) {
    double lowest = 0;
    for (guint i = 0; i < panels->len; i++) {
        const DlBox *box = &((const DlPanel *)g_ptr_array_index(panels, i))->box;
        lowest = fmax(lowest, box->y + box->height);
    }
    return lowest;
}

/* On a page that is as high as need be, in the lowest way. */
static GPtrArray *new_beside_any(const Insets *insets, double room) {
    static const double SHARES[] = {0.42, 0.5, 0.34};
    GPtrArray *best = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(SHARES) && (best == NULL || room <= 0); i++) {
        GPtrArray *panels = new_beside(insets, room, SHARES[i]);
        bool better = panels != NULL && (best == NULL || bottom(panels) < bottom(best));
        GPtrArray *worse = better ? best : panels;
        best = better ? panels : best;
        if (worse != NULL)
            g_ptr_array_unref(worse);
    }
    return best;
}

static GHashTable *number_events(const DlChart *chart) {
    GHashTable *inset_of = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < chart->insets->len; i++) {
        const DlChart *inset = g_ptr_array_index(chart->insets, i);
        for (guint j = 0; j < inset->events->len; j++)
            g_hash_table_insert(inset_of, inset->events->pdata[j],
                                GUINT_TO_POINTER(i + 1));
    }
    return inset_of;
}

/* What several insets name is at home in the first of them. */
static void find_repeats(const GPtrArray *panels) {
    g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < panels->len; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        for (guint j = 0; j < panel->events->len; j++) {
            DlPlacedEvent *placed = g_ptr_array_index(panel->events, j);
            if (!placed->repeats)
                placed->repeats = !g_hash_table_add(named, (gpointer)placed->event);
        }
    }
}

bool dl_insets_add(DlBook *book, DlNewPanel new_panel, double below) {
    DlLayoutJob job = *book->job;
    g_autoptr(GHashTable) inset_of = number_events(job.chart);
    job.insets = job.chart->insets;
    job.inset_of = inset_of;
    g_autoptr(DlTies) ties = dl_ties_new(&job, NULL, INFINITY);
    job.ties = ties;
    const Insets insets = {.job = &job, .new_panel = new_panel};
    double room = room_left(book, below);
    if (room < 0)
        return false;
    g_autoptr(GPtrArray) panels =
        job.vertical ? new_beside_any(&insets, room) : new_above(&insets, room);
    if (panels == NULL)
        return false;
    find_repeats(panels);
    return dl_book_add_group(book, panels, room);
}
