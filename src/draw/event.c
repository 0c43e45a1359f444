#include "draw/brush.h"

/* What a pointer shows and a screen reader says. */
static char *spoken_title(const DlBrush *brush, const DlEvent *event) {
    g_autofree char *when = dl_label_when(brush->timeline, brush->chart, event);
    g_autofree char *name = dl_brush_event_name(event);
    return when == NULL ? g_steal_pointer(&name)
                        : g_strdup_printf("%s: %s", when, name);
}

static void draw_leader(const DlBrush *brush, DlSceneGroup *group,
                        const DlPlacedEvent *placed, DlTone tone) {
    if (placed->leader->len < 2)
        return;
    DlPath *path = dl_path_new();
    for (guint i = 0; i < placed->leader->len; i++) {
        DlPoint point = g_array_index(placed->leader, DlPoint, i);
        if (i == 0)
            dl_path_move(path, point.x, point.y);
        else
            dl_path_line(path, point.x, point.y);
    }
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->class_name = "leader";
    shape->stroke_paint =
        dl_brush_paint(placed->shares_leader ? brush->theme->muted : tone);
    shape->stroke = (DlStroke){.width = brush->theme->leader_width, .round = true};
}

static void break_bar(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel,
                      DlBox bar, DlTone tone) {
    for (guint i = 0; i < panel->breaks->len; i++) {
        const DlPlacedBreak *gap = g_ptr_array_index(panel->breaks, i);
        bool runs_over =
            panel->vertical
                ? bar.y < gap->box.y &&
                      bar.y + bar.height > gap->box.y + gap->box.height
                : bar.x < gap->box.x && bar.x + bar.width > gap->box.x + gap->box.width;
        if (runs_over)
            dl_draw_bar_break(brush, group, bar, gap->box, panel->vertical, tone);
    }
}

/* A number needs an even ground: a disc, behind which the corners of a shape look out.
 */
static bool needs_disc(const DlPlacedEvent *placed, const DlLook *look) {
    if (placed->number.block == NULL || placed->event->status != DL_STATUS_HAPPENED)
        return false;
    return look->inlay != DL_INLAY_NONE ||
           (look->shape != DL_MARK_CIRCLE && look->shape != DL_MARK_SQUARE);
}

static void draw_point(const DlBrush *brush, DlSceneGroup *group,
                       const DlPlacedEvent *placed, const DlLook *look) {
    static const double CORNERS = 1.15, DISC = 0.87;
    const DlPlacedMark *mark = &placed->mark;
    bool on_disc = needs_disc(placed, look);
    dl_draw_sign(brush, group, mark->centre, mark->radius * (on_disc ? CORNERS : 1),
                 look, placed->event->status);
    if (!on_disc)
        return;
    DlPath *path = dl_path_new();
    dl_path_circle(path, mark->centre, mark->radius * DISC);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(look->mark);
}

static void draw_mark(const DlBrush *brush, DlSceneGroup *event_group,
                      const DlPanel *panel, const DlPlacedEvent *placed,
                      const DlLook *look) {
    const DlPlacedMark *mark = &placed->mark;
    const DlEvent *event = placed->event;
    DlSceneGroup *group = dl_scene_add_group(event_group, "mark");
    group->has_at = true;
    group->at = mark->at;
    if (mark->is_bar) {
        dl_draw_bar(brush, group, mark, event->status, look);
        break_bar(brush, group, panel, mark->range, look->mark);
        return;
    }
    if (mark->shows_range)
        dl_draw_range(group, mark->range, mark->centre, mark->cut, mark->vertical,
                      look->mark);
    draw_point(brush, group, placed, look);
}

/* Lighter twins of the mark, each with the number of its source. */
static void draw_claims(const DlBrush *brush, DlSceneGroup *event_group,
                        const DlPlacedEvent *placed, DlTone tone) {
    for (guint i = 0; i < placed->claims->len; i++) {
        const DlPlacedClaim *claim = &g_array_index(placed->claims, DlPlacedClaim, i);
        DlSceneGroup *group = dl_scene_add_group(event_group, "claim");
        dl_draw_twin(brush, group, claim->centre, claim->radius, tone);
        dl_brush_text(brush, group, &claim->number, brush->theme->muted);
    }
}

/* Whether a number can stand on a mark: a broad and even ground. */
static bool is_even(const DlPlacedEvent *placed, const DlLook *look) {
    const DlPlacedMark *mark = &placed->mark;
    if (placed->event->status != DL_STATUS_HAPPENED)
        return false;
    if (mark->is_bar)
        return dl_look_is_solid(look) && !mark->soft_start && !mark->soft_end;
    return true;
}

static void draw_ground(const DlBrush *brush, DlSceneGroup *group, DlBox box) {
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, box);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->paper);
}

/* Whether words can stand on the mark as it is. */
static bool is_ground(const DlBrush *brush, const DlPlacedEvent *placed,
                      const DlLook *look) {
    double least = brush->theme->text_contrast;
    return is_even(placed, look) &&
           dl_color_contrast(look->on_mark.light, look->mark.light) >= least &&
           dl_color_contrast(look->on_mark.dark, look->mark.dark) >= least;
}

/* A piece of paper as large as the letters, on a mark that is no ground for them. */
static void draw_plate(const DlBrush *brush, DlSceneGroup *group,
                       const DlPlacedText *text) {
    static const double AIR = 0.8, DIGIT_HEIGHT = 0.74;
    const DlTextLine *line = text->block->lines->pdata[0];
    double height = line->size * DIGIT_HEIGHT;
    draw_ground(brush, group,
                (DlBox){text->at.x - AIR, text->at.y + line->baseline - height - AIR,
                        text->block->width + 2 * AIR, height + 2 * AIR});
}

/* On a filled mark in the colour of the paper. */
static void draw_number(const DlBrush *brush, DlSceneGroup *event_group,
                        const DlPlacedEvent *placed, const DlLook *look) {
    if (placed->number.block == NULL)
        return;
    DlSceneGroup *group = dl_scene_add_group(event_group, "number");
    bool in_mark = placed->has_mark && !placed->number_beside;
    bool on_mark = in_mark && is_ground(brush, placed, look);
    if (in_mark && !on_mark)
        draw_plate(brush, group, &placed->number);
    dl_brush_text(brush, group, &placed->number, on_mark ? look->on_mark : look->text);
}

/* What the words of a label are drawn in. */
typedef struct {
    DlTone hue, ink, muted;
} Inks;

static void draw_part(const DlBrush *brush, DlSceneGroup *group,
                      const DlPlacedEvent *placed, const DlLabelPart *part, Inks inks) {
    const DlTone tones[] = {
        [DL_LABEL_DATE] = inks.hue,   [DL_LABEL_TITLE] = inks.ink,
        [DL_LABEL_TEXT] = inks.muted, [DL_LABEL_ENTRY] = inks.hue,
        [DL_LABEL_NUMBER] = inks.hue, [DL_LABEL_CREDIT] = inks.muted,
    };
    DlPoint at = {placed->label_at.x, placed->label_at.y + part->top};
    DlSceneText *text = dl_scene_add_text(group, at, dl_text_block_copy(part->block, 1),
                                          brush->timeline->language);
    dl_scene_text_add_part(text, dl_brush_paint(tones[part->role]), false, NULL);
    for (int i = 0; part->role == DL_LABEL_ENTRY && i < 2; i++)
        dl_scene_text_add_part(text, dl_brush_paint(inks.ink), false, NULL);
    if (part->role == DL_LABEL_TITLE || part->role == DL_LABEL_ENTRY)
        dl_scene_text_add_part(text, dl_brush_paint(inks.muted), true, NULL);
}

static void draw_picture(DlSceneGroup *group, const DlPlacedEvent *placed) {
    const DlLabel *label = placed->label;
    if (label->picture == NULL)
        return;
    DlBox box = label->picture_box;
    box.x += placed->label_at.x;
    box.y += placed->label_at.y;
    dl_scene_add_image(group, label->picture, box, placed->event->image.alt);
}

/* In a bar whose ground is even the words are as light as that is dark. */
static Inks label_inks(const DlBrush *brush, const DlPlacedEvent *placed,
                       const DlLook *look) {
    if (placed->label_inside && is_ground(brush, placed, look))
        return (Inks){look->on_mark, look->on_mark, look->on_mark};
    return (Inks){look->text, brush->theme->ink, brush->theme->muted};
}

static void draw_label(const DlBrush *brush, DlSceneGroup *event_group,
                       const DlPlacedEvent *placed, const DlLook *look) {
    DlSceneGroup *group = dl_scene_add_group(event_group, "label");
    if (placed->label_inside && !is_ground(brush, placed, look))
        draw_ground(brush, group,
                    (DlBox){placed->label_at.x - 2, placed->label_at.y,
                            placed->label->width + 4, placed->label->height});
    group->link = g_strdup(placed->event->link);
    draw_picture(group, placed);
    for (guint i = 0; i < placed->label->parts->len; i++)
        draw_part(brush, group, placed, g_ptr_array_index(placed->label->parts, i),
                  label_inks(brush, placed, look));
}

void dl_draw_event(const DlBrush *brush, DlSceneGroup *parent, const DlPanel *panel,
                   const DlPlacedEvent *placed) {
    const DlEvent *event = placed->event;
    const DlLook *look = dl_hues_look(brush->hues, event);
    DlSceneGroup *group = dl_scene_add_group(parent, "event");
    group->event = g_strdup(event->id);
    if (!placed->repeats)
        group->id = g_strdup_printf("event-%s", event->id);
    group->title = spoken_title(brush, event);
    dl_brush_moment(group, "data-start", event->start.earliest, &event->date.start);
    const DlBound *end = &event->date.end;
    dl_brush_moment(group, "data-end", event->end.latest,
                    end->kind == DL_BOUND_UNKNOWN ? &event->date.start : end);
    dl_draw_shelves(brush, group, panel, placed);
    draw_leader(brush, group, placed, look->text);
    draw_claims(brush, group, placed, look->mark);
    if (placed->has_mark)
        draw_mark(brush, group, panel, placed, look);
    draw_number(brush, group, placed, look);
    if (placed->label != NULL)
        draw_label(brush, group, placed, look);
    else
        dl_scene_set_attribute(group, "data-label", placed->unlabelled);
}
