#include "read/fields.h"

#include <string.h>

#include "base/names.h"
#include "read/guesses.h"

enum { FIELDS_LIMIT = 64 };

bool dl_expect(DlReader *reader, const DlNode *node, DlNodeKind kind,
               const char *what) {
    if (node->kind == kind && !dl_node_is_nothing(node))
        return true;
    return dl_problems_add(reader->problems, node->place, "wrong-type",
                           "expected %s, found %s", what, dl_node_describe(node));
}

static void hint_keys(DlReader *reader, const DlFieldTable *table, const char *key) {
    const char *names[FIELDS_LIMIT];
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < table->n_fields; i++) {
        names[i] = table->fields[i].name;
        g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *elsewhere = dl_guess_hint(table, key);
    const char *meant = dl_guess_key(table, key);
    if (meant == NULL)
        meant = dl_nearest(key, names, table->n_fields);
    if (elsewhere != NULL)
        dl_problems_hint(reader->problems, "%s", elsewhere);
    else if (meant != NULL)
        dl_problems_hint(reader->problems, "did you mean `%s`?", meant);
    else
        dl_problems_hint(reader->problems, "the keys of %s are %s", table->what,
                         list->str);
}

/* In `{title: Kim, Putin and Xi}` the comma ends the title, and a key begins. */
static bool is_rest_of_text(const DlNode *key, const DlNode *value) {
    return key->plain && value->kind == DL_NODE_SCALAR && value->plain &&
           *value->text == '\0';
}

static void refuse_unknown(DlReader *reader, const DlFieldTable *table,
                           const DlNode *key, const DlNode *value) {
    dl_problems_add(reader->problems, key->place, "unknown-key", "unknown key `%s`",
                    key->text);
    if (is_rest_of_text(key, value))
        dl_problems_hint(reader->problems,
                         "a comma inside { } ends a value: quote text that holds one");
    else
        hint_keys(reader, table, key->text);
}

static bool refuse_repeated(DlReader *reader, const DlNode *key, const DlNode *first) {
    return dl_problems_add(reader->problems, key->place, "repeated-key",
                           "`%s` is already given at line %d", key->text,
                           first->place.line);
}

static void read_key(DlReader *reader, const DlFieldTable *table, const DlNode *key,
                     const DlNode *value, const DlNode **seen, void *record) {
    for (size_t i = 0; i < table->n_fields; i++) {
        if (strcmp(table->fields[i].name, key->text) != 0)
            continue;
        if (seen[i] != NULL) {
            refuse_repeated(reader, key, seen[i]);
            return;
        }
        seen[i] = key;
        reader->key = key->place;
        table->fields[i].read(reader, value, record);
        return;
    }
    refuse_unknown(reader, table, key, value);
}

/* The text of a record alone, as people write it: its first key that must be there. */
static bool refuse_no_map(DlReader *reader, const DlNode *node,
                          const DlFieldTable *table) {
    for (size_t i = 0; i < table->n_fields && node->kind == DL_NODE_SCALAR; i++)
        if (table->fields[i].required && !dl_node_is_nothing(node)) {
            dl_problems_hint(reader->problems, "%s is written {%s: …}", table->what,
                             table->fields[i].name);
            break;
        }
    return false;
}

bool dl_read_fields(DlReader *reader, const DlNode *node, const DlFieldTable *table,
                    DlPlace at, void *record) {
    g_assert(table->n_fields <= FIELDS_LIMIT);
    if (!dl_expect(reader, node, DL_NODE_MAP, "a map"))
        return refuse_no_map(reader, node, table);
    const DlNode *seen[FIELDS_LIMIT] = {NULL};
    for (unsigned i = 0; i + 1 < node->n_children; i += 2)
        read_key(reader, table, node->children[i], node->children[i + 1], seen, record);
    for (size_t i = 0; i < table->n_fields; i++)
        if (table->fields[i].required && seen[i] == NULL)
            dl_problems_add(reader->problems, at, "missing-key",
                            "%s needs the key `%s`", table->what,
                            table->fields[i].name);
    return true;
}

void dl_read_entries(DlReader *reader, const DlNode *node, const char *what,
                     DlReadEntry read) {
    if (!dl_expect(reader, node, DL_NODE_MAP, what)) {
        if (node->kind == DL_NODE_LIST)
            dl_problems_hint(reader->problems,
                             "each has its id before it, in place of `-`: `an-id: "
                             "{…}`");
        return;
    }
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i + 1 < node->n_children; i += 2) {
        const DlNode *key = node->children[i];
        const DlNode *first = g_hash_table_lookup(seen, key->text);
        if (first != NULL) {
            refuse_repeated(reader, key, first);
            continue;
        }
        g_hash_table_insert(seen, (void *)key->text, (void *)key);
        reader->key = key->place;
        read(reader, key, node->children[i + 1]);
    }
}

void dl_read_items(DlReader *reader, const DlNode *node, const char *what,
                   DlReadValue read, void *record) {
    if (!dl_expect(reader, node, DL_NODE_LIST, what)) {
        if (node->kind == DL_NODE_MAP)
            dl_problems_hint(reader->problems, "each item begins with `- `");
        return;
    }
    for (unsigned i = 0; i < node->n_children; i++)
        read(reader, node->children[i], record);
}
