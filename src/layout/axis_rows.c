#include <math.h>

#include "layout/axis.h"
#include "layout/axis_text.h"
#include "time/zone.h"

static void row_free(DlAxisRow *row) {
    g_free(row->name);
    g_ptr_array_unref(row->ticks);
    g_free(row);
}

static DlAxisRow *add_row(GPtrArray *rows, char *name) {
    DlAxisRow *row = g_new0(DlAxisRow, 1);
    row->name = name;
    row->ticks = g_ptr_array_new_with_free_func((GDestroyNotify)dl_tick_free);
    g_ptr_array_add(rows, row);
    return row;
}

static bool has_coarse(const GPtrArray *ticks) {
    for (guint i = 0; i < ticks->len; i++)
        if (((const DlTick *)g_ptr_array_index(ticks, i))->coarse)
            return true;
    return false;
}

/* Moves the ticks into the rows they belong to; NULL takes those that have none. */
static void deal_ticks(GPtrArray *ticks, DlAxisRow *coarse, DlAxisRow *fine) {
    g_ptr_array_set_free_func(ticks, NULL);
    for (guint i = 0; i < ticks->len; i++) {
        DlTick *tick = g_ptr_array_index(ticks, i);
        DlAxisRow *row = tick->coarse ? coarse : fine;
        if (row != NULL)
            g_ptr_array_add(row->ticks, tick);
        else
            dl_tick_free(tick);
    }
}

/* Seconds that a zone's clock is ahead of the timeline's in the middle of the axis. */
static int shift_to(const DlLayoutJob *job, const DlScale *scale, const DlZone *zone,
                    DlMoment *utc) {
    const DlZone *own = job->timeline->zone;
    DlMoment local = dl_stretch_middle(dl_scale_window(scale));
    *utc = local - dl_zone_offset_at(own, local);
    *utc = local - dl_zone_offset_at(own, *utc);
    return dl_zone_offset_at(zone, *utc) - dl_zone_offset_at(own, *utc);
}

static void add_zone(GPtrArray *rows, const DlLayoutJob *job, const DlScale *scale,
                     const DlZone *zone, const DlTickText *text) {
    DlMoment utc;
    int shift = shift_to(job, scale, zone, &utc);
    DlAxisRow *row = add_row(rows, dl_zone_abbreviation(zone, utc));
    g_autoptr(DlScale) shifted = dl_scale_new_shifted(scale, shift);
    g_autoptr(GPtrArray) ticks = dl_ticks_new(shifted, text);
    deal_ticks(ticks, NULL, row);
}

/* The timeline's own zone is in the main row, unless that counts from an origin. */
static bool is_shown(const DlLayoutJob *job, const DlScale *scale, const DlZone *zone) {
    DlMoment utc;
    return dl_job_scale(job) == DL_SCALE_RELATIVE ||
           shift_to(job, scale, zone, &utc) != 0;
}

static char *own_name(const DlLayoutJob *job, const DlScale *scale) {
    if (job->chart->zones->len == 0 || dl_job_scale(job) == DL_SCALE_RELATIVE)
        return NULL;
    DlMoment utc;
    shift_to(job, scale, job->timeline->zone, &utc);
    return dl_zone_abbreviation(job->timeline->zone, utc);
}

static GPtrArray *rows_apart(const DlLayoutJob *job, const DlScale *scale,
                             double apart) {
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    const DlAlongText along = {job, apart};
    DlTickText text = dl_axis_along_text(&along);
    g_autoptr(GPtrArray) ticks = dl_ticks_new(scale, &text);
    DlAxisRow *coarse = has_coarse(ticks) ? add_row(rows, NULL) : NULL;
    deal_ticks(ticks, coarse, add_row(rows, own_name(job, scale)));
    for (guint i = 0; i < job->chart->zones->len; i++) {
        const DlZone *zone = g_ptr_array_index(job->chart->zones, i);
        if (is_shown(job, scale, zone))
            add_zone(rows, job, scale, zone, &text);
    }
    return rows;
}

static double name_width(const DlLayoutJob *job, const DlAxisRow *row) {
    if (row->name == NULL)
        return 0;
    g_autoptr(DlTextBlock) block = dl_axis_shape_name(job, row->name);
    return block->width;
}

/* The widest of the words in a row and over it: what a vertical axis needs across. */
static double widest_label(const DlLayoutJob *job, const DlAxisRow *row) {
    DlTickText text = dl_axis_tick_text(job);
    double widest = name_width(job, row);
    for (guint i = 0; i < row->ticks->len; i++) {
        const DlTick *tick = g_ptr_array_index(row->ticks, i);
        if (tick->label != NULL)
            widest = fmax(widest, text.width(tick->label, text.data));
    }
    return widest;
}

static double row_size(const DlLayoutJob *job, const DlAxisRow *row, guint n_rows) {
    static const double ROW = 1.75; /* of the ticks' letters */
    static const double AIR = 4;
    const DlTheme *theme = job->theme;
    if (job->vertical)
        return fmax(theme->band_height, widest_label(job, row) + 2 * AIR);
    return n_rows == 1 ? theme->band_height : theme->tick_size * ROW;
}

static double size_of(const DlLayoutJob *job, const GPtrArray *rows) {
    double size = 0;
    for (guint i = 0; i < rows->len; i++)
        size += row_size(job, g_ptr_array_index(rows, i), rows->len);
    return size;
}

static guint count_labels(const GPtrArray *rows) {
    const DlAxisRow *fine = g_ptr_array_index(rows, rows->len - 1);
    guint count = 0;
    for (guint i = 0; i < fine->ticks->len; i++)
        count += ((const DlTick *)g_ptr_array_index(fine->ticks, i))->label != NULL;
    return count;
}

/* Before tracks, which need what there is across, an axis says as much as it can on a
 * part of that. */
static GPtrArray *new_rows(const DlLayoutJob *job, const DlScale *scale) {
    static const double SHARE = 0.16, FARTHEST = 64;
    enum { FEWEST = 3 };
    GPtrArray *rows = rows_apart(job, scale, 1);
    double most = SHARE * (job->right - job->left);
    for (double apart = 2; job->in_tracks && job->vertical && apart <= FARTHEST &&
                           size_of(job, rows) > most;
         apart *= 2) {
        GPtrArray *fewer = rows_apart(job, scale, apart);
        bool are_few = count_labels(fewer) < FEWEST;
        if (are_few) {
            g_ptr_array_unref(fewer);
            return rows;
        }
        g_ptr_array_unref(rows);
        rows = fewer;
    }
    return rows;
}

/* Across: all rows together, and `least` at least. */
static double measure_rows(const DlLayoutJob *job, const GPtrArray *rows,
                           double least) {
    double size = size_of(job, rows);
    double more = fmax(0, least - size) / rows->len;
    double half = (size + more * rows->len) / 2, at = -half;
    for (guint i = 0; i < rows->len; i++) {
        DlAxisRow *row = g_ptr_array_index(rows, i);
        row->from = at;
        row->to = at += row_size(job, row, rows->len) + more;
    }
    return half;
}

DlAxis *dl_axis_new(const DlLayoutJob *job, const GPtrArray *items, double length) {
    DlAxis *axis = g_new0(DlAxis, 1);
    axis->scale = dl_axis_scale(job, items, length);
    axis->rows = new_rows(job, axis->scale);
    axis->half =
        measure_rows(job, axis->rows, dl_axis_breaks_depth(job, axis->scale, items));
    return axis;
}

double dl_axis_lead(const DlAxis *axis, const DlLayoutJob *job) {
    static const double LEAST_MARGIN = 0.5; /* of it: what names leave of the margin */
    double widest = 0;
    for (guint i = 0; i < axis->rows->len && !job->vertical; i++)
        widest = fmax(widest, name_width(job, g_ptr_array_index(axis->rows, i)));
    double hang = (1 - LEAST_MARGIN) * job->theme->margin - DL_AXIS_NAME_GAP;
    return widest > 0 ? fmax(0, widest - hang) : 0;
}

void dl_axis_free(DlAxis *axis) {
    if (axis == NULL)
        return;
    g_ptr_array_unref(axis->rows);
    dl_scale_free(axis->scale);
    g_free(axis);
}
