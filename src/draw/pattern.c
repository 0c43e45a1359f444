#include <math.h>

#include "draw/brush.h"

static const double LINE_WIDTH = 0.9, DOT_RADIUS = 0.95;

/* A pattern is lines and spots. Weavers think of a bar that runs to the right, from
 * `from` to `to`, between the heights 0 and `height`. */
typedef struct {
    DlPath *lines, *spots;
    const DlPatch *patch;
    double from, to, height;
} Weave;

static DlPoint point_at(const Weave *weave, double along, double across) {
    const DlBox box = weave->patch->box;
    return weave->patch->vertical ? (DlPoint){box.x + across, along}
                                  : (DlPoint){along, box.y + across};
}

static void add_line(Weave *weave, double from, double from_across, double to,
                     double to_across) {
    const DlPoint start = point_at(weave, from, from_across);
    const DlPoint end = point_at(weave, to, to_across);
    dl_path_move(weave->lines, start.x, start.y);
    dl_path_line(weave->lines, end.x, end.y);
}

/* The first of the places that are `step` apart, on the whole page, from `from` on: so
 * the patterns of two bars meet. */
static double first_place(double from, double step) {
    return ceil(from / step) * step;
}

/* Lines at 45 degrees, `apart` along the bar, rising or falling. */
static void add_slant(Weave *weave, double apart, bool rises) {
    const double height = weave->height;
    for (double foot = first_place(weave->from - height, apart); foot < weave->to;
         foot += apart) {
        const double from = fmax(foot, weave->from),
                     to = fmin(foot + height, weave->to);
        const double first = from - foot, last = to - foot;
        add_line(weave, from, rises ? height - first : first, to,
                 rises ? height - last : last);
    }
}

static void weave_solid(Weave *weave) {
    dl_path_rectangle(weave->spots, weave->patch->box);
}

static void weave_hatch(Weave *weave) {
    add_slant(weave, 4, true);
}

static void weave_backhatch(Weave *weave) {
    add_slant(weave, 4, false);
}

static void weave_crosshatch(Weave *weave) {
    add_slant(weave, 5, true);
    add_slant(weave, 5, false);
}

static void weave_stripes(Weave *weave) {
    static const double APART = 3;
    for (double along = first_place(weave->from + 1, APART); along < weave->to - 1;
         along += APART)
        add_line(weave, along, 0, along, weave->height);
}

static void weave_rail(Weave *weave) {
    add_line(weave, weave->from, weave->height / 2, weave->to, weave->height / 2);
}

static void weave_dots(Weave *weave) {
    static const double APART = 4, EDGE = 0.5;
    const double radius = DOT_RADIUS * weave->patch->strength;
    for (double along = first_place(weave->from + DOT_RADIUS + EDGE, APART);
         along < weave->to - DOT_RADIUS - EDGE; along += APART)
        dl_path_circle(weave->spots, point_at(weave, along, weave->height / 2), radius);
}

static void weave_checks(Weave *weave) {
    static const double APART = 12;
    const double height = weave->height * weave->patch->strength;
    for (double along = first_place(weave->from - APART / 2, APART); along < weave->to;
         along += APART) {
        const double from = fmax(along, weave->from);
        const double length = fmin(along + APART / 2, weave->to) - from;
        const DlPoint corner = point_at(weave, from, (weave->height - height) / 2);
        const bool vertical = weave->patch->vertical;
        dl_path_rectangle(weave->spots,
                          (DlBox){corner.x, corner.y, vertical ? height : length,
                                  vertical ? length : height});
    }
}

static void (*const weavers[])(Weave *weave) = {
    [DL_PATTERN_SOLID] = weave_solid,
    [DL_PATTERN_HATCH] = weave_hatch,
    [DL_PATTERN_DOTS] = weave_dots,
    [DL_PATTERN_STRIPES] = weave_stripes,
    [DL_PATTERN_BACKHATCH] = weave_backhatch,
    [DL_PATTERN_CHECKS] = weave_checks,
    [DL_PATTERN_CROSSHATCH] = weave_crosshatch,
    [DL_PATTERN_RAIL] = weave_rail,
};

/* Takes the path; NULL where it is empty. */
static DlSceneShape *add_path(DlSceneGroup *group, DlPath *path, DlFade fade) {
    if (path->steps->len == 0) {
        dl_path_free(path);
        return NULL;
    }
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fade = fade;
    return shape;
}

static Weave new_weave(const DlPatch *patch) {
    const DlBox box = patch->box;
    const bool vertical = patch->vertical;
    return (Weave){
        .lines = dl_path_new(),
        .spots = dl_path_new(),
        .patch = patch,
        .from = vertical ? box.y : box.x,
        .to = vertical ? box.y + box.height : box.x + box.width,
        .height = vertical ? box.width : box.height,
    };
}

static void draw_patch(DlSceneGroup *group, const DlPatch *patch, DlPattern pattern,
                       const DlLook *look) {
    Weave weave = new_weave(patch);
    weavers[pattern](&weave);
    DlSceneShape *lines = add_path(group, weave.lines, patch->fade);
    if (lines != NULL) {
        lines->stroke_paint = dl_brush_paint(look->mark);
        lines->stroke.width = LINE_WIDTH * patch->strength;
    }
    DlSceneShape *spots = add_path(group, weave.spots, patch->fade);
    if (spots != NULL)
        spots->fill = dl_brush_paint(look->mark);
}

/* Half of a patch along its axis. */
static DlPatch half_of(const DlPatch *patch, bool lower) {
    DlPatch half = *patch;
    double *const at = patch->vertical ? &half.box.x : &half.box.y;
    double *const size = patch->vertical ? &half.box.width : &half.box.height;
    *size /= 2;
    *at += lower ? *size : 0;
    return half;
}

void dl_draw_pattern(DlSceneGroup *group, const DlPatch *patch, const DlLook *look) {
    if (look->pattern == look->lower) {
        if (look->pattern != DL_PATTERN_SOLID)
            draw_patch(group, patch, look->pattern, look);
        return;
    }
    const DlPatch upper = half_of(patch, false), lower = half_of(patch, true);
    draw_patch(group, &upper, look->pattern, look);
    draw_patch(group, &lower, look->lower, look);
}
