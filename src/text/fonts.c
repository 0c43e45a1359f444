#include "text/fonts.h"

#include <hb-ot.h>
#include <hb.h>
#include <pango/pangocairo.h>

#include "text/subset.h"

typedef struct {
    hb_face_t *face;
    PangoFontDescription *description; /* without a size */
    double units_per_em;
    cairo_scaled_font_t *unit; /* 1 pt */
} FontRow;

struct DlFontTable {
    GHashTable *indices; /* PangoFont, owned -> index + 1 */
    GPtrArray *rows;     /* of FontRow, owned */
    cairo_t *pen;        /* takes the outlines; paints nothing */
};

static void row_free(FontRow *row) {
    hb_face_destroy(row->face);
    pango_font_description_free(row->description);
    cairo_scaled_font_destroy(row->unit);
    g_free(row);
}

DlFontTable *dl_font_table_new(void) {
    DlFontTable *table = g_new0(DlFontTable, 1);
    table->indices = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
    table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    table->pen = cairo_create(surface);
    cairo_surface_destroy(surface);
    return table;
}

void dl_font_table_free(DlFontTable *table) {
    if (table == NULL)
        return;
    g_hash_table_unref(table->indices);
    g_ptr_array_unref(table->rows);
    cairo_destroy(table->pen);
    g_free(table);
}

/* The font matrix of 1 pt keeps the slant that Pango gives to a face without an
 * italic. It tells the size: what describes a font of bitmaps tells that of these. */
static cairo_scaled_font_t *unit_font(PangoFont *font) {
    cairo_scaled_font_t *sized =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_matrix_t matrix, identity;
    cairo_scaled_font_get_font_matrix(sized, &matrix);
    cairo_matrix_scale(&matrix, 1 / matrix.yy, 1 / matrix.yy);
    cairo_matrix_init_identity(&identity);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_scaled_font_get_font_options(sized, options);
    cairo_scaled_font_t *unit = cairo_scaled_font_create(
        cairo_scaled_font_get_font_face(sized), &matrix, &identity, options);
    cairo_font_options_destroy(options);
    return unit;
}

static FontRow *row_new(PangoFont *font) {
    FontRow *row = g_new0(FontRow, 1);
    row->description = pango_font_describe_with_absolute_size(font);
    pango_font_description_unset_fields(row->description,
                                        PANGO_FONT_MASK_SIZE | PANGO_FONT_MASK_GRAVITY);
    row->face = hb_face_reference(hb_font_get_face(pango_font_get_hb_font(font)));
    row->units_per_em = hb_face_get_upem(row->face);
    row->unit = unit_font(font);
    return row;
}

static bool is_same_face(const FontRow *a, const FontRow *b) {
    return a->face == b->face &&
           pango_font_description_equal(a->description, b->description);
}

static guint find_row(const DlFontTable *table, const FontRow *row) {
    guint i = 0;
    while (i < table->rows->len && !is_same_face(table->rows->pdata[i], row))
        i++;
    return i;
}

int dl_font_table_find(DlFontTable *table, PangoFont *font) {
    const int known = GPOINTER_TO_INT(g_hash_table_lookup(table->indices, font));
    if (known > 0)
        return known - 1;
    FontRow *row = row_new(font);
    const guint index = find_row(table, row);
    if (index == table->rows->len)
        g_ptr_array_add(table->rows, row);
    else
        row_free(row);
    g_hash_table_insert(table->indices, g_object_ref(font),
                        GINT_TO_POINTER((int)index + 1));
    return (int)index;
}

int dl_font_table_size(const DlFontTable *table) {
    return (int)table->rows->len;
}

static const FontRow *get_row(const DlFontTable *table, int font) {
    g_assert(font >= 0 && (guint)font < table->rows->len);
    return table->rows->pdata[font];
}

DlFontFacts dl_font_table_facts(const DlFontTable *table, int font) {
    const FontRow *row = get_row(table, font);
    return (DlFontFacts){
        .family = pango_font_description_get_family(row->description),
        .weight = (int)pango_font_description_get_weight(row->description),
        .italic =
            pango_font_description_get_style(row->description) != PANGO_STYLE_NORMAL,
        .colored = hb_ot_color_has_png(row->face) || hb_ot_color_has_layers(row->face),
        .units_per_em = row->units_per_em,
    };
}

GBytes *dl_font_table_subset(const DlFontTable *table, int font,
                             const GArray *letters) {
    return dl_face_subset(get_row(table, font)->face, letters);
}

void *dl_font_table_cairo(const DlFontTable *table, int font) {
    return get_row(table, font)->unit;
}

static DlPoint point_of(cairo_path_data_t data) {
    return (DlPoint){data.point.x, data.point.y};
}

static void add_step(DlPath *path, const cairo_path_data_t *data) {
    switch (data->header.type) {
    case CAIRO_PATH_MOVE_TO:
        dl_path_move(path, point_of(data[1]).x, point_of(data[1]).y);
        break;
    case CAIRO_PATH_LINE_TO:
        dl_path_line(path, point_of(data[1]).x, point_of(data[1]).y);
        break;
    case CAIRO_PATH_CURVE_TO:
        dl_path_curve(path, point_of(data[1]), point_of(data[2]), point_of(data[3]));
        break;
    case CAIRO_PATH_CLOSE_PATH:
        dl_path_close(path);
        break;
    }
}

/* After each close Cairo adds a move to where the figure began; only the moves that
 * something follows are wanted. */
static bool is_idle_move(const cairo_path_t *path, int i) {
    const int next = i + path->data[i].header.length;
    return path->data[i].header.type == CAIRO_PATH_MOVE_TO &&
           (next >= path->num_data ||
            path->data[next].header.type == CAIRO_PATH_MOVE_TO);
}

static void set_font(cairo_t *pen, const FontRow *row) {
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(row->unit, &matrix);
    cairo_matrix_scale(&matrix, row->units_per_em, row->units_per_em);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_scaled_font_get_font_options(row->unit, options);
    cairo_set_font_face(pen, cairo_scaled_font_get_font_face(row->unit));
    cairo_set_font_matrix(pen, &matrix);
    cairo_set_font_options(pen, options);
    cairo_font_options_destroy(options);
}

static bool has_bitmap(hb_face_t *face, uint32_t glyph) {
    if (!hb_ot_color_has_png(face))
        return false;
    hb_font_t *font = hb_font_create(face);
    hb_blob_t *png = hb_ot_color_glyph_reference_png(font, glyph);
    const bool is_there = hb_blob_get_length(png) > 0;
    hb_blob_destroy(png);
    hb_font_destroy(font);
    return is_there;
}

/* Of a bitmap Cairo would trace each pixel; the outline behind layers of colour is for
 * programs that know none. */
static bool has_colors(hb_face_t *face, uint32_t glyph) {
    return hb_ot_color_glyph_get_layers(face, glyph, 0, NULL, NULL) > 0 ||
           has_bitmap(face, glyph);
}

DlPath *dl_font_table_outline(const DlFontTable *table, int font, uint32_t glyph) {
    if (has_colors(get_row(table, font)->face, glyph))
        return dl_path_new();
    set_font(table->pen, get_row(table, font));
    cairo_new_path(table->pen);
    const cairo_glyph_t at_origin = {glyph, 0, 0};
    cairo_glyph_path(table->pen, &at_origin, 1);
    cairo_path_t *drawn = cairo_copy_path(table->pen);
    DlPath *path = dl_path_new();
    for (int i = 0; i < drawn->num_data; i += drawn->data[i].header.length)
        if (!is_idle_move(drawn, i))
            add_step(path, &drawn->data[i]);
    cairo_path_destroy(drawn);
    return path;
}
