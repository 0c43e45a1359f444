/* What stands on a page, as tables: a kind of thing is a list of parts, and a part is a
 * point, a box, a text or a list of other things. What has to reach all of a thing goes
 * by its table, so that a new kind of thing is a new table, and a row where it belongs;
 * private to this folder. */
#ifndef DL_LAYOUT_THING_H
#define DL_LAYOUT_THING_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    DL_PART_POINT,   /* DlPoint */
    DL_PART_BOX,     /* DlBox */
    DL_PART_TEXT,    /* DlPlacedText: its lines begin where the others of the page do */
    DL_PART_CENTRED, /* DlPlacedText in the middle of something */
    DL_PART_WORDS,   /* char *, owned: is not seen */
    DL_PART_LABEL,   /* DlLabel *, owned; NULL: none. Its corner is a part of its own */
    DL_PART_WITHIN,  /* a thing in the struct itself */
    DL_PART_BESIDE,  /* a pointer to a thing, owned; NULL: none */
    DL_PART_VALUES,  /* GArray of things */
    DL_PART_THINGS,  /* GPtrArray of things, which are freed with what has the list */
    DL_PART_PATHS,   /* GPtrArray of GArray of points */
} DlThingPartKind;

typedef struct DlThing DlThing;

typedef struct {
    DlThingPartKind kind;
    size_t offset;     /* in the struct */
    const DlThing *of; /* what a list, a pointer or the struct holds; else NULL */
} DlThingPart;

/* How a page is turned round: about the middle of so many points of width. */
typedef struct {
    double width;
    bool vertical; /* the axis runs down, so that its ends stay as they are */
} DlTurn;

struct DlThing {
    size_t size;
    const DlThingPart *parts;
    size_t n_parts;
    void (*turn)(void *thing,
                 DlTurn turn); /* what turns besides places; NULL: nothing */
};

/* All zero, with empty lists; the caller owns it. */
void *dl_thing_new(const DlThing *kind);
void dl_thing_free(const DlThing *kind, void *thing);
/* Moves all of it down by `dy` points. */
void dl_thing_move(const DlThing *kind, void *thing, double dy);
/* Makes a thing that is read from right to left of one that is laid out from left to
 * right. */
void dl_thing_turn(const DlThing *kind, void *thing, DlTurn turn);

/* Its texts with a block: of const DlPlacedText, borrowed; the caller owns the array.
 */
GPtrArray *dl_thing_texts(const DlThing *kind, const void *thing);

#endif
