#include <math.h>

#include "layout/places.h"

static const double SUBTITLE_GAP = 2, LEGEND_GAP = 9;

static DlPlacedText place_line(const DlLayoutJob *job, const char *text,
                               DlTextStyle style, double y) {
    return (DlPlacedText){
        .at = {job->theme->margin, y},
        .block = dl_job_shape(job, text, style, job->width - 2 * job->theme->margin),
    };
}

double dl_layout_heading(const DlLayoutJob *job, DlPlacedPage *page) {
    const DlChart *chart = job->chart;
    const DlTheme *theme = job->theme;
    const char *title = chart->title != NULL ? chart->title : job->timeline->title;
    const char *subtitle = chart->subtitle != NULL || chart->title != NULL
                               ? chart->subtitle
                               : job->timeline->subtitle;
    double y = theme->margin;
    DlTextStyle style = {
        .face = DL_FACE_SERIF, .size = theme->title_size, .weight = 700};
    page->title = place_line(job, title, style, y);
    y += page->title.block->height;
    if (subtitle != NULL) {
        style = (DlTextStyle){.size = fmax(8, theme->subtitle_size), .weight = 400};
        page->subtitle = place_line(job, subtitle, style, y + SUBTITLE_GAP);
        y += SUBTITLE_GAP + page->subtitle.block->height;
    }
    return dl_layout_legend(job, page, y + LEGEND_GAP);
}
