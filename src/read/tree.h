/* A YAML document as a tree with places, built from libyaml's parser events.
 *
 * Every scalar is text. An alias shares the node of its anchor, so what is built is a
 * graph without cycles; `size` counts what it would be as a tree, and that is bounded.
 * Nodes are owned by the tree, in blocks: nothing here recurses. */
#ifndef DL_READ_TREE_H
#define DL_READ_TREE_H

#include <glib.h>
#include <stdbool.h>

#include "base/place.h"
#include "base/problems.h"

typedef enum { DL_NODE_SCALAR, DL_NODE_LIST, DL_NODE_MAP } DlNodeKind;

typedef struct DlNode DlNode;
struct DlNode {
    DlNodeKind kind;
    bool plain; /* a scalar without quotes */
    DlPlace place;
    const char *text;        /* of a scalar, borrowed from the tree */
    const DlNode **children; /* a list's items; a map's keys (all scalars) and values by
                                turns; all borrowed from the tree */
    unsigned n_children;
    int size; /* of the tree that it stands for; 0: still being built */
};

typedef struct {
    const DlNode *root; /* NULL: the document is empty */
    unsigned n_nodes;
    GPtrArray *blocks; /* of arrays of DlNode, owned */
    GPtrArray *lists;  /* of the nodes' children, owned */
    GStringChunk *texts;
} DlTree;

/* The tree of a text that dl_source_check let through; NULL when it is not YAML, or
 * goes over a limit. Problems that leave a tree (a tag, a key that is no text) are told
 * and left out of it. The caller owns it. */
DlTree *dl_tree_parse(GBytes *text, const char *file, DlProblems *problems);
void dl_tree_free(DlTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTree, dl_tree_free)

/* Whether it is a scalar that says nothing: empty, ~ or null. */
bool dl_node_is_nothing(const DlNode *node);
/* "a list", "a map", "text" or "nothing": what was found, for messages. */
const char *dl_node_describe(const DlNode *node);

#endif
