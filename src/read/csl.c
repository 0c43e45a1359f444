#include "read/csl.h"

#include <string.h>

#include "base/escape.h"
#include "time/date.h"

enum { TEXT_LIMIT = 20000, MOST_AUTHORS = 3 };

typedef struct {
    JsonObject *item;
    DlPlace place;
    DlProblems *problems;
} Item;

static const JsonNode *member(JsonObject *object, const char *name) {
    return json_object_get_member(object, name);
}

/* The text or the number of a key; NULL where it is neither. Borrowed, or in `room`. */
static const char *scalar(const JsonNode *node, char room[32]) {
    if (node == NULL || !JSON_NODE_HOLDS_VALUE((JsonNode *)node))
        return NULL;
    const GType type = json_node_get_value_type((JsonNode *)node);
    if (type == G_TYPE_STRING)
        return json_node_get_string((JsonNode *)node);
    if (type != G_TYPE_INT64)
        return NULL;
    g_snprintf(room, 32, "%" G_GINT64_FORMAT, json_node_get_int((JsonNode *)node));
    return room;
}

static char *replace(const char *text, const char *pattern, const char *by) {
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    return g_regex_replace_literal(regex, text, -1, 0, by, 0, NULL);
}

/* Without tags of rich text, and with single spaces. Most texts have neither. */
static char *clean(const char *text) {
    const bool has_tags = strchr(text, '<') != NULL;
    g_autofree char *plain =
        has_tags ? replace(text, "</?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>", "")
                 : g_strdup(text);
    const bool has_spaces = strpbrk(plain, "\t\n\r") != NULL || strstr(plain, "  ");
    return g_strstrip(has_spaces ? replace(plain, "\\s+", " ") : g_strdup(plain));
}

static bool is_text(const Item *item, const char *key, const char *text) {
    if (strlen(text) > TEXT_LIMIT)
        return dl_problems_add(item->problems, item->place, "limit",
                               "`%s` has more than 20,000 bytes", key);
    const char *bad = dl_find_forbidden(text);
    return bad == NULL || dl_problems_add(item->problems, item->place, "bad-character",
                                          "the character U+%04X is not allowed in `%s`",
                                          g_utf8_get_char(bad), key);
}

/* NULL where the key is missing or blank, or (with a problem) no text. The caller owns
 * it. */
static char *read_text(const Item *item, const char *key) {
    const JsonNode *node = member(item->item, key);
    if (node == NULL || JSON_NODE_HOLDS_NULL((JsonNode *)node))
        return NULL;
    char room[32];
    const char *text = scalar(node, room);
    if (text == NULL)
        dl_problems_add(item->problems, item->place, "wrong-type",
                        "expected text in `%s`", key);
    if (text == NULL || !is_text(item, key, text))
        return NULL;
    g_autofree char *cleaned = clean(text);
    return *cleaned == '\0' ? NULL : g_steal_pointer(&cleaned);
}

/* The first of two keys that has text. */
static char *read_either(const Item *item, const char *first, const char *second) {
    char *text = read_text(item, first);
    return text != NULL ? text : read_text(item, second);
}

static bool is_east_asian(const char *text) {
    const GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(text));
    return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL ||
           script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

static void add_part(GString *name, const char *part) {
    if (part != NULL && *part != '\0')
        g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", part);
}

/* "Ludwig van Beethoven", "김정은"; NULL where the name says nothing. The caller owns
 * it. */
static char *read_name(const Item *parent, JsonObject *object) {
    static const char *const keys[] = {"given", "dropping-particle",
                                       "non-dropping-particle", "family", "suffix"};
    const Item name = {object, parent->place, parent->problems};
    char *literal = read_text(&name, "literal");
    if (literal != NULL)
        return literal;
    g_autofree char *family = read_text(&name, "family");
    g_autofree char *given = read_text(&name, "given");
    if (family != NULL && given != NULL && is_east_asian(family))
        return g_strconcat(family, given, NULL);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *part = read_text(&name, keys[i]);
        add_part(joined, part);
    }
    return joined->len > 0 ? g_string_free(g_steal_pointer(&joined), FALSE) : NULL;
}

static char *join_names(GPtrArray *names) {
    if (names->len == 0)
        return NULL;
    if (names->len > MOST_AUTHORS)
        return g_strconcat(names->pdata[0], " et al.", NULL);
    g_ptr_array_add(names, NULL);
    return g_strjoinv(", ", (char **)names->pdata);
}

static char *read_names(const Item *item, const char *key) {
    const JsonNode *node = member(item->item, key);
    if (node == NULL || !JSON_NODE_HOLDS_ARRAY((JsonNode *)node))
        return read_text(item, key);
    JsonArray *list = json_node_get_array((JsonNode *)node);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < json_array_get_length(list) && i <= MOST_AUTHORS; i++) {
        JsonNode *each = json_array_get_element(list, i);
        char *name = JSON_NODE_HOLDS_OBJECT(each)
                         ? read_name(item, json_node_get_object(each))
                         : NULL;
        if (name != NULL)
            g_ptr_array_add(names, name);
    }
    return join_names(names);
}

/* [2025, 9, 3] or ["2025", "9"] as 2025-09-03 or 2025-09; NULL where it is neither. */
static char *read_date_parts(JsonArray *parts) {
    g_autoptr(GString) date = g_string_new(NULL);
    const guint n_parts = json_array_get_length(parts);
    for (guint i = 0; i < n_parts && i < 3; i++) {
        char room[32];
        gint64 number = 0;
        const char *text = scalar(json_array_get_element(parts, i), room);
        if (text == NULL ||
            !g_ascii_string_to_signed(text, 10, -99999999, 99999999, &number, NULL))
            return NULL;
        if (i > 0)
            g_string_append_printf(date, "-%02d", (int)number);
        else if (number > 9999 || number < -9999)
            g_string_append_printf(date, "Y%d", (int)number);
        else
            g_string_append_printf(date, number < 0 ? "%05d" : "%04d", (int)number);
    }
    return n_parts > 0 ? g_string_free(g_steal_pointer(&date), FALSE) : NULL;
}

static char *read_all_parts(const JsonNode *node) {
    JsonArray *list = json_node_get_array((JsonNode *)node);
    g_autoptr(GString) date = g_string_new(NULL);
    for (guint i = 0; i < json_array_get_length(list) && i < 2; i++) {
        JsonNode *parts = json_array_get_element(list, i);
        g_autofree char *side = JSON_NODE_HOLDS_ARRAY(parts)
                                    ? read_date_parts(json_node_get_array(parts))
                                    : NULL;
        if (side == NULL)
            return NULL;
        g_string_append_printf(date, "%s%s", i > 0 ? "/" : "", side);
    }
    return date->len > 0 ? g_string_free(g_steal_pointer(&date), FALSE) : NULL;
}

static bool is_circa(JsonObject *object) {
    const JsonNode *circa = member(object, "circa");
    if (circa == NULL || !JSON_NODE_HOLDS_VALUE((JsonNode *)circa))
        return false;
    char room[32];
    const char *text = scalar(circa, room);
    if (text != NULL)
        return *text != '\0' && strcmp(text, "0") != 0 && strcmp(text, "false") != 0;
    return json_node_get_boolean((JsonNode *)circa);
}

/* EDTF, or the words of a date that has no parts. */
static char *compose_date(const Item *issued) {
    const JsonNode *node = member(issued->item, "date-parts");
    g_autofree char *date = node != NULL && JSON_NODE_HOLDS_ARRAY((JsonNode *)node)
                                ? read_all_parts(node)
                                : NULL;
    if (date == NULL)
        return read_either(issued, "raw", "literal");
    const bool is_interval = strchr(date, '/') != NULL;
    return is_circa(issued->item) && !is_interval ? g_strconcat(date, "~", NULL)
                                                  : g_steal_pointer(&date);
}

/* A date in words of its own is no fault of the file: it is only not printed. */
static void read_date(const Item *item, DlDraftDate *date) {
    const JsonNode *node = member(item->item, "issued");
    if (node == NULL)
        return;
    date->place = item->place;
    const bool is_object = JSON_NODE_HOLDS_OBJECT((JsonNode *)node);
    const Item issued = {is_object ? json_node_get_object((JsonNode *)node) : NULL,
                         item->place, item->problems};
    date->written = is_object ? compose_date(&issued) : read_text(item, "issued");
    if (date->written == NULL)
        return;
    g_autofree char *reason = NULL;
    date->given = dl_date_parse(date->written, &date->value, &reason);
    if (!date->given)
        dl_problems_warn(item->problems, item->place, "bad-date",
                         "the date `%s` is left out: %s", date->written, reason);
}

static void read_link(const Item *item, DlWord *url) {
    url->place = item->place;
    url->text = read_text(item, "URL");
    if (url->text == NULL) {
        g_autofree char *doi = read_text(item, "DOI");
        url->text = doi != NULL ? g_strconcat("https://doi.org/", doi, NULL) : NULL;
    }
    if (url->text == NULL || dl_link_is_allowed(url->text))
        return;
    dl_problems_warn(item->problems, item->place, "bad-link",
                     "the link `%s` is left out: it must begin with http://, https://, "
                     "mailto: or #",
                     url->text);
    g_clear_pointer(&url->text, g_free);
}

DlDraftSource *dl_csl_read(JsonObject *object, DlPlace place, DlProblems *problems) {
    const Item item = {object, place, problems};
    char *id = read_text(&item, "id");
    if (id == NULL) {
        dl_problems_add(problems, place, "missing-key",
                        "an item of a bibliography needs the key `id`");
        return NULL;
    }
    DlDraftSource *source = g_new0(DlDraftSource, 1);
    source->place = place;
    source->is_listed = true;
    source->id = (DlWord){id, place};
    source->title = (DlWord){read_text(&item, "title"), place};
    char *authors = read_names(&item, "author");
    source->author =
        (DlWord){authors != NULL ? authors : read_names(&item, "editor"), place};
    source->publisher =
        (DlWord){read_either(&item, "container-title", "publisher"), place};
    read_date(&item, &source->date);
    read_link(&item, &source->url);
    return source;
}
