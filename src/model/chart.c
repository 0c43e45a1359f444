#include "model/chart.h"

#define TABLE(what, names)                                                             \
    { what, names, G_N_ELEMENTS(names) }

static const DlName shapes[] = {
    {"horizontal", DL_SHAPE_HORIZONTAL, true}, {"vertical", DL_SHAPE_VERTICAL, true},
    {"radial", DL_SHAPE_RADIAL, false},        {"spiral", DL_SHAPE_SPIRAL, false},
    {"calendar", DL_SHAPE_CALENDAR, false},    {"grid", DL_SHAPE_GRID, false},
    {"curve", DL_SHAPE_CURVE, false},          {"storyline", DL_SHAPE_STORYLINE, false},
};
const DlNameTable dl_shape_names = TABLE("a shape", shapes);

static const DlName scales[] = {
    {"auto", DL_SCALE_AUTO, true},         {"linear", DL_SCALE_LINEAR, true},
    {"broken", DL_SCALE_BROKEN, true},     {"density", DL_SCALE_DENSITY, true},
    {"log", DL_SCALE_LOG, true},           {"relative", DL_SCALE_RELATIVE, true},
    {"sequence", DL_SCALE_SEQUENCE, true}, {"interim", DL_SCALE_INTERIM, true},
};
const DlNameTable dl_scale_names = TABLE("a scale", scales);

static const DlName lanes[] = {
    {"none", DL_LANES_NONE, true},   {"category", DL_LANES_CATEGORY, true},
    {"actor", DL_LANES_ACTOR, true}, {"place", DL_LANES_PLACE, true},
    {"tag", DL_LANES_TAG, true},     {"status", DL_LANES_STATUS, true},
};
const DlNameTable dl_lanes_names = TABLE("what lanes stand for", lanes);

static const DlName segments[] = {
    {"none", DL_SEGMENTS_NONE, true},       {"day", DL_SEGMENTS_DAY, true},
    {"week", DL_SEGMENTS_WEEK, true},       {"month", DL_SEGMENTS_MONTH, true},
    {"year", DL_SEGMENTS_YEAR, true},       {"decade", DL_SEGMENTS_DECADE, true},
    {"century", DL_SEGMENTS_CENTURY, true},
};
const DlNameTable dl_segments_names = TABLE("a length of segments", segments);

static const DlName color_by[] = {
    {"category", DL_COLOR_BY_CATEGORY, true},
    {"actor", DL_COLOR_BY_ACTOR, true},
    {"status", DL_COLOR_BY_STATUS, true},
    {"none", DL_COLOR_BY_NONE, true},
};
const DlNameTable dl_color_by_names = TABLE("what color stands for", color_by);

static const DlName labels[] = {
    {"all", DL_LABELS_ALL, true},
    {"fit", DL_LABELS_FIT, true},
    {"numbered", DL_LABELS_NUMBERED, true},
    {"none", DL_LABELS_NONE, true},
};
const DlNameTable dl_labels_names = TABLE("a choice of labels", labels);

static const DlName pages[] = {
    {"one", DL_PAGES_ONE, true},
    {"many", DL_PAGES_MANY, true},
};
const DlNameTable dl_pages_names = TABLE("a number of pages", pages);

static const DlName show[] = {
    {"legend", DL_SHOW_LEGEND, true},     {"sources", DL_SHOW_SOURCES, true},
    {"eras", DL_SHOW_ERAS, true},         {"relations", DL_SHOW_RELATIONS, true},
    {"measures", DL_SHOW_MEASURES, true}, {"dates", DL_SHOW_DATES, true},
    {"text", DL_SHOW_TEXT, true},         {"images", DL_SHOW_IMAGES, true},
};
const DlNameTable dl_show_names = TABLE("what a chart can show", show);

DlChart *dl_chart_new(void) {
    DlChart *chart = g_new0(DlChart, 1);
    chart->from = DL_MOMENT_MIN;
    chart->to = DL_MOMENT_MAX;
    chart->theme = *dl_theme_of(DL_THEME_LIGHT);
    chart->events = g_ptr_array_new();
    chart->insets = g_ptr_array_new_with_free_func((GDestroyNotify)dl_chart_free);
    chart->lane_ids = g_ptr_array_new_with_free_func(g_free);
    chart->zones = g_ptr_array_new_with_free_func((GDestroyNotify)dl_zone_free);
    return chart;
}

void dl_chart_free(DlChart *chart) {
    if (chart == NULL)
        return;
    g_free(chart->id);
    g_free(chart->title);
    g_free(chart->subtitle);
    g_free(chart->caption);
    g_free(chart->dates);
    g_clear_pointer(&chart->events, g_ptr_array_unref);
    g_clear_pointer(&chart->lane_ids, g_ptr_array_unref);
    g_clear_pointer(&chart->zones, g_ptr_array_unref);
    g_clear_pointer(&chart->insets, g_ptr_array_unref);
    g_free(chart);
}
