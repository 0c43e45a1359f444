/* The display list: what is on the pages, with no knowledge of events or fonts.
 *
 * A scene is a list of pages, a page a tree of nodes in painting order. Groups have the
 * classes of the SVG's structure (event, mark, label, leader, axis, tick …) and carry
 * what programs read (event, data attributes, title, link). Built once by `draw`, then
 * only read. All coordinates are absolute on the page: points, y downwards from the top
 * left. */
#ifndef DL_SCENE_SCENE_H
#define DL_SCENE_SCENE_H

#include <glib.h>
#include <stdbool.h>

#include "base/color.h"
#include "base/geometry.h"
#include "base/glyphs.h"
#include "base/picture.h"
#include "scene/table.h"

/* A colour and what becomes of it where the reader's screen is dark. */
typedef struct {
    DlColor light, dark;
} DlPaint;

extern const DlPaint dl_paint_none; /* alpha 0 */

/* Opacity that runs along a line: a shoulder that fades. */
typedef struct {
    bool used;
    DlPoint from, to;
    double opacity_from, opacity_to;
} DlFade;

typedef struct {
    double width;     /* 0: no stroke */
    double dash, gap; /* 0: solid */
    bool round;       /* caps and joins */
} DlStroke;

typedef enum { DL_NODE_GROUP, DL_NODE_SHAPE, DL_NODE_TEXT, DL_NODE_IMAGE } DlNodeKind;

typedef struct DlSceneNode DlSceneNode;

typedef struct {
    const char *class_name; /* a literal: "event", "mark", … */
    char *event;            /* the event's id, for data-event; NULL: none */
    char *id;           /* its id without the prefix, unique in the scene; NULL: none */
    char *title;        /* tool tip, spoken name, bookmark; NULL: none */
    GPtrArray *shelves; /* of char, owned: what its bookmark stands under, outermost
                           first: a lane or an era, then a year; of an event alone;
                           NULL: it has no bookmark */
    char *link;         /* target, already checked; NULL: none */
    GPtrArray *attributes; /* of char, owned: name, value, name, value (data-start …) */
    bool has_at;
    DlPoint at;          /* where a mark's first moment falls on its axis */
    GPtrArray *children; /* of DlSceneNode, owned */
} DlSceneGroup;

typedef struct {
    DlPath *path;
    const char *class_name; /* NULL, or "leader": a path that is a part of its own */
    DlPaint fill, stroke_paint;
    DlStroke stroke;
    DlFade fade;
} DlSceneShape;

/* How a part of a text is drawn; index as in DlGlyphRun.part. */
typedef struct {
    DlPaint paint;
    bool note;  /* a note number: class "note" */
    char *link; /* owned; NULL: none */
} DlSceneTextPart;

typedef struct {
    DlPoint at;         /* the top left corner of the block */
    DlTextBlock *block; /* owned */
    GArray *parts;      /* of DlSceneTextPart */
    char *language;     /* BCP 47, owned */
} DlSceneText;

typedef struct {
    DlPicture *picture; /* owned */
    DlBox box;          /* that it fills */
    char *alt;          /* what it shows, in words; NULL: nobody says */
} DlSceneImage;

struct DlSceneNode {
    DlNodeKind kind;
    union {
        DlSceneImage image;
        DlSceneGroup group;
        DlSceneShape shape;
        DlSceneText text;
    } as;
};

typedef struct {
    double width, height; /* points */
    DlPaint paper;
    DlSceneNode *root; /* a group of class "page", owned */
} DlScenePage;

typedef struct {
    char *chart; /* the chart's id */
    char *title, *description, *language;
    char *story;         /* the description and all that is told of the events; NULL:
                            nothing */
    char *reasons;       /* what layout chose and why; NULL: nothing to say */
    char *author;        /* NULL: none */
    char *caption;       /* NULL: none */
    DlSceneTable *table; /* what is drawn, in words; owned; NULL: none */
    GPtrArray *keywords; /* of char, owned */
    GPtrArray *pages;    /* of DlScenePage, owned */
} DlScene;

DlScene *dl_scene_new(void);
void dl_scene_free(DlScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlScene, dl_scene_free)

DlScenePage *dl_scene_add_page(DlScene *scene, double width, double height,
                               DlPaint paper);

/* Adds an empty group to a group (the parent owns it) and returns it. */
DlSceneGroup *dl_scene_add_group(DlSceneGroup *parent, const char *class_name);
void dl_scene_set_attribute(DlSceneGroup *group, const char *name, const char *value);
/* Gives an event a bookmark; under a shelf, if it is not NULL, and within those that
 * were added before. */
void dl_scene_add_shelf(DlSceneGroup *group, const char *shelf);
/* Adds a shape; takes the path. Fill and stroke are set on what it returns. */
DlSceneShape *dl_scene_add_shape(DlSceneGroup *parent, DlPath *path);
/* Adds a text; takes the block. One DlSceneTextPart for every part it was shaped from.
 */
DlSceneText *dl_scene_add_text(DlSceneGroup *parent, DlPoint at, DlTextBlock *block,
                               const char *language);
void dl_scene_text_add_part(DlSceneText *text, DlPaint paint, bool note,
                            const char *link);

/* Adds a copy of a picture. */
void dl_scene_add_image(DlSceneGroup *parent, const DlPicture *picture, DlBox box,
                        const char *alt);

DlSceneGroup *dl_scene_page_root(const DlScenePage *page);
/* The box of all that a node draws (strokes without their width). */
DlBox dl_scene_node_box(const DlSceneNode *node);
DlBox dl_scene_group_box(const DlSceneGroup *group);

#endif
