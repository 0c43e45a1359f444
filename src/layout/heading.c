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

double dl_layout_running_head(const DlLayoutJob *job, DlPlacedPage *page) {
    static const double SHARE = 0.6; /* of the title on the first page */
    const DlTheme *theme = job->theme;
    DlTextStyle style = {.face = DL_FACE_SERIF,
                         .size = fmax(8, theme->title_size * SHARE),
                         .weight = 700};
    page->title = place_line(job, dl_timeline_title(job->timeline, job->chart), style,
                             theme->margin);
    return theme->margin + page->title.block->height;
}

void dl_layout_hidden(const DlLayoutJob *job, DlPlacedPage *page, guint n_hidden) {
    const DlTheme *theme = job->theme;
    g_autofree char *count = g_strdup_printf("%u", n_hidden);
    g_autofree char *words =
        dl_phrase_fill(job->timeline->words, DL_PHRASE_GO_ON, count);
    DlTextStyle style = {.size = theme->foot_size, .weight = 400, .italic = true};
    DlTextBlock *block = dl_job_shape(job, words, style, 0);
    double bottom = page->title.at.y + page->title.block->height;
    page->subtitle = (DlPlacedText){
        .at = {job->width - theme->margin - block->width, bottom - block->height},
        .block = block,
    };
}

void dl_layout_folio(const DlLayoutJob *job, DlPlacedPage *page, guint number, guint n,
                     double height) {
    const DlTheme *theme = job->theme;
    g_autofree char *numbers = g_strdup_printf("%u/%u", number, n);
    g_autofree char *words =
        dl_phrase_fill(job->timeline->words, DL_PHRASE_PAGE, numbers);
    DlTextStyle style = {.size = theme->foot_size, .weight = 400, .tabular = true};
    DlTextBlock *block = dl_job_shape(job, words, style, 0);
    page->folio = (DlPlacedText){
        .at = {job->width - theme->margin - block->width,
               height - (theme->margin + block->height) / 2},
        .block = block,
    };
}

double dl_layout_heading(const DlLayoutJob *job, DlPlacedPage *page) {
    const DlChart *chart = job->chart;
    const DlTheme *theme = job->theme;
    const char *subtitle = chart->subtitle != NULL || chart->title != NULL
                               ? chart->subtitle
                               : job->timeline->subtitle;
    double y = theme->margin;
    DlTextStyle style = {
        .face = DL_FACE_SERIF, .size = theme->title_size, .weight = 700};
    page->title =
        place_line(job, dl_timeline_title(job->timeline, job->chart), style, y);
    y += page->title.block->height;
    if (subtitle != NULL) {
        style = (DlTextStyle){.size = fmax(8, theme->subtitle_size), .weight = 400};
        page->subtitle = place_line(job, subtitle, style, y + SUBTITLE_GAP);
        y += SUBTITLE_GAP + page->subtitle.block->height;
    }
    return dl_layout_legend(job, page, y + LEGEND_GAP);
}
