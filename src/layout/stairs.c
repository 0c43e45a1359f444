#include "layout/stairs.h"

#include <math.h>

#include "layout/style.h"

/* points: from a line to its heading, from that to the next line, between two */
static const double LINE_GAP = 3, NEXT_GAP = 6, STAIR_GAP = 2;

DlTextBlock *dl_lane_heading(const DlLayoutJob *job, const DlLane *lane, double width) {
    g_autofree char *title =
        g_strconcat(lane->title, lane->beside != NULL ? " " : NULL, NULL);
    DlTextPart parts[] = {
        {title, dl_style(job, DL_STYLE_HEADING), job->timeline->language},
        {lane->beside, dl_style(job, DL_STYLE_BESIDE), job->timeline->language},
    };
    parts[1].style.keeps_end = true;
    return dl_measurer_shape(job->measurer, parts, lane->beside != NULL ? 2 : 1, width,
                             job->theme->line_height, DL_ALIGN_START);
}

static DlStair *stair_at(const DlStairs *stairs, guint lane) {
    return &g_array_index(stairs->steps, DlStair, lane);
}

static double end_of(const DlStair *stair) {
    return stair->line + LINE_GAP + stair->block->width;
}

/* Over the next ones that it would run into. */
static void climb(DlStairs *stairs, guint lane) {
    DlStair *stair = stair_at(stairs, lane);
    double end = end_of(stair) + NEXT_GAP;
    for (guint i = lane + 1; i < stairs->steps->len; i++) {
        const DlStair *next = stair_at(stairs, i);
        if (next->line >= end)
            break;
        stair->rise = fmax(stair->rise, next->rise + next->block->height + STAIR_GAP);
    }
    stairs->height = fmax(stairs->height, stair->rise + stair->block->height);
    stairs->reach = fmax(stairs->reach, end_of(stair));
}

static void clear_stair(void *stair) {
    dl_text_block_free(((DlStair *)stair)->block);
}

DlStairs *dl_stairs_new(const DlLayoutJob *job, const DlLanes *lanes, double pitch,
                        double end) {
    DlStairs *stairs = g_new0(DlStairs, 1);
    stairs->steps = g_array_new(false, false, sizeof(DlStair));
    g_array_set_clear_func(stairs->steps, clear_stair);
    for (guint i = 0; i < lanes->lanes->len; i++) {
        const DlLane *lane = g_ptr_array_index(lanes->lanes, i);
        double line = (i + 0.5) * pitch;
        const DlStair stair = {dl_lane_heading(job, lane, end - line - LINE_GAP), line,
                               0};
        g_array_append_val(stairs->steps, stair);
    }
    for (guint i = stairs->steps->len; i-- > 0;)
        climb(stairs, i);
    return stairs;
}

void dl_stairs_free(DlStairs *stairs) {
    if (stairs == NULL)
        return;
    g_array_unref(stairs->steps);
    g_free(stairs);
}

DlPlacedText dl_stairs_place(const DlStairs *stairs, guint lane, DlPoint foot) {
    const DlStair *stair = stair_at(stairs, lane);
    return (DlPlacedText){
        .at = {foot.x + stair->line + LINE_GAP,
               foot.y - stair->rise - stair->block->height},
        .block = dl_text_block_copy(stair->block, 1),
    };
}
