#include "draw/brush.h"

/* Between the paper and the axis: what can be read on both can be read on it. */
static DlColor mix(DlColor paper, DlColor band, double share) {
    return (DlColor){paper.red + (band.red - paper.red) * share,
                     paper.green + (band.green - paper.green) * share,
                     paper.blue + (band.blue - paper.blue) * share, 1};
}

static DlPaint tint_of(const DlTheme *theme, bool is_light) {
    static const double LIGHT = 0.4, FULL = 1;
    double share = is_light ? LIGHT : FULL;
    return (DlPaint){mix(theme->paper.light, theme->band.light, share),
                     mix(theme->paper.dark, theme->band.dark, share)};
}

static void draw_tint(DlSceneGroup *group, const DlPlacedTint *tint, DlPaint paint,
                      bool vertical) {
    const DlBox box = tint->box;
    const DlPoint end = {box.x + (vertical ? 0 : box.width),
                         box.y + (vertical ? box.height : 0)};
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, box);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->fill = paint;
    if (tint->start < 1 || tint->end < 1)
        shape->fade = (DlFade){true, {box.x, box.y}, end, tint->start, tint->end};
}

char *dl_brush_era_name(const DlBrush *brush, const DlEra *era) {
    g_autofree char *when =
        dl_words_date(&era->date, brush->timeline->words, DL_WORDS_FULL, NULL);
    return g_strdup_printf("%s: %s", when, era->title);
}

static void set_moments(DlSceneGroup *group, const DlEra *era) {
    const DlBound *start = &era->date.start, *end = &era->date.end;
    if (start->kind == DL_BOUND_KNOWN)
        dl_brush_moment(group, "data-start", start->min, start);
    if (end->kind == DL_BOUND_KNOWN || end->kind == DL_BOUND_ONGOING)
        dl_brush_moment(group, "data-end", end->max, end);
}

static void draw_era(const DlBrush *brush, DlSceneGroup *parent,
                     const DlPlacedEra *placed, bool vertical) {
    DlSceneGroup *group = dl_scene_add_group(parent, "era");
    group->title = dl_brush_era_name(brush, placed->era);
    set_moments(group, placed->era);
    for (guint i = 0; i < placed->tints->len; i++)
        draw_tint(group, &g_array_index(placed->tints, DlPlacedTint, i),
                  tint_of(brush->theme, placed->is_light), vertical);
    for (guint i = 0; i < placed->edges->len; i++) {
        const DlPlacedLine *edge = &g_array_index(placed->edges, DlPlacedLine, i);
        dl_brush_line(group, edge->from, edge->to, brush->theme->rule,
                      brush->theme->rule_width);
    }
    dl_brush_text(brush, group, &placed->name, brush->theme->muted);
}

void dl_draw_eras(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel) {
    for (guint i = 0; i < panel->eras->len; i++)
        draw_era(brush, group, g_ptr_array_index(panel->eras, i), panel->vertical);
}
