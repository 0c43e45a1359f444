/* What the measures of a page look at, taken out of its tree of groups. Private to this
 * folder. */
#ifndef DL_SCENE_PARTS_H
#define DL_SCENE_PARTS_H

#include "scene/scene.h"

/* A label, a mark or a leader. */
typedef struct {
    guint drawing;     /* an event is drawn once or, in lanes and insets, more often */
    const char *event; /* its id, borrowed */
    guint axis;        /* index of its axis in `axes`; G_MAXUINT: none */
    DlBox box;
} DlPart;

/* A text that holds more than blanks. */
typedef struct {
    const void *owner; /* the group that it is a part of, or itself */
    const DlSceneText *text;
    DlBox box;
    bool in_label, in_event;
    const DlSceneGroup *band; /* the era or measure that it names; NULL: none */
    guint axis;               /* as of a part */
} DlWritten;

typedef struct {
    const DlScenePage *page;          /* borrowed */
    GArray *labels, *marks, *leaders; /* of DlPart */
    GArray *pieces;                   /* of DlPiece: of the leaders */
    GArray *leader_widths;            /* of double, one a leader */
    GArray *lines;                    /* of DlPiece: of guides and relations */
    GPtrArray *line_owners;           /* of const DlSceneGroup: what each is in */
    GArray *texts;                    /* of DlWritten */
    GArray *bands;                    /* of DlBox: of eras and measures */
    GArray *axes;                     /* of DlBox: the bands */
    GArray *fillings;                 /* of DlBox: of what else is seen as a block */
    GHashTable *ids;                  /* of groups, borrowed */
    guint n_drawings;
    unsigned n_bare;      /* drawings without a label that do not say why */
    unsigned n_taken_ids; /* groups with the id of another */
    unsigned n_empty;     /* groups that should show something and are empty */
} DlParts;

DlParts *dl_parts_new(const DlScenePage *page);
void dl_parts_free(DlParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlParts, dl_parts_free)

/* The `i`th of an array of DlPart. */
const DlPart *dl_part_at(const GArray *parts, guint i);
/* The boxes of all texts: of DlBox, owned by the caller. */
GArray *dl_text_boxes(const DlParts *parts);
/* The boxes of an array of DlPart: of DlBox, owned by the caller. */
GArray *dl_parts_boxes(const GArray *parts);
/* The box of one line of a text on the page. */
DlBox dl_text_line_box(const DlSceneText *text, const DlTextLine *line);
/* A line of text is higher than its letters: where they are. */
DlBox dl_letters_box(DlBox line);

#endif
