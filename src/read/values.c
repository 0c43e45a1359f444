#include "read/values.h"

#include <string.h>

#include "base/escape.h"
#include "read/guesses.h"

/* What is drawn is broken into lines again and again: the time grows with its square.
 */
enum { TEXT_LIMIT = 20000 };

/* Whether nothing of it can be seen: spaces, joiners, marks of direction. */
static bool is_blank(const char *text) {
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (!g_unichar_isspace(character) &&
            g_unichar_type(character) != G_UNICODE_FORMAT)
            return false;
    }
    return true;
}

const char *dl_read_scalar(DlReader *reader, const DlNode *node, const char *what) {
    if (!dl_expect(reader, node, DL_NODE_SCALAR, what))
        return NULL;
    if (is_blank(node->text)) {
        dl_problems_add(reader->problems, node->place, "wrong-type",
                        "expected %s, found nothing", what);
        return NULL;
    }
    if (strlen(node->text) <= TEXT_LIMIT)
        return node->text;
    dl_problems_add(reader->problems, node->place, "limit",
                    "expected %s, found more than 20,000 bytes", what);
    return NULL;
}

static void set_word(DlWord *word, const DlNode *node) {
    g_free(word->text);
    word->text = g_strstrip(g_strdup(node->text));
}

void dl_read_text(DlReader *reader, const DlNode *node, DlWord *word) {
    word->place = node->place;
    if (dl_read_scalar(reader, node, "text") != NULL)
        set_word(word, node);
}

void dl_read_id(DlReader *reader, const DlNode *node, DlWord *word) {
    word->place = node->place;
    if (dl_read_scalar(reader, node, "an id") == NULL)
        return;
    set_word(word, node);
    if (!dl_id_is_valid(node->text))
        dl_problems_add(reader->problems, node->place, "bad-id",
                        "`%s` is not an id: an id is 1 to 64 letters (a to z), digits, "
                        "`_` and `-`",
                        node->text);
}

void dl_read_link(DlReader *reader, const DlNode *node, DlWord *word) {
    word->place = node->place;
    const char *text = dl_read_scalar(reader, node, "a link");
    if (text == NULL)
        return;
    if (dl_link_is_allowed(text))
        set_word(word, node);
    else
        dl_problems_add(reader->problems, node->place, "bad-link",
                        "`%s` is not a link that a chart may hold: it must begin with "
                        "http://, https://, mailto: or #",
                        text);
}

void dl_read_one_or_more(DlReader *reader, const DlNode *node, DlReadValue read,
                         void *record) {
    if (node->kind == DL_NODE_LIST)
        dl_read_items(reader, node, "a list", read, record);
    else
        read(reader, node, record);
}

static void read_list_word(DlReader *reader, const DlNode *node, void *record) {
    GPtrArray *words = record;
    if (dl_read_scalar(reader, node, "text") == NULL)
        return;
    DlWord *word = g_new0(DlWord, 1);
    word->place = node->place;
    set_word(word, node);
    g_ptr_array_add(words, word);
}

void dl_read_words(DlReader *reader, const DlNode *node, GPtrArray *words) {
    if (node->kind == DL_NODE_MAP || dl_node_is_nothing(node))
        dl_expect(reader, node, DL_NODE_LIST, "a list of words");
    else
        dl_read_one_or_more(reader, node, read_list_word, words);
}

bool dl_node_is_set(const DlNode *node) {
    if (node->kind != DL_NODE_MAP)
        return false;
    for (unsigned i = 1; i < node->n_children; i += 2)
        if (!dl_node_is_nothing(node->children[i]))
            return false;
    return true;
}

/* EDTF's sets look like YAML's own lists and maps: `[1667, 1668]`, and
 * `{1960, 1961-12}`, which YAML takes for a map of keys without values. NULL (and a
 * problem) where it is none. */
static char *read_set(DlReader *reader, const DlNode *node) {
    const bool is_list = node->kind == DL_NODE_LIST;
    const unsigned step = is_list ? 1 : 2;
    if (!is_list && !dl_node_is_set(node)) {
        dl_expect(reader, node, DL_NODE_SCALAR, "a date");
        dl_problems_hint(reader->problems,
                         "a set of dates is written '{1960,1961-12}'");
        return NULL;
    }
    g_autoptr(GString) text = g_string_new(is_list ? "[" : "{");
    for (unsigned i = 0; i < node->n_children; i += step) {
        const char *member =
            dl_read_scalar(reader, node->children[i], "a date of a set");
        if (member == NULL)
            return NULL;
        g_string_append_printf(text, "%s%s", i > 0 ? "," : "", member);
    }
    g_string_append_c(text, is_list ? ']' : '}');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *read_date_text(DlReader *reader, const DlNode *node) {
    return node->kind == DL_NODE_SCALAR
               ? g_strdup(dl_read_scalar(reader, node, "a date"))
               : read_set(reader, node);
}

void dl_read_date(DlReader *reader, const DlNode *node, DlDraftDate *date) {
    date->place = node->place;
    date->broken = true;
    g_autofree char *text = read_date_text(reader, node);
    if (text == NULL)
        return;
    g_autofree char *reason = NULL;
    date->given = dl_date_parse(text, &date->value, &reason);
    date->broken = !date->given;
    if (date->broken)
        dl_problems_add(reader->problems, node->place, "bad-date",
                        "`%s` is not a date: %s", text, reason);
    g_free(date->written);
    date->written = g_steal_pointer(&text);
}

void dl_read_single_date(DlReader *reader, const DlNode *node, DlDraftDate *date) {
    dl_read_date(reader, node, date);
    if (!date->given || !date->value.interval)
        return;
    date->given = false;
    date->broken = true;
    dl_problems_add(reader->problems, node->place, "bad-date",
                    "expected a single date, found the interval `%s`", date->written);
}

void dl_read_duration(DlReader *reader, const DlNode *node, DlDraftDuration *duration) {
    duration->place = node->place;
    duration->broken = true;
    const char *text = dl_read_scalar(reader, node, "a duration");
    if (text == NULL)
        return;
    g_autofree char *reason = NULL;
    duration->given = dl_duration_parse(text, &duration->value, &reason);
    duration->broken = !duration->given;
    if (duration->broken)
        dl_problems_add(reader->problems, node->place, "bad-duration",
                        "`%s` is not a duration: %s", text, reason);
}

static void hint_name(DlReader *reader, const DlNameTable *table, const char *text) {
    g_autofree const char **names = g_new(const char *, table->n_names);
    for (size_t i = 0; i < table->n_names; i++)
        names[i] = table->names[i].name;
    const char *meant = dl_guess_name(table, text);
    if (meant == NULL)
        meant = dl_nearest(text, names, table->n_names);
    if (meant != NULL)
        dl_problems_hint(reader->problems, "did you mean `%s`?", meant);
}

bool dl_read_name(DlReader *reader, const DlNode *node, const DlNameTable *table,
                  int *value) {
    const char *text = dl_read_scalar(reader, node, table->what);
    if (text == NULL)
        return false;
    const DlName *name = dl_name_find(table, text);
    if (name != NULL) {
        *value = name->value;
        return true;
    }
    g_autofree char *names = dl_names_to_text(table);
    dl_problems_add(reader->problems, node->place, "bad-value",
                    "`%s` is not %s: expected %s", text, table->what, names);
    hint_name(reader, table, text);
    return false;
}

bool dl_read_integer(DlReader *reader, const DlNode *node, int min, int max,
                     int *value) {
    const char *text = dl_read_scalar(reader, node, "a whole number");
    if (text == NULL)
        return false;
    gint64 number = 0;
    if (!g_ascii_string_to_signed(text, 10, min, max, &number, NULL))
        return dl_problems_add(reader->problems, node->place, "bad-value",
                               "`%s` is not a whole number from %d to %d", text, min,
                               max);
    *value = (int)number;
    return true;
}

bool dl_read_color(DlReader *reader, const DlNode *node, DlColor *color) {
    const char *text = dl_read_scalar(reader, node, "a color");
    if (text == NULL) {
        if (dl_node_is_nothing(node))
            dl_problems_hint(reader->problems, "quote a color: \"#0f47af\"; a plain # "
                                               "begins a comment");
        return false;
    }
    if (dl_color_parse(text, color))
        return true;
    return dl_problems_add(reader->problems, node->place, "bad-color",
                           "`%s` is not a color: expected #rgb or #rrggbb", text);
}
