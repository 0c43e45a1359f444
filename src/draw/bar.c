#include <math.h>

#include "draw/brush.h"

static const double LEAST_SEEN = 0.05; /* points: what is shorter is not drawn */
static const double PEAK = 0.62, END = 0.12, SHOULDER = 0.7;

/* A part of a bar along its axis, fading. */
typedef struct {
    double from, to, opacity_from, opacity_to;
} Fading;

static void add_fade(DlSceneGroup *group, DlBox box, bool vertical, Fading fading,
                     DlTone tone) {
    double length = fading.to - fading.from;
    if (length < LEAST_SEEN)
        return;
    DlBox part = vertical ? (DlBox){box.x, fading.from, box.width, length}
                          : (DlBox){fading.from, box.y, length, box.height};
    DlPoint end = {part.x + (vertical ? 0 : length), part.y + (vertical ? length : 0)};
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, part);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fill = dl_brush_paint(tone);
    shape->fade =
        (DlFade){true, {part.x, part.y}, end, fading.opacity_from, fading.opacity_to};
}

/* Both ends of a box along its axis. */
static double start_of(DlBox box, bool vertical) {
    return vertical ? box.y : box.x;
}

static double end_of(DlBox box, bool vertical) {
    return vertical ? box.y + box.height : box.x + box.width;
}

void dl_draw_range(DlSceneGroup *group, DlBox box, DlPoint centre, DlEnds cut,
                   bool vertical, DlTone tone) {
    double middle = vertical ? centre.y : centre.x;
    add_fade(group, box, vertical,
             (Fading){start_of(box, vertical), middle, cut.start ? PEAK : END, PEAK},
             tone);
    add_fade(group, box, vertical,
             (Fading){middle, end_of(box, vertical), PEAK, cut.end ? PEAK : END}, tone);
}

/* points; without the overlap a line would be seen between a bar and its arrow */
static const double WIDEST_WINGS = 6, LONGEST_ARROW = 7, OVERLAP = 0.5;
static const double FLARE = 0.95, SLOPE = 1.4; /* of the bar's height, of the arrow's */

/* A point so far from the end of a bar, along its axis as the arrow points, and across.
 */
static DlPoint arrow_corner(const DlPlacedMark *mark, DlPoint from_end) {
    const DlBox *core = &mark->core;
    if (mark->vertical)
        return (DlPoint){core->x + core->width / 2 + from_end.y,
                         core->y + core->height + from_end.x};
    const double x =
        mark->points_left ? core->x - from_end.x : core->x + core->width + from_end.x;
    return (DlPoint){x, core->y + core->height / 2 + from_end.y};
}

/* At the end of a bar, which may be its left one; a thin one has wings. */
static void add_arrow(DlSceneGroup *group, const DlPlacedMark *mark, DlTone tone) {
    const DlBox *core = &mark->core;
    const double thickness = mark->vertical ? core->width : core->height;
    const double half = fmax(thickness / 2, fmin(thickness * FLARE, WIDEST_WINGS));
    const double reach = fmin(half * SLOPE, LONGEST_ARROW);
    const DlPoint corners[] = {{-OVERLAP, -thickness / 2},
                               {0, -thickness / 2},
                               {0, -half},
                               {reach, 0},
                               {0, half},
                               {0, thickness / 2},
                               {-OVERLAP, thickness / 2}};
    DlPath *path = dl_path_new();
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        const DlPoint corner = arrow_corner(mark, corners[i]);
        (i == 0 ? dl_path_move : dl_path_line)(path, corner.x, corner.y);
    }
    dl_path_close(path);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(tone);
}

static DlSceneShape *add_box(DlSceneGroup *group, DlBox box) {
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, box);
    return dl_scene_add_shape(group, path);
}

void dl_draw_core(const DlBrush *brush, DlSceneGroup *group, DlBox core, bool vertical,
                  DlStatus status, const DlLook *look) {
    /* of the pattern where the bar is not of what has happened */
    static const double FAINT = 0.5;
    if (core.width < LEAST_SEEN || core.height < LEAST_SEEN)
        return;
    const DlFilling *filling = dl_filling_of(status);
    bool is_solid = filling->filled && dl_look_is_solid(look);
    DlSceneShape *shape = add_box(group, core);
    shape->fill = dl_brush_paint(is_solid ? look->mark : brush->theme->paper);
    if (is_solid)
        return;
    shape->stroke_paint = dl_brush_paint(look->mark);
    shape->stroke = (DlStroke){1, filling->dash * 2, filling->gap * 2, false};
    const DlPatch patch = {
        core, vertical, filling->filled ? 1 : FAINT, {.used = false}};
    dl_draw_pattern(group, &patch, look);
}

static void add_faded_part(DlSceneGroup *group, DlBox core, bool vertical,
                           Fading fading, const DlLook *look) {
    if (dl_look_is_solid(look)) {
        add_fade(group, core, vertical, fading, look->mark);
        return;
    }
    *(vertical ? &core.y : &core.x) = fading.from;
    *(vertical ? &core.height : &core.width) = fading.to - fading.from;
    DlPoint end = {core.x + (vertical ? 0 : core.width),
                   core.y + (vertical ? core.height : 0)};
    const DlPatch patch = {
        core,
        vertical,
        1,
        {true, {core.x, core.y}, end, fading.opacity_from, fading.opacity_to}};
    DlSceneShape *outline = add_box(group, core);
    outline->stroke_paint = dl_brush_paint(look->mark);
    outline->stroke.width = 1;
    outline->fade = patch.fade;
    dl_draw_pattern(group, &patch, look);
}

/* A part of a bar that comes from nobody knows where, or goes there: in dashes, longer
 * and stronger towards what is known. A fade would tell a range of dates. */
static void add_dashes(DlSceneGroup *group, DlBox core, bool vertical, Fading whole,
                       const DlLook *look) {
    static const struct {
        double from, to, opacity; /* of the part */
    } dashes[] = {{0, 0.09, 0.35}, {0.19, 0.34, 0.55}, {0.44, 0.65, 0.8}, {0.75, 1, 1}};
    const bool rises = whole.opacity_to > whole.opacity_from;
    const double length = whole.to - whole.from;
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
        const double from = dashes[i].from * length, to = dashes[i].to * length;
        const double opacity = dashes[i].opacity;
        const Fading dash = {rises ? whole.from + from : whole.to - to,
                             rises ? whole.from + to : whole.to - from, opacity,
                             opacity};
        add_faded_part(group, core, vertical, dash, look);
    }
}

/* A bar whose end is in doubt fades over all of its length, one of which both are, from
 * its middle both ways. */
static void add_soft_core(DlSceneGroup *group, const DlPlacedMark *mark, DlEnds soft,
                          const DlLook *look) {
    DlBox core = mark->core;
    bool vertical = mark->vertical;
    double start = start_of(core, vertical), end = end_of(core, vertical);
    double peak = soft.start && soft.end ? (start + end) / 2 : soft.start ? end : start;
    const Fading parts[] = {{start, peak, 0, 1}, {peak, end, 1, 0}};
    const bool are_open[] = {mark->open.start, mark->open.end};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].to - parts[i].from <= LEAST_SEEN)
            continue;
        if (are_open[i])
            add_dashes(group, core, vertical, parts[i], look);
        else
            add_faded_part(group, core, vertical, parts[i], look);
    }
}

void dl_draw_bar(const DlBrush *brush, DlSceneGroup *group, const DlPlacedMark *mark,
                 DlStatus status, const DlLook *look) {
    DlBox core = mark->core, range = mark->range;
    bool vertical = mark->vertical;
    double core_start = start_of(core, vertical), core_end = end_of(core, vertical);
    double start = start_of(range, vertical), end = end_of(range, vertical);
    const DlEnds soft = {core_start == start && mark->soft_start && !mark->cut.start,
                         core_end == end && mark->soft_end && !mark->cut.end};
    add_fade(group, range, vertical,
             (Fading){start, core_start, mark->cut.start ? SHOULDER : END, SHOULDER},
             look->mark);
    add_fade(group, range, vertical,
             (Fading){core_end, end, SHOULDER, mark->cut.end ? SHOULDER : END},
             look->mark);
    if (soft.start || soft.end)
        add_soft_core(group, mark, soft, look);
    else
        dl_draw_core(brush, group, core, vertical, status, look);
    if (mark->ongoing && !(mark->points_left ? mark->cut.start : mark->cut.end))
        add_arrow(group, mark, look->mark);
}

/* A place so far from the middle of a gap, along its axis and across. */
static DlPoint gap_corner(DlPoint middle, bool vertical, double along, double across) {
    return vertical ? (DlPoint){middle.x + across, middle.y + along}
                    : (DlPoint){middle.x + along, middle.y + across};
}

void dl_draw_bar_break(const DlBrush *brush, DlSceneGroup *group, DlBox bar, DlBox gap,
                       bool vertical, DlTone tone) {
    static const double WIDTH = 7, LEAN = 1.5, REACH = 1.5;
    DlPoint middle = vertical
                         ? (DlPoint){bar.x + bar.width / 2, gap.y + gap.height / 2}
                         : (DlPoint){gap.x + gap.width / 2, bar.y + bar.height / 2};
    double reach = (vertical ? bar.width : bar.height) / 2 + REACH;
    const DlPoint corners[] = {
        gap_corner(middle, vertical, -WIDTH / 2 + LEAN, -reach),
        gap_corner(middle, vertical, -WIDTH / 2 - LEAN, reach),
        gap_corner(middle, vertical, WIDTH / 2 - LEAN, reach),
        gap_corner(middle, vertical, WIDTH / 2 + LEAN, -reach),
    };
    DlPath *path = dl_path_new();
    dl_path_move(path, corners[0].x, corners[0].y);
    for (int i = 1; i < 4; i++)
        dl_path_line(path, corners[i].x, corners[i].y);
    dl_path_close(path);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->paper);
    dl_brush_line(group, corners[1], corners[0], tone, 1);
    dl_brush_line(group, corners[2], corners[3], tone, 1);
}
