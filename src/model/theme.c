#include "model/theme.h"

#define HEX(hex)                                                                       \
    { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex)&255) / 255.0, 1 }
#define TONE(light_hex, dark_hex)                                                      \
    { HEX(light_hex), HEX(dark_hex) }
#define SAME(hex) TONE(hex, hex)
#define TABLE(what, names)                                                             \
    { what, names, G_N_ELEMENTS(names) }

static const DlName theme_names[] = {
    {"light", DL_THEME_LIGHT, true},
    {"dark", DL_THEME_DARK, true},
    {"print", DL_THEME_PRINT, true},
    {"contrast", DL_THEME_CONTRAST, true},
};
const DlNameTable dl_theme_names = TABLE("a theme", theme_names);

static const DlName mark_shapes[] = {
    {"circle", DL_MARK_CIRCLE, true}, {"diamond", DL_MARK_DIAMOND, true},
    {"square", DL_MARK_SQUARE, true}, {"triangle", DL_MARK_TRIANGLE, true},
    {"wedge", DL_MARK_WEDGE, true},   {"plus", DL_MARK_PLUS, true},
    {"cross", DL_MARK_CROSS, true},   {"star", DL_MARK_STAR, true},
};
const DlNameTable dl_mark_shape_names = TABLE("a shape of marks", mark_shapes);

static const DlName patterns[] = {
    {"solid", DL_PATTERN_SOLID, true},
    {"hatch", DL_PATTERN_HATCH, true},
    {"dots", DL_PATTERN_DOTS, true},
    {"stripes", DL_PATTERN_STRIPES, true},
    {"backhatch", DL_PATTERN_BACKHATCH, true},
    {"checks", DL_PATTERN_CHECKS, true},
    {"crosshatch", DL_PATTERN_CROSSHATCH, true},
    {"rail", DL_PATTERN_RAIL, true},
};
const DlNameTable dl_pattern_names = TABLE("a pattern of bars", patterns);

#define SHAPES                                                                         \
    .shapes = {DL_MARK_CIRCLE, DL_MARK_SQUARE, DL_MARK_TRIANGLE, DL_MARK_DIAMOND,      \
               DL_MARK_PLUS,   DL_MARK_STAR,   DL_MARK_WEDGE,    DL_MARK_CROSS},       \
    .n_shapes = 8,                                                                     \
    .patterns = {DL_PATTERN_SOLID,      DL_PATTERN_HATCH,  DL_PATTERN_DOTS,            \
                 DL_PATTERN_STRIPES,    DL_PATTERN_CHECKS, DL_PATTERN_BACKHATCH,       \
                 DL_PATTERN_CROSSHATCH, DL_PATTERN_RAIL},                              \
    .n_patterns = 8

#define HEADLINES                                                                      \
    .margin = 32, .title_size = 23, .subtitle_size = 10.5, .legend_size = 8,           \
    .tick_size = 8, .largest_label = 10, .auto_label = 8.5, .text_share = 0.88,        \
    .note_share = 0.68, .line_height = 1.24, .band_height = 19
#define SMALL(label, text, foot)                                                       \
    .smallest_label = label, .smallest_text = text, .foot_size = foot
#define MARKS(radius, pitch, bar)                                                      \
    .mark_radius = radius, .mark_pitch = pitch, .bar_height = bar
#define LINES(leader, rule, edge, ring)                                                \
    .leader_width = leader, .rule_width = rule, .edge_width = edge, .ring_width = ring

/* Every colour of a palette has the theme's contrast to the paper and to the band; any
 * two of them are told apart by colour-blind readers, by hue or by lightness. */
static const DlTheme themes[] = {
    [DL_THEME_LIGHT] =
        {
            .paper = TONE(0xffffff, 0x16181c),
            .ink = TONE(0x1b1d21, 0xe9eaec),
            .muted = TONE(0x5b6068, 0xa7adb6),
            .rule = TONE(0xb4b9c0, 0x4b5058),
            .band = TONE(0xeef0f3, 0x272b31),
            .band_edge = TONE(0x3c4047, 0xc3c7cd),
            .palette = {TONE(0x8c2414, 0xf08a66), TONE(0x086dc8, 0x87bafa),
                        TONE(0x006b47, 0x51cda2), TONE(0x9a357f, 0xde80c1),
                        TONE(0x8f6203, 0xdaac46), TONE(0x3136a6, 0x898ef1)},
            .n_palette = 6,
            SHAPES,
            .text_contrast = 4.5,
            HEADLINES,
            SMALL(7.5, 6.5, 7),
            MARKS(3.3, 9, 5),
            LINES(0.8, 0.6, 0.9, 1.3),
        },
    [DL_THEME_DARK] =
        {
            .paper = SAME(0x16181c),
            .ink = SAME(0xe9eaec),
            .muted = SAME(0xa7adb6),
            .rule = SAME(0x4b5058),
            .band = SAME(0x272b31),
            .band_edge = SAME(0xc3c7cd),
            .palette = {SAME(0xf08a66), SAME(0x87bafa), SAME(0x51cda2), SAME(0xde80c1),
                        SAME(0xdaac46), SAME(0x898ef1)},
            .n_palette = 6,
            SHAPES,
            .text_contrast = 4.5,
            HEADLINES,
            SMALL(7.5, 6.5, 7),
            MARKS(3.3, 9, 5),
            LINES(0.8, 0.6, 0.9, 1.3),
        },
    [DL_THEME_PRINT] =
        {
            .paper = SAME(0xffffff),
            .ink = SAME(0x000000),
            .muted = SAME(0x3d3d3d),
            .rule = SAME(0x8c8c8c),
            .band = SAME(0xf2f2f2),
            .band_edge = SAME(0x000000),
            .palette = {SAME(0x000000)},
            .n_palette = 1,
            SHAPES,
            .is_colorless = true,
            .text_contrast = 4.5,
            HEADLINES,
            SMALL(7.5, 6.5, 7),
            MARKS(3.7, 10, 7),
            LINES(0.8, 0.6, 0.9, 1.3),
        },
    [DL_THEME_CONTRAST] =
        {
            .paper = TONE(0xffffff, 0x000000),
            .ink = TONE(0x000000, 0xffffff),
            .muted = TONE(0x33373d, 0xd6d9de),
            .rule = TONE(0x767b83, 0x8e949c),
            .band = TONE(0xf0f0f0, 0x1f1f1f),
            .band_edge = TONE(0x000000, 0xffffff),
            .palette = {TONE(0x8a3503, 0xf7a084), TONE(0x144b93, 0xa2ccff),
                        TONE(0x003d2c, 0x6be1b7), TONE(0x7a1e65, 0xdb95c8),
                        TONE(0x492700, 0xf0c561), TONE(0x261c83, 0xa6a6fe)},
            .n_palette = 6,
            SHAPES,
            .text_contrast = 7,
            HEADLINES,
            SMALL(7.5, 6.5, 7),
            MARKS(3.7, 9.5, 6),
            LINES(1.3, 1, 1.5, 1.8),
        },
};

const DlTheme *dl_theme_of(DlThemeKind kind) {
    g_assert((size_t)kind < G_N_ELEMENTS(themes));
    return &themes[kind];
}

/* What somebody chose for light paper keeps its hue on dark paper, and can be seen. */
static DlColor on_paper(DlColor color, DlColor paper) {
    /* what WCAG 2.1 (1.4.11) asks of marks */
    static const double MARK_CONTRAST = 3;
    static const DlColor black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
    const bool is_dark =
        dl_color_contrast(paper, white) > dl_color_contrast(paper, black);
    return is_dark ? dl_color_readable(color, paper, MARK_CONTRAST) : color;
}

DlTone dl_theme_tone(const DlTheme *theme, DlColor color) {
    return (DlTone){on_paper(color, theme->paper.light),
                    on_paper(color, theme->paper.dark)};
}
