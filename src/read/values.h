/* Readers of single values: text, ids, dates, words of a table, numbers, colors.
 *
 * Each reads a node into a draft's field. What is wrong becomes a problem at the node,
 * and the field stays as it was, but for its place. */
#ifndef DL_READ_VALUES_H
#define DL_READ_VALUES_H

#include <stdbool.h>

#include "base/names.h"
#include "read/fields.h"

/* The text of a scalar, borrowed; NULL (and a problem) for anything else, and for text
 * of nothing but space. `what` is what was expected: "a date". */
const char *dl_read_scalar(DlReader *reader, const DlNode *node, const char *what);

void dl_read_text(DlReader *reader, const DlNode *node, DlWord *word);
/* A new id: its form is checked. It is kept even so, for the references to it. */
void dl_read_id(DlReader *reader, const DlNode *node, DlWord *word);
void dl_read_link(DlReader *reader, const DlNode *node, DlWord *word);
/* A list of words; a single word is a list of one. */
void dl_read_words(DlReader *reader, const DlNode *node, GPtrArray *words);
/* Calls `read` for each item of a list, or for the node itself where it is no list. */
void dl_read_one_or_more(DlReader *reader, const DlNode *node, DlReadValue read,
                         void *record);

/* A date: text, or a set as a list or as a map of keys alone: `[1667, 1668]`,
 * `{1960, 1961-12}`. */
void dl_read_date(DlReader *reader, const DlNode *node, DlDraftDate *date);
/* Whether it is a map of keys alone, such as the second of these. */
bool dl_node_is_set(const DlNode *node);
/* A date that is no interval: what a key such as `start` may hold. */
void dl_read_single_date(DlReader *reader, const DlNode *node, DlDraftDate *date);
void dl_read_duration(DlReader *reader, const DlNode *node, DlDraftDuration *duration);

/* A word of a table. False when it is none: `value` stays. */
bool dl_read_name(DlReader *reader, const DlNode *node, const DlNameTable *table,
                  int *value);
/* A whole number. False when it is none, or out of range. */
bool dl_read_integer(DlReader *reader, const DlNode *node, int min, int max,
                     int *value);
bool dl_read_color(DlReader *reader, const DlNode *node, DlColor *color);

#endif
