#include "layout/theme.h"

#include <math.h>

#define TONE(light_hex, dark_hex)                                                      \
    { HEX(light_hex), HEX(dark_hex) }
#define HEX(hex)                                                                       \
    { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex)&255) / 255.0, 1 }

/* The palette's light tones keep 4.5:1 on the paper and on the band; neighbours differ
 * in lightness or in hue along the blue-yellow line, which colour-blind readers see. */
static const DlTheme light = {
    .paper = TONE(0xffffff, 0x16181c),
    .ink = TONE(0x1b1d21, 0xe9eaec),
    .muted = TONE(0x5b6068, 0xa7adb6),
    .rule = TONE(0xb4b9c0, 0x4b5058),
    .band = TONE(0xeef0f3, 0x272b31),
    .band_edge = TONE(0x3c4047, 0xc3c7cd),
    .palette =
        {
            TONE(0xb2401c, 0xf08a66),
            TONE(0x0b5cab, 0x6fb0f2),
            TONE(0x00734f, 0x4fc79d),
            TONE(0x9a357f, 0xe88bd0),
            TONE(0x855b00, 0xd9ab45),
            TONE(0x5546b4, 0xa99df5),
            TONE(0x0a6b78, 0x58c2d1),
            TONE(0x6b4a3a, 0xcfa892),
        },
    .margin = 32,
    .title_size = 23,
    .subtitle_size = 10.5,
    .legend_size = 8,
    .tick_size = 8,
    .foot_size = 7,
    .largest_label = 10,
    .smallest_label = 7.5,
    .text_share = 0.88,
    .note_share = 0.68,
    .smallest_text = 6.5,
    .line_height = 1.24,
    .band_height = 19,
    .mark_radius = 3.3,
    .mark_pitch = 9,
    .bar_height = 5,
    .leader_width = 0.8,
};

const DlTheme *dl_theme_of(DlThemeKind kind) {
    static const DlTheme *const themes[] = {[DL_THEME_LIGHT] = &light};
    g_assert((size_t)kind < G_N_ELEMENTS(themes));
    return themes[kind];
}

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
        &scaled.leader_width,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(headline); i++)
        *headline[i] *= scale;
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        *others[i] *= fmax(1, scale);
    return scaled;
}

/* A colour that the user chose for paper, made light enough for a dark screen. */
static DlColor lighten(DlColor color) {
    static const double TOWARDS_WHITE = 0.45;
    color.red += (1 - color.red) * TOWARDS_WHITE;
    color.green += (1 - color.green) * TOWARDS_WHITE;
    color.blue += (1 - color.blue) * TOWARDS_WHITE;
    return color;
}

DlTone dl_theme_category(const DlTheme *theme, const DlCategory *category) {
    if (category == NULL)
        return theme->ink;
    if (category->has_color)
        return (DlTone){category->color, lighten(category->color)};
    return theme->palette[category->index % DL_PALETTE_SIZE];
}
