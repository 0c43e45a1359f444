#include "layout/places.h"
#include "layout/tie_course.h"
#include "layout/ties.h"

static const double SLACK = 0.5; /* points that may be shared */

static GArray *find_texts(const GPtrArray *panels) {
    GArray *texts = g_array_new(false, false, sizeof(DlPanelText));
    for (guint i = 0; i < panels->len; i++) {
        g_autoptr(GArray) own = dl_panel_texts(g_ptr_array_index(panels, i));
        g_array_append_vals(texts, own->data, own->len);
    }
    return texts;
}

static bool is_beside(DlBox box, double width) {
    return box.x < 0 || box.x + box.width > width;
}

/* Beyond a page so wide. */
static bool is_clipped(const DlPlacedRelation *placed, double width) {
    if (placed->label.block != NULL &&
        is_beside(dl_placed_text_box(&placed->label), width))
        return true;
    for (guint i = 0; i < placed->lines->len; i++) {
        const GArray *line = g_ptr_array_index(placed->lines, i);
        for (guint j = 1; j < line->len; j++)
            if (is_beside(dl_tie_piece(line, j), width))
                return true;
    }
    return false;
}

static bool is_struck(const DlPlacedRelation *placed, const GArray *texts) {
    for (guint i = 0; i < texts->len; i++) {
        const DlPanelText *other = &g_array_index(texts, DlPanelText, i);
        const DlBox box = dl_box_grow(other->box, -SLACK);
        bool is_own = other->text == &placed->label;
        if (is_own ? dl_tie_course(placed->lines, box) != DL_TIE_BESIDE
                   : dl_tie_comes_to(placed, box))
            return true;
    }
    return false;
}

/* Takes a relation away, with its words. */
static void remove_relation(DlPanel *panel, guint index, GArray *texts) {
    DlPlacedRelation *placed = g_ptr_array_steal_index(panel->relations, index);
    for (guint i = texts->len; i > 0; i--)
        if (g_array_index(texts, DlPanelText, i - 1).text == &placed->label)
            g_array_remove_index(texts, i - 1);
    dl_placed_relation_free(placed);
}

static void guard_panel(DlPanel *panel, GArray *texts, double width) {
    for (guint i = panel->relations->len; i > 0; i--) {
        const DlPlacedRelation *placed = g_ptr_array_index(panel->relations, i - 1);
        if (is_clipped(placed, width) || is_struck(placed, texts))
            remove_relation(panel, i - 1, texts);
    }
}

void dl_ties_guard(const GPtrArray *panels, double width) {
    guint n = 0;
    for (guint i = 0; i < panels->len; i++)
        n += ((const DlPanel *)g_ptr_array_index(panels, i))->relations->len;
    if (n == 0)
        return;
    g_autoptr(GArray) texts = find_texts(panels);
    for (guint i = 0; i < panels->len; i++)
        guard_panel(g_ptr_array_index(panels, i), texts, width);
}
