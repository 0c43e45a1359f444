#include "layout/strip.h"

#include <math.h>

#include "layout/style.h"

static const double HEADING_GAP = 7, NOTE_GAP = 10, TOP_GAP = 5;
static const double HEADING_FOOT = 0.9; /* of its height: smaller words end there too */

static char *heading_words(const DlLayoutJob *job, const DlSegmentUnit *unit,
                           DlStretch time) {
    DlBound start = {.kind = DL_BOUND_KNOWN,
                     .min = time.from,
                     .max = time.to - 1,
                     .precision = unit->precision};
    DlDate date = {.start = start, .end = start, .interval = unit->is_interval};
    if (unit->is_interval) {
        bool days = unit->precision == DL_PRECISION_DAY;
        DlStep step = {days ? DL_TICK_DAY : DL_TICK_YEAR, 1};
        date.start.max = dl_step_next(step, time.from) - 1;
        date.end.min = dl_step_floor(step, time.to - 1);
    }
    return dl_words_date(&date, job->timeline->words, DL_WORDS_FULL, NULL);
}

static void add_heading(const DlLayoutJob *job, const DlSegmentUnit *unit,
                        DlStretch time, DlPanel *panel) {
    g_autofree char *words = heading_words(job, unit, time);
    panel->heading = (DlPlacedText){
        .at = {job->left, TOP_GAP},
        .block = dl_style_shape(job, DL_STYLE_STRIP, words, job->right - job->left),
    };
}

/* Words behind the heading, or below it where there is no room for them; takes them. */
static void add_note(const DlLayoutJob *job, DlPanel *panel, char *words) {
    g_autofree char *owned = words;
    DlTextBlock *block =
        dl_style_shape(job, DL_STYLE_NOTE, owned, job->right - job->left);
    const DlTextBlock *heading = panel->heading.block;
    DlPoint at = panel->heading.at;
    if (at.x + heading->width + NOTE_GAP + block->width <= job->right) {
        at.x += heading->width + NOTE_GAP;
        at.y += fmax(0, heading->height * HEADING_FOOT - block->height);
    } else {
        at.y += heading->height;
    }
    panel->note = (DlPlacedText){.at = at, .block = block};
}

/* The time between two strips, or what goes on from before the first. */
static void note_before(const DlLayoutJob *job, const DlSegment *before,
                        const DlSegment *segment, DlPanel *panel) {
    const DlLanguage *language = job->timeline->words;
    if (before != NULL && before->time.to < segment->time.from) {
        panel->left_out =
            dl_words_between(before->time.to, segment->time.from, language);
        add_note(job, panel,
                 dl_phrase_fill(language, DL_PHRASE_LEFT_OUT, panel->left_out));
    } else if (segment->n_hidden > 0) {
        g_autofree char *count = g_strdup_printf("%u", segment->n_hidden);
        add_note(job, panel, dl_phrase_fill(language, DL_PHRASE_GO_ON, count));
    }
}

DlView dl_segment_view(const DlLayoutJob *job, const DlSegment *segment,
                       DlScaleKind scale) {
    return (DlView){
        .events = segment->events,
        .continued = segment->continued,
        .from = MAX(segment->time.from, job->view->from),
        .to = MIN(segment->time.to - 1, job->view->to),
        .scale = scale,
        .above = segment->above,
    };
}

double dl_segment_length(const DlView *view) {
    return (double)view->to - (double)view->from + 1;
}

static double top_of(const GPtrArray *ticks) {
    double top = 0;
    for (guint i = 0; i < ticks->len; i++) {
        const DlPlacedTick *tick = g_ptr_array_index(ticks, i);
        if (tick->label.block != NULL)
            top = fmin(top, tick->label.at.y);
    }
    return top;
}

/* How far words stand above a panel that begins at 0: of counts, and names of zones. */
static double rise_of(const DlPanel *panel) {
    double top = top_of(panel->ticks);
    for (guint i = 0; i < panel->densities->len; i++) {
        const DlPlacedDensity *density = g_ptr_array_index(panel->densities, i);
        top = fmin(top, top_of(density->levels));
    }
    return -top;
}

static double bottom_of(const DlPlacedText *text) {
    return text->block != NULL ? text->at.y + text->block->height : 0;
}

double dl_strip_head(const DlLayoutJob *job, DlPanel *panel, const DlSegment *segment,
                     const DlSegment *before) {
    double rise = rise_of(panel);
    panel->kind = DL_PANEL_SEGMENT;
    panel->box.x = job->left;
    panel->box.width = job->right - job->left;
    add_heading(job, dl_segment_unit(job->chart->segments), segment->time, panel);
    note_before(job, before, segment, panel);
    return fmax(bottom_of(&panel->heading), bottom_of(&panel->note)) + HEADING_GAP +
           rise;
}

void dl_strip_lower(DlPanel *panel, double by) {
    DlPlacedText heading = panel->heading, note = panel->note;
    double height = panel->box.height;
    dl_panel_move(panel, by);
    panel->heading = heading;
    panel->note = note;
    panel->box.y = 0;
    panel->box.height = height + by;
}

double dl_strip_head_room(const DlLayoutJob *job) {
    double size = dl_style(job, DL_STYLE_STRIP).size;
    return TOP_GAP + HEADING_GAP + size * job->theme->line_height;
}
