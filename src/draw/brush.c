#include "draw/brush.h"

DlPaint dl_brush_paint(DlTone tone) {
    return (DlPaint){tone.light, tone.dark};
}

/* How many parts a block was shaped from, but for those that left nothing. */
static int count_parts(const DlTextBlock *block) {
    int count = 1;
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++)
            count = MAX(count, ((const DlGlyphRun *)line->runs->pdata[j])->part + 1);
    }
    return count;
}

void dl_brush_text(const DlBrush *brush, DlSceneGroup *group, const DlPlacedText *text,
                   DlTone tone) {
    if (text->block == NULL)
        return;
    DlSceneText *drawn = dl_scene_add_text(
        group, text->at, dl_text_block_copy(text->block, 1), brush->timeline->language);
    dl_scene_text_add_part(drawn, dl_brush_paint(tone), false, text->link);
    for (int part = 1; part < count_parts(text->block); part++)
        dl_scene_text_add_part(drawn, dl_brush_paint(brush->theme->muted), false,
                               text->link);
}

char *dl_brush_words(const DlPlacedText *text) {
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        g_string_append_printf(words, "%s%s", i > 0 ? " " : "", line->text);
    }
    return g_string_free(words, FALSE);
}

DlSceneShape *dl_brush_line(DlSceneGroup *group, DlPoint from, DlPoint to, DlTone tone,
                            double width) {
    DlPath *path = dl_path_new();
    dl_path_move(path, from.x, from.y);
    dl_path_line(path, to.x, to.y);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->stroke_paint = dl_brush_paint(tone);
    shape->stroke.width = width;
    return shape;
}

char *dl_brush_event_name(const DlEvent *event) {
    return event->location == NULL
               ? g_strdup(event->title)
               : g_strdup_printf("%s (%s)", event->title, event->location->name);
}

void dl_brush_moment(DlSceneGroup *group, const char *name, DlMoment moment,
                     const DlBound *bound) {
    if (!dl_moment_is_finite(moment))
        return;
    g_autofree char *text = dl_bound_has_clock(bound)
                                ? dl_clock_to_text(moment, bound->offset)
                                : dl_day_to_text(moment);
    dl_scene_set_attribute(group, name, text);
}
