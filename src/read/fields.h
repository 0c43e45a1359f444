/* Maps as tables of keys: one walk that reports unknown, repeated and missing keys, and
 * calls the reader of each key. */
#ifndef DL_READ_FIELDS_H
#define DL_READ_FIELDS_H

#include <stdbool.h>

#include "base/problems.h"
#include "model/draft.h"
#include "read/tree.h"

typedef struct {
    DlProblems *problems;
    DlDraft *draft;            /* what is being filled */
    GPtrArray *includes;       /* of DlWord, owned: what the file at hand includes */
    GPtrArray *bibliographies; /* of DlWord, owned: the same of its bibliographies */
    bool is_included;          /* the file at hand is one that another includes */
    GHashTable *themes;        /* path -> DlTheme: the theme files that charts named */
    GHashTable *pictures;      /* what is known of picture files: see read_image.c */
    DlPlace key;               /* of the key whose value is being read */
} DlReader;

typedef void (*DlReadValue)(DlReader *reader, const DlNode *value, void *record);

typedef struct {
    const char *name;
    bool required;
    DlReadValue read;
} DlField;

/* At most 64 fields. */
typedef struct {
    const char *what; /* "an event", for messages */
    const DlField *fields;
    size_t n_fields;
} DlFieldTable;

/* Reads a map into `record`; a missing key is reported at `at`. False when the node is
 * no map. */
bool dl_read_fields(DlReader *reader, const DlNode *node, const DlFieldTable *table,
                    DlPlace at, void *record);

/* Reads a map of free keys, which are ids: `read` gets each value, and `reader->key` is
 * the place of its key. */
typedef void (*DlReadEntry)(DlReader *reader, const DlNode *key, const DlNode *value);
void dl_read_entries(DlReader *reader, const DlNode *node, const char *what,
                     DlReadEntry read);

/* Reads each item of a list. */
void dl_read_items(DlReader *reader, const DlNode *node, const char *what,
                   DlReadValue read, void *record);

/* Whether the node is of that kind (and not nothing); adds a problem where it is not:
 * "expected a date, found a list". */
bool dl_expect(DlReader *reader, const DlNode *node, DlNodeKind kind, const char *what);

#endif
