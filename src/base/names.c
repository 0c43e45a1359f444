#include "base/names.h"

#include <string.h>

enum { LONGEST_ID = 64 };

const DlName *dl_name_find(const DlNameTable *table, const char *name) {
    for (size_t i = 0; i < table->n_names; i++)
        if (strcmp(table->names[i].name, name) == 0)
            return &table->names[i];
    return NULL;
}

const char *dl_name_of(const DlNameTable *table, int value) {
    for (size_t i = 0; i < table->n_names; i++)
        if (table->names[i].value == value)
            return table->names[i].name;
    return NULL;
}

char *dl_names_to_text(const DlNameTable *table) {
    GString *text = g_string_new(NULL);
    const char *last = NULL;
    for (size_t i = 0; i < table->n_names; i++) {
        if (!table->names[i].ready)
            continue;
        if (last != NULL)
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", last);
        last = table->names[i].name;
    }
    if (last != NULL)
        g_string_append_printf(text, "%s%s", text->len > 0 ? " or " : "", last);
    return g_string_free(text, FALSE);
}

static bool is_id_character(char character) {
    return g_ascii_isalnum(character) || character == '_' || character == '-';
}

bool dl_id_is_valid(const char *id) {
    size_t length = 0;
    for (; id[length] != '\0'; length++)
        if (length == LONGEST_ID || !is_id_character(id[length]))
            return false;
    return length > 0;
}

/* What g_str_to_ascii cannot spell becomes '?', which parts words as a space does. */
char *dl_id_from_title(const char *title) {
    g_autofree char *ascii = g_str_to_ascii(title, "C");
    GString *id = g_string_new(NULL);
    bool parted = false;
    for (const char *at = ascii; *at != '\0' && id->len < LONGEST_ID; at++) {
        if (!g_ascii_isalnum(*at)) {
            parted = parted || *at != '\'';
            continue;
        }
        if (parted && id->len > 0)
            g_string_append_c(id, '-');
        parted = false;
        g_string_append_c(id, g_ascii_tolower(*at));
    }
    g_string_truncate(id, MIN(id->len, LONGEST_ID));
    if (id->len > 0 && id->str[id->len - 1] == '-')
        g_string_truncate(id, id->len - 1);
    if (id->len == 0)
        g_string_append(id, "event");
    return g_string_free(id, FALSE);
}
