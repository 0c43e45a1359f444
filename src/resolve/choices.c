#include "resolve/choices.h"

#include "base/names.h"

static bool is_ready(const DlNameTable *table, int value) {
    for (size_t i = 0; i < table->n_names; i++)
        if (table->names[i].value == value)
            return table->names[i].ready;
    return false;
}

/* The value of a key, or its default. */
static int choose(DlResolver *resolver, const char *key, const DlNameTable *table,
                  int value, int otherwise, DlPlace place) {
    if (value < 0)
        return otherwise;
    if (is_ready(table, value))
        return value;
    g_autofree char *ready = dl_names_to_text(table);
    dl_problems_add(resolver->problems, place, "not-drawn-yet",
                    "%s `%s` cannot be drawn yet: expected %s", key,
                    dl_name_of(table, value), ready);
    return otherwise;
}

void dl_choose(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart) {
    chart->shape = (DlShapeKind)choose(resolver, "shape", &dl_shape_names, draft->shape,
                                       DL_SHAPE_HORIZONTAL, draft->shape_place);
    chart->scale = (DlScaleKind)choose(resolver, "scale", &dl_scale_names, draft->scale,
                                       DL_SCALE_AUTO, draft->scale_place);
    chart->lanes = (DlLanesKind)choose(resolver, "lanes", &dl_lanes_names, draft->lanes,
                                       DL_LANES_NONE, draft->lanes_place);
    chart->segments = (DlSegmentsKind)choose(resolver, "segments", &dl_segments_names,
                                             draft->segments, DL_SEGMENTS_NONE,
                                             draft->segments_place);
    chart->color = (DlColorBy)choose(resolver, "color", &dl_color_by_names,
                                     draft->color, DL_COLOR_BY_CATEGORY, draft->place);
    chart->labels =
        (DlLabelsKind)choose(resolver, "labels", &dl_labels_names, draft->labels,
                             DL_LABELS_ALL, draft->labels_place);
    chart->pages = (DlPagesKind)choose(resolver, "pages", &dl_pages_names, draft->pages,
                                       DL_PAGES_ONE, draft->pages_place);
    if (draft->has_theme)
        chart->theme = draft->theme;
}
