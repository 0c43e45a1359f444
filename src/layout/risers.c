#include <math.h>

#include "layout/sheet.h"

/* Prices, in points of one label's distance from the axis. */
static const double PRICE_RISER_SQUARED =
    0.5;                                     /* a leader that leaves its mark aslant */
static const double PRICE_MARK_OVERLAP = 30; /* two marks of one side that touch */

static const double PRICE_PART = 400; /* each of two that a moment is cut into */

static const double FAN_SHARE =
    0.6; /* of the stem: where slanting leaders are upright */
static const double HIGHEST_FAN = 90;
static const double STRAIGHT = 0.25;             /* points aslant: less is not seen */
static const double FLAT = 1e-3, STEEPEST = 2.5; /* points along, a point across */

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

/* The room on both sides of a list, so that its beads stay clear of those of another,
 * and what rises beside them, too. */
static double list_air(const DlSlotRules *rules) {
    static const double BETWEEN = 1;
    return fmax(DL_LEADER_AIR, rules->list_gap - rules->text_gap + BETWEEN / 2);
}

/* How near leaders come that stand free in a run, half as near to one another: less
 * than they should where there is no room. Lists keep what they need. */
static double air_in_run(const DlSheet *sheet, guint from, guint to, double room) {
    double lists = 0, airs = 0;
    for (guint i = from; i < to; i++) {
        bool is_list = sheet->leaders[i].is_straight;
        lists += is_list ? 2 * list_air(sheet->rules) : 0;
        airs += is_list ? 0 : 2;
        bool is_end = i == 0 || i == sheet->n - 1;
        airs -= is_end && !is_list ? 1 : 0;
    }
    double needed = lists + airs * DL_LEADER_AIR;
    if (needed <= room)
        return DL_LEADER_AIR;
    double least = 0.6 * DL_LEADER_APART;
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
        double own = leader->is_straight ? list_air(rules) : air;
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

static double shift_of(const DlLeader *leader) {
    return leader->riser - leader->along;
}

/* How far a leader goes aslant to one side, over its height there. */
static double lean_of(const DlLeader *leader, double fan, double direction) {
    return shift_of(leader) * direction / (fan - leader->fan_start);
}

/* Whether a leader that goes aslant at once keeps away from where the one that is ahead
 * of it begins to. */
static bool is_clear_of_turn(const DlLeader *leader, const DlLeader *ahead,
                             double fan) {
    double lean = fabs(shift_of(leader)) / fan;
    double gap = fabs(ahead->along - leader->along) - lean * ahead->fan_start;
    return gap >= DL_LEADER_APART * sqrt(1 + lean * lean);
}

/* A leader must wait until the one that is ahead of it to the same side is clear. */
static void wait_for(DlLeader *leader, const DlLeader *ahead, double fan,
                     double direction) {
    double lean = lean_of(ahead, fan, direction);
    if (lean < FLAT || shift_of(leader) * direction < STRAIGHT)
        return;
    double gap = fabs(ahead->along - leader->along);
    double clear = DL_LEADER_APART * sqrt(1 + lean * lean) - gap;
    bool waits = clear > 0 || !is_clear_of_turn(leader, ahead, fan);
    leader->fan_start = waits ? ahead->fan_start + MAX(0, clear / lean) : 0;
}

/* By how much a leader has too little height to be clear of one that it leaves behind,
 * which goes to the same side. */
static double lacking_behind(const DlLeader *leader, const DlLeader *behind, double fan,
                             double direction) {
    double shift = shift_of(leader) * direction;
    if (shift < STRAIGHT || shift_of(behind) * direction < STRAIGHT)
        return 0;
    double gap = fabs(leader->riser - behind->riser);
    return dl_apart_height(gap, DL_LEADER_APART, shift) - (fan - leader->fan_start);
}

static double lacking_steepness(const DlLeader *leader, double fan) {
    double shift = fabs(shift_of(leader));
    return shift < STRAIGHT ? 0 : shift / STEEPEST - (fan - leader->fan_start);
}

/* What starts aslant does so in turn, the foremost first; returns by how much a fan so
 * high is too low. */
static double try_fan(DlSheet *sheet, double fan) {
    DlLeader *leaders = sheet->leaders;
    guint n = sheet->n;
    double lacking = 0;
    for (guint i = 0; i < n; i++)
        leaders[i].fan_start = 0;
    for (guint i = n; i > 1; i--)
        wait_for(&leaders[i - 2], &leaders[i - 1], fan, 1);
    for (guint i = 1; i < n; i++)
        wait_for(&leaders[i], &leaders[i - 1], fan, -1);
    for (guint i = 0; i < n; i++) {
        double steepness = lacking_steepness(&leaders[i], fan);
        lacking = MAX(lacking, steepness);
        if (i == 0)
            continue;
        double ahead = lacking_behind(&leaders[i], &leaders[i - 1], fan, 1);
        double back = lacking_behind(&leaders[i - 1], &leaders[i], fan, -1);
        lacking = MAX(lacking, MAX(ahead, back));
    }
    return lacking;
}

static void measure_fan(DlSheet *sheet, DlRisers *risers) {
    static const double HIGHER = 1.3;
    double usual = FAN_SHARE * sheet->rules->stem, fan = usual;
    double lacking = try_fan(sheet, fan);
    while (lacking > 0 && fan < HIGHEST_FAN) {
        fan = fmin(HIGHEST_FAN, fan * HIGHER);
        lacking = try_fan(sheet, fan);
    }
    risers->lacking += fmin(lacking, HIGHEST_FAN);
    risers->fan = fan;
    risers->stem = sheet->rules->stem + risers->fan - usual;
}

/* Two leaders that begin so near cannot be told apart. */
static double starts_lacking(const DlSheet *sheet) {
    double lacking = 0;
    for (guint i = 1; i < sheet->n; i++) {
        const DlLeader *a = &sheet->leaders[i - 1], *b = &sheet->leaders[i];
        bool is_told = (a->n == 0 && b->n == 0) || (a->is_fixed && b->is_fixed);
        lacking += is_told ? 0 : MAX(0, DL_LEADER_APART - (b->along - a->along));
    }
    return lacking;
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
    risers.lacking += starts_lacking(sheet);
    measure_fan(sheet, &risers);
    sheet->risers = risers;
}

double dl_sheet_marks_cost(const DlSheet *sheet) {
    double cost = 0, reach = -INFINITY;
    for (guint i = 0; i < sheet->n; i++) {
        cost += sheet->leaders[i].is_part ? PRICE_PART : 0;
        for (guint k = 0; k < sheet->leaders[i].n; k++) {
            const DlSlot *slot = &sheet->leaders[i].slots[k];
            cost += slot->side_prices[sheet->side];
            cost += slot->mark_from < reach ? PRICE_MARK_OVERLAP : 0;
            reach = MAX(reach, slot->mark_to);
        }
    }
    return cost;
}
