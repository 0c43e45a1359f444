#include "text/measure.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "text/keep.h"
#include "text/lines.h"
#include "text/measurer.h"
#include "text/paragraph.h"

static const char SANS[] = "Noto Sans, Noto Sans CJK KR, Noto Sans Arabic, "
                           "Noto Sans Hebrew, sans-serif";
static const char SERIF[] = "Noto Serif, Noto Serif CJK KR, Noto Naskh Arabic, "
                            "Noto Serif Hebrew, serif";

static const double SLACK = 0.002; /* points that a line may be wider than its box */

typedef struct {
    DlMeasurer measurer;
    char *families[2]; /* by DlFace */
    PangoContext *context;
    PangoLayout *layout; /* used again and again */
} PangoMeasurer;

/* A way to break lines. */
typedef struct {
    bool keeps_ends, keeps_words, keeps_units;
    PangoWrapMode wrap;
    bool breaks; /* what should stay whole */
} Way;

static PangoFontDescription *describe(const PangoMeasurer *pango,
                                      const DlTextStyle *style) {
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family_static(description, pango->families[style->face]);
    pango_font_description_set_absolute_size(description, style->size * PANGO_SCALE);
    pango_font_description_set_weight(description, (PangoWeight)style->weight);
    pango_font_description_set_style(description, style->italic ? PANGO_STYLE_ITALIC
                                                                : PANGO_STYLE_NORMAL);
    return description;
}

static void add_attribute(PangoAttrList *attributes, PangoAttribute *attribute,
                          DlPartRange range) {
    attribute->start_index = (guint)range.start;
    attribute->end_index = (guint)range.end;
    pango_attr_list_insert(attributes, attribute);
}

static void add_style(const PangoMeasurer *pango, PangoAttrList *attributes,
                      const DlTextStyle *style, DlPartRange range) {
    PangoFontDescription *description = describe(pango, style);
    add_attribute(attributes, pango_attr_font_desc_new(description), range);
    pango_font_description_free(description);
    if (style->tabular)
        add_attribute(attributes, pango_attr_font_features_new("tnum=1"), range);
    if (style->spacing != 0)
        add_attribute(
            attributes,
            pango_attr_letter_spacing_new((int)lround(style->spacing * PANGO_SCALE)),
            range);
}

static void set_direction(PangoMeasurer *pango, const DlParagraph *paragraph) {
    const bool is_free = paragraph->direction == PANGO_DIRECTION_NEUTRAL;
    const PangoDirection direction =
        is_free ? paragraph->otherwise : paragraph->direction;
    pango_layout_set_auto_dir(pango->layout, is_free);
    if (pango_context_get_base_dir(pango->context) == direction)
        return;
    pango_context_set_base_dir(pango->context, direction);
    pango_layout_context_changed(pango->layout);
}

static void set_text(PangoMeasurer *pango, const DlShapeTask *task,
                     const DlParagraph *paragraph, const Way *way) {
    PangoAttrList *attributes = pango_attr_list_new();
    set_direction(pango, paragraph);
    dl_paragraph_set_languages(paragraph, task->parts, attributes);
    if (way->keeps_units)
        dl_keep_units(paragraph, attributes);
    if (way->keeps_words) {
        dl_keep_dashes(paragraph, attributes);
        dl_keep_hangul(paragraph, attributes);
        dl_keep_dates(paragraph, task->parts, attributes);
    }
    if (way->keeps_ends)
        dl_keep_ends(paragraph, task->parts, attributes);
    for (guint i = 0; i < task->n_parts; i++)
        add_style(pango, attributes, &task->parts[i].style,
                  dl_paragraph_extent(paragraph, i));
    pango_layout_set_text(pango->layout, paragraph->text->str,
                          (int)paragraph->text->len);
    pango_layout_set_attributes(pango->layout, attributes);
    pango_attr_list_unref(attributes);
}

static int layout_width(double width) {
    if (width <= 0)
        return -1;
    return (int)MIN((width + SLACK) * PANGO_SCALE, (double)G_MAXINT);
}

static bool fits(const DlTextBlock *block, double width) {
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        if (line->width > width + 2 * SLACK)
            return false;
    }
    return true;
}

/* From the best way to break lines to the one that is always possible. */
static const Way ways[] = {
    {true, true, true, PANGO_WRAP_WORD, false},
    {false, true, true, PANGO_WRAP_WORD, false},
    {false, false, true, PANGO_WRAP_WORD, true},
    {false, false, true, PANGO_WRAP_WORD_CHAR, true},
    {false, false, false, PANGO_WRAP_WORD_CHAR, true},
};

static bool keeps_end(const DlShapeTask *task) {
    for (size_t i = 0; i < task->n_parts; i++)
        if (task->parts[i].style.keeps_end)
            return true;
    return false;
}

static void break_lines(DlMeasurer *measurer, const DlShapeTask *task,
                        DlTextBlock *block) {
    PangoMeasurer *pango = (PangoMeasurer *)measurer;
    g_autoptr(DlParagraph) paragraph = dl_paragraph_new(task->parts, task->n_parts);
    for (size_t i = keeps_end(task) ? 0 : 1; i < G_N_ELEMENTS(ways); i++) {
        g_ptr_array_set_size(block->lines, 0);
        set_text(pango, task, paragraph, &ways[i]);
        pango_layout_set_width(pango->layout, layout_width(task->width));
        pango_layout_set_wrap(pango->layout, ways[i].wrap);
        dl_lines_take(measurer, task, paragraph, pango->layout, block);
        block->broke_word = ways[i].breaks;
        if (task->width <= 0 || fits(block, task->width))
            return;
    }
}

/* Of the first font of the style's family, whatever fonts its letters come from. */
static DlFontHeight height_of(DlMeasurer *measurer, const DlTextPart *part) {
    PangoMeasurer *pango = (PangoMeasurer *)measurer;
    const double size = part->style.size;
    PangoFontDescription *description = describe(pango, &part->style);
    PangoFont *font = pango_context_load_font(pango->context, description);
    pango_font_description_free(description);
    hb_font_extents_t extents;
    if (font == NULL)
        return (DlFontHeight){size, size / 4};
    hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(font));
    hb_font_t *unscaled = hb_font_create(face);
    hb_font_get_h_extents(unscaled, &extents);
    const double scale = size / hb_face_get_upem(face);
    hb_font_destroy(unscaled);
    g_object_unref(font);
    return (DlFontHeight){extents.ascender * scale, -extents.descender * scale};
}

static void pango_measurer_free(DlMeasurer *measurer) {
    PangoMeasurer *pango = (PangoMeasurer *)measurer;
    g_free(pango->families[DL_FACE_SANS]);
    g_free(pango->families[DL_FACE_SERIF]);
    g_object_unref(pango->layout);
    g_object_unref(pango->context);
    g_free(pango);
}

static FcConfig *config_new(void) {
    /* Else fontconfig prefers fonts, and names them, by the user's locale. */
    g_setenv("FC_LANG", "en", TRUE);
    FcConfig *config = FcInitLoadConfig();
    FcConfigBuildFonts(config);
    return config;
}

/* One for all measurers: Pango 1.50 keeps a reference that it never drops. */
static FcConfig *shared_config(void) {
    static FcConfig *config = NULL;
    if (g_once_init_enter(&config))
        g_once_init_leave(&config, config_new());
    return config;
}

static PangoFontMap *font_map_new(void) {
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), shared_config());
    return map;
}

/* No hinting and no rounding: a chart must not change with the device. */
static PangoContext *context_new(void) {
    PangoFontMap *map = font_map_new();
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("xx"));
    return context;
}

bool dl_font_family_exists(const char *family) {
    static const char *const generic[] = {"serif",     "sans-serif", "sans",
                                          "monospace", "system-ui",  "cursive",
                                          "fantasy",   NULL};
    if (g_strv_contains(generic, family))
        return true;
    FcPattern *pattern = FcPatternCreate();
    FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, NULL);
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcFontSet *found = FcFontList(shared_config(), pattern, wanted);
    const bool exists = found->nfont > 0;
    FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return exists;
}

static char *put_before(const char *families, const char *defaults) {
    return families == NULL ? g_strdup(defaults)
                            : g_strjoin(", ", families, defaults, NULL);
}

DlMeasurer *dl_measurer_new_pango(const char *sans, const char *serif) {
    PangoMeasurer *pango = g_new0(PangoMeasurer, 1);
    pango->measurer.break_lines = break_lines;
    pango->measurer.height = height_of;
    pango->measurer.free = pango_measurer_free;
    pango->measurer.fonts = dl_font_table_new();
    pango->measurer.missing = g_ptr_array_new_with_free_func(g_free);
    pango->families[DL_FACE_SANS] = put_before(sans, SANS);
    pango->families[DL_FACE_SERIF] = put_before(serif, SERIF);
    pango->context = context_new();
    pango->layout = pango_layout_new(pango->context);
    pango_layout_set_single_paragraph_mode(pango->layout, TRUE);
    return &pango->measurer;
}
