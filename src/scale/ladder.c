#include "scale/ladder.h"

static const DlStep ladder[] = {
    {DL_TICK_SECOND, 1},        {DL_TICK_SECOND, 2},        {DL_TICK_SECOND, 5},
    {DL_TICK_SECOND, 10},       {DL_TICK_SECOND, 15},       {DL_TICK_SECOND, 30},
    {DL_TICK_MINUTE, 1},        {DL_TICK_MINUTE, 2},        {DL_TICK_MINUTE, 5},
    {DL_TICK_MINUTE, 10},       {DL_TICK_MINUTE, 15},       {DL_TICK_MINUTE, 30},
    {DL_TICK_HOUR, 1},          {DL_TICK_HOUR, 2},          {DL_TICK_HOUR, 3},
    {DL_TICK_HOUR, 6},          {DL_TICK_HOUR, 12},         {DL_TICK_DAY, 1},
    {DL_TICK_DAY, 7},           {DL_TICK_MONTH, 1},         {DL_TICK_MONTH, 2},
    {DL_TICK_MONTH, 3},         {DL_TICK_MONTH, 6},         {DL_TICK_YEAR, 1},
    {DL_TICK_YEAR, 2},          {DL_TICK_YEAR, 5},          {DL_TICK_YEAR, 10},
    {DL_TICK_YEAR, 20},         {DL_TICK_YEAR, 50},         {DL_TICK_YEAR, 100},
    {DL_TICK_YEAR, 200},        {DL_TICK_YEAR, 500},        {DL_TICK_YEAR, 1000},
    {DL_TICK_YEAR, 2000},       {DL_TICK_YEAR, 5000},       {DL_TICK_YEAR, 10000},
    {DL_TICK_YEAR, 20000},      {DL_TICK_YEAR, 50000},      {DL_TICK_YEAR, 100000},
    {DL_TICK_YEAR, 200000},     {DL_TICK_YEAR, 500000},     {DL_TICK_YEAR, 1000000},
    {DL_TICK_YEAR, 2000000},    {DL_TICK_YEAR, 5000000},    {DL_TICK_YEAR, 10000000},
    {DL_TICK_YEAR, 20000000},   {DL_TICK_YEAR, 50000000},   {DL_TICK_YEAR, 100000000},
    {DL_TICK_YEAR, 200000000},  {DL_TICK_YEAR, 500000000},  {DL_TICK_YEAR, 1000000000},
    {DL_TICK_YEAR, 2000000000}, {DL_TICK_YEAR, 5000000000}, {DL_TICK_YEAR, 10000000000},
};

const DlStep *dl_ladder(size_t *n_steps) {
    *n_steps = G_N_ELEMENTS(ladder);
    return ladder;
}

static DlMoment unit_length(DlTickUnit unit) {
    static const DlMoment lengths[] = {
        [DL_TICK_SECOND] = 1,
        [DL_TICK_MINUTE] = 60,
        [DL_TICK_HOUR] = 3600,
        [DL_TICK_DAY] = DL_SECONDS_A_DAY,
        [DL_TICK_MONTH] = DL_SECONDS_A_MONTH,
        [DL_TICK_YEAR] = DL_SECONDS_A_YEAR,
    };
    return lengths[unit];
}

DlMoment dl_step_length(DlStep step) {
    return step.count * unit_length(step.unit);
}

DlStep dl_step_at_most(DlMoment length) {
    DlStep best = ladder[0];
    for (size_t i = 0; i < G_N_ELEMENTS(ladder); i++)
        if (dl_step_length(ladder[i]) <= length)
            best = ladder[i];
    return best;
}

static DlMoment year_start(int64_t year) {
    return dl_moment_from_civil((DlCivil){.year = year, .month = 1, .day = 1});
}

/* 100 BC is the astronomical year -99: before the year 1 the round ones are 1 -
 * n*count. A step of one year has a boundary each year. */
static DlMoment year_floor(int64_t count, int64_t year) {
    if (year >= 1 && count > 1)
        return year_start(MAX(1, year / count * count));
    return year_start(1 + dl_divide_down(year - 1, count) * count);
}

static int64_t month_floor(int64_t count, DlMoment moment) {
    DlCivil civil = dl_civil_from_moment(moment);
    return dl_divide_down(civil.year * 12 + civil.month - 1, count) * count;
}

static DlMoment month_start(int64_t months) {
    int64_t year = dl_divide_down(months, 12);
    return dl_moment_from_civil(
        (DlCivil){.year = year, .month = (int)(months - year * 12) + 1, .day = 1});
}

/* Weeks begin on Monday, as 1970-01-05 did. */
static DlMoment day_floor(int64_t count, DlMoment moment) {
    DlMoment length = count * DL_SECONDS_A_DAY;
    DlMoment monday = count == 7 ? 4 * DL_SECONDS_A_DAY : 0;
    return dl_divide_down(moment - monday, length) * length + monday;
}

DlMoment dl_step_floor(DlStep step, DlMoment moment) {
    switch (step.unit) {
    case DL_TICK_YEAR:
        return year_floor(step.count, dl_civil_from_moment(moment).year);
    case DL_TICK_MONTH:
        return month_start(month_floor(step.count, moment));
    case DL_TICK_DAY:
        return day_floor(step.count, moment);
    case DL_TICK_SECOND:
    case DL_TICK_MINUTE:
    case DL_TICK_HOUR:
        break;
    }
    DlMoment length = dl_step_length(step);
    return dl_divide_down(moment, length) * length;
}

/* Months and years vary, so that one mean length can fall short of the next boundary,
 * and two can pass one. */
DlMoment dl_step_next(DlStep step, DlMoment boundary) {
    DlMoment length = dl_step_length(step);
    if (step.unit <= DL_TICK_DAY)
        return boundary + length;
    DlMoment next = dl_step_floor(step, boundary + length);
    if (next <= boundary)
        next = dl_step_floor(step, boundary + 2 * length);
    DlMoment nearer = dl_step_floor(step, next - 1);
    return nearer > boundary ? nearer : next;
}

DlMoment dl_step_ceiling(DlStep step, DlMoment moment) {
    DlMoment floor = dl_step_floor(step, moment);
    return floor == moment ? moment : dl_step_next(step, floor);
}
