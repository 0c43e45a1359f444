/* Scales and ticks. Text widths are 5 points a character, so that results are the same
 * on every machine. */
#include "tests.h"

#include <math.h>
#include <string.h>

#include "scale/ladder.h"
#include "scale/scale.h"
#include "scale/ticks.h"

static DlMoment day(int64_t year, int month, int date) {
    return dl_moment_from_civil((DlCivil){.year = year, .month = month, .day = date});
}

static double width_of(const char *label, void *data) {
    (void)data;
    return 5.0 * (double)g_utf8_strlen(label, -1);
}

static DlScaleRequest request_of(GArray *occupied, DlMoment from, DlMoment to,
                                 double length) {
    return (DlScaleRequest){
        .window = {from, to},
        .fixed_from = true,
        .fixed_to = true,
        .occupied = occupied,
        .length = length,
        .break_length = 40,
        .least_piece = 30,
    };
}

static const struct tick_row {
    const char *name;
    int64_t from_year;
    int from_month, from_day;
    int64_t to_year;
    int to_month, to_day;
    double length;
    const char *expected;
} tick_rows[] = {
    {"a decade on a narrow page goes by five years", 1950, 1, 1, 1960, 1, 1, 120,
     "1950 1955"},
    {"two decades on a wide page go by years", 1950, 1, 1, 1954, 1, 1, 400,
     "1950 1951 1952 1953"},
    {"five days name the days", 2025, 9, 1, 2025, 9, 6, 700,
     "Mon 1 Sept|Tue 2 Sept|Wed 3 Sept|Thu 4 Sept|Fri 5 Sept"},
    {"hours stand under their days", 2025, 9, 1, 2025, 9, 3, 600,
     "Mon 1 Sept|Tue 2 Sept|00:00|06:00|12:00|18:00|00:00|06:00|12:00|18:00"},
    {"half days say no more than their days", 2025, 9, 1, 2025, 9, 3, 300,
     "Mon 1 Sept|Tue 2 Sept"},
    {"months stand under their years", 2024, 11, 1, 2025, 3, 1, 200,
     "2024 2025 Nov Dec Jan Feb"},
    {"an axis too short for months tells its year", 2024, 3, 1, 2025, 1, 5, 40, "2024"},
    {"words longer than any step stand where they have room", -20000000000, 1, 1,
     20000000000, 1, 1, 220, "20 billion years ago|AD 1"},
    {"before our era there is no year 0", -99, 1, 1, 102, 1, 1, 160, "100 BC|AD 1"},
};

static void test_ticks(void **state) {
    const struct tick_row *row = *state;
    g_autoptr(GArray) occupied = g_array_new(false, false, sizeof(DlStretch));
    DlScaleRequest request =
        request_of(occupied, day(row->from_year, row->from_month, row->from_day),
                   day(row->to_year, row->to_month, row->to_day), row->length);
    g_autoptr(DlScale) scale = dl_scale_new_linear(&request);
    const DlTickText words = {dl_language_english(), width_of, NULL};
    g_autoptr(GPtrArray) ticks = dl_ticks_new(scale, &words);
    const char *separator = strchr(row->expected, '|') != NULL ? "|" : " ";
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < ticks->len; i++) {
        const DlTick *tick = g_ptr_array_index(ticks, i);
        if (tick->label != NULL)
            g_string_append_printf(text, "%s%s", text->len > 0 ? separator : "",
                                   tick->label);
    }
    assert_string_equal(text->str, row->expected);
}

static const struct broken_row {
    const char *name;
    int years[8]; /* events, each a year long; 0 ends them */
    const char *expected;
    int from, to; /* years of the window; 0: as far as the events go */
} broken_rows[] = {
    {"years of history and then one year: the void between is cut",
     {1945, 1953, 1959, 2011, 2018, 2024},
     "1945-1961 2010-2025",
     0,
     0},
    {"events that lie close together are not cut",
     {2000, 2002, 2004, 2007},
     "2000-2008",
     0,
     0},
    {"two voids are two breaks",
     {1000, 1010, 1500, 1505, 2000, 2010},
     "1000-1012 1499-1507 1999-2011",
     0,
     0},
    {"what would be most of the axis beside two breaks is the third",
     {1000, 1005, 1350, 1355, 1700, 1995, 2000},
     "1000-1006 1349-1356 1699-1701 1994-2001",
     0,
     0},
    {"a void beside a longer one stays if it is not half of the rest",
     {1945, 1950, 1958, 1972, 1991, 2025},
     "1945-1994 2022-2026",
     0,
     0},
    {"a window without an event is not cut away", {1950}, "1960-1970", 1960, 1970},
};

static GArray *years_occupied(const int *years) {
    GArray *occupied = g_array_new(false, false, sizeof(DlStretch));
    for (; *years != 0; years++) {
        DlStretch stretch = {day(*years, 1, 1), day(*years + 1, 1, 1)};
        g_array_append_val(occupied, stretch);
    }
    return occupied;
}

static void test_broken(void **state) {
    const struct broken_row *row = *state;
    g_autoptr(GArray) occupied = years_occupied(row->years);
    DlStretch first = g_array_index(occupied, DlStretch, 0);
    DlStretch last = g_array_index(occupied, DlStretch, occupied->len - 1);
    DlMoment from = row->from != 0 ? day(row->from, 1, 1) : first.from;
    DlMoment to = row->to != 0 ? day(row->to, 1, 1) : last.to;
    DlScaleRequest request = request_of(occupied, from, to, 700);
    g_autoptr(DlScale) scale = dl_scale_new_broken(&request);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < scale->pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, i);
        g_string_append_printf(text, "%s%d-%d", i > 0 ? " " : "",
                               (int)dl_civil_from_moment(piece->time.from).year,
                               (int)dl_civil_from_moment(piece->time.to).year);
    }
    assert_string_equal(text->str, row->expected);
}

static const struct seed_row {
    const char *name;
    guint32 seed;
} seed_rows[] = {
    {"random scales are strictly monotone and of one slope, seed 1", 1},
    {"random scales are strictly monotone and of one slope, seed 2", 2},
    {"random scales are strictly monotone and of one slope, seed 3", 3},
};

static GArray *random_occupied(GRand *random) {
    int years[64] = {0};
    int year = g_rand_int_range(random, -3000, 1500);
    int n = g_rand_int_range(random, 1, 60);
    for (int i = 0; i < n; i++) {
        year += g_rand_int_range(random, 0, 8) == 0 ? g_rand_int_range(random, 1, 800)
                                                    : g_rand_int_range(random, 0, 4);
        years[i] = year == 0 ? 1 : year;
    }
    return years_occupied(years);
}

static void check_monotone(const DlScale *scale) {
    double slope = NAN, last_end = -1;
    for (guint i = 0; i < scale->pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, i);
        assert_true(piece->from > last_end);
        last_end = piece->to;
        double length = (double)(piece->time.to - piece->time.from);
        double own = (piece->to - piece->from) / length;
        if (!isnan(slope) && scale->one_slope)
            assert_true(fabs(own / slope - 1) < 1e-9);
        slope = own;
        double last = -INFINITY;
        for (int step = 0; step <= 50; step++) {
            DlMoment moment = piece->time.from + (DlMoment)(length / 50 * step);
            double at = dl_scale_position(scale, moment);
            assert_true(at > last);
            last = at;
        }
    }
}

static void test_random(void **state) {
    const struct seed_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    for (int round = 0; round < 200; round++) {
        g_autoptr(GArray) occupied = random_occupied(random);
        DlStretch first = g_array_index(occupied, DlStretch, 0);
        DlStretch last = g_array_index(occupied, DlStretch, occupied->len - 1);
        DlScaleRequest request = request_of(occupied, first.from, last.to, 700);
        request.fixed_from = request.fixed_to = g_rand_boolean(random);
        g_autoptr(DlScale) scale = dl_scale_new_broken(&request);
        check_monotone(scale);
        assert_true(fabs(dl_scale_length(scale) - 700) < 1e-6);
        for (guint i = 0; i < occupied->len; i++) {
            /* What is occupied is never cut out. */
            DlStretch stretch = g_array_index(occupied, DlStretch, i);
            assert_true(dl_scale_position(scale, stretch.to) -
                            dl_scale_position(scale, stretch.from) >
                        1e-9);
        }
    }
}

static const struct step_row {
    const char *name;
    DlStep step;
    int64_t years[5];
} step_rows[] = {
    {"centuries before and after the first year",
     {DL_TICK_YEAR, 100},
     {-199, -99, 1, 100, 200}},
    {"single years pass over no year 0", {DL_TICK_YEAR, 1}, {-1, 0, 1, 2, 3}},
    {"five years", {DL_TICK_YEAR, 5}, {1945, 1950, 1955, 1960, 1965}},
};

static void test_steps(void **state) {
    const struct step_row *row = *state;
    DlMoment at = day(row->years[0], 1, 1);
    assert_int_equal(dl_step_floor(row->step, at), at);
    for (int i = 1; i < 5; i++) {
        at = dl_step_next(row->step, at);
        assert_int_equal(dl_civil_from_moment(at).year, row->years[i]);
        assert_int_equal(dl_step_floor(row->step, at), at);
        assert_int_equal(dl_step_ceiling(row->step, at - 1), at);
    }
}

/* ---- Every scale ---- */

static const struct maker_row {
    const char *name;
    DlScale *(*make)(const DlScaleRequest *);
} maker_rows[] = {
    {"linear: monotone, and no two tick labels touch at any width",
     dl_scale_new_linear},
    {"broken: monotone, and no two tick labels touch at any width",
     dl_scale_new_broken},
    {"density: monotone, and no two tick labels touch at any width",
     dl_scale_new_density},
    {"log: monotone, and no two tick labels touch at any width", dl_scale_new_log},
    {"relative: monotone, and no two tick labels touch at any width",
     dl_scale_new_relative},
    {"sequence: monotone, and no two tick labels touch at any width",
     dl_scale_new_sequence},
    {"interim: monotone, and no two tick labels touch at any width",
     dl_scale_new_interim},
};

static void check_places(const DlScale *scale, const GArray *occupied) {
    double last = -1;
    DlMoment reached = DL_MOMENT_MIN;
    for (guint i = 0; i < occupied->len; i++) {
        DlMoment moment = g_array_index(occupied, DlStretch, i).from;
        double at = dl_scale_position(scale, moment);
        assert_true(at >= 0 && at <= dl_scale_length(scale) + 1e-9);
        assert_true(moment == reached || at > last);
        last = at;
        reached = moment;
    }
}

static void check_ticks(const DlScale *scale) {
    const DlTickText words = {dl_language_english(), width_of, NULL};
    g_autoptr(GPtrArray) ticks = dl_ticks_new(scale, &words);
    double ends[2] = {-INFINITY, -INFINITY}; /* of the fine row and of the coarse one */
    for (guint i = 0; i < ticks->len; i++) {
        const DlTick *tick = g_ptr_array_index(ticks, i);
        assert_true(tick->along >= -1e-9 &&
                    tick->along <= dl_scale_length(scale) + 1e-9);
        if (tick->label == NULL)
            continue;
        double width = width_of(tick->label, NULL);
        double start = tick->between ? tick->along - width / 2 : tick->along;
        assert_true(start >= ends[tick->coarse]);
        ends[tick->coarse] = start + width;
    }
}

static void test_maker(void **state) {
    const struct maker_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int round = 0; round < 150; round++) {
        g_autoptr(GArray) occupied = random_occupied(random);
        DlStretch first = g_array_index(occupied, DlStretch, 0);
        DlStretch last = g_array_index(occupied, DlStretch, occupied->len - 1);
        double length = g_rand_double_range(random, 100, 1200);
        DlScaleRequest request = request_of(occupied, first.from, last.to, length);
        request.fixed_from = request.fixed_to = g_rand_boolean(random);
        request.steps = occupied;
        request.finest = DL_SECONDS_A_DAY;
        request.from_present = g_rand_boolean(random);
        request.origin = request.from_present ? last.to : first.to;
        g_autoptr(DlScale) scale = row->make(&request);
        check_places(scale, occupied);
        check_ticks(scale);
    }
}

static const struct log_row {
    const char *name;
    double nearer, farther; /* years from the origin */
} log_rows[] = {
    {"ten years and a hundred are as far apart as …", 10, 100},
    {"… a thousand and ten thousand", 1000, 10000},
    {"… a million and ten million", 1e6, 1e7},
    {"… a billion and ten billion", 1e9, 1e10},
};

static DlMoment before_present(double years) {
    return (DlMoment)(-years * 31556952);
}

static void test_log(void **state) {
    const struct log_row *row = *state;
    g_autoptr(GArray) occupied = g_array_new(false, false, sizeof(DlStretch));
    DlScaleRequest request = request_of(occupied, before_present(1.4e10), 0, 1000);
    request.finest = 86400;
    request.from_present = true;
    g_autoptr(DlScale) scale = dl_scale_new_log(&request);
    double decade = dl_scale_position(scale, before_present(1)) -
                    dl_scale_position(scale, before_present(10));
    double apart = dl_scale_position(scale, before_present(row->nearer)) -
                   dl_scale_position(scale, before_present(row->farther));
    assert_true(fabs(apart / decade - 1) < 1e-6);
}

static const struct row_of_steps {
    const char *name;
    guint n;
} steps_of[] = {
    {"one step stands in the middle", 1},
    {"the steps of a sequence are equal, whatever the dates", 12},
};

static void test_sequence(void **state) {
    const struct row_of_steps *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->n);
    g_autoptr(GArray) steps = g_array_new(false, false, sizeof(DlStretch));
    DlMoment at = 0;
    for (guint i = 0; i < row->n; i++) {
        at += g_rand_int(random);
        DlStretch stretch = {at, at + 1};
        g_array_append_val(steps, stretch);
    }
    DlScaleRequest request = request_of(steps, 0, at + 1, 600);
    request.steps = steps;
    g_autoptr(DlScale) scale = dl_scale_new_sequence(&request);
    for (guint i = 0; i < row->n; i++)
        assert_true(fabs(dl_scale_step(scale, i) - 600 * (i + 0.5) / row->n) < 1e-9);
}

int main(void) {
    return run_rows(test_ticks, tick_rows) + run_rows(test_broken, broken_rows) +
           run_rows(test_steps, step_rows) + run_rows(test_random, seed_rows) +
           run_rows(test_maker, maker_rows) + run_rows(test_log, log_rows) +
           run_rows(test_sequence, steps_of);
}
