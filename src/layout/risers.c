#include <math.h>

#include "layout/sheet.h"

/* Prices, in points of one label's distance from the axis. */
static const double PRICE_RISER_SQUARED =
    0.5;                                     /* a leader that leaves its mark aslant */
static const double PRICE_MARK_OVERLAP = 30; /* two marks of one side that touch */

static const double FAN_SHARE =
    0.6; /* of the stem: where slanting leaders are upright */
static const double HIGHEST_FAN = 60;

/* The next leader that stands fixed, from one on. */
static guint next_fixed(const DlSheet *sheet, guint from) {
    while (from < sheet->n && !sheet->leaders[from].is_fixed)
        from++;
    return from;
}

/* How much a list wants to rise at its moment: its marks are on it. */
static double weight_of(const DlLeader *leader) {
    static const double OF_LIST = 25;
    return leader->is_straight ? OF_LIST : 1;
}

/* How near leaders come that stand free in a run, half as near to one another: less
 * than they should where there is no room. Lists make up for it, so that what rises
 * beside their marks stays clear of them. */
static double air_in_run(const DlSheet *sheet, guint from, guint to, double room) {
    double lists = 0, airs = 0;
    for (guint i = from; i < to; i++) {
        bool is_list = sheet->leaders[i].is_straight;
        lists += is_list ? 4 * DL_LEADER_AIR : 0;
        airs += is_list ? -2 : 2;
        bool is_end = i == 0 || i == sheet->n - 1;
        airs -= is_end && !is_list ? 1 : 0;
    }
    double needed = lists + airs * DL_LEADER_AIR;
    if (needed <= room)
        return DL_LEADER_AIR;
    double least = DL_LEADER_APART / 2;
    return airs > 0 ? fmax(least, (room - lists) / airs) : DL_LEADER_AIR;
}

/* The leaders from `from` to `to` are free, and what is beside them is fixed. */
static double place_run(DlSheet *sheet, guint from, guint to) {
    const DlSlotRules *rules = sheet->rules;
    bool is_first = from == 0, is_last = to == sheet->n;
    double start =
        is_first ? rules->from : sheet->leaders[from - 1].riser + DL_LEADER_AIR;
    double end = is_last ? rules->to : sheet->leaders[to].riser - DL_LEADER_AIR;
    double air = air_in_run(sheet, from, to, end - start);
    DlChainItem *items = sheet->placed;
    guint n = to - from;
    for (guint i = 0; i < n; i++) {
        const DlLeader *leader = &sheet->leaders[from + i];
        double own = leader->is_straight ? 2 * DL_LEADER_AIR - air : air;
        items[i] = (DlChainItem){.wanted = leader->along,
                                 .before = own,
                                 .after = own,
                                 .weight = weight_of(leader)};
    }
    double lacking = dl_chain_place(items, n, start - (is_first ? items[0].before : 0),
                                    end + (is_last ? items[n - 1].after : 0));
    for (guint i = 0; i < n; i++)
        sheet->leaders[from + i].riser = items[i].at;
    return lacking;
}

/* Two fixed leaders of which one at least has labels must be told apart. */
static double fixed_lacking(const DlSheet *sheet, guint left, guint right) {
    if (right >= sheet->n || left >= right)
        return 0;
    const DlLeader *a = &sheet->leaders[left], *b = &sheet->leaders[right];
    if (a->n == 0 && b->n == 0)
        return 0;
    return fmax(0, DL_LEADER_APART - (b->along - a->along));
}

/* How high the fan must be for two leaders side by side. Where marks are near, leaders
 * cannot be farther apart than they. */
static double fan_apart(const DlLeader *left, const DlLeader *right) {
    static const double SHARE = 0.5;
    double low = right->along - left->along, high = right->riser - left->riser;
    double left_shift = left->riser - left->along;
    double right_shift = right->riser - right->along;
    double apart = fmin(DL_LEADER_APART, SHARE * low);
    return fmax(fmax(dl_apart_height(low, apart, left_shift),
                     dl_apart_height(low, apart, -right_shift)),
                fmax(dl_apart_height(high, DL_LEADER_APART, right_shift),
                     dl_apart_height(high, DL_LEADER_APART, -left_shift)));
}

static void measure_fan(const DlSheet *sheet, DlRisers *risers) {
    double usual = FAN_SHARE * sheet->rules->stem, fan = usual;
    for (guint i = 1; i < sheet->n; i++)
        fan = fmax(fan, fan_apart(&sheet->leaders[i - 1], &sheet->leaders[i]));
    if (fan > HIGHEST_FAN)
        risers->lacking += fmin(fan, 2 * HIGHEST_FAN) - HIGHEST_FAN;
    risers->fan = fmin(fan, fmax(usual, HIGHEST_FAN));
    risers->stem = sheet->rules->stem + risers->fan - usual;
}

void dl_sheet_place_risers(DlSheet *sheet) {
    DlRisers risers = {0};
    for (guint start = 0; start < sheet->n;) {
        guint end = next_fixed(sheet, start);
        if (end > start)
            risers.lacking += place_run(sheet, start, end);
        risers.lacking += fixed_lacking(sheet, end, next_fixed(sheet, end + 1));
        start = end + 1;
    }
    for (guint i = 0; i < sheet->n; i++) {
        double aslant = sheet->leaders[i].riser - sheet->leaders[i].along;
        risers.cost +=
            aslant * aslant * PRICE_RISER_SQUARED * weight_of(&sheet->leaders[i]);
    }
    measure_fan(sheet, &risers);
    sheet->risers = risers;
}

double dl_sheet_marks_cost(const DlSheet *sheet) {
    double cost = 0, reach = -INFINITY;
    for (guint i = 0; i < sheet->n; i++)
        for (guint k = 0; k < sheet->leaders[i].n; k++) {
            const DlSlot *slot = &sheet->leaders[i].slots[k];
            cost += slot->mark_from < reach ? PRICE_MARK_OVERLAP : 0;
            reach = fmax(reach, slot->mark_to);
        }
    return cost;
}
