/* Straight pieces of paths, and how they lie to one another and to boxes. */
#ifndef DL_SCENE_PIECES_H
#define DL_SCENE_PIECES_H

#include <glib.h>
#include <stdbool.h>

#include "base/geometry.h"

typedef struct {
    DlPoint from, to;
    guint owner; /* the caller's number of the path that it is a piece of */
} DlPiece;

/* Appends the pieces of a path to an array of DlPiece; a curve as 16 of them. */
void dl_pieces_add(GArray *pieces, const DlPath *path, guint owner);

DlBox dl_piece_box(const DlPiece *piece);
double dl_piece_length(const DlPiece *piece);
/* They cross: each goes from one side of the other to the other side. */
bool dl_pieces_cross(const DlPiece *a, const DlPiece *b);
/* Between the two points, one of each, that are nearest; 0 where they cross. */
double dl_pieces_distance(const DlPiece *a, const DlPiece *b);
/* A part of it lies inside the box. */
bool dl_piece_enters(const DlPiece *piece, DlBox box);

#endif
