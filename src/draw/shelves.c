#include "draw/brush.h"

static bool holds(DlBox box, DlPoint point) {
    return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y &&
           point.y <= box.y + box.height;
}

/* NULL: it stands in none, or in one without a name. */
static const DlPlacedLane *find_lane(const DlPanel *panel,
                                     const DlPlacedEvent *placed) {
    for (guint i = 0; placed->has_mark && i < panel->lanes->len; i++) {
        const DlPlacedLane *lane = &g_array_index(panel->lanes, DlPlacedLane, i);
        if (holds(lane->box, placed->mark.centre))
            return lane->heading.block == NULL ? NULL : lane;
    }
    return NULL;
}

static bool covers(const DlEra *era, DlMoment moment) {
    return era->date.start.min <= moment && moment <= era->date.end.max;
}

static const DlEra *find_era(const DlPanel *panel, DlMoment moment) {
    const DlEra *found = NULL;
    for (guint i = 0; i < panel->eras->len; i++) {
        const DlEra *era = ((const DlPlacedEra *)panel->eras->pdata[i])->era;
        if (covers(era, moment) &&
            (found == NULL || era->date.start.min > found->date.start.min))
            found = era;
    }
    return found;
}

void dl_draw_shelves(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel,
                     const DlPlacedEvent *placed) {
    const DlMoment moment = placed->event->start.earliest;
    const bool is_dated = moment != DL_MOMENT_MIN;
    const DlPlacedLane *lane = find_lane(panel, placed);
    if (placed->repeats && lane == NULL)
        return;
    const DlEra *era = is_dated && lane == NULL ? find_era(panel, moment) : NULL;
    g_autofree char *name = lane != NULL  ? dl_brush_words(&lane->heading)
                            : era != NULL ? dl_brush_era_name(brush, era)
                                          : NULL;
    g_autofree char *year =
        is_dated ? dl_words_tick(moment, DL_TICK_YEAR, brush->timeline->words) : NULL;
    dl_scene_add_shelf(group, name);
    dl_scene_add_shelf(group, year);
}
