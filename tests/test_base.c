#include "tests.h"

#include "base/escape.h"
#include "base/geometry.h"
#include "base/names.h"
#include "base/number.h"
#include "base/vision.h"

static const struct number_row {
    const char *name;
    double value;
    int decimals;
    const char *expected;
} number_rows[] = {
    {"a whole number has no point", 12, 3, "12"},
    {"zeros at the end go", 1.5, 3, "1.5"},
    {"zeros of a whole number stay", 100, 0, "100"},
    {"digits are rounded", 2.0 / 3, 3, "0.667"},
    {"there is no negative zero", -0.0001, 3, "0"},
    {"a negative number keeps its sign", -0.25, 2, "-0.25"},
    {"a large number has no exponent", 1e21, 2, "1000000000000000000000"},
};

static void test_number(void **state) {
    const struct number_row *row = *state;
    g_autoptr(GString) text = g_string_new(NULL);
    dl_append_number(text, row->value, row->decimals);
    assert_string_equal(text->str, row->expected);
}

static const struct color_row {
    const char *name;
    const char *text;
    const char *expected; /* NULL: refused */
} color_rows[] = {
    {"six digits", "#1a2B3c", "#1a2b3c"},
    {"three digits are doubled", "#a3f", "#aa33ff"},
    {"the hash is needed", "a3f", NULL},
    {"four digits are none", "#a3f0", NULL},
    {"letters after f are none", "#gggggg", NULL},
    {"a name is none", "red", NULL},
    {"nothing is none", "", NULL},
};

static void test_color(void **state) {
    const struct color_row *row = *state;
    DlColor color;
    assert_int_equal(dl_color_parse(row->text, &color), row->expected != NULL);
    if (row->expected == NULL)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    dl_append_color(text, color);
    assert_string_equal(text->str, row->expected);
}

static const struct contrast_row {
    const char *name;
    unsigned first, second;
    double expected;
} contrast_rows[] = {
    {"black on white is 21", 0x000000, 0xFFFFFF, 21},
    {"the order does not matter", 0xFFFFFF, 0x000000, 21},
    {"a colour on itself is 1", 0x336699, 0x336699, 1},
    {"grey on white as WCAG has it", 0x767676, 0xFFFFFF, 4.54},
};

static void test_contrast(void **state) {
    const struct contrast_row *row = *state;
    const double contrast = dl_color_contrast(dl_color_from_hex(row->first),
                                              dl_color_from_hex(row->second));
    assert_near(contrast, row->expected, 0.01);
}

static const struct distance_row {
    const char *name;
    unsigned first, second;
    double full, protanopia, deuteranopia, tritanopia;
} distance_rows[] = {
    {"black and white are 100 apart for all", 0x000000, 0xFFFFFF, 100, 100, 100, 100},
    {"a colour is not apart from itself", 0x336699, 0x336699, 0, 0, 0, 0},
    {"a red and an olive are near for two of three", 0xA65A3A, 0x6B7036, 39.37, 7.5,
     5.34, 44.03},
};

static void test_distance(void **state) {
    const struct distance_row *row = *state;
    const DlColor first = dl_color_from_hex(row->first),
                  second = dl_color_from_hex(row->second);
    const double expected[] = {row->full, row->protanopia, row->deuteranopia,
                               row->tritanopia};
    for (int i = 0; i < 4; i++)
        assert_near(dl_color_distance(dl_color_seen(first, (DlVision)i),
                                      dl_color_seen(second, (DlVision)i)),
                    expected[i], 0.01);
}

static const struct readable_row {
    const char *name;
    unsigned color, ground;
    double least;
    bool is_kept;
} readable_rows[] = {
    {"what can be read stays", 0x8c2414, 0xFFFFFF, 4.5, true},
    {"yellow on white is darkened", 0xFFD400, 0xFFFFFF, 4.5, false},
    {"blue on black is lightened", 0x0000FF, 0x000000, 4.5, false},
    {"on middle grey there is one way only", 0x808080, 0x808080, 4.5, false},
};

static void test_readable(void **state) {
    const struct readable_row *row = *state;
    const DlColor color = dl_color_from_hex(row->color),
                  ground = dl_color_from_hex(row->ground);
    const DlColor readable = dl_color_readable(color, ground, row->least);
    assert_true(dl_color_contrast(readable, ground) >= row->least);
    assert_int_equal(dl_color_contrast(readable, color) == 1, row->is_kept);
}

typedef void (*Append)(GString *out, const char *text);

static const struct escape_row {
    const char *name;
    Append append;
    const char *text, *expected;
} escape_rows[] = {
    {"XML keeps plain words", dl_append_xml, "Mao & 毛", "Mao &amp; 毛"},
    {"XML hides tags and quotes", dl_append_xml, "<a b=\"c'd\">",
     "&lt;a b=&quot;c&#39;d&quot;&gt;"},
    {"XML keeps line breaks in attributes", dl_append_xml, "a\nb", "a&#10;b"},
    {"XML replaces what it forbids", dl_append_xml, "a\x01\x62", "a\xEF\xBF\xBD\x62"},
    {"XML replaces what is not UTF-8", dl_append_xml, "a\xFF", "a\xEF\xBF\xBD"},
    {"JSON has quotes", dl_append_json, "Kim", "\"Kim\""},
    {"JSON hides quotes and backslashes", dl_append_json, "\"\\", "\"\\\"\\\\\""},
    {"JSON tells controls by number", dl_append_json, "\t\x01\x7F",
     "\"\\t\\u0001\\u007f\""},
    {"JSON is JavaScript too", dl_append_json, "\xE2\x80\xA8", "\"\\u2028\""},
    {"JSON replaces what is not UTF-8", dl_append_json, "\xC3(", "\"\xEF\xBF\xBD(\""},
    {"JSON has null", dl_append_json, NULL, "null"},
};

static void test_escape(void **state) {
    const struct escape_row *row = *state;
    g_autoptr(GString) text = g_string_new(NULL);
    row->append(text, row->text);
    assert_string_equal(text->str, row->expected);
}

static const struct forbidden_row {
    const char *name;
    const char *text;
    int expected; /* bytes before it; -1: there is none */
} forbidden_rows[] = {
    {"words are fine", "27 July 1953, 김정은", -1},
    {"white space is fine", "a\tb\nc\r", -1},
    {"a control character is not", "ab\x0B", 2},
    {"U+FFFE is not", "\xEF\xBF\xBE", 0},
    {"U+10FFFF is fine", "\xF4\x8F\xBF\xBF", -1},
};

static void test_forbidden(void **state) {
    const struct forbidden_row *row = *state;
    const char *found = dl_find_forbidden(row->text);
    assert_int_equal(found == NULL ? -1 : found - row->text, row->expected);
}

static const struct link_row {
    const char *name;
    const char *link;
    const char *expected; /* NULL: not allowed */
} link_rows[] = {
    {"https", "https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"},
    {"http in capitals", "HTTP://example.org", "HTTP://example.org"},
    {"mailto", "mailto:a@example.org", "mailto:a@example.org"},
    {"a place on the page", "#plate", "#plate"},
    {"brackets, quotes and spaces are encoded", "https://x.org/(a) 'b'\\",
     "https://x.org/%28a%29%20%27b%27%5C"},
    {"Hangul is encoded", "https://x.org/김", "https://x.org/%EA%B9%80"},
    {"what is encoded stays", "https://x.org/%EA", "https://x.org/%EA"},
    {"a bare percent sign is encoded", "https://x.org/100%", "https://x.org/100%25"},
    {"script is refused", "javascript:alert(1)", NULL},
    {"data is refused", "data:text/html,x", NULL},
    {"files are refused", "file:///etc/passwd", NULL},
    {"a relative path is refused", "other.html", NULL},
    {"a scheme alone is refused", "https://", NULL},
};

static void test_link(void **state) {
    const struct link_row *row = *state;
    assert_int_equal(dl_link_is_allowed(row->link), row->expected != NULL);
    if (row->expected == NULL)
        return;
    g_autofree char *encoded = dl_link_encode(row->link);
    assert_string_equal(encoded, row->expected);
}

static const struct nearest_row {
    const char *name;
    const char *word;
    const char *expected; /* NULL: none is near */
} nearest_rows[] = {
    {"a letter is missing", "catgory", "category"},
    {"two are swapped", "tilte", "title"},
    {"one too many", "titlee", "title"},
    {"capitals do not count", "ID", "id"},
    {"the nearest wins", "tagz", "tags"},
    {"far words are not meant", "banana", NULL},
    {"short words are not guessed", "xy", NULL},
    {"nothing is like nothing", "", NULL},
    {"long words are not looked at",
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL},
};

static void test_nearest(void **state) {
    static const char *const names[] = {"id", "title", "date", "tags", "category"};
    const struct nearest_row *row = *state;
    const char *nearest = dl_nearest(row->word, names, G_N_ELEMENTS(names));
    if (row->expected == NULL)
        assert_null(nearest);
    else
        assert_string_equal(nearest, row->expected);
}

#define SIXTY_FOUR "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"

static const struct id_row {
    const char *name;
    const char *id;
    bool expected;
} id_rows[] = {
    {"letters, digits, both strokes", "parade_2025-b", true},
    {"64 characters", SIXTY_FOUR, true},
    {"65 characters are too many", SIXTY_FOUR "e", false},
    {"none is too few", "", false},
    {"a path is not an id", "../etc", false},
    {"Hangul is not an id", "김", false},
};

static void test_id(void **state) {
    const struct id_row *row = *state;
    assert_int_equal(dl_id_is_valid(row->id), row->expected);
}

static const struct slug_row {
    const char *name;
    const char *title, *expected;
} slug_rows[] = {
    {"words are joined", "The Parade of 1959", "the-parade-of-1959"},
    {"signs part words", "Kim, Xi & Putin!", "kim-xi-putin"},
    {"an apostrophe does not", "Kim's train", "kims-train"},
    {"accents go", "Café Zürich", "cafe-zurich"},
    {"Hangul leaves nothing", "김정은", "event"},
    {"a long title is cut", SIXTY_FOUR "eeee", SIXTY_FOUR},
    {"and does not end in a stroke",
     "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddd ee",
     "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddd"},
};

static void test_slug(void **state) {
    const struct slug_row *row = *state;
    g_autofree char *id = dl_id_from_title(row->title);
    assert_string_equal(id, row->expected);
}

static const struct meet_row {
    const char *name;
    DlBox first, second;
    double slack;
    bool expected;
} meet_rows[] = {
    {"boxes that share room meet", {0, 0, 10, 10}, {5, 5, 10, 10}, 0, true},
    {"an edge is no room", {0, 0, 10, 10}, {10, 0, 10, 10}, 0, false},
    {"slack is allowed for", {0, 0, 10, 10}, {9, 0, 10, 10}, 1, false},
    {"one direction is not enough", {0, 0, 10, 10}, {0, 20, 10, 10}, 0, false},
    {"an empty box meets nothing", {0, 0, -1, -1}, {-5, -5, 10, 10}, 0, false},
};

static void test_meet(void **state) {
    const struct meet_row *row = *state;
    assert_int_equal(dl_box_meet(row->first, row->second, row->slack), row->expected);
    assert_int_equal(dl_box_meet(row->second, row->first, row->slack), row->expected);
}

static void assert_box(DlBox box, double x, double y, double width, double height) {
    assert_near(box.x, x, 1e-9);
    assert_near(box.y, y, 1e-9);
    assert_near(box.width, width, 1e-9);
    assert_near(box.height, height, 1e-9);
}

static void test_circle(void **state) {
    (void)state;
    g_autoptr(DlPath) path = dl_path_new();
    dl_path_circle(path, (DlPoint){10, 20}, 5);
    assert_box(dl_path_box(path), 5, 15, 10, 10);
}

static void test_union(void **state) {
    (void)state;
    const DlBox point = {3, 4, 0, 0}, box = {0, 0, 1, 1};
    assert_box(dl_box_union(dl_box_empty, point), 3, 4, 0, 0);
    assert_box(dl_box_union(point, box), 0, 0, 3, 4);
    assert_true(dl_box_is_empty(dl_box_grow(dl_box_empty, 10)));
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_circle),
    cmocka_unit_test(test_union),
};

int main(void) {
    return run_rows(test_number, number_rows) + run_rows(test_color, color_rows) +
           run_rows(test_contrast, contrast_rows) +
           run_rows(test_distance, distance_rows) +
           run_rows(test_readable, readable_rows) + run_rows(test_escape, escape_rows) +
           run_rows(test_forbidden, forbidden_rows) + run_rows(test_link, link_rows) +
           run_rows(test_nearest, nearest_rows) + run_rows(test_id, id_rows) +
           run_rows(test_slug, slug_rows) + run_rows(test_meet, meet_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
