#include "layout/places.h"
#include "layout/style.h"

static const double SUBTITLE_GAP = 2, LEGEND_GAP = 9;

static DlPlacedText place_line(const DlLayoutJob *job, DlStyleName style,
                               const char *text, double y) {
    const double margin = job->theme->margin;
    return (DlPlacedText){
        .at = {margin, y},
        .block = dl_style_shape(job, style, text, job->width - 2 * margin),
    };
}

double dl_layout_running_head(const DlLayoutJob *job, DlPlacedPage *page) {
    const double margin = job->theme->margin;
    page->title = place_line(job, DL_STYLE_NEXT_TITLE,
                             dl_timeline_title(job->timeline, job->chart), margin);
    return margin + page->title.block->height;
}

void dl_layout_hidden(const DlLayoutJob *job, DlPlacedPage *page, guint n_hidden) {
    const DlTheme *theme = job->theme;
    g_autofree char *count = g_strdup_printf("%u", n_hidden);
    g_autofree char *words =
        dl_phrase_fill(job->timeline->words, DL_PHRASE_GO_ON, count);
    DlTextBlock *block = dl_style_shape(job, DL_STYLE_REMARK, words, 0);
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
    DlTextBlock *block = dl_style_shape(job, DL_STYLE_SOURCE, words, 0);
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
    page->title = place_line(job, DL_STYLE_TITLE,
                             dl_timeline_title(job->timeline, job->chart), y);
    y += page->title.block->height;
    if (subtitle != NULL) {
        page->subtitle = place_line(job, DL_STYLE_SUBTITLE, subtitle, y + SUBTITLE_GAP);
        y += SUBTITLE_GAP + page->subtitle.block->height;
    }
    return dl_layout_legend(job, page, y + LEGEND_GAP);
}
