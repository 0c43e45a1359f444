#include "layout/theme.h"

#include <math.h>

DlTheme dl_theme_for_page(const DlTheme *theme, double width) {
    static const double A4_WIDTH = 842, LEAST = 0.62, MOST = 1.35;
    DlTheme scaled = *theme;
    double scale = fmax(LEAST, fmin(MOST, width / A4_WIDTH));
    double *const headline[] = {&scaled.title_size, &scaled.subtitle_size,
                                &scaled.margin};
    double *const others[] = {
        &scaled.legend_size,   &scaled.tick_size,     &scaled.foot_size,
        &scaled.largest_label, &scaled.smallest_text, &scaled.band_height,
        &scaled.mark_radius,   &scaled.mark_pitch,    &scaled.bar_height,
        &scaled.leader_width,  &scaled.rule_width,    &scaled.edge_width,
        &scaled.ring_width,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(headline); i++)
        *headline[i] *= scale;
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        *others[i] *= fmax(1, scale);
    return scaled;
}
