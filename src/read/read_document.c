#include "read/records.h"

#include "read/values.h"

DL_READER(read_include, void, draft, (void)draft;
          dl_read_words(reader, value, reader->includes))

DL_READER(read_bibliography, void, draft, (void)draft;
          dl_read_words(reader, value, reader->bibliographies))

static const DlField document_fields[] = {
    {"timeline", false, dl_read_timeline},
    {"include", false, read_include},
    {"bibliography", false, read_bibliography},
    {"actors", false, dl_read_actors},
    {"places", false, dl_read_locations},
    {"categories", false, dl_read_categories},
    {"sources", false, dl_read_sources},
    {"eras", false, dl_read_eras},
    {"events", false, dl_read_events},
    {"relations", false, dl_read_relations},
    {"measures", false, dl_read_measures},
    {"charts", false, dl_read_charts},
};
static const DlFieldTable document_table =
    DL_FIELD_TABLE("a timeline file", document_fields);

bool dl_read_document(DlReader *reader, const DlNode *root, DlPlace at) {
    if (root == NULL || dl_node_is_nothing(root))
        return dl_problems_add(reader->problems, at, "empty-file",
                               "the file is empty: expected `timeline:` and `events:`");
    if (root->kind != DL_NODE_MAP)
        return dl_problems_add(
            reader->problems, root->place, "wrong-type",
            "expected a map with `timeline:` and `events:`, found %s",
            dl_node_describe(root));
    return dl_read_fields(reader, root, &document_table, at, reader->draft);
}
