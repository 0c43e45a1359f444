#include "read/bibliography.h"

#include <stdio.h>
#include <string.h>

#include "read/csl.h"
#include "read/include.h"
#include "read/source.h"

static const gsize BYTES_LIMIT = 16 * 1024 * 1024;
static const int DEPTH_LIMIT = 64, VALUES_LIMIT = 1000000;

typedef struct {
    const char *file;
    DlProblems *problems;
    int depth;      /* of lists and objects that are open */
    GArray *places; /* of DlPlace: where the objects of the outermost list begin */
} Parsing;

bool dl_bibliography_is_readable(const DlWord *word, DlProblems *problems) {
    g_autofree char *name = g_ascii_strdown(word->text, -1);
    if (g_str_has_suffix(name, ".json"))
        return true;
    dl_problems_add(
        problems, word->place, dl_use_bibliography.code,
        "cannot read `%s`: a bibliography is CSL-JSON, in a file whose name "
        "ends in .json",
        word->text);
    if (g_str_has_suffix(name, ".bib"))
        dl_problems_hint(problems,
                         "export it as CSL-JSON, or convert it: pandoc %s -t csljson "
                         "-o %.*s.json",
                         word->text, (int)(strlen(word->text) - strlen(".bib")),
                         word->text);
    return false;
}

/* After the quote that ends a text; NULL where none does. */
static const char *skip_text(const char *at, const char *end) {
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at < end ? at + 1 : NULL;
}

static bool refuse(DlProblems *problems, DlPlace place, const char *why) {
    return dl_problems_add(problems, place, "not-json", "%s", why);
}

/* What is not a letter of JSON outside its texts would let the parser see other texts
 * than those that are skipped here. */
static const char *find_fault(char c, int depth, int n_values) {
    if (!g_ascii_isalnum(c) && !g_ascii_isspace(c) && strchr("[]{}:,+-.", c) == NULL)
        return "this character is not part of JSON outside of quotes";
    if (depth > DEPTH_LIMIT)
        return "lists and objects are nested more than 64 deep";
    return n_values > VALUES_LIMIT ? "there are more than 1,000,000 values" : NULL;
}

static bool check_extent(const char *text, gsize size, const char *file,
                         DlProblems *problems) {
    int depth = 0, n_values = 0;
    for (const char *at = text; at < text + size;) {
        if (*at == '"') {
            const char *begins = at;
            at = skip_text(at, text + size);
            if (at == NULL)
                return refuse(problems, dl_source_place(file, text, begins),
                              "this quoted text is never closed");
            continue;
        }
        depth += (*at == '[' || *at == '{') - (*at == ']' || *at == '}');
        n_values += *at == ',' || *at == '[' || *at == '{';
        const char *fault = find_fault(*at, depth, n_values);
        if (fault != NULL)
            return refuse(problems, dl_source_place(file, text, at), fault);
        at++;
    }
    return true;
}

static void open_list(JsonParser *parser G_GNUC_UNUSED, void *data) {
    Parsing *parsing = data;
    parsing->depth++;
}

static void open_object(JsonParser *parser, void *data) {
    Parsing *parsing = data;
    const DlPlace place = {parsing->file, (int)json_parser_get_current_line(parser),
                           (int)json_parser_get_current_pos(parser)};
    if (parsing->depth++ == 1)
        g_array_append_val(parsing->places, place);
}

static void close_one(JsonParser *parser G_GNUC_UNUSED, void *value G_GNUC_UNUSED,
                      void *data) {
    Parsing *parsing = data;
    parsing->depth--;
}

/* json-glib says "<data>:LINE:COLUMN: " and what it expected, which is often beside the
 * point: it takes the comma that is missing for one that is one too many. */
static void tell_error(const Parsing *parsing, const char *message) {
    int line = 1, column = 1;
    sscanf(message, "%*[^:]:%d:%d:", &line, &column);
    const DlPlace place = {parsing->file, MAX(line, 1), MAX(column, 1)};
    refuse(parsing->problems, place,
           "this is not JSON: a comma, a quote or a bracket is missing or one too many "
           "here or near");
}

static void read_item(const Parsing *parsing, JsonNode *item, guint object,
                      DlDraft *draft) {
    const DlPlace place = g_array_index(parsing->places, DlPlace, object);
    DlDraftSource *source =
        dl_csl_read(json_node_get_object(item), place, parsing->problems);
    if (source != NULL)
        g_ptr_array_add(draft->sources, source);
}

static void read_list(const Parsing *parsing, JsonArray *list, DlDraft *draft) {
    const DlPlace start = {parsing->file, 1, 1};
    guint n_objects = 0;
    for (guint i = 0; i < json_array_get_length(list); i++) {
        JsonNode *item = json_array_get_element(list, i);
        if (JSON_NODE_HOLDS_OBJECT(item))
            read_item(parsing, item, n_objects++, draft);
        else
            dl_problems_add(parsing->problems, start, "wrong-type",
                            "item %u of the list is no object", i + 1);
    }
}

static void read_root(const Parsing *parsing, JsonNode *root, DlDraft *draft) {
    const DlPlace start = {parsing->file, 1, 1};
    if (root != NULL && JSON_NODE_HOLDS_ARRAY(root))
        read_list(parsing, json_node_get_array(root), draft);
    else
        dl_problems_add(parsing->problems, start, "wrong-type",
                        "expected CSL-JSON: a list of objects, each with an `id`");
}

static void parse(Parsing *parsing, const char *text, gsize size, DlDraft *draft) {
    g_autoptr(JsonParser) parser = json_parser_new_immutable();
    g_signal_connect(parser, "array-start", G_CALLBACK(open_list), parsing);
    g_signal_connect(parser, "object-start", G_CALLBACK(open_object), parsing);
    g_signal_connect(parser, "array-end", G_CALLBACK(close_one), parsing);
    g_signal_connect(parser, "object-end", G_CALLBACK(close_one), parsing);
    g_autoptr(GError) error = NULL;
    if (json_parser_load_from_data(parser, text, (gssize)size, &error))
        read_root(parsing, json_parser_get_root(parser), draft);
    else
        tell_error(parsing, error->message);
}

void dl_bibliography_read(GBytes *bytes, const char *file, DlDraft *draft,
                          DlProblems *problems) {
    const DlPlace start = {file, 1, 1};
    if (g_bytes_get_size(bytes) > BYTES_LIMIT) {
        dl_problems_add(problems, start, "limit", "a bibliography has at most 16 MiB");
        return;
    }
    g_autoptr(GBytes) checked = dl_source_check(bytes, file, problems);
    gsize size = 0;
    const char *text = checked != NULL ? g_bytes_get_data(checked, &size) : NULL;
    if (checked == NULL || !check_extent(text, size, file, problems))
        return;
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(DlPlace));
    Parsing parsing = {file, problems, 0, places};
    parse(&parsing, text, size, draft);
}
