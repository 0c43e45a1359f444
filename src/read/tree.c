#include "read/tree.h"

#include <string.h>
#include <yaml.h>

#include "base/escape.h"
#include "read/pitfalls.h"
#include "read/yaml_error.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_parser_t, yaml_parser_delete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_event_t, yaml_event_delete)

static const unsigned DEPTH_LIMIT = 64;
static const unsigned ANCHOR_LIMIT = 1000;
static const unsigned NODE_LIMIT = 8000000;
static const int ALIAS_LIMIT = 1000000;

enum { NODES_A_BLOCK = 1024 };

/* A list or map that is being built. */
typedef struct {
    DlNode *node;
    DlNode *key;    /* of a map: the key whose value comes next; NULL: a key does */
    unsigned first; /* of its children among the pending */
} Frame;

typedef struct {
    const char *file;
    DlProblems *problems;
    DlTree *tree;
    GArray *stack;       /* of Frame */
    GPtrArray *pending;  /* of DlNode: the children so far of all that is being built */
    GHashTable *anchors; /* name -> DlNode, borrowed from the tree */
    unsigned n_anchors, n_documents;
    int n_aliased; /* nodes that aliases stand for */
    DlQuotedText quoted;
    DlPitfalls pitfalls;
} Builder;

static DlTree *new_tree(void) {
    DlTree *tree = g_new0(DlTree, 1);
    tree->blocks = g_ptr_array_new_with_free_func(g_free);
    tree->lists = g_ptr_array_new_with_free_func(g_free);
    tree->texts = g_string_chunk_new(4096);
    return tree;
}

void dl_tree_free(DlTree *tree) {
    if (tree == NULL)
        return;
    g_ptr_array_unref(tree->blocks);
    g_ptr_array_unref(tree->lists);
    g_string_chunk_free(tree->texts);
    g_free(tree);
}

bool dl_node_is_nothing(const DlNode *node) {
    static const char *const nothings[] = {"", "~", "null", "Null", "NULL"};
    if (node->kind != DL_NODE_SCALAR || !node->plain)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(nothings); i++)
        if (strcmp(node->text, nothings[i]) == 0)
            return true;
    return false;
}

const char *dl_node_describe(const DlNode *node) {
    if (node->kind == DL_NODE_LIST)
        return "a list";
    if (node->kind == DL_NODE_MAP)
        return "a map";
    return dl_node_is_nothing(node) ? "nothing" : "text";
}

static DlPlace place_of(const Builder *builder, const yaml_event_t *event) {
    const DlPlace place = {builder->file, (int)event->start_mark.line + 1,
                           (int)event->start_mark.column + 1};
    return place;
}

static bool refuse(Builder *builder, const yaml_event_t *event, const char *message) {
    return dl_problems_add(builder->problems, place_of(builder, event), "limit", "%s",
                           message);
}

static bool name_anchor(Builder *builder, const yaml_event_t *event,
                        const yaml_char_t *anchor, DlNode *node) {
    if (anchor == NULL)
        return true;
    if (++builder->n_anchors > ANCHOR_LIMIT)
        return refuse(builder, event, "there are more than 1,000 anchors");
    g_hash_table_replace(builder->anchors, g_strdup((const char *)anchor), node);
    return true;
}

static void refuse_tag(Builder *builder, const yaml_event_t *event,
                       const yaml_char_t *tag) {
    static const char standard[] = "tag:yaml.org,2002:";
    if (tag == NULL)
        return;
    const char *text = (const char *)tag;
    const bool is_standard = g_str_has_prefix(text, standard);
    dl_problems_add(builder->problems, place_of(builder, event), "tag",
                    "tags are not part of the language, found `%s%s`",
                    is_standard ? "!!" : "",
                    is_standard ? text + strlen(standard) : text);
}

static DlNode *take_node(DlTree *tree) {
    const unsigned index = tree->n_nodes++ % NODES_A_BLOCK;
    if (index == 0)
        g_ptr_array_add(tree->blocks, g_new0(DlNode, NODES_A_BLOCK));
    DlNode *block = tree->blocks->pdata[tree->blocks->len - 1];
    return &block[index];
}

/* NULL: one too many. */
static DlNode *add_node(Builder *builder, const yaml_event_t *event, DlNodeKind kind) {
    if (builder->tree->n_nodes >= NODE_LIMIT) {
        refuse(builder, event, "there are more than 8,000,000 keys and values");
        return NULL;
    }
    DlNode *node = take_node(builder->tree);
    node->kind = kind;
    node->place = place_of(builder, event);
    return node;
}

static bool key_is_usable(Builder *builder, const DlNode *key) {
    if (key->kind != DL_NODE_SCALAR || *key->text == '\0')
        return dl_problems_add(
            builder->problems, key->place, "wrong-type", "expected a key, found %s",
            key->kind == DL_NODE_SCALAR ? "nothing" : dl_node_describe(key));
    if (key->plain && strcmp(key->text, "<<") == 0)
        return dl_problems_add(builder->problems, key->place, "merge-key",
                               "merge keys (`<<`) are not part of the language");
    return true;
}

static bool is_empty(const DlNode *node) {
    return node->kind == DL_NODE_SCALAR && node->plain && *node->text == '\0';
}

static void attach_to_map(Builder *builder, Frame *frame, DlNode *node) {
    if (frame->key == NULL) {
        frame->key = node;
        return;
    }
    if (key_is_usable(builder, frame->key)) {
        /* libyaml puts it behind the colon, where there is nothing to see */
        if (is_empty(node))
            node->place = frame->key->place;
        g_ptr_array_add(builder->pending, frame->key);
        g_ptr_array_add(builder->pending, node);
    }
    frame->key = NULL;
}

static void attach_to_list(Builder *builder, DlNode *node) {
    /* libyaml puts it behind the dash */
    if (is_empty(node) && node->place.column > 1)
        node->place.column--;
    g_ptr_array_add(builder->pending, node);
}

/* Nodes are attached when they are complete, so that sizes add up. */
static void attach(Builder *builder, DlNode *node) {
    if (builder->stack->len == 0) {
        builder->tree->root = node;
        return;
    }
    Frame *frame = &g_array_index(builder->stack, Frame, builder->stack->len - 1);
    if (frame->node->kind == DL_NODE_LIST)
        attach_to_list(builder, node);
    else
        attach_to_map(builder, frame, node);
}

static void check_scalar(Builder *builder, const DlNode *node, size_t length) {
    const char *bad = strlen(node->text) < length ? node->text + strlen(node->text)
                                                  : dl_find_forbidden(node->text);
    if (bad != NULL)
        dl_problems_add(builder->problems, node->place, "bad-character",
                        "the character U+%04X is not allowed in text",
                        g_utf8_get_char(bad));
}

static void check_key(Builder *builder, const yaml_event_t *event, const DlNode *node) {
    if (builder->stack->len == 0)
        return;
    const Frame *frame = &g_array_index(builder->stack, Frame, builder->stack->len - 1);
    if (frame->node->kind == DL_NODE_MAP && frame->key == NULL)
        dl_pitfalls_check_key(&builder->pitfalls, event, node->place);
}

static void note_quotes(Builder *builder, const yaml_event_t *event) {
    const yaml_scalar_style_t style = event->data.scalar.style;
    const bool is_double = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    builder->quoted = (DlQuotedText){
        .is_last = is_double || style == YAML_SINGLE_QUOTED_SCALAR_STYLE,
        .quote = is_double ? '"' : '\'',
        .start = event->start_mark,
        .end = event->end_mark,
    };
}

static bool take_scalar(Builder *builder, const yaml_event_t *event) {
    DlNode *node = add_node(builder, event, DL_NODE_SCALAR);
    if (node == NULL)
        return false;
    const char *text = (const char *)event->data.scalar.value;
    node->text = g_string_chunk_insert(builder->tree->texts, text);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->size = 1;
    check_scalar(builder, node, event->data.scalar.length);
    check_key(builder, event, node);
    note_quotes(builder, event);
    if (node->plain)
        dl_pitfalls_check_comment(&builder->pitfalls, event);
    refuse_tag(builder, event, event->data.scalar.tag);
    attach(builder, node);
    return name_anchor(builder, event, event->data.scalar.anchor, node);
}

static bool open_collection(Builder *builder, const yaml_event_t *event,
                            DlNodeKind kind, const yaml_char_t *anchor,
                            const yaml_char_t *tag) {
    if (builder->stack->len >= DEPTH_LIMIT)
        return refuse(builder, event, "lists and maps are nested more than 64 deep");
    Frame frame = {add_node(builder, event, kind), NULL, builder->pending->len};
    if (frame.node == NULL)
        return false;
    refuse_tag(builder, event, tag);
    g_array_append_val(builder->stack, frame);
    return name_anchor(builder, event, anchor, frame.node);
}

static bool take_list(Builder *builder, const yaml_event_t *event) {
    return open_collection(builder, event, DL_NODE_LIST,
                           event->data.sequence_start.anchor,
                           event->data.sequence_start.tag);
}

static bool take_map(Builder *builder, const yaml_event_t *event) {
    return open_collection(builder, event, DL_NODE_MAP,
                           event->data.mapping_start.anchor,
                           event->data.mapping_start.tag);
}

/* Moves the pending children of a frame to its node. */
static void close_frame(Builder *builder, const Frame *frame) {
    DlNode *node = frame->node;
    GPtrArray *pending = builder->pending;
    node->n_children = pending->len - frame->first;
    node->size = 1;
    for (unsigned i = frame->first; i < pending->len; i++)
        node->size += ((const DlNode *)pending->pdata[i])->size;
    if (node->n_children == 0)
        return;
    node->children =
        g_memdup2(pending->pdata + frame->first, node->n_children * sizeof(DlNode *));
    g_ptr_array_add(builder->tree->lists, node->children);
    g_ptr_array_set_size(pending, (int)frame->first);
}

static bool take_end(Builder *builder, const yaml_event_t *event G_GNUC_UNUSED) {
    const unsigned top = builder->stack->len - 1;
    const Frame frame = g_array_index(builder->stack, Frame, top);
    g_array_set_size(builder->stack, top);
    close_frame(builder, &frame);
    attach(builder, frame.node);
    return true;
}

static bool take_alias(Builder *builder, const yaml_event_t *event) {
    const char *name = (const char *)event->data.alias.anchor;
    DlNode *node = g_hash_table_lookup(builder->anchors, name);
    if (node == NULL)
        return dl_problems_add(builder->problems, place_of(builder, event), "alias",
                               "the alias `*%s` has no anchor `&%s` before it", name,
                               name);
    if (node->size == 0)
        return dl_problems_add(builder->problems, place_of(builder, event), "alias",
                               "the alias `*%s` stands inside its own anchor", name);
    builder->n_aliased += node->size;
    if (builder->n_aliased > ALIAS_LIMIT)
        return refuse(builder, event, "aliases stand for more than 1,000,000 values");
    attach(builder, node);
    return true;
}

static bool take_document(Builder *builder, const yaml_event_t *event) {
    return ++builder->n_documents == 1 ||
           dl_problems_add(builder->problems, place_of(builder, event), "documents",
                           "a file holds one document, here begins another");
}

static bool take_event(Builder *builder, const yaml_event_t *event) {
    typedef bool (*Taker)(Builder *, const yaml_event_t *);
    static const Taker takers[] = {
        [YAML_DOCUMENT_START_EVENT] = take_document,
        [YAML_ALIAS_EVENT] = take_alias,
        [YAML_SCALAR_EVENT] = take_scalar,
        [YAML_SEQUENCE_START_EVENT] = take_list,
        [YAML_SEQUENCE_END_EVENT] = take_end,
        [YAML_MAPPING_START_EVENT] = take_map,
        [YAML_MAPPING_END_EVENT] = take_end,
    };
    builder->quoted.is_last = false;
    const Taker take =
        (size_t)event->type < G_N_ELEMENTS(takers) ? takers[event->type] : NULL;
    return take == NULL || take(builder, event);
}

/* Whether the text ends where a flow list or map wants its next value: libyaml stands
 * at the end then, and knows no more where the list began. */
static bool is_cut_off(const Builder *builder, const yaml_parser_t *parser) {
    return builder->stack->len > 0 &&
           g_strcmp0(parser->context, "while parsing a flow node") == 0 &&
           parser->tokens.head != parser->tokens.tail &&
           parser->tokens.head->type == YAML_STREAM_END_TOKEN;
}

static bool tell_error(const Builder *builder, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR)
        g_error("out of memory");
    if (!is_cut_off(builder, parser))
        return dl_yaml_error_tell(parser, &builder->quoted, builder->file,
                                  builder->problems);
    const unsigned top = builder->stack->len - 1;
    const DlNode *open = g_array_index(builder->stack, Frame, top).node;
    return dl_problems_add(builder->problems, open->place, "not-yaml",
                           "this %s is not closed",
                           open->kind == DL_NODE_LIST ? "list" : "map");
}

static bool build(Builder *builder, yaml_parser_t *parser) {
    while (true) {
        g_auto(yaml_event_t) event = {0};
        if (!yaml_parser_parse(parser, &event))
            return tell_error(builder, parser);
        if (event.type == YAML_STREAM_END_EVENT)
            return true;
        if (!take_event(builder, &event))
            return false;
    }
}

DlTree *dl_tree_parse(GBytes *text, const char *file, DlProblems *problems) {
    g_auto(yaml_parser_t) parser = {0};
    if (!yaml_parser_initialize(&parser))
        g_error("out of memory");
    size_t size = 0;
    const unsigned char *data = g_bytes_get_data(text, &size);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, data, size);

    g_autoptr(DlTree) tree = new_tree();
    g_autoptr(GArray) stack = g_array_new(false, false, sizeof(Frame));
    g_autoptr(GPtrArray) pending = g_ptr_array_new();
    g_autoptr(GHashTable) anchors =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Builder builder = {.pitfalls = dl_pitfalls(text, file, problems),
                       .file = file,
                       .problems = problems,
                       .tree = tree,
                       .stack = stack,
                       .pending = pending,
                       .anchors = anchors};
    return build(&builder, &parser) ? g_steal_pointer(&tree) : NULL;
}
