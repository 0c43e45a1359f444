/* Reading: several files, includes, limits, and text that is cut off or broken. */
#include "tests.h"

#include <string.h>
#include <unistd.h>

#include "reading.h"

/* Files of a folder: name, text, name, text …; a text that begins with "->" is a link
 * to what follows, and a name that ends in '/' is a folder. */
enum { MOST_FILES = 5 };

static const struct files_row {
    const char *name;
    struct {
        const char *name, *text;
    } files[MOST_FILES];
    const char *read[3];
    const char *events;   /* their titles */
    const char *problems; /* "FILE:LINE:COLUMN MESSAGE", one a line */
} files_rows[] = {
    {"files named together are one timeline",
     {{"a.yaml", "timeline: {title: T}\nevents: [{title: A}]\n"},
      {"b.yaml", "events: [{title: B}]\nactors: {k: {name: K}}\n"}},
     {"a.yaml", "b.yaml"},
     "A B",
     ""},
    {"an include comes after its file, before the next",
     {{"a.yaml",
       "include: [b.yaml, c.yaml]\ntimeline: {title: T}\nevents: [{title: A}]\n"},
      {"b.yaml", "include: sub/d.yaml\nevents: [{title: B}]\n"},
      {"c.yaml", "events: [{title: C}]\n"},
      {"sub/", NULL},
      {"sub/d.yaml", "events: [{title: D}]\n"}},
     {"a.yaml"},
     "A B D C",
     ""},
    {"a circle of includes is read once",
     {{"a.yaml", "include: [b.yaml]\ntimeline: {title: T}\nevents: [{title: A}]\n"},
      {"b.yaml", "include: [a.yaml, b.yaml]\nevents: [{title: B}]\n"}},
     {"a.yaml", "b.yaml"},
     "A B",
     ""},
    {"a link within the folder is the same file",
     {{"a.yaml", "timeline: {title: T}\nevents: [{title: A}]\ninclude: [l.yaml]\n"},
      {"l.yaml", "->a.yaml"}},
     {"a.yaml"},
     "A",
     ""},
    {"an include that is missing",
     {{"a.yaml", "timeline: {title: T}\ninclude: [b.yaml]\n"}},
     {"a.yaml"},
     "",
     "a.yaml:2:11 cannot include `b.yaml`: No such file or directory"},
    {"an include that is a folder",
     {{"a.yaml", "timeline: {title: T}\ninclude: b\n"}, {"b/", NULL}},
     {"a.yaml"},
     "",
     "a.yaml:2:10 cannot include `b`: Is a directory"},
    {"an include above its folder",
     {{"a.yaml", "timeline: {title: T}\ninclude: [sub/../a.yaml]\n"}},
     {"a.yaml"},
     "",
     "a.yaml:2:11 cannot include `sub/../a.yaml`: an include is a path below the "
     "folder "
     "of its file"},
    {"an include from the root",
     {{"a.yaml", "timeline: {title: T}\ninclude: [/etc/passwd]\n"}},
     {"a.yaml"},
     "",
     "a.yaml:2:11 cannot include `/etc/passwd`: an include is a path below the folder "
     "of "
     "its file"},
    {"a link that leads out of the folder",
     {{"a.yaml", "timeline: {title: T}\ninclude: [b.yaml]\n"},
      {"b.yaml", "->/etc/passwd"}},
     {"a.yaml"},
     "",
     "a.yaml:2:11 cannot include `b.yaml`: it leads out of the folder of its file"},
    {"a device is no include",
     {{"a.yaml", "timeline: {title: T}\ninclude: [b.yaml]\n"},
      {"b.yaml", "->/dev/zero"}},
     {"a.yaml"},
     "",
     "a.yaml:2:11 cannot include `b.yaml`: it is not a file"},
    {"a word about the whole is given once",
     {{"a.yaml", "timeline: {title: T}\n"}, {"b.yaml", "timeline: {title: U}\n"}},
     {"a.yaml", "b.yaml"},
     "",
     "b.yaml:1:12 `title` is already given at a.yaml, line 1"},
    {"a word about the whole may be given twice alike",
     {{"a.yaml", "timeline: {title: T}\n"}, {"b.yaml", "timeline: {title: T}\n"}},
     {"a.yaml", "b.yaml"},
     "",
     ""},
    {"an included file may have a title of its own",
     {{"a.yaml", "timeline: {title: T}\ninclude: [b.yaml]\n"},
      {"b.yaml", "timeline: {title: U, author: A}\n"}},
     {"a.yaml"},
     "",
     ""},
    {"a title is not missed where a file could not be read",
     {{"a.yaml", "events: [{title: A}]\n"}, {"b.yaml", "timeline: {title: \"T}\n"}},
     {"a.yaml", "b.yaml"},
     "A",
     "b.yaml:1:19 this quoted text is never closed (see line 2, column 1)"},
    {"problems of an include name its file",
     {{"a.yaml", "timeline: {title: T}\ninclude: [sub/b.yaml]\n"},
      {"sub/", NULL},
      {"sub/b.yaml", "\nevent: []\n"}},
     {"a.yaml"},
     "",
     "sub/b.yaml:2:1 unknown key `event`"},
};

static void make_file(const char *name, const char *text) {
    if (text == NULL)
        assert_int_equal(g_mkdir(name, 0700), 0);
    else if (g_str_has_prefix(text, "->"))
        assert_int_equal(symlink(text + 2, name), 0);
    else
        assert_true(g_file_set_contents(name, text, -1, NULL));
}

static void make_files(const struct files_row *row) {
    for (size_t i = 0; i < MOST_FILES && row->files[i].name != NULL; i++)
        make_file(row->files[i].name, row->files[i].text);
}

/* What a folder holds was made before what is in it. */
static void remove_files(const struct files_row *row) {
    for (size_t i = MOST_FILES; i > 0; i--)
        if (row->files[i - 1].name != NULL)
            assert_int_equal(g_remove(row->files[i - 1].name), 0);
}

static char *list_titles(const DlDraft *draft) {
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    for (unsigned i = 0; i < draft->events->len; i++)
        g_ptr_array_add(titles,
                        ((const DlDraftEvent *)draft->events->pdata[i])->title.text);
    g_ptr_array_add(titles, NULL);
    return g_strjoinv(" ", (char **)titles->pdata);
}

static char *list_problems(const DlProblems *problems) {
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < problems->list->len; i++) {
        const DlProblem *problem = problems->list->pdata[i];
        g_string_append_printf(text, "%s%s:%d:%d %s", i > 0 ? "\n" : "",
                               problem->place.file, problem->place.line,
                               problem->place.column, problem->message);
    }
    return g_string_free(text, false);
}

/* Paths stay relative, as users write them: the test works in a folder of its own. */
static void test_files(void **state) {
    const struct files_row *row = *state;
    g_autofree char *top = g_get_current_dir();
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    assert_int_equal(g_chdir(folder), 0);
    make_files(row);
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(DlDraft) draft = dl_read_files(row->read, problems, NULL);
    remove_files(row);
    assert_int_equal(g_chdir(top), 0);
    g_rmdir(folder);
    assert_non_null(draft);
    g_autofree char *titles = list_titles(draft);
    g_autofree char *text = list_problems(problems);
    assert_string_equal(text, row->problems);
    assert_string_equal(titles, row->events);
}

static const struct unreadable_row {
    const char *name, *path;
    int code;
    const char *message;
} unreadable_rows[] = {
    {"a file that is missing", "tests/no-such.yaml", G_FILE_ERROR_NOENT,
     "tests/no-such.yaml: No such file or directory"},
    {"a directory", "tests", G_FILE_ERROR_ISDIR, "tests: Is a directory"},
};

static void test_unreadable(void **state) {
    const struct unreadable_row *row = *state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(GError) error = NULL;
    const char *const paths[] = {row->path, NULL};
    assert_null(dl_read_files(paths, problems, &error));
    assert_true(g_error_matches(error, G_FILE_ERROR, row->code));
    assert_string_equal(error->message, row->message);
    assert_int_equal(problems->list->len, 0);
}

static const struct name_row {
    const char *name, *path, *expected;
} name_rows[] = {
    {"a draft is named after its file", "events/diplomacy.yaml", "diplomacy"},
    {"a name with a space", "a b.c.yaml", "a-b-c"},
    {"a name without a letter", "한국.yaml", "chart"},
    {"a name without an extension", "plan", "plan"},
};

static void test_name(void **state) {
    const struct name_row *row = *state;
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    g_autofree char *base = g_path_get_basename(row->path);
    g_autofree char *path = g_build_filename(folder, base, NULL);
    make_file(path, "timeline: {title: T}\n");
    g_autoptr(DlProblems) problems = dl_problems_new();
    const char *const paths[] = {path, NULL};
    g_autoptr(DlDraft) draft = dl_read_files(paths, problems, NULL);
    g_remove(path);
    g_rmdir(folder);
    assert_string_equal(draft->name, row->expected);
}

/* `before`, then `repeated` so many times, then `after`. */
static const struct limit_row {
    const char *name, *before, *repeated;
    unsigned times;
    const char *after, *expected;
} limit_rows[] = {
    {"64 levels are read", "a: ", "[", 63, "", "1:66 this list is not closed"},
    {"65 levels are too many", "a: ", "[", 64, "",
     "1:67 lists and maps are nested more than 64 deep"},
    {"a million levels are no harm", "a: ", "[", 1000000, "",
     "1:67 lists and maps are nested more than 64 deep"},
    {"a million maps are no harm", "", "{", 1000000, "",
     "1:65 lists and maps are nested more than 64 deep"},
    {"a million block levels are no harm", "", "- ", 1000000, "",
     "1:129 lists and maps are nested more than 64 deep"},
    {"1,000 anchors are read", "a:\n", "- &x 1\n", 1000, "", "1:1 unknown key `a`"},
    {"1,001 anchors are too many", "a:\n", "- &x 1\n", 1001, "",
     "1002:3 there are more than 1,000 anchors"},
    {"100,000 anchors are no harm", "a:\n", "- &x 1\n", 100000, "",
     "1002:3 there are more than 1,000 anchors"},
    {"aliases stand for a million values",
     "a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
     "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
     "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf:\n",
     "- *e\n", 1000000, "", "20:3 aliases stand for more than 1,000,000 values"},
    {"64 MiB are too many", "a: ", "0123456789abcdef", 4194304, "\n",
     "1:1 the file is larger than 64 MiB"},
    {"20,000 bytes of text are read", "timeline: {title: ", "0123456789abcdef", 1250,
     "}", ""},
    {"20,001 bytes of text are too many", "timeline: {title: ", "0123456789abcdef",
     1250, "g}", "1:19 expected text, found more than 20,000 bytes"},
    {"a text of 16 MiB is no harm", "timeline: {title: ", "0123456789abcdef", 1000000,
     "}", "1:19 expected text, found more than 20,000 bytes"},
    {"100,000 events are read", "timeline: {title: T}\nevents:\n",
     "- {title: A, date: 2025-09-03, actors: [a, b]}\n", 100000, "", ""},
    {"100,000 lines that are wrong", "timeline: {title: T}\nevents:\n",
     "- {titel: A, date: 2025-09-33}\n", 100000, "", "3:4 unknown key `titel`"},
};

static void test_limit(void **state) {
    const struct limit_row *row = *state;
    g_autoptr(GString) yaml = g_string_new(row->before);
    for (unsigned i = 0; i < row->times; i++)
        g_string_append(yaml, row->repeated);
    g_string_append(yaml, row->after);
    g_autoptr(DlProblems) problems = dl_problems_new();
    dl_draft_free(read_yaml(yaml->str, problems));
    g_autofree char *first = g_strdup("");
    if (problems->list->len > 0) {
        const DlProblem *problem = problems->list->pdata[0];
        g_free(first);
        first = g_strdup_printf("%d:%d %s", problem->place.line, problem->place.column,
                                problem->message);
    }
    if (!g_str_has_prefix(first, row->expected) ||
        (*row->expected == '\0') != (*first == '\0'))
        assert_string_equal(first, row->expected);
}

static const char sample[] =
    "timeline:\n  title: \"From \\u00e9 to \\\"z\\\"\"\n  subtitle: >-\n    folded\n"
    "    text\n  asof: 2025-09-05\n  keywords: [a, 'b''s', c]\n"
    "actors:\n  kim: &k {name: Kim Jong-un, native: 김정은, color: \"#0f47af\"}\n"
    "  xi: *k\nplaces: {p: {name: P, within: q}}\n"
    "categories:\n  ? war\n  : {label: War, shape: diamond}\n"
    "sources: {s: {title: S, url: 'https://a.b/c?d=e#f', date: "
    "2025-09-03T20:13+09:00}}\n"
    "eras:\n- {title: E, start: 1947, end: ongoing}\n"
    "events:\n  - id: a\n    title: |\n      A\n      B\n    date: 1953-07-27 # day\n"
    "    sources: [s, {id: s, says: {date: 2025~, status: possible}}]\n"
    "  - {title: C, after: [a], duration: PT2H30M, weight: 5, start: 195X/..}\n"
    "relations: [{from: a, to: c, kind: echo}]\n"
    "measures: [{from: a, to: c, claim: P66Y}]\n"
    "charts:\n  - id: x\n    page: {width: 180mm, height: auto}\n"
    "    select: {category: [war], not: {weight: 3}}\n    insets: [{from: "
    "2025}]\n...\n";

/* Whatever is left of a file, reading it ends. */
static void test_prefixes(void **state) {
    (void)state;
    for (size_t length = 0; length < sizeof sample; length++) {
        g_autofree char *text = g_strndup(sample, length);
        g_autoptr(DlProblems) problems = dl_problems_new();
        dl_draft_free(read_yaml(text, problems));
        g_free(dl_problems_to_text(problems));
    }
}

static void test_changed_bytes(void **state) {
    (void)state;
    static const char others[] = "\t\n \"'#&*-:?[]{}|>%@`!,~\x01\x80\xC3\xFF";
    for (size_t i = 0; i + 1 < sizeof sample; i++) {
        g_autofree char *text = g_strdup(sample);
        text[i] = others[i % (sizeof others - 1)];
        g_autoptr(DlProblems) problems = dl_problems_new();
        dl_draft_free(read_yaml(text, problems));
        g_free(dl_problems_to_text(problems));
    }
}

static const struct { const char *name; } once[] = {{"every text ends"}};

int main(void) {
    return run_rows(test_files, files_rows) +
           run_rows(test_unreadable, unreadable_rows) + run_rows(test_name, name_rows) +
           run_rows(test_limit, limit_rows) + run_rows(test_prefixes, once) +
           run_rows(test_changed_bytes, once);
}
