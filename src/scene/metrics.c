#include "scene/metrics.h"

#include <math.h>
#include <string.h>

static const double LABEL_SLACK = 0.5, MARK_SLACK = 1, PIERCE_SLACK = 0.75;
static const double SAME_SPOT = 0.4;

typedef struct {
    guint owner; /* index of the event's group: parts of one group may touch */
    DlBox box;
    const DlPath *path; /* of a leader */
} Part;

typedef struct {
    GArray *labels, *marks, *leaders; /* of Part */
    guint n_events;
} Parts;

static void collect_part(Parts *parts, const DlSceneNode *node) {
    Part part = {parts->n_events, dl_scene_node_box(node), NULL};
    if (node->kind == DL_NODE_SHAPE && node->as.shape.class_name != NULL) {
        part.path = node->as.shape.path;
        g_array_append_val(parts->leaders, part);
    } else if (node->kind == DL_NODE_GROUP) {
        const char *name = node->as.group.class_name;
        if (strcmp(name, "label") == 0)
            g_array_append_val(parts->labels, part);
        else if (strcmp(name, "mark") == 0)
            g_array_append_val(parts->marks, part);
    }
}

static void collect(Parts *parts, const DlSceneGroup *group) {
    bool is_event = strcmp(group->class_name, "event") == 0;
    parts->n_events += is_event;
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *child = g_ptr_array_index(group->children, i);
        if (is_event)
            collect_part(parts, child);
        else if (child->kind == DL_NODE_GROUP)
            collect(parts, &child->as.group);
    }
}

static const Part *part_at(const GArray *parts, guint i) {
    return &g_array_index(parts, Part, i);
}

/* Calls `hit` on all pairs of two lists (each pair once if they are the same list) that
 * belong to different events; returns for how many it is true. */
static unsigned count_pairs(const GArray *first, const GArray *second,
                            bool (*hit)(const Part *, const Part *)) {
    unsigned count = 0;
    for (guint i = 0; i < first->len; i++)
        for (guint j = first == second ? i + 1 : 0; j < second->len; j++) {
            const Part *a = part_at(first, i), *b = part_at(second, j);
            count += a->owner != b->owner && hit(a, b);
        }
    return count;
}

static bool labels_overlap(const Part *a, const Part *b) {
    return dl_box_meet(a->box, b->box, LABEL_SLACK);
}

static bool mark_covers(const Part *mark, const Part *label) {
    return dl_box_meet(mark->box, label->box, MARK_SLACK);
}

static bool marks_coincide(const Part *a, const Part *b) {
    return fabs(a->box.x - b->box.x) < SAME_SPOT &&
           fabs(a->box.y - b->box.y) < SAME_SPOT &&
           fabs(a->box.width - b->box.width) < SAME_SPOT &&
           fabs(a->box.height - b->box.height) < SAME_SPOT;
}

static DlPoint path_point(const DlPath *path, guint i) {
    return g_array_index(path->steps, DlPathStep, i).points[0];
}

static double turn(DlPoint a, DlPoint b, DlPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool segments_cross(DlPoint a, DlPoint b, DlPoint c, DlPoint d) {
    static const double EPSILON = 1e-6;
    double first = turn(a, b, c), second = turn(a, b, d);
    double third = turn(c, d, a), fourth = turn(c, d, b);
    bool across = (first > EPSILON && second < -EPSILON) ||
                  (first < -EPSILON && second > EPSILON);
    return across && ((third > EPSILON && fourth < -EPSILON) ||
                      (third < -EPSILON && fourth > EPSILON));
}

static bool leaders_cross(const Part *a, const Part *b) {
    for (guint i = 1; i < a->path->steps->len; i++)
        for (guint j = 1; j < b->path->steps->len; j++)
            if (segments_cross(path_point(a->path, i - 1), path_point(a->path, i),
                               path_point(b->path, j - 1), path_point(b->path, j)))
                return true;
    return false;
}

/* Clips a segment to a box (Liang and Barsky, "A New Concept and Method for Line
 * Clipping", ACM TOG 3(1), 1984). */
static bool segment_meets_box(DlPoint a, DlPoint b, DlBox box) {
    double dx = b.x - a.x, dy = b.y - a.y, enter = 0, leave = 1;
    const double slopes[] = {-dx, dx, -dy, dy};
    const double rooms[] = {a.x - box.x, box.x + box.width - a.x, a.y - box.y,
                            box.y + box.height - a.y};
    for (int i = 0; i < 4; i++) {
        if (slopes[i] == 0) {
            if (rooms[i] <= 0)
                return false;
        } else if (slopes[i] < 0) {
            enter = fmax(enter, rooms[i] / slopes[i]);
        } else {
            leave = fmin(leave, rooms[i] / slopes[i]);
        }
    }
    return enter < leave;
}

static bool leader_pierces(const Part *leader, const Part *label) {
    DlBox box = dl_box_grow(label->box, -PIERCE_SLACK);
    for (guint i = 1; i < leader->path->steps->len; i++)
        if (segment_meets_box(path_point(leader->path, i - 1),
                              path_point(leader->path, i), box))
            return true;
    return false;
}

static unsigned count_clipped(const GArray *labels, const DlScenePage *page) {
    unsigned count = 0;
    for (guint i = 0; i < labels->len; i++) {
        DlBox box = part_at(labels, i)->box;
        count += box.x < -LABEL_SLACK || box.y < -LABEL_SLACK ||
                 box.x + box.width > page->width + LABEL_SLACK ||
                 box.y + box.height > page->height + LABEL_SLACK;
    }
    return count;
}

static double total_leader_length(const GArray *leaders) {
    double length = 0;
    for (guint i = 0; i < leaders->len; i++) {
        const DlPath *path = part_at(leaders, i)->path;
        for (guint j = 1; j < path->steps->len; j++) {
            DlPoint a = path_point(path, j - 1), b = path_point(path, j);
            length += hypot(a.x - b.x, a.y - b.y);
        }
    }
    return length;
}

static double box_distance(DlBox a, DlBox b) {
    double dx = fmax(0, fmax(a.x - b.x - b.width, b.x - a.x - a.width));
    double dy = fmax(0, fmax(a.y - b.y - b.height, b.y - a.y - a.height));
    return hypot(dx, dy);
}

static double mean_displacement(const GArray *marks, const GArray *labels) {
    double sum = 0;
    guint count = 0;
    for (guint i = 0, j = 0; i < labels->len; i++) {
        while (j < marks->len && part_at(marks, j)->owner < part_at(labels, i)->owner)
            j++;
        if (j == marks->len || part_at(marks, j)->owner != part_at(labels, i)->owner)
            continue;
        sum += box_distance(part_at(marks, j)->box, part_at(labels, i)->box);
        count++;
    }
    return count > 0 ? sum / count : 0;
}

static GArray *new_parts(void) {
    return g_array_new(false, false, sizeof(Part));
}

DlMetrics dl_scene_measure(const DlScene *scene) {
    const DlScenePage *page = g_ptr_array_index(scene->pages, 0);
    g_autoptr(GArray) labels = new_parts();
    g_autoptr(GArray) marks = new_parts();
    g_autoptr(GArray) leaders = new_parts();
    Parts parts = {labels, marks, leaders, 0};
    collect(&parts, dl_scene_page_root(page));
    return (DlMetrics){
        .events = parts.n_events,
        .labels = labels->len,
        .marks = marks->len,
        .leaders = leaders->len,
        .overlaps = count_pairs(labels, labels, labels_overlap),
        .crossings = count_pairs(leaders, leaders, leaders_cross),
        .pierced = count_pairs(leaders, labels, leader_pierces),
        .covered = count_pairs(marks, labels, mark_covers),
        .clipped = count_clipped(labels, page),
        .coincident = count_pairs(marks, marks, marks_coincide),
        .leader_length = total_leader_length(leaders),
        .displacement = mean_displacement(marks, labels),
    };
}

unsigned dl_metrics_faults(const DlMetrics *metrics) {
    return metrics->overlaps + metrics->crossings + metrics->pierced +
           metrics->covered + metrics->clipped + metrics->coincident;
}
