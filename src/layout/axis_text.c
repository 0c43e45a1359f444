#include "layout/axis_text.h"

#include "layout/style.h"

DlTextBlock *dl_axis_shape_name(const DlLayoutJob *job, const char *name) {
    return dl_style_shape(job, DL_STYLE_NUMBER, name, 0);
}

static double tick_width(const char *label, void *data) {
    const DlLayoutJob *job = data;
    const double *known = g_hash_table_lookup(job->tick_widths, label);
    if (known != NULL)
        return *known;
    g_autoptr(DlTextBlock) block = dl_style_shape(job, DL_STYLE_TICK, label, 0);
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
