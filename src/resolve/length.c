#include "resolve/length.h"

/* Sums of hostile durations stay far from overflow. */
static const DlMoment FARTHEST = INT64_C(4000000000000000000);

bool dl_duration_is_doubtful(const DlDuration *duration) {
    return duration->approximate || duration->uncertain;
}

DlLength dl_length_of(const DlDuration *duration, bool loose) {
    DlLength length = {*duration, *duration};
    if (!loose)
        return length;
    length.shortest.seconds -= duration->unit;
    length.longest.seconds += duration->unit;
    if (dl_duration_seconds(&length.shortest) < 0)
        length.shortest = (DlDuration){0};
    return length;
}

static bool is_bound(DlMoment moment) {
    return moment != DL_MOMENT_MIN && moment != DL_MOMENT_MAX;
}

DlMoment dl_length_after(DlMoment moment, const DlDuration *duration) {
    if (!is_bound(moment))
        return moment;
    return CLAMP(dl_moment_add(moment, duration), -FARTHEST, FARTHEST);
}

DlMoment dl_length_earliest_before(DlMoment moment, const DlDuration *duration) {
    const DlDuration back = {
        .months = -duration->months,
        .days = -duration->days,
        .seconds = -duration->seconds,
    };
    return dl_length_after(moment, &back);
}

/* A month after 31 January is 28 February, but a month before that is 28 January. */
DlMoment dl_length_latest_before(DlMoment moment, const DlDuration *duration) {
    static const int MOST_DAYS_LOST = 3;
    DlMoment before = dl_length_earliest_before(moment, duration);
    if (!is_bound(moment) || duration->months == 0)
        return before;
    for (int i = 0; i < MOST_DAYS_LOST; i++)
        if (dl_length_after(before + DL_SECONDS_A_DAY, duration) <= moment)
            before += DL_SECONDS_A_DAY;
    return before;
}

bool dl_length_is_possible(DlRange from, DlRange to, const DlDuration *duration) {
    if (is_bound(from.latest) && is_bound(to.earliest) &&
        dl_length_after(from.latest, duration) < to.earliest - duration->unit)
        return false;
    return !is_bound(from.earliest) || !is_bound(to.latest) ||
           dl_length_after(from.earliest, duration) <= to.latest + duration->unit;
}
