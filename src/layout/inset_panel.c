#include "layout/insets.h"
#include "layout/style.h"
#include "layout/ties.h"

static const double PAD = 9, HEADING_TOP = 6.3, HEADING_GAP = 8, NOTE_GAP = 9;
static const double LEAST_WIDTH = 11; /* ems of the labels */

static double add_heading(const DlLayoutJob *job, double width, DlPanel *panel) {
    panel->heading = (DlPlacedText){
        .at = {PAD, HEADING_TOP},
        .block =
            dl_style_shape(job, DL_STYLE_INSET, job->chart->title, width - 2 * PAD),
    };
    return HEADING_TOP + panel->heading.block->height;
}

bool dl_inset_note_shape(const DlLayoutJob *job, const char *words, double from,
                         const DlPanel *panel, DlPlacedText *note) {
    const DlTextBlock *heading = panel->heading.block;
    g_autoptr(DlTextBlock) block = dl_style_shape(job, DL_STYLE_NOTE, words, 0);
    double room = panel->box.x + panel->box.width - PAD - from;
    if (heading->lines->len > 1 || block->width > room)
        return false;
    const DlTextLine *line = heading->lines->pdata[0], *own = block->lines->pdata[0];
    double y = panel->heading.at.y + line->baseline - own->baseline;
    *note = (DlPlacedText){.at = {from, y}, .block = g_steal_pointer(&block)};
    return true;
}

/* That its steps are no lengths of time, where the heading leaves room for it. */
static void add_note(const DlLayoutJob *job, DlPanel *panel) {
    const char *words = dl_phrase(job->timeline->words, DL_PHRASE_EQUAL_STEPS);
    const DlPlacedText *heading = &panel->heading;
    if (dl_job_goes_by_order(job))
        dl_inset_note_shape(job, words,
                            heading->at.x + heading->block->width + NOTE_GAP, panel,
                            &panel->note);
}

/* Headed and framed. */
static void frame_panel(const DlLayoutJob *job, double left, double right,
                        DlPanel *panel) {
    panel->kind = DL_PANEL_INSET;
    double top = add_heading(job, right - left, panel) + HEADING_GAP;
    DlPlacedText heading = panel->heading;
    double height = panel->box.height;
    dl_panel_move(panel, top);
    panel->heading = heading;
    panel->heading.at.x += left;
    panel->box = (DlBox){left, 0, right - left, top + height + PAD};
    add_note(job, panel);
}

/* Lower and lower until the labels do not fit; NULL where they never do. */
static DlPanel *as_low_as_can_be(DlNewPanel new_panel, const DlLayoutJob *job) {
    static const double LOWER = 0.92;
    DlPanel *lowest = new_panel(job, job->view, 0), *tried = lowest;
    while (tried != NULL && !job->vertical) {
        tried = new_panel(job, job->view, lowest->box.height * LOWER);
        if (tried == NULL)
            return lowest;
        dl_panel_free(lowest);
        lowest = tried;
    }
    return lowest;
}

static bool fits(const DlLayoutJob *job, const void *data) {
    DlPanel *panel = (*(const DlNewPanel *)data)(job, job->view, 0);
    dl_panel_free(panel);
    return panel != NULL;
}

/* With those relations between its own events beside whose lines its labels have room;
 * NULL where they have none without any either. */
static DlPanel *with_ties(DlNewPanel new_panel, const DlLayoutJob *job) {
    DlPanel *panel = as_low_as_can_be(new_panel, job);
    if (panel != NULL)
        return panel;
    g_autoptr(GHashTable) untied = dl_ties_without_room(job, fits, &new_panel);
    if (untied == NULL)
        return NULL;
    DlLayoutJob part = *job;
    part.untied = untied;
    return as_low_as_can_be(new_panel, &part);
}

DlPanel *dl_inset_panel_new(DlNewPanel new_panel, const DlLayoutJob *job,
                            const DlChart *inset, double left, double right) {
    DlView view = dl_view_of_chart(inset);
    DlLayoutJob part = *job;
    part.chart = inset;
    part.view = &view;
    part.insets = NULL;
    part.inset_of = NULL;
    part.outer_ties = job->ties;
    part.ties = NULL;
    part.is_inset = true;
    part.left = left + PAD;
    part.right = right - PAD;
    if (part.right - part.left < LEAST_WIDTH * part.size)
        return NULL;
    DlPanel *panel = with_ties(new_panel, &part);
    if (panel != NULL)
        frame_panel(&part, left, right, panel);
    return panel;
}
