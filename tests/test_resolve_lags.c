/* Known lags between events: what they mean, and how months count. */
#include "tests.h"

#include "resolving.h"

#include "resolve/length.h"

#define EVENTS "timeline: {title: T}\nevents:\n"

static const struct row {
    const char *name, *events, *expected;
} problem_rows[] = {
    {"lags that add up",
     "- {id: a, title: A}\n- {id: b, title: B, after: {event: a, by: PT1H}, duration: "
     "PT2H}\n"
     "- {id: c, title: C, after: [{event: b, by: PT1H}, {event: a, by: PT4H}]}\n",
     ""},
    {"lags that do not",
     "- {id: a, title: A}\n- {id: b, title: B, after: {event: a, by: PT1H}, duration: "
     "PT2H}\n"
     "- {id: c, title: C, after: [{event: b, by: PT1H}, {event: a, by: PT5H}]}\n",
     "4:36 order contradiction: `b` is 1 hour after `a` (line 4), `b` lasts 2 hours "
     "(line 4), `c` is 1 hour after `b` (line 5), `c` is 5 hours after `a` (line 5), "
     "which do not fit together"},
    {"about so much is a warning",
     "- {id: a, title: A}\n- {id: b, title: B, with: {event: a, by: PT1H}}\n"
     "- {id: c, title: C, with: [{event: a, by: PT3H~}, b]}\n",
     "4:35 warning: order contradiction: `b` starts 1 hour after the start of `a` "
     "(line "
     "4), `c` is with `b` (line 5), `c` starts about 3 hours after the start of `a` "
     "(line 5), which do not fit together"},
    {"but within its unit it is right",
     "- {id: a, title: A}\n- {id: b, title: B, with: {event: a, by: PT1H}}\n"
     "- {id: c, title: C, with: [{event: a, by: PT2H~}, b]}\n",
     ""},
    {"what is firm is told first, though longer",
     "- {id: a, title: A}\n- {id: b, title: B, with: {event: a, by: PT1H}}\n"
     "- {id: c, title: C, with: {event: b, by: PT1H}}\n"
     "- {id: d, title: D, with: [{event: a, by: PT9H~}, {event: c, by: PT1H}, {event: "
     "a, by: PT5H}]}\n",
     "4:35 order contradiction: `b` starts 1 hour after the start of `a` (line 4), `c` "
     "starts 1 hour after the start of `b` (line 5), `d` starts 1 hour after the start "
     "of `c` (line 6), `d` starts 5 hours after the start of `a` (line 6), which do "
     "not "
     "fit together"},
    {"a later part does not fit in",
     "- {id: a, title: A, duration: PT1H}\n"
     "- {id: b, title: B, during: {event: a, by: PT2H}}\n",
     "4:37 order contradiction: `b` starts 2 hours into `a` (line 4), `a` lasts 1 hour "
     "(line 3), which do not fit together"},
    {"a lag between what starts together",
     "- {id: a, title: A}\n- {id: b, title: B, with: [a, {event: a, by: PT1H}]}\n",
     "4:28 order contradiction: `b` is with `a` (line 4), `b` starts 1 hour after the "
     "start of `a` (line 4), which do not fit together"},
    {"no lag at all is a lag",
     "- {id: a, title: A}\n- {id: b, title: B, after: {event: "
     "a, by: PT0S}}\n- {id: c, title: C, with: [{event: b, by: PT0S}, b]}\n",
     ""},
    {"but not a way back in order",
     "- {id: a, title: A, after: {event: b, by: PT0S}}\n"
     "- {id: b, title: B, after: {event: a, by: PT0S}}\n",
     "3:36 order contradiction: `a` is 0 seconds after `b` (line 3), `b` is 0 seconds "
     "after `a` (line 4)"},
    {"a month is not twenty days",
     "- {id: a, title: A}\n- {id: b, title: B, after: {event: a, by: P1M}}\n"
     "- {id: c, title: C, after: {event: a, by: P27D}, with: b}\n",
     "4:36 order contradiction: `b` is 1 month after `a` (line 4), `c` is 27 days "
     "after "
     "`a` (line 5), `c` is with `b` (line 5), which do not fit together"},
    {"but may be twenty-eight",
     "- {id: a, title: A}\n- {id: b, title: B, after: {event: a, by: P1M}}\n"
     "- {id: c, title: C, after: {event: a, by: P28D}, with: b}\n",
     ""},
    {"in another month it is not",
     "- {id: a, title: A, date: 2001-06}\n"
     "- {id: b, title: B, after: {event: a, by: P1M}}\n"
     "- {id: c, title: C, after: {event: a, by: P28D}, with: b}\n",
     "4:36 order contradiction: `c` is 28 days after `a` (line 5), `c` is with `b` "
     "(line 5), `b` is 1 month after `a` (line 4), but there is no room for that in "
     "2001-06"},
    {"dates that a lag forbids",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z'}\n"
     "- {id: b, title: B, date: '2001-05-05T12:00:00Z', after: {event: a, by: PT1H}}\n",
     "4:66 order contradiction: `b` is 1 hour after `a` (line 4), but that does not "
     "fit "
     "2001-05-05 10:00:00 and 2001-05-05 12:00:00"},
};

static void test_problems(void **state) {
    const struct row *row = *state;
    g_autofree char *yaml = g_strconcat(EVENTS, row->events, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, row->expected);
}

static void append_moment(GString *text, DlMoment moment) {
    if (moment == DL_MOMENT_MIN || moment == DL_MOMENT_MAX) {
        g_string_append(text, "-");
        return;
    }
    g_autofree char *clock = dl_clock_to_text(moment, 0);
    g_string_append_len(text, clock, (gssize)strlen("2001-05-05T10:00:00"));
}

/* Of each row the earliest and latest start of event `x`. */
static const struct row start_rows[] = {
    {"after: so much after the end",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', duration: PT2H}\n"
     "- {id: x, title: X, after: {event: a, by: PT1H}}\n",
     "2001-05-05T13:00:00 2001-05-05T13:00:00"},
    {"before: its end is so much before the start",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', duration: PT2H}\n"
     "- {id: x, title: X, before: {event: a, by: PT1H}, duration: PT3H}\n",
     "2001-05-05T06:00:00 2001-05-05T06:00:00"},
    {"during: so much after the start",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', duration: PT2H}\n"
     "- {id: x, title: X, during: {event: a, by: PT1H}}\n",
     "2001-05-05T11:00:00 2001-05-05T11:00:00"},
    {"with: so much after the start",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', duration: PT2H}\n"
     "- {id: x, title: X, with: {event: a, by: PT1H}}\n",
     "2001-05-05T11:00:00 2001-05-05T11:00:00"},
    {"about so much: one of its unit more or less",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z'}\n"
     "- {id: x, title: X, with: {event: a, by: PT30M~}}\n",
     "2001-05-05T10:29:00 2001-05-05T10:31:00"},
    {"but never the other way",
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z'}\n"
     "- {id: x, title: X, with: {event: a, by: PT1H~}}\n",
     "2001-05-05T10:00:00 2001-05-05T12:00:00"},
    {"it says when the other was, too",
     "- {id: x, title: X, duration: PT1H}\n"
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', after: {event: x, by: PT1H}}\n",
     "2001-05-05T08:00:00 2001-05-05T08:00:00"},
    {"through a chain of lags, forth and back",
     "- {id: x, title: X, duration: PT1H}\n"
     "- {id: b, title: B, after: {event: x, by: PT1H}, duration: PT1H}\n"
     "- {id: c, title: C, before: {event: b, by: P1D}, duration: PT1H}\n"
     "- {id: d, title: D, during: {event: c, by: PT10M}, date: "
     "'2001-05-05T10:00:00Z'}\n",
     "2001-05-06T08:50:00 2001-05-06T08:50:00"},
    {"months by the calendar",
     "- {id: a, title: A, date: '2001-01-31T10:00:00Z'}\n"
     "- {id: x, title: X, with: {event: a, by: P1M}}\n",
     "2001-02-28T10:00:00 2001-02-28T10:00:00"},
    {"and back, from where there are fewer days",
     "- {id: x, title: X}\n"
     "- {id: a, title: A, date: '2001-02-28T10:00:00Z', with: {event: x, by: P1M}}\n",
     "2001-01-28T10:00:00 2001-01-31T10:00:00"},
    {"about a month is none to two",
     "- {id: a, title: A, date: '2001-01-31T10:00:00Z'}\n"
     "- {id: x, title: X, with: {event: a, by: P1M~}}\n",
     "2001-01-31T10:00:00 2001-03-31T10:00:00"},
    {"a month that is thirty days lies elsewhere",
     "- {id: x, title: X, date: 2001-01}\n"
     "- {id: b, title: B, with: [{event: x, by: P1M}, {event: x, by: P30D}]}\n",
     "2001-01-29T00:00:00 2001-01-29T23:59:59"},
    {"a year that is 365 days ends before the leap day",
     "- {id: x, title: X, date: 2003}\n"
     "- {id: b, title: B, with: [{event: x, by: P1Y}, {event: x, by: P365D}]}\n",
     "2003-01-01T00:00:00 2003-02-28T23:59:59"},
};

static void test_start(void **state) {
    const struct row *row = *state;
    g_autofree char *yaml = g_strconcat(EVENTS, row->events, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_false(dl_problems_has_errors(resolved.problems));
    const DlEvent *event = find_event(&resolved, "x");
    g_autoptr(GString) text = g_string_new(NULL);
    append_moment(text, event->start.earliest);
    g_string_append(text, " ");
    append_moment(text, event->start.latest);
    assert_string_equal(text->str, row->expected);
}

/* Which of two events follows the other, by what the file says: "x follows a". */
static const struct row follows_rows[] = {
    {"what comes after", "- {id: a, title: A}\n- {id: x, title: X, after: a}\n", "yes"},
    {"by what the other says", "- {id: a, title: A, before: x}\n- {id: x, title: X}\n",
     "yes"},
    {"by what a third says",
     "- {id: a, title: A}\n- {id: m, title: M, after: a, before: x}\n"
     "- {id: x, title: X}\n",
     "yes"},
    {"by what starts together with it",
     "- {id: a, title: A}\n- {id: m, title: M, after: a, with: x}\n"
     "- {id: x, title: X}\n",
     "yes"},
    {"by what starts together with that, ranked before it",
     "- {id: x, title: X}\n- {id: m, title: M, after: a, with: [x, n]}\n"
     "- {id: n, title: N}\n- {id: a, title: A}\n",
     "yes"},
    {"by a lag from the start of what follows",
     "- {id: a, title: A}\n- {id: m, title: M, after: a}\n"
     "- {id: x, title: X, with: {event: m, by: PT1H}}\n",
     "yes"},
    {"by a part",
     "- {id: a, title: A}\n- {id: m, title: M, after: a, during: w}\n"
     "- {id: x, title: X, after: w}\n- {id: w, title: W}\n",
     "yes"},
    {"as a part, though dated like the whole",
     "- {id: x, title: X, after: w}\n- {id: w, title: W}\n"
     "- {id: a, title: A, during: w}\n",
     "yes"},
    {"not by a common start", "- {id: a, title: A, with: x}\n- {id: x, title: X}\n",
     "no"},
    {"not by a later start",
     "- {id: a, title: A}\n- {id: x, title: X, with: {event: a, by: PT1H}}\n", "no"},
    {"not by a whole that a part comes before",
     "- {id: a, title: A}\n- {id: p, title: P, during: a}\n"
     "- {id: x, title: X, after: p}\n",
     "no"},
};

static void test_follows(void **state) {
    const struct row *row = *state;
    g_autofree char *yaml = g_strconcat(EVENTS, row->events, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    const DlEvent *event = find_event(&resolved, "x");
    const DlEvent *other = find_event(&resolved, "a");
    assert_string_equal(dl_event_follows(event, other) ? "yes" : "no", row->expected);
    assert_false(dl_event_follows(other, event));
}

static DlMoment day(int year, int month, int day_of_month) {
    return dl_moment_from_civil((DlCivil){year, month, day_of_month, 0, 0, 0});
}

/* Sums of months and what they come from, at each half day of some years. */
static const struct months_row {
    const char *name;
    DlDuration duration;
} months_rows[] = {
    {"a month", {.months = 1}},
    {"eleven months", {.months = 11}},
    {"a year", {.months = 12}},
    {"a month and a day", {.months = 1, .days = 1}},
    {"a month and an hour", {.months = 1, .seconds = 3600}},
    {"four years and a month", {.months = 49}},
    {"no month", {.days = 3}},
};

static void check_moment(DlMoment moment, const DlDuration *duration) {
    const DlRange from = {moment, DL_MOMENT_MAX}, to = {DL_MOMENT_MIN, moment};
    const DlRange all_day = {moment, moment + DL_SECONDS_A_DAY},
                  point = {moment, moment};
    const DlMoment sum = dl_moment_add(moment, duration);
    const DlMoment least = dl_length_least_after(from, duration);
    const DlMoment most = dl_length_most_after(to, duration);
    assert_true(least <= sum && sum <= most);
    assert_true(dl_length_least_after(all_day, duration) >= least);
    assert_true(dl_length_least_after(point, duration) == sum);
    assert_true(dl_length_most_after(point, duration) == sum);
    assert_true(sum - moment >= dl_length_least_seconds(duration));
    assert_true(sum - moment <= dl_length_most_seconds(duration));
}

/* Each sum, and the way back from it, is the tightest of its kind. */
static void check_way_back(DlMoment moment, const DlDuration *duration) {
    const DlMoment latest = dl_length_latest_before(moment, duration);
    DlRange range = {latest, DL_MOMENT_MAX};
    assert_true(dl_length_least_after(range, duration) <= moment);
    range.earliest++;
    assert_true(dl_length_least_after(range, duration) > moment);
    const DlMoment earliest = dl_length_earliest_before(moment, duration);
    range = (DlRange){DL_MOMENT_MIN, earliest};
    assert_true(dl_length_most_after(range, duration) >= moment);
    range.latest--;
    assert_true(dl_length_most_after(range, duration) < moment);
}

static void test_months(void **state) {
    const struct months_row *row = *state;
    static const DlMoment HALF_A_DAY = DL_SECONDS_A_DAY / 2;
    for (DlMoment i = day(1999, 1, 1); i < day(2005, 1, 1); i += HALF_A_DAY) {
        check_moment(i, &row->duration);
        check_moment(i - 1, &row->duration);
        check_way_back(i, &row->duration);
        check_way_back(i - 1, &row->duration);
    }
}

int main(void) {
    return run_rows(test_problems, problem_rows) + run_rows(test_start, start_rows) +
           run_rows(test_follows, follows_rows) + run_rows(test_months, months_rows);
}
