/* Reading: what is wrong with a file, and where. */
#include "tests.h"

#include "reading.h"

/* "4:5 unknown key `catgory`; did you mean `category`?", a line each. */
static char *list_problems(const DlProblems *problems) {
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < problems->list->len; i++) {
        const DlProblem *problem = problems->list->pdata[i];
        g_string_append_printf(text, "%s%d:%d %s%s%s%s", i > 0 ? "\n" : "",
                               problem->place.line, problem->place.column,
                               problem->severity == DL_SEVERITY_WARNING ? "warning: "
                                                                        : "",
                               problem->message, problem->hint != NULL ? "; " : "",
                               problem->hint != NULL ? problem->hint : "");
    }
    return g_string_free(text, false);
}

#define HEAD "timeline: {title: T}\n"
#define EVENT HEAD "events:\n  - title: A\n    "
#define CHART HEAD "charts:\n  - "

static const struct row {
    const char *name, *yaml, *expected;
} problem_rows[] = {
    {"an empty file says what is expected", "",
     "1:1 the file is empty: expected `timeline:` and `events:`"},
    {"a file of comments is empty", "# nothing\n---\n",
     "1:1 the file is empty: expected `timeline:` and `events:`"},
    {"a text is no timeline", "hello\n",
     "1:1 expected a map with `timeline:` and `events:`, found text"},
    {"a list is no timeline", "\n- a\n",
     "2:1 expected a map with `timeline:` and `events:`, found a list"},
    {"a title is required", "events: []\n",
     "1:1 a timeline needs a title: `timeline:` with the key `title`"},
    {"a missing title stands at `timeline`", "# c\ntimeline:\n  author: A\n",
     "2:1 a timeline needs a title: `timeline:` with the key `title`"},
    {"nothing is no map", "timeline:\nevents:\n",
     "1:1 expected a map, found nothing\n2:1 expected a list of events, found nothing"},
    {"an unknown key names the one that was meant", EVENT "catgory: war\n",
     "4:5 unknown key `catgory`; did you mean `category`?"},
    {"an unknown key without a near one lists the keys",
     HEAD "places:\n  p: {name: P, region: x}\n",
     "3:16 unknown key `region`; the keys of a place are name, within"},
    {"a guess is told the word of the language", EVENT "when: 2001\n",
     "4:5 unknown key `when`; did you mean `date`?"},
    {"a guess is told the word that its map has", CHART "{start: 2001, end: 2002}\n",
     "3:6 unknown key `start`; did you mean `from`?\n"
     "3:19 unknown key `end`; did you mean `to`?"},
    {"a guess of another map is told where it stands",
     CHART "{select: {from: 2001}, language: de}\n",
     "3:15 unknown key `from`; the window of a chart is its own `from` and `to`, "
     "beside "
     "`select`\n"
     "3:28 unknown key `language`; it is a key of `timeline`, for all charts"},
    {"an event is told where its color stands", EVENT "color: red\n",
     "4:5 unknown key `color`; an event has the color and the shape of its category: "
     "give it a `category`, and that a `color` or `shape` under `categories`"},
    {"a title at the top is told where it stands", HEAD "title: A\n",
     "2:1 unknown key `title`; it stands under `timeline:`"},
    {"a record that is its text alone is told its key",
     HEAD "categories: {a: Trials}\nevents:\n  - {title: A, image: a.jpg}\n",
     "2:17 expected a map, found text; a category is written {label: …}\n"
     "4:23 expected a map, found text; an image is written {file: …}"},
    {"a registry is no list", HEAD "actors: [kim]\n",
     "2:9 expected a map of actors, found a list; each has its id before it, in place "
     "of `-`: `an-id: {…}`"},
    {"events are no map", HEAD "events:\n  title: A\n",
     "3:3 expected a list of events, found a map; each item begins with `- `"},
    {"a guess of a choice", CHART "{labels: false, scale: logarithmic}\n",
     "3:14 `false` is not a choice of labels: expected all, fit, numbered or none; did "
     "you mean `none`?\n"
     "3:28 `logarithmic` is not a scale: expected auto, linear, broken, density, log, "
     "relative, sequence or interim; did you mean `log`?"},
    {"the day of the charts stays", "timeline: {title: T, asof: today}\n",
     "1:28 `today` is another day tomorrow: write the day, as 2025-09-03"},
    {"columns count characters", HEAD "events: [{title: 김정은, catgory: 전쟁}]\n",
     "2:23 unknown key `catgory`; did you mean `category`?"},
    {"a byte order mark takes no column",
     "\xEF\xBB\xBF"
     "evnts: []\n" HEAD,
     "1:1 unknown key `evnts`; did you mean `events`?"},
    {"lines may end in a carriage return", HEAD "\r\nevents: []\rchart: []\r\n",
     "4:1 unknown key `chart`; did you mean `charts`?"},
    {"Unicode's line breaks are text",
     HEAD "events:\n  - title: a\u2028b\u2029c\n    dat: 2025\n",
     "4:5 unknown key `dat`; did you mean `date`?"},
    {"a repeated key names the line of the first", EVENT "title: B\n",
     "4:5 `title` is already given at line 3"},
    {"a repeated id names the line of the first",
     HEAD "actors:\n  kim: {name: K}\n  xi: {name: X}\n  kim: {name: L}\n",
     "5:3 `kim` is already given at line 3"},
    {"an event needs a title", HEAD "events:\n  - date: 2025\n",
     "3:5 an event needs the key `title`"},
    {"a record needs its keys, at its id", HEAD "actors:\n  kim:\n    role: r\n",
     "3:3 an actor needs the key `name`"},
    {"a list is no text", HEAD "events:\n  - title: [a]\n",
     "3:12 expected text, found a list"},
    {"a map is no date", EVENT "date: {a: b}\n",
     "4:11 expected a date, found a map; a set of dates is written '{1960,1961-12}'"},
    {"a map is no list of words", EVENT "tags: {a: b}\n",
     "4:11 expected a list of words, found a map"},
    {"a reference to an event has keys of its own", EVENT "after: {a: b}\n",
     "4:13 unknown key `a`; the keys of a reference to an event are event, by\n"
     "4:12 a reference to an event needs the key `event`"},
    {"a lag is a duration", EVENT "after: [{event: a, by: 1h}]\n",
     "4:28 `1h` is not a duration: write PT2H30M for two and a half hours, P3D for 3 "
     "days, P66Y for 66 years, PT20H~ for about 20 hours"},
    {"nothing is no event", EVENT "after:\n    with: [~]\n",
     "4:5 expected the id of an event, found nothing\n"
     "5:12 expected the id of an event, found nothing"},
    {"an empty value is told at its key", EVENT "text:\n",
     "4:5 expected text, found nothing"},
    {"null is nothing", EVENT "text: ~\n", "4:11 expected text, found nothing"},
    {"blank text is nothing", EVENT "text: ' '\n", "4:11 expected text, found nothing"},
    {"an empty item is told at its dash", HEAD "events:\n  - title: A\n  -\n",
     "4:3 expected a map, found nothing"},
    {"a date that is none says why", EVENT "date: 1953-02-30\n",
     "4:11 `1953-02-30` is not a date: 1953 has no 30 February"},
    {"an interval is no start", EVENT "start: 2025/2026\n",
     "4:12 expected a single date, found the interval `2025/2026`"},
    {"the day of a timeline is known", "timeline: {title: T, asof: ongoing}\n",
     "1:28 expected the day that the timeline is true of, found `ongoing`"},
    {"a weight is 1 to 5", EVENT "weight: 9\n",
     "4:13 `9` is not a whole number from 1 to 5"},
    {"a weight is whole", EVENT "weight: 2.5\n",
     "4:13 `2.5` is not a whole number from 1 to 5"},
    {"a word of a table names the table", EVENT "status: hapened\n",
     "4:13 `hapened` is not a status: expected happened, planned, expected, possible, "
     "unlikely or disputed; did you mean `happened`?"},
    {"a link has one of four beginnings", EVENT "link: javascript:alert(1)\n",
     "4:11 `javascript:alert(1)` is not a link that a chart may hold: it must begin "
     "with http://, https://, mailto: or #"},
    {"an id has a form", EVENT "id: a b\n",
     "4:9 `a b` is not an id: an id is 1 to 64 letters (a to z), digits, `_` and `-`"},
    {"a color has a form", HEAD "categories:\n  a: {label: A, color: red}\n",
     "3:24 `red` is not a color: expected #rgb or #rrggbb"},
    {"a color without quotes is a comment",
     HEAD "categories:\n  a:\n    label: A\n    color: #fff\n",
     "5:5 expected a color, found nothing; quote a color: \"#0f47af\"; a plain # "
     "begins a comment"},
    {"a citation needs its source", EVENT "sources: [{note: n}]\n",
     "4:15 a source of an event needs the key `id`"},
    {"a Julian date is not read yet", EVENT "calendar: julian\n",
     "4:15 dates of the calendar `julian` cannot be read yet"},
    {"a page has a name", CHART "page: A4 sideways\n",
     "3:11 `A4 sideways` is not a page: expected A3, A4, A5, letter, legal or 16:9, "
     "with `landscape` or `portrait`, or a map with `width` and `height`"},
    {"a length has a unit", CHART "page: {width: 180}\n",
     "3:19 `180` is not a length: expected a number with mm, cm, in, pt or px"},
    {"a page is neither a stamp nor a street", CHART "page: {width: 1e9mm}\n",
     "3:19 `1e9mm` is not a length: expected a number with mm, cm, in, pt or px"},
    {"a page has limits", CHART "page: {width: 90000mm}\n",
     "3:19 `90000mm` is not the length of a page: expected 10mm to 5080mm"},
    {"`not` is not nested", CHART "select: {not: {not: {tag: a}}}\n",
     "3:20 unknown key `not`; the keys of not are category, tag, actor, place, weight, "
     "status"},
    {"insets are checked", CHART "insets: [{from: 2025, too: 2026}]\n",
     "3:27 unknown key `too`; did you mean `to`?"},
    {"a theme file that is not there", CHART "theme: my/theme.yaml\n",
     "3:12 cannot read `my/theme.yaml`: No such file or directory"},
    {"a theme that is none", CHART "theme: lihgt\n",
     "3:12 `lihgt` is not a theme: expected light, dark, print or contrast; did "
     "you mean `light`?"},
    {"a list is a set of dates", EVENT "date: [1667, 1668, 1670..1672, 2004-06~]\n",
     ""},
    {"a list of lines is one too", EVENT "date:\n    - 1667\n    - ..1668\n",
     "5:5 `[1667,..1668]` is not a date: only the first of a set has dots before it"},
    {"a map of keys alone is a set of dates",
     EVENT "date: {1960, 1961-12, '?1962', 1963..}\n", ""},
    {"a start may be a set", EVENT "start: [1667, 1668]\n    end: 1670\n", ""},
    {"a set holds dates", EVENT "date: [1667, soon]\n",
     "4:11 `[1667,soon]` is not a date: `soon` is not a date that a set can hold"},
    {"a set holds no lists", EVENT "date: [1667, [1668]]\n",
     "4:18 expected a date of a set, found a list"},
    {"a set has no gaps", EVENT "date: [1667, ~]\n",
     "4:18 expected a date of a set, found nothing"},
    {"an empty list is no date", EVENT "date: []\n",
     "4:11 `[]` is not a date: the set is empty"},
    {"YAML wants quotes around a leading %", EVENT "date: %2004-06\n",
     "4:11 a value cannot begin with `%`: quote it, as in '%2004-06'"},
    {"with them it is a date", EVENT "date: '%2004-06'\n", ""},
    {"a leading ? is a date", EVENT "date: ?2004-06-~11\n", ""},
    {"but not inside braces",
     HEAD "events:\n  - {title: A, date: ?2004-06, weight: 3}\n",
     "3:22 inside { } and [ ] a value cannot begin with `?`: quote it, as in "
     "'?2004-06'"},
    {"nor in a set", EVENT "date: {1960,?1961}\n",
     "4:18 the `?` before this begins a key: quote text that begins with it, as in "
     "'?1961'"},
    {"a pattern of dates has parts", CHART "dates: yyyy-mm-dd\n",
     "3:12 `yyyy-mm-dd` is not a pattern of dates: it has no part of a date, such as "
     "{year}"},
    {"a right pattern is no problem", CHART "dates: '{yyyy}-{mm}-{dd}'\n", ""},
    {"all problems of a file are told", EVENT "dat: x\n    date: x2\n  - a\n",
     "4:5 unknown key `dat`; did you mean `date`?\n"
     "5:11 `x2` is not a date: write a date as 2025-09-03, 2025-09, 2025, 195X (a "
     "decade), 1984~ (about) or 1945/1959 (from, to)\n"
     "6:5 expected a map, found text; an event is written {title: …}"},
};

static void test_problems(void **state) {
    const struct row *row = *state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    dl_draft_free(read_yaml(row->yaml, problems));
    g_autofree char *text = list_problems(problems);
    assert_string_equal(text, row->expected);
}

static const struct row yaml_rows[] = {
    {"an open quote stands where it begins", HEAD "a: b\nc: \"d\ne: f\n",
     "3:4 this quoted text is never closed (see line 5, column 1)"},
    {"an open list stands where it begins", HEAD "a: [b, c\nd: e\n",
     "2:4 this list is not closed, or a comma is missing in it (see line 3, column 2)"},
    {"an open map stands where it begins", HEAD "a: {b: c\n",
     "2:4 this map is not closed, or a comma is missing in it (see line 3, column 1)"},
    {"a list that the file ends in", HEAD "a: [b,", "2:4 this list is not closed"},
    {"a map that the file ends in", HEAD "a: [{b: c,\n", "2:5 this map is not closed"},
    {"a brace in a list", HEAD "a: [b, }]\n", "2:8 expected a value here"},
    {"a map that does not line up", HEAD "a:\n  b: c\n d: e\n",
     "1:1 the lines of this map do not line up, or one of them is not `key: value` "
     "(see "
     "line 4, column 2)"},
    {"a list that does not line up", HEAD "a:\n  - b: c\n   d: e\n",
     "3:3 the items of this list do not line up, or one of them does not begin with "
     "`-` "
     "(see line 4, column 4)"},
    {"a tab is no indent", HEAD "a:\n\t- b\n", "3:1 indent with spaces, not with tabs"},
    {"a colon in text", HEAD "a: b: c\n",
     "2:5 a `:` is not expected here: the line before lacks one, or text with `: ` in "
     "it lacks quotes"},
    {"a line without a colon", HEAD "a:\n  b\n  c: d\n",
     "4:4 a `:` is not expected here: the line before lacks one, or text with `: ` in "
     "it lacks quotes"},
    {"an escape that is none", HEAD "a: \"\\q\"\n",
     "2:4 this quoted text holds an escape that YAML does not know; in single quotes a "
     "backslash is a plain character (see line 2, column 5)"},
    {"a star that is no alias", HEAD "a: **b**\n",
     "2:4 expected a name after `*`; text that begins with it must be quoted (see line "
     "2, column 5)"},
    {"an alias without an anchor", HEAD "events: *e\n",
     "2:9 the alias `*e` has no anchor `&e` before it"},
    {"an alias inside its anchor", HEAD "events: &e [*e]\n",
     "2:13 the alias `*e` stands inside its own anchor"},
    {"a second document", HEAD "---\na: b\n",
     "2:1 a file holds one document, here begins another"},
    {"something after the end", "{a: b}\nc: d\n",
     "2:1 nothing is expected after the end of the map"},
    {"a tag", HEAD "events: !!python/object:os.system []\n",
     "2:9 tags are not part of the language, found `!!python/object:os.system`"},
    {"a tag of unknown origin", HEAD "events: !x!y []\n",
     "2:9 tags are not part of the language; text that begins with `!` must be quoted"},
    {"a merge key", "timeline: {title: T, <<: {author: A}}\n",
     "1:22 merge keys (`<<`) are not part of the language"},
    {"a key that is a list", HEAD "? [a]\n: b\n", "2:3 expected a key, found a list"},
    {"an empty key", HEAD "'': b\n", "2:1 expected a key, found nothing"},
    {"a control character", HEAD "a: b\x07\n",
     "2:5 the character U+0007 is not allowed"},
    {"a control character by an escape", HEAD "events: [{title: \"\\x01\"}]\n",
     "2:18 the character U+0001 is not allowed in text"},
    {"a zero by an escape", HEAD "events: [{title: \"a\\0b\"}]\n",
     "2:18 the character U+0000 is not allowed in text"},
    {"a byte that is not UTF-8", HEAD "a: \xED\x95\x9C caf\xE9\n",
     "2:9 expected UTF-8, found the byte 0xE9; save the file as UTF-8"},
    {"a character that is cut off", HEAD "\xE2\x82",
     "2:1 expected UTF-8, found the byte 0xE2; save the file as UTF-8"},
    {"UTF-16 text", "\xFF\xFEt",
     "1:1 expected UTF-8, found UTF-16 text; save the file "
     "as UTF-8"},
};

static const struct row right_rows[] = {
    {"the least timeline", "timeline: {title: T}\n", ""},
    {"JSON", "{\"timeline\": {\"title\": \"T\"}, \"events\": [{\"title\": \"A\"}]}",
     ""},
    {"an alias", HEAD "events:\n  - &a {title: A}\n  - *a\n", ""},
    {"every key of the timeline",
     "timeline:\n  title: T\n  subtitle: S\n  description: D\n  author: A\n"
     "  keywords: [a, b]\n  language: en\n  timezone: Asia/Seoul\n  asof: 2025-09-05\n",
     ""},
    {"every key of the registries",
     HEAD "actors:\n  a: {name: A, native: B, role: R, color: '#123'}\n"
          "places:\n  p: {name: P, within: q}\n"
          "categories:\n  c: {label: C, color: '#112233', shape: diamond}\n"
          "sources:\n  s: {title: T, author: A, publisher: P, date: 2025, url: "
          "'https://a.b'}\n",
     ""},
    {"every key of an event",
     HEAD "events:\n  - {id: a, title: A, date: 2025, duration: PT2H, text: T, "
          "category: c, actors: [b], place: p, tags: t, weight: 1, status: planned, "
          "link: 'https://a.b', sources: s, after: x, before: [y], during: z, with: w, "
          "calendar: gregorian}\n"
          "  - {title: B, start: unknown, end: ongoing}\n",
     ""},
    {"every key of what stands beside events",
     HEAD "eras: [{title: E, start: 1947, end: 1991}]\n"
          "relations: [{from: a, to: b, kind: echo, label: l}]\n"
          "measures: [{from: a, to: b, label: '{length}', claim: P66Y}]\n",
     ""},
    {"every key of a chart",
     CHART
     "{id: a, title: T, subtitle: S, caption: C, shape: vertical, scale: log, "
     "page: A4, from: 1945, to: 2025-10, lanes: actor, segments: day, color: actor, "
     "labels: fit, pages: many, theme: dark, show: [legend, text], insets: "
     "[{title: I, from: 2025, to: 2026, scale: sequence, select: {tag: a}}], "
     "select: {category: [a, b], weight: 3, tag: t, actor: a, place: p, status: "
     "[planned, happened], not: {tag: u}}}\n",
     ""},
};

int main(void) {
    return run_rows(test_problems, problem_rows) + run_rows(test_problems, yaml_rows) +
           run_rows(test_problems, right_rows);
}
