#include "layout/thing.h"

#include "layout/layout.h"

typedef struct Walk Walk;

/* What is done on a way through all parts of a thing; a thing comes after its parts. */
struct Walk {
    void (*point)(const Walk *walk, DlPoint *point);
    void (*box)(const Walk *walk, DlBox *box);
    void (*text)(const Walk *walk, DlPlacedText *text, bool centred);
    void (*thing)(const Walk *walk, const DlThing *kind, void *thing);
    double dy;
    DlTurn turn;
    GPtrArray *texts; /* of DlPlacedText: those that are found */
};

static void walk_thing(const Walk *walk, const DlThing *kind, void *thing);

static void walk_values(const Walk *walk, const DlThing *kind, GArray *values) {
    for (guint i = 0; i < values->len; i++)
        walk_thing(walk, kind, values->data + i * kind->size);
}

static void walk_things(const Walk *walk, const DlThing *kind, GPtrArray *things) {
    for (guint i = 0; i < things->len; i++)
        walk_thing(walk, kind, g_ptr_array_index(things, i));
}

static void walk_paths(const Walk *walk, GPtrArray *paths) {
    for (guint i = 0; i < paths->len; i++) {
        GArray *path = g_ptr_array_index(paths, i);
        for (guint j = 0; j < path->len; j++)
            walk->point(walk, &g_array_index(path, DlPoint, j));
    }
}

static void walk_part(const Walk *walk, const DlThingPart *part, void *at) {
    switch (part->kind) {
    case DL_PART_POINT:
        walk->point(walk, at);
        break;
    case DL_PART_BOX:
        walk->box(walk, at);
        break;
    case DL_PART_TEXT:
    case DL_PART_CENTRED:
        walk->text(walk, at, part->kind == DL_PART_CENTRED);
        break;
    case DL_PART_WORDS:
    case DL_PART_LABEL:
        break;
    case DL_PART_WITHIN:
        walk_thing(walk, part->of, at);
        break;
    case DL_PART_BESIDE:
        if (*(void **)at != NULL)
            walk_thing(walk, part->of, *(void **)at);
        break;
    case DL_PART_VALUES:
        walk_values(walk, part->of, *(GArray **)at);
        break;
    case DL_PART_THINGS:
        walk_things(walk, part->of, *(GPtrArray **)at);
        break;
    case DL_PART_PATHS:
        walk_paths(walk, *(GPtrArray **)at);
        break;
    }
}

static void walk_thing(const Walk *walk, const DlThing *kind, void *thing) {
    for (size_t i = 0; i < kind->n_parts; i++)
        walk_part(walk, &kind->parts[i], (char *)thing + kind->parts[i].offset);
    walk->thing(walk, kind, thing);
}

static void *new_list(const DlThingPart *part) {
    if (part->kind == DL_PART_VALUES)
        return g_array_new(false, false, (guint)part->of->size);
    if (part->kind == DL_PART_THINGS)
        return g_ptr_array_new_with_free_func(g_free);
    if (part->kind == DL_PART_PATHS)
        return g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    return NULL;
}

void *dl_thing_new(const DlThing *kind) {
    void *thing = g_malloc0(kind->size);
    for (size_t i = 0; i < kind->n_parts; i++) {
        void *list = new_list(&kind->parts[i]);
        if (list != NULL)
            *(void **)(void *)((char *)thing + kind->parts[i].offset) = list;
    }
    return thing;
}

static void leave_point(const Walk *walk, DlPoint *point) {
    (void)walk, (void)point;
}

static void leave_box(const Walk *walk, DlBox *box) {
    (void)walk, (void)box;
}

static void free_text(const Walk *walk, DlPlacedText *text, bool centred) {
    (void)walk, (void)centred;
    if (text->block != NULL)
        dl_text_block_free(text->block);
}

static void free_part(const DlThingPart *part, void *at) {
    if (part->kind == DL_PART_VALUES)
        g_array_unref(*(GArray **)at);
    if (part->kind == DL_PART_THINGS || part->kind == DL_PART_PATHS)
        g_ptr_array_unref(*(GPtrArray **)at);
    if (part->kind == DL_PART_LABEL)
        dl_label_free(*(DlLabel **)at);
    if (part->kind == DL_PART_WORDS || part->kind == DL_PART_BESIDE)
        g_free(*(void **)at);
}

static void free_parts(const Walk *walk, const DlThing *kind, void *thing) {
    (void)walk;
    for (size_t i = 0; i < kind->n_parts; i++)
        free_part(&kind->parts[i], (char *)thing + kind->parts[i].offset);
}

void dl_thing_free(const DlThing *kind, void *thing) {
    static const Walk walk = {
        .point = leave_point, .box = leave_box, .text = free_text, .thing = free_parts};
    if (thing == NULL)
        return;
    walk_thing(&walk, kind, thing);
    g_free(thing);
}

static void move_point(const Walk *walk, DlPoint *point) {
    point->y += walk->dy;
}

static void move_box(const Walk *walk, DlBox *box) {
    box->y += walk->dy;
}

static void move_text(const Walk *walk, DlPlacedText *text, bool centred) {
    (void)centred;
    text->at.y += walk->dy;
}

static void leave_thing(const Walk *walk, const DlThing *kind, void *thing) {
    (void)walk, (void)kind, (void)thing;
}

void dl_thing_move(const DlThing *kind, void *thing, double dy) {
    const Walk walk = {.point = move_point,
                       .box = move_box,
                       .text = move_text,
                       .thing = leave_thing,
                       .dy = dy};
    walk_thing(&walk, kind, thing);
}

static void turn_point(const Walk *walk, DlPoint *point) {
    point->x = walk->turn.width - point->x;
}

static void turn_box(const Walk *walk, DlBox *box) {
    box->x = walk->turn.width - box->x - box->width;
}

/* Words in the middle of something keep their lines; those of others end where they
 * began. */
static void turn_text(const Walk *walk, DlPlacedText *text, bool centred) {
    const DlTextBlock *block = text->block;
    if (block == NULL)
        return;
    text->at.x = walk->turn.width - text->at.x - block->width;
    for (guint i = 0; i < block->lines->len && !centred; i++) {
        DlTextLine *line = g_ptr_array_index(block->lines, i);
        line->x = block->width - line->width;
    }
}

static void turn_thing(const Walk *walk, const DlThing *kind, void *thing) {
    if (kind->turn != NULL)
        kind->turn(thing, walk->turn);
}

void dl_thing_turn(const DlThing *kind, void *thing, DlTurn turn) {
    const Walk walk = {.point = turn_point,
                       .box = turn_box,
                       .text = turn_text,
                       .thing = turn_thing,
                       .turn = turn};
    walk_thing(&walk, kind, thing);
}

static void find_text(const Walk *walk, DlPlacedText *text, bool centred) {
    (void)centred;
    if (text->block != NULL)
        g_ptr_array_add(walk->texts, text);
}

GPtrArray *dl_thing_texts(const DlThing *kind, const void *thing) {
    const Walk walk = {.point = leave_point,
                       .box = leave_box,
                       .text = find_text,
                       .thing = leave_thing,
                       .texts = g_ptr_array_new()};
    /* this walk changes nothing */
    walk_thing(&walk, kind, (void *)thing);
    return walk.texts;
}
