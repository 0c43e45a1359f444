/* A place in an input file, as problems name it. A plain value. */
#ifndef DL_BASE_PLACE_H
#define DL_BASE_PLACE_H

typedef struct {
    const char *file; /* interned with g_intern_string; NULL: no place */
    int line;         /* from 1; 0: the file as a whole */
    int column;       /* from 1, in characters */
} DlPlace;

/* -1, 0 or 1: the order in which problems are told (by file as first named in
 * `DlProblems`, so only line and column are compared here). */
int dl_place_compare(DlPlace a, DlPlace b);

#endif
