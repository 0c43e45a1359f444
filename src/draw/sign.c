#include <math.h>

#include "draw/brush.h"

static const double RING_WIDTH = 1.3, HALO_WIDTH = 1;

/* How a status fills a sign, so that they differ without colour. */
typedef struct {
    bool filled, half, dot, slash;
    double dash, gap;
} Filling;

static const Filling fillings[] = {
    [DL_STATUS_HAPPENED] = {.filled = true},
    [DL_STATUS_PLANNED] = {.dot = true},
    [DL_STATUS_EXPECTED] = {0},
    [DL_STATUS_POSSIBLE] = {.dash = 1.6, .gap = 1.2},
    [DL_STATUS_UNLIKELY] = {.dash = 1.6, .gap = 1.2, .slash = true},
    [DL_STATUS_DISPUTED] = {.half = true},
};

static void add_polygon(DlPath *path, DlPoint centre, double radius,
                        const DlPoint *corners, size_t n) {
    for (size_t i = 0; i < n; i++) {
        double x = centre.x + radius * corners[i].x,
               y = centre.y + radius * corners[i].y;
        if (i == 0)
            dl_path_move(path, x, y);
        else
            dl_path_line(path, x, y);
    }
    dl_path_close(path);
}

static DlPath *sign_path(DlPoint centre, double radius, DlMarkShape shape) {
    static const DlPoint diamond[] = {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
    static const DlPoint square[] = {
        {-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
    static const DlPoint triangle[] = {{0, -1.2}, {1.15, 0.85}, {-1.15, 0.85}};
    static const struct {
        const DlPoint *corners;
        size_t n;
    } polygons[] = {
        [DL_MARK_DIAMOND] = {diamond, G_N_ELEMENTS(diamond)},
        [DL_MARK_SQUARE] = {square, G_N_ELEMENTS(square)},
        [DL_MARK_TRIANGLE] = {triangle, G_N_ELEMENTS(triangle)},
    };
    DlPath *path = dl_path_new();
    if (shape == DL_MARK_CIRCLE)
        dl_path_circle(path, centre, radius);
    else
        add_polygon(path, centre, radius, polygons[shape].corners, polygons[shape].n);
    return path;
}

static void add_half(DlSceneGroup *group, DlPoint centre, double radius, DlTone tone) {
    /* A cubic with this handle is a quarter circle to 0.03 %. */
    const double handle = 0.5523 * radius;
    DlPath *path = dl_path_new();
    dl_path_move(path, centre.x, centre.y - radius);
    dl_path_curve(path, (DlPoint){centre.x - handle, centre.y - radius},
                  (DlPoint){centre.x - radius, centre.y - handle},
                  (DlPoint){centre.x - radius, centre.y});
    dl_path_curve(path, (DlPoint){centre.x - radius, centre.y + handle},
                  (DlPoint){centre.x - handle, centre.y + radius},
                  (DlPoint){centre.x, centre.y + radius});
    dl_path_close(path);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(tone);
}

static void add_details(DlSceneGroup *group, DlPoint centre, double radius,
                        const Filling *filling, DlTone tone) {
    if (filling->half)
        add_half(group, centre, radius, tone);
    if (filling->dot)
        dl_scene_add_shape(group, sign_path(centre, radius * 0.4, DL_MARK_CIRCLE))
            ->fill = dl_brush_paint(tone);
    double reach = radius * 0.7;
    if (filling->slash)
        dl_brush_line(group, (DlPoint){centre.x - reach, centre.y + reach},
                      (DlPoint){centre.x + reach, centre.y - reach}, tone, 1);
}

void dl_draw_sign(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, DlMarkShape shape, DlStatus status, DlTone tone) {
    const Filling *filling = &fillings[status];
    double inner = filling->filled ? radius : radius - RING_WIDTH / 4;
    DlSceneShape *body = dl_scene_add_shape(group, sign_path(centre, inner, shape));
    body->fill = dl_brush_paint(filling->filled ? tone : brush->theme->paper);
    body->stroke_paint = dl_brush_paint(filling->filled ? brush->theme->paper : tone);
    body->stroke.width = filling->filled ? HALO_WIDTH : RING_WIDTH;
    body->stroke.dash = filling->dash;
    body->stroke.gap = filling->gap;
    add_details(group, centre, inner, filling, tone);
}

void dl_draw_twin(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  DlTone tone) {
    DlPath *path = dl_path_new();
    dl_path_circle(path, centre, brush->theme->mark_radius);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fill = dl_brush_paint(brush->theme->paper);
    shape->stroke_paint = dl_brush_paint(tone);
    shape->stroke = (DlStroke){.width = 0.6, .dash = 1, .gap = 0.8};
}

static const double PEAK = 0.62, END = 0.12, SHOULDER = 0.7;

/* A part of a bar along its axis, fading. */
typedef struct {
    double from, to, opacity_from, opacity_to;
} Fading;

static void add_fade(DlSceneGroup *group, DlBox box, bool vertical, Fading fading,
                     DlTone tone) {
    double length = fading.to - fading.from;
    if (length < 0.05)
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

/* At the end of a bar, which may be its left one. */
static void add_arrow(DlSceneGroup *group, const DlPlacedMark *mark, DlTone tone) {
    const DlBox *core = &mark->core;
    double thickness = mark->vertical ? core->width : core->height;
    double half = thickness * 0.95, reach = half * 1.4;
    DlPath *path = dl_path_new();
    if (mark->vertical) {
        double y = core->y + core->height, middle = core->x + core->width / 2;
        dl_path_move(path, middle - half, y);
        dl_path_line(path, middle, y + reach);
        dl_path_line(path, middle + half, y);
    } else {
        double x = mark->points_left ? core->x : core->x + core->width;
        double middle = core->y + core->height / 2;
        dl_path_move(path, x, middle - half);
        dl_path_line(path, x + (mark->points_left ? -reach : reach), middle);
        dl_path_line(path, x, middle + half);
    }
    dl_path_close(path);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(tone);
}

static void add_core(const DlBrush *brush, DlSceneGroup *group, DlBox core,
                     DlStatus status, DlTone tone) {
    if (core.width < 0.05 || core.height < 0.05)
        return;
    const Filling *filling = &fillings[status];
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, core);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fill = dl_brush_paint(filling->filled ? tone : brush->theme->paper);
    if (filling->filled)
        return;
    shape->stroke_paint = dl_brush_paint(tone);
    shape->stroke = (DlStroke){1, filling->dash * 2, filling->gap * 2, false};
}

void dl_draw_bar(const DlBrush *brush, DlSceneGroup *group, const DlPlacedMark *mark,
                 DlStatus status, DlTone tone) {
    DlBox core = mark->core, range = mark->range;
    bool vertical = mark->vertical;
    double core_start = start_of(core, vertical), core_end = end_of(core, vertical);
    double start = start_of(range, vertical), end = end_of(range, vertical);
    /* An end that nobody gives fades into nothing over the whole bar. */
    bool fades_in = core_start == start && mark->soft_start && !mark->cut.start;
    bool fades_out = core_end == end && mark->soft_end && !mark->cut.end;
    add_fade(group, range, vertical,
             (Fading){start, core_start, mark->cut.start ? SHOULDER : END, SHOULDER},
             tone);
    add_fade(group, range, vertical,
             (Fading){core_end, end, SHOULDER, mark->cut.end ? SHOULDER : END}, tone);
    if (fades_in || fades_out)
        add_fade(group, range, vertical,
                 (Fading){core_start, core_end, fades_in ? 0 : 1, fades_out ? 0 : 1},
                 tone);
    else
        add_core(brush, group, core, status, tone);
    if (mark->ongoing && !(mark->points_left ? mark->cut.start : mark->cut.end))
        add_arrow(group, mark, tone);
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
