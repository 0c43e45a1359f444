/* Reading bibliographies: CSL-JSON as sources, and what is wrong in them. */
#include "tests.h"

#include "reading.h"

static const struct entry_row {
    const char *name, *item;
    const char *expected; /* "id|author|title|publisher|date|url" */
} entry_rows[] = {
    {"an article of a newspaper",
     "{\"id\": \"a\", \"title\": \"T\", \"author\": [{\"family\": \"Seo\", \"given\": "
     "\"Ji-eun\"}], \"container-title\": \"Daily\", \"publisher\": \"House\", "
     "\"issued\": {\"date-parts\": [[2025, 9, 3]]}, \"URL\": \"https://a.b/c\"}",
     "a|Ji-eun Seo|T|Daily|2025-09-03|https://a.b/c"},
    {"a book has a publisher, a DOI is a link",
     "{\"id\": 7, \"publisher\": \"OUP\", \"DOI\": \"10.1/x\"}",
     "7|-|-|OUP|-|https://doi.org/10.1/x"},
    {"three authors, a particle and a suffix",
     "{\"id\": \"a\", \"author\": [{\"family\": \"Beethoven\", \"given\": \"Ludwig\", "
     "\"non-dropping-particle\": \"van\"}, {\"family\": \"King\", \"suffix\": "
     "\"Jr.\"}, {\"literal\": \"Reuters\"}]}",
     "a|Ludwig van Beethoven, King Jr., Reuters|-|-|-|-"},
    {"of four authors the first",
     "{\"id\": \"a\", \"author\": [{\"family\": \"A\"}, {\"family\": \"B\"}, "
     "{\"family\": \"C\"}, {\"family\": \"D\"}]}",
     "a|A et al.|-|-|-|-"},
    {"Korean names begin with the family",
     "{\"id\": \"a\", \"author\": [{\"family\": \"김\", \"given\": \"정은\"}]}",
     "a|김정은|-|-|-|-"},
    {"an editor where there is no author",
     "{\"id\": \"a\", \"author\": [], \"editor\": [{\"family\": \"E\"}]}",
     "a|E|-|-|-|-"},
    {"rich text and odd spaces",
     "{\"id\": \"a\", \"title\": \" On <i>Homo\\n  sapiens</i>"
     "<span class='nocase'>x</span> 1 < 2 \"}",
     "a|-|On Homo sapiensx 1 < 2|-|-|-"},
    {"a month", "{\"id\": \"a\", \"issued\": {\"date-parts\": [[\"2025\", \"9\"]]}}",
     "a|-|-|-|2025-09|-"},
    {"about a year",
     "{\"id\": \"a\", \"issued\": {\"date-parts\": [[1984]], \"circa\": true}}",
     "a|-|-|-|1984~|-"},
    {"from, to",
     "{\"id\": \"a\", \"issued\": {\"date-parts\": [[2020, 1], [2020, 3]]}}",
     "a|-|-|-|2020-01/2020-03|-"},
    {"years before and after those of four digits",
     "{\"id\": \"a\", \"issued\": {\"date-parts\": [[-479], [12000]]}}",
     "a|-|-|-|-0479/Y12000|-"},
    {"a date as text", "{\"id\": \"a\", \"issued\": {\"raw\": \"2025-09\"}}",
     "a|-|-|-|2025-09|-"},
    {"null is nothing", "{\"id\": \"a\", \"title\": null, \"issued\": null}",
     "a|-|-|-|-|-"},
};

/* Reads a timeline whose bibliography is `json`. */
static DlDraft *read_bibliography(const char *json, DlProblems *problems) {
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.yaml", NULL);
    g_autofree char *refs = g_build_filename(folder, "refs.json", NULL);
    const char yaml[] = "timeline: {title: T}\nbibliography: refs.json\n";
    assert_true(g_file_set_contents(path, yaml, -1, NULL));
    assert_true(g_file_set_contents(refs, json, -1, NULL));
    const char *const paths[] = {path, NULL};
    DlDraft *draft = dl_read_files(paths, problems, NULL);
    g_remove(path);
    g_remove(refs);
    g_rmdir(folder);
    assert_non_null(draft);
    return draft;
}

static const char *or_dash(const char *text) {
    return text != NULL ? text : "-";
}

static void test_entry(void **state) {
    const struct entry_row *row = *state;
    g_autofree char *json = g_strdup_printf("[%s]", row->item);
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(DlDraft) draft = read_bibliography(json, problems);
    assert_int_equal(problems->list->len, 0);
    assert_int_equal(draft->sources->len, 1);
    const DlDraftSource *source = draft->sources->pdata[0];
    g_autofree char *text = g_strdup_printf(
        "%s|%s|%s|%s|%s|%s", source->id.text, or_dash(source->author.text),
        or_dash(source->title.text), or_dash(source->publisher.text),
        or_dash(source->date.written), or_dash(source->url.text));
    assert_string_equal(text, row->expected);
}

/* `before`, then `repeated` so many times, then `after`. */
static const struct fault_row {
    const char *name, *before, *repeated;
    unsigned times;
    const char *after, *expected;
} fault_rows[] = {
    {"an object is no list", "{\"id\": 1}", "", 0, "",
     "1:1 expected CSL-JSON: a list of objects, each with an `id`"},
    {"an empty file", "", "", 0, "",
     "1:1 expected CSL-JSON: a list of objects, each with an `id`"},
    {"an item that is no object", "[{\"id\": \"a\"}, 3]", "", 0, "",
     "1:1 item 2 of the list is no object"},
    {"an item without an id", "[{\"id\": \"a\"},\n {}]", "", 0, "",
     "2:2 an item of a bibliography needs the key `id`"},
    {"objects within an item do not move its place",
     "[{\"id\": \"a\", \"author\": [{}]},\n {\"title\": {}}]", "", 0, "",
     "2:2 an item of a bibliography needs the key `id`"},
    {"a link to a script", "[{\"id\": \"a\", \"URL\": \"javascript:x\"}]", "", 0, "",
     "1:2 the link `javascript:x` is left out: it must begin with http://, https://, "
     "mailto: or #"},
    {"a date that is none", "[{\"id\": \"a\", \"issued\": \"soon\"}]", "", 0, "",
     "1:2 the date `soon` is left out: "},
    {"a missing comma", "[{\"id\": \"a\"\n \"title\": 3}]", "", 0, "",
     "1:11 this is not JSON: "},
    {"a text that is not closed", "[\n{\"id\": \"a}]\n", "", 0, "",
     "2:8 this quoted text is never closed"},
    {"a comment", "[\n /* all */]", "", 0, "",
     "2:2 this character is not part of JSON outside of quotes"},
    {"a character that XML forbids", "[{\"id\": \"a\", \"title\": \"\\u0001\"}]", "", 0,
     "", "1:2 the character U+0001 is not allowed in `title`"},
    {"brackets in text do not count", "[{\"id\": \"", "[", 1000, "\"}]", ""},
    {"65 levels are too many", "", "[", 65, "",
     "1:65 lists and objects are nested more than 64 deep"},
    {"a million levels are no harm", "", "[\"]\",", 1000000, "",
     "1:321 lists and objects are nested more than 64 deep"},
    {"a million values are too many", "[", "1,", 1000000, "1]",
     "1:2000001 there are more than 1,000,000 values"},
    {"16 MiB are too many", "[\"", "0123456789abcdef", 1048576, "\"]",
     "1:1 a bibliography has at most 16 MiB"},
    {"20,001 bytes of text are too many", "[{\"id\": \"a\", \"title\": \"", "x", 20001,
     "\"}]", "1:2 `title` has more than 20,000 bytes"},
    {"100,000 items are read", "[{\"id\": \"a\"}",
     ", {\"id\": \"b\", \"author\": [{\"family\": \"C\"}]}", 100000, "]", ""},
};

static void test_fault(void **state) {
    const struct fault_row *row = *state;
    g_autoptr(GString) json = g_string_new(row->before);
    for (unsigned i = 0; i < row->times; i++)
        g_string_append(json, row->repeated);
    g_string_append(json, row->after);
    g_autoptr(DlProblems) problems = dl_problems_new();
    dl_draft_free(read_bibliography(json->str, problems));
    g_autofree char *first = g_strdup("");
    if (problems->list->len > 0) {
        const DlProblem *problem = problems->list->pdata[0];
        g_free(first);
        first = g_strdup_printf("%d:%d %s", problem->place.line, problem->place.column,
                                problem->message);
        assert_true(g_str_has_suffix(problem->place.file, "refs.json"));
    }
    if (!g_str_has_prefix(first, row->expected) || *row->expected == '\0')
        assert_string_equal(first, row->expected);
}

static const char sample[] =
    "[{\"id\": \"a\", \"title\": \"T \\u00e9 <i>x</i>\", \"author\": [{\"family\": "
    "\"B\", \"given\": \"C\"}, {\"literal\": \"D\"}], \"issued\": {\"date-parts\": "
    "[[2025, 9, \"3\"], [2026]], \"circa\": 1}, \"URL\": \"https://a.b\"},\n"
    "{\"id\": -1.5e3, \"editor\": null, \"publisher\": true}]";

/* Whatever a byte becomes, reading ends. */
static void test_changed_bytes(void **state) {
    (void)state;
    static const char others[] = "\t\n \"'#&*-:?[]{}|>%@`!,~\\0u/\x01\x80\xC3\xFF";
    for (size_t i = 0; i + 1 < sizeof sample; i++) {
        g_autofree char *text = g_strdup(sample);
        text[i] = others[i % (sizeof others - 1)];
        g_autoptr(DlProblems) problems = dl_problems_new();
        dl_draft_free(read_bibliography(text, problems));
        text[i] = '\0';
        dl_draft_free(read_bibliography(text, problems));
    }
}

static const struct { const char *name; } once[] = {{"every text ends"}};

int main(void) {
    return run_rows(test_entry, entry_rows) + run_rows(test_fault, fault_rows) +
           run_rows(test_changed_bytes, once);
}
