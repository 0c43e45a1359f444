#include "layout/inset_marks.h"

#include <math.h>

#include "layout/insets.h"
#include "layout/style.h"
#include "layout/tie_course.h"

static const double SIDE_AIR = 2.5; /* of a count, beside its number */

/* ---- The stretches ---- */

static void widen(DlAlong *stretch, double from, double to) {
    stretch->from = fmin(stretch->from, from);
    stretch->to = fmax(stretch->to, to);
}

/* By time; on a scale of steps, those of the events. */
static DlAlong stretch_of(const GPtrArray *items, const DlScale *scale, guint number,
                          const DlChart *inset) {
    if (scale->steps == NULL) {
        DlStretch window = dl_scale_window(scale);
        return (DlAlong){dl_scale_position(scale, MAX(inset->from, window.from)),
                         dl_scale_position(scale, MIN(inset->to, window.to - 1) + 1)};
    }
    DlAlong stretch = {INFINITY, -INFINITY};
    double half = dl_scale_length(scale) / scale->steps->len / 2;
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (item->inset == number)
            widen(&stretch, item->along - half, item->along + half);
    }
    return stretch;
}

GArray *dl_inset_stretches(const GPtrArray *items, const DlAxis *axis,
                           const DlLayoutJob *job) {
    GArray *stretches = g_array_new(false, false, sizeof(DlAlong));
    for (guint i = 0; job->insets != NULL && i < job->insets->len; i++) {
        DlAlong stretch =
            stretch_of(items, axis->scale, i + 1, g_ptr_array_index(job->insets, i));
        g_array_append_val(stretches, stretch);
    }
    return stretches;
}

void dl_inset_stretches_place(const GArray *stretches, DlFrame frame, double half,
                              DlPanel *panel) {
    for (guint i = 0; i < stretches->len; i++) {
        const DlAlong *along = &g_array_index(stretches, DlAlong, i);
        DlPlacedStretch placed = {dl_frame_point(frame, along->from, half),
                                  dl_frame_point(frame, along->to, half)};
        g_array_append_val(panel->stretches, placed);
    }
}

void dl_inset_walls_add(GPtrArray *items, const GArray *stretches,
                        const DlLayoutJob *job) {
    for (guint i = 0; i < stretches->len; i++) {
        const DlChart *inset = g_ptr_array_index(job->insets, i);
        const DlEvent *event = g_ptr_array_index(inset->events, 0);
        const DlAlong *along = &g_array_index(stretches, DlAlong, i);
        g_ptr_array_add(items, dl_item_new_wall(event, along->from, false));
        g_ptr_array_add(items, dl_item_new_wall(event, along->to, false));
    }
}

/* ---- The marks ---- */

/* The points of one inset, taken out of the items, by place. */
static GPtrArray *take_points(GPtrArray *items, guint inset) {
    GPtrArray *points = g_ptr_array_new();
    guint others = 0;
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (item->inset == inset && item->role == DL_ITEM_MARK && !item->is_bar)
            g_ptr_array_add(points, item);
        else
            items->pdata[others++] = item;
    }
    g_ptr_array_set_free_func(items, NULL);
    g_ptr_array_set_size(items, (int)others);
    g_ptr_array_set_free_func(items, dl_item_free);
    g_ptr_array_sort(points, dl_item_compare_places);
    return points;
}

/* Where marks hold numbers of the key, a count shows that it is none. */
static DlTextBlock *shape_number(const DlLayoutJob *job, guint number) {
    g_autofree char *text =
        g_strdup_printf(dl_job_marks_hold_numbers(job) ? "×%u" : "%u", number);
    return dl_style_shape(job, DL_STYLE_NUMBER, text, 0);
}

static DlItem *new_count(const GPtrArray *points, DlSlotGroup group,
                         const DlLayoutJob *job) {
    DlItem *first = g_ptr_array_index(points, group.first);
    const DlItem *last = g_ptr_array_index(points, group.first + group.n - 1);
    double middle = (first->along + last->along) / 2;
    DlItem *count = g_memdup2(first, sizeof *first);
    g_autoptr(DlTextBlock) block = shape_number(job, group.n);
    count->role = DL_ITEM_COUNT;
    count->shows_range = false;
    count->along = count->possible_from = count->possible_to = middle;
    count->certain_from = count->certain_to = middle;
    count->number_width = block->width;
    count->counted = g_ptr_array_new();
    for (guint i = 0; i < group.n; i++)
        g_ptr_array_add(count->counted, (gpointer)((const DlItem *)g_ptr_array_index(
                                                       points, group.first + i))
                                            ->event);
    return count;
}

/* How many points from one on hide one another. */
static guint count_hidden(const GPtrArray *points, guint first, double apart) {
    const DlItem *start = g_ptr_array_index(points, first);
    guint n = 1;
    while (first + n < points->len &&
           ((const DlItem *)g_ptr_array_index(points, first + n))->along <
               start->along + apart)
        n++;
    return n;
}

void dl_inset_marks_merge(GPtrArray *items, const DlLayoutJob *job) {
    double apart = 2 * job->marks.radius + 1;
    for (guint inset = 1; job->insets != NULL && inset <= job->insets->len; inset++) {
        g_autoptr(GPtrArray) points = take_points(items, inset);
        for (guint i = 0; i < points->len;) {
            DlSlotGroup group = {i, count_hidden(points, i, apart)};
            i += group.n;
            if (group.n == 1) {
                g_ptr_array_add(items, g_ptr_array_index(points, group.first));
                continue;
            }
            g_ptr_array_add(items, new_count(points, group, job));
            for (guint j = group.first; j < i; j++)
                dl_item_free(g_ptr_array_index(points, j));
        }
    }
}

double dl_inset_count_half(const DlItem *item) {
    return item->number_width / 2 + SIDE_AIR;
}

/* Around its centre. */
static void place_count(DlPlacedCount *count, const DlLayoutJob *job, DlPoint centre) {
    static const double AIR = 0.4;
    DlTextBlock *block = shape_number(job, count->count);
    double half = block->width / 2 + SIDE_AIR, height = job->marks.pitch - 2 * AIR;
    count->box = (DlBox){centre.x - half, centre.y - height / 2, 2 * half, height};
    count->number = (DlPlacedText){
        .at = {centre.x - block->width / 2, centre.y - block->height / 2},
        .block = block,
    };
}

DlPlacedCount *dl_inset_count_place(const DlItem *item, const DlLayoutJob *job,
                                    DlPoint centre) {
    DlPlacedCount *count = dl_placed_count_new();
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < item->counted->len; i++)
        g_string_append_printf(
            ids, "%s%s", i > 0 ? " " : "",
            ((const DlEvent *)g_ptr_array_index(item->counted, i))->id);
    count->count = item->counted->len;
    count->inset = item->inset;
    count->events = g_string_free(g_steal_pointer(&ids), false);
    place_count(count, job, centre);
    return count;
}

/* NULL where there is none, or more than one. */
static const DlPlacedCount *only_count(const DlPanel *axis, guint inset) {
    const DlPlacedCount *only = NULL;
    for (guint i = 0; i < axis->counts->len; i++) {
        const DlPlacedCount *count = g_ptr_array_index(axis->counts, i);
        if (count->inset == inset && only != NULL)
            return NULL;
        only = count->inset == inset ? count : only;
    }
    return only;
}

static bool is_passed(const GPtrArray *relations, DlBox box) {
    for (guint i = 0; i < relations->len; i++)
        if (dl_tie_comes_to(g_ptr_array_index(relations, i), box))
            return true;
    return false;
}

/* "events", and what the note said before. */
static char *counted_words(const DlLayoutJob *job, const DlPanel *panel) {
    const DlLanguage *words = job->timeline->words;
    const char *events = dl_phrase(words, DL_PHRASE_COUNTED);
    return panel->note.block == NULL
               ? g_strdup(events)
               : dl_words_beside(events, dl_phrase(words, DL_PHRASE_EQUAL_STEPS));
}

/* Before the words, which take the place of the note; false where there is no room. */
static bool put_before_words(const DlPanel *axis, const DlLayoutJob *job, DlBox pill,
                             DlPanel *panel) {
    static const double GAP = 3;
    g_autofree char *words = counted_words(job, panel);
    DlPlacedText note = {.block = NULL};
    double from = pill.x + pill.width + GAP;
    if (!dl_inset_note_shape(job, words, from, panel, &note))
        return false;
    pill.width += GAP + note.block->width;
    if (is_passed(axis->relations, pill)) {
        dl_text_block_free(note.block);
        return false;
    }
    dl_text_block_free(panel->note.block);
    panel->note = note;
    return true;
}

/* Where the count of that size goes on the heading's line; without width: nowhere. */
static DlBox find_pill(const DlPanel *axis, const DlLayoutJob *job, DlBox size,
                       DlPanel *panel) {
    static const double GAP = 8;
    const DlPlacedText *heading = &panel->heading, *note = &panel->note;
    double middle = heading->at.y + heading->block->height / 2;
    double end = heading->at.x + heading->block->width + GAP;
    DlBox pill = {end, middle - size.height / 2, size.width, size.height};
    if (put_before_words(axis, job, pill, panel))
        return pill;
    if (note->block == NULL)
        return is_passed(axis->relations, pill) ? dl_box_empty : pill;
    pill.x = note->at.x;
    if (put_before_words(axis, job, pill, panel))
        return pill;
    pill.x = note->at.x + note->block->width + GAP;
    return is_passed(axis->relations, pill) ? dl_box_empty : pill;
}

void dl_inset_count_repeat(const DlPanel *axis, guint inset, const DlLayoutJob *job,
                           DlPanel *panel) {
    static const double PAD = 8;
    const DlPlacedCount *shown = only_count(axis, inset);
    if (shown == NULL || panel->heading.block->lines->len > 1)
        return;
    DlBox pill = find_pill(axis, job, shown->box, panel);
    if (dl_box_is_empty(pill) ||
        pill.x + pill.width > panel->box.x + panel->box.width - PAD)
        return;
    DlPlacedCount *count = dl_placed_count_new();
    count->count = shown->count;
    count->inset = inset;
    count->events = g_strdup(shown->events);
    place_count(count, job,
                (DlPoint){pill.x + pill.width / 2, pill.y + pill.height / 2});
    g_ptr_array_add(panel->counts, count);
}
