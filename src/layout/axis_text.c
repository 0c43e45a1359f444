#include "layout/axis_text.h"

DlTextStyle dl_axis_style(const DlLayoutJob *job) {
    return (DlTextStyle){.size = job->theme->tick_size, .weight = 400, .tabular = true};
}

DlTextBlock *dl_axis_shape_name(const DlLayoutJob *job, const char *name) {
    DlTextStyle style = dl_axis_style(job);
    style.size = job->theme->smallest_text;
    style.weight = 700;
    return dl_job_shape(job, name, style, 0);
}

static double tick_width(const char *label, void *data) {
    const DlLayoutJob *job = data;
    const double *known = g_hash_table_lookup(job->tick_widths, label);
    if (known != NULL)
        return *known;
    g_autoptr(DlTextBlock) block = dl_job_shape(job, label, dl_axis_style(job), 0);
    double *width = g_new(double, 1);
    *width = block->width;
    g_hash_table_insert(job->tick_widths, g_strdup(label), width);
    return *width;
}

DlTickText dl_axis_tick_text(const DlLayoutJob *job) {
    return (DlTickText){job->timeline->words, tick_width, (void *)job};
}

static double tick_height(const char *label, void *data) {
    (void)label;
    const DlAlongText *along = data;
    const DlTheme *theme = along->job->theme;
    return along->apart * theme->tick_size * theme->line_height;
}

DlTickText dl_axis_along_text(const DlAlongText *along) {
    if (!along->job->vertical)
        return dl_axis_tick_text(along->job);
    return (DlTickText){along->job->timeline->words, tick_height, (void *)along};
}
