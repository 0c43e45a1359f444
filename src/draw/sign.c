#include <math.h>

#include "draw/brush.h"

static const double HALO_WIDTH = 1;
static const double DOT = 0.4, SLASH = 0.7; /* of the radius */

static const DlFilling fillings[] = {
    [DL_STATUS_HAPPENED] = {.filled = true},
    [DL_STATUS_PLANNED] = {.dot = true},
    [DL_STATUS_EXPECTED] = {0},
    [DL_STATUS_POSSIBLE] = {.dash = 1.6, .gap = 1.2},
    [DL_STATUS_UNLIKELY] = {.dash = 1.6, .gap = 1.2, .slash = true},
    [DL_STATUS_DISPUTED] = {.half = true},
};

const DlFilling *dl_filling_of(DlStatus status) {
    return &fillings[status];
}

typedef struct {
    const DlPoint *corners; /* of a sign of radius 1 around 0, 0 */
    size_t n;
} Polygon;

#define POLYGON(corners)                                                               \
    { corners, G_N_ELEMENTS(corners) }

static const DlPoint diamond[] = {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
static const DlPoint square[] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
static const DlPoint triangle[] = {{0, -1.2}, {1.15, 0.85}, {-1.15, 0.85}};
static const DlPoint wedge[] = {{0, 1.2}, {-1.15, -0.85}, {1.15, -0.85}};
static const DlPoint plus[] = {
    {-0.42, -1.2}, {0.42, -1.2}, {0.42, -0.42}, {1.2, -0.42},
    {1.2, 0.42},   {0.42, 0.42}, {0.42, 1.2},   {-0.42, 1.2},
    {-0.42, 0.42}, {-1.2, 0.42}, {-1.2, -0.42}, {-0.42, -0.42},
};
static const DlPoint cross[] = {
    {0, -0.56}, {0.6, -1.16}, {1.16, -0.6}, {0.56, 0},  {1.16, 0.6},   {0.6, 1.16},
    {0, 0.56},  {-0.6, 1.16}, {-1.16, 0.6}, {-0.56, 0}, {-1.16, -0.6}, {-0.6, -1.16},
};
static const DlPoint star[] = {
    {0, -1.4}, {0.36, -0.5},  {1.33, -0.43}, {0.59, 0.19},   {0.82, 1.13},
    {0, 0.62}, {-0.82, 1.13}, {-0.59, 0.19}, {-1.33, -0.43}, {-0.36, -0.5},
};

/* The circle is none of them. */
static const Polygon polygons[] = {
    [DL_MARK_DIAMOND] = POLYGON(diamond),   [DL_MARK_SQUARE] = POLYGON(square),
    [DL_MARK_TRIANGLE] = POLYGON(triangle), [DL_MARK_WEDGE] = POLYGON(wedge),
    [DL_MARK_PLUS] = POLYGON(plus),         [DL_MARK_CROSS] = POLYGON(cross),
    [DL_MARK_STAR] = POLYGON(star),
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
    DlPath *path = dl_path_new();
    if (shape == DL_MARK_CIRCLE)
        dl_path_circle(path, centre, radius);
    else
        add_polygon(path, centre, radius, polygons[shape].corners, polygons[shape].n);
    return path;
}

static void add_half_circle(DlPath *path, DlPoint centre, double radius) {
    const double handle = dl_quarter_handle * radius;
    dl_path_move(path, centre.x, centre.y - radius);
    dl_path_curve(path, (DlPoint){centre.x - handle, centre.y - radius},
                  (DlPoint){centre.x - radius, centre.y - handle},
                  (DlPoint){centre.x - radius, centre.y});
    dl_path_curve(path, (DlPoint){centre.x - radius, centre.y + handle},
                  (DlPoint){centre.x - handle, centre.y + radius},
                  (DlPoint){centre.x, centre.y + radius});
    dl_path_close(path);
}

/* The part of a polygon left of its middle (Sutherland and Hodgman's clipping, for one
 * edge). */
static GArray *cut_left(const Polygon *polygon) {
    GArray *corners = g_array_new(false, false, sizeof(DlPoint));
    for (size_t i = 0; i < polygon->n; i++) {
        const DlPoint from = polygon->corners[i];
        const DlPoint to = polygon->corners[(i + 1) % polygon->n];
        if (from.x <= 0)
            g_array_append_val(corners, from);
        if ((from.x < 0 && to.x > 0) || (from.x > 0 && to.x < 0)) {
            const double share = from.x / (from.x - to.x);
            const DlPoint middle = {0, from.y + (to.y - from.y) * share};
            g_array_append_val(corners, middle);
        }
    }
    return corners;
}

static void add_half(DlSceneGroup *group, DlPoint centre, double radius,
                     DlMarkShape shape, DlTone tone) {
    DlPath *path = dl_path_new();
    if (shape == DL_MARK_CIRCLE) {
        add_half_circle(path, centre, radius);
    } else {
        g_autoptr(GArray) corners = cut_left(&polygons[shape]);
        const DlPoint *points = (const DlPoint *)(void *)corners->data;
        add_polygon(path, centre, radius, points, corners->len);
    }
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(tone);
}

static void add_details(DlSceneGroup *group, DlPoint centre, double radius,
                        const DlFilling *filling, const DlLook *look) {
    if (filling->half)
        add_half(group, centre, radius, look->shape, look->mark);
    if (filling->dot)
        dl_scene_add_shape(group, sign_path(centre, radius * DOT, DL_MARK_CIRCLE))
            ->fill = dl_brush_paint(look->mark);
    double reach = radius * SLASH;
    if (filling->slash)
        dl_brush_line(group, (DlPoint){centre.x - reach, centre.y + reach},
                      (DlPoint){centre.x + reach, centre.y - reach}, look->mark, 1);
}

/* Something cut out of a filled sign, or drawn across one that is not. */
static void add_inlay(DlSceneGroup *group, DlPoint centre, double radius, DlInlay inlay,
                      DlTone tone) {
    static const double WIDTH = 0.42, REACH = 1.4;
    const double reach = radius * REACH;
    const double x = inlay == DL_INLAY_SLIT ? reach : 0,
                 y = inlay == DL_INLAY_CLEFT ? reach : 0;
    if (inlay == DL_INLAY_NONE)
        return;
    dl_brush_line(group, (DlPoint){centre.x - x, centre.y - y},
                  (DlPoint){centre.x + x, centre.y + y}, tone, radius * WIDTH);
}

void dl_draw_sign(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, const DlLook *look, DlStatus status) {
    const DlFilling *filling = &fillings[status];
    const DlTheme *theme = brush->theme;
    double inner = filling->filled ? radius : radius - theme->ring_width / 4;
    DlSceneShape *body =
        dl_scene_add_shape(group, sign_path(centre, inner, look->shape));
    body->fill = dl_brush_paint(filling->filled ? look->mark : theme->paper);
    body->stroke_paint = dl_brush_paint(filling->filled ? theme->paper : look->mark);
    body->stroke.width = filling->filled ? HALO_WIDTH : theme->ring_width;
    body->stroke.dash = filling->dash;
    body->stroke.gap = filling->gap;
    add_details(group, centre, inner, filling, look);
    add_inlay(group, centre, inner, look->inlay,
              filling->filled ? theme->paper : look->mark);
}

void dl_draw_twin(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, DlTone tone) {
    DlPath *path = dl_path_new();
    dl_path_circle(path, centre, radius);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fill = dl_brush_paint(brush->theme->paper);
    shape->stroke_paint = dl_brush_paint(tone);
    shape->stroke =
        (DlStroke){.width = brush->theme->rule_width, .dash = 1, .gap = 0.8};
}
