#include "layout/label.h"

#include <math.h>

#include "layout/shape.h"

/* ems of the title */
static const double NOTE_RISE = 0.34;
static const double LETTERS_MIDDLE = 0.3; /* of small ones, above their baseline */
static const double DATE_GAP = 0.1, TEXT_GAP = 0.22, CREDIT_GAP = 0.15;
static const double PICTURE_GAP = 0.4, PICTURE_HEIGHT = 5;
static const double PIXEL = 0.75; /* points: no raster is drawn coarser than this */

static void label_part_free(DlLabelPart *part) {
    dl_text_block_free(part->block);
    g_free(part);
}

void dl_label_free(DlLabel *label) {
    if (label == NULL)
        return;
    g_ptr_array_unref(label->parts);
    g_free(label);
}

static DlTextPart text_part(const DlLabelMaker *maker, const char *text, double size,
                            int weight) {
    return (DlTextPart){
        .text = text,
        .style = {.face = DL_FACE_SANS, .size = size, .weight = weight},
        .language = maker->timeline->language,
    };
}

/* For a label, which knows from then on what depends on the width. */
static DlTextBlock *shape_balanced(DlLabel *label, const DlLabelMaker *maker,
                                   const DlTextPart *parts, size_t n_parts,
                                   double widest) {
    double least = 0;
    DlTextBlock *block =
        dl_shape_balanced(maker->measurer, parts, n_parts, widest,
                          maker->theme->line_height, DL_ALIGN_START, &least);
    label->least = fmax(label->least, least / maker->size);
    return block;
}

static DlTextBlock *shape_running(const DlLabelMaker *maker, const DlTextPart *parts,
                                  size_t n_parts, double widest) {
    return dl_shape_running(maker->measurer, parts, n_parts, widest,
                            maker->theme->line_height, DL_ALIGN_START);
}

static void add_part(DlLabel *label, DlLabelRole role, DlTextBlock *block, double gap) {
    DlLabelPart *part = g_new0(DlLabelPart, 1);
    part->role = role;
    part->block = block;
    part->top = label->height > 0 ? label->height + gap : 0;
    label->height = part->top + block->height;
    label->width = fmax(label->width, block->width);
    g_ptr_array_add(label->parts, part);
}

/* As large as the label is wide, or as high as a picture may be. */
static DlBox picture_box(const DlPicture *picture, double widest, double highest) {
    double scale = fmin(widest / picture->width, highest / picture->height);
    if (picture->kind != DL_PICTURE_SVG)
        scale = fmin(scale, PIXEL);
    return (DlBox){0, 0, picture->width * scale, picture->height * scale};
}

static void add_credit(DlLabel *label, const DlLabelMaker *maker, const char *credit,
                       double widest) {
    DlTextPart part =
        text_part(maker, credit, maker->size * maker->theme->text_share, 400);
    part.style.italic = true;
    add_part(label, DL_LABEL_CREDIT, shape_balanced(label, maker, &part, 1, widest),
             maker->size * CREDIT_GAP);
}

static void add_picture(DlLabel *label, const DlLabelMaker *maker, const DlEvent *event,
                        double widest) {
    const DlImage *image = &event->image;
    if (image->picture == NULL || (maker->chart->show & DL_SHOW_IMAGES) == 0)
        return;
    label->picture = image->picture;
    label->picture_box =
        picture_box(image->picture, widest, PICTURE_HEIGHT * maker->size);
    label->width = label->picture_box.width;
    label->height = label->picture_box.height;
    if (image->credit != NULL)
        add_credit(label, maker, image->credit, widest);
    label->height += PICTURE_GAP * maker->size;
}

/* Of the line that leaders and marks are level with. */
static double first_middle(const DlLabel *label) {
    guint first = 0;
    const DlLabelPart *part = g_ptr_array_index(label->parts, first);
    while (part->role == DL_LABEL_CREDIT)
        part = g_ptr_array_index(label->parts, ++first);
    const DlTextLine *line = g_ptr_array_index(part->block->lines, 0);
    return part->top + line->baseline - LETTERS_MIDDLE * line->size;
}

static void add_when(DlLabel *label, const DlLabelMaker *maker, DlLabelWay way,
                     double widest) {
    if ((maker->chart->show & DL_SHOW_DATES) == 0)
        return;
    g_autofree char *when = dl_label_says_when(maker, way);
    if (when == NULL)
        return;
    DlTextPart part = text_part(maker, when, maker->size, 700);
    part.style.tabular = part.style.is_date = true;
    add_part(label, DL_LABEL_DATE, shape_balanced(label, maker, &part, 1, widest), 0);
}

static void add_title(DlLabel *label, const DlLabelMaker *maker, const DlEvent *event,
                      double widest) {
    g_autofree char *numbers =
        maker->notes != NULL ? dl_notes_of_event(maker->notes, event) : NULL;
    DlTextPart parts[] = {
        text_part(maker, event->title, maker->size, 400),
        text_part(maker, numbers, maker->size * maker->theme->note_share, 400),
    };
    parts[1].style.rise = maker->size * NOTE_RISE;
    add_part(label, DL_LABEL_TITLE,
             shape_balanced(label, maker, parts, numbers != NULL ? 2 : 1, widest),
             maker->size * DATE_GAP);
}

/* Date, title and numbers as one paragraph. What is between date and title is a part of
 * its own, which stands there whichever way each of them runs. */
static void add_entry(DlLabel *label, const DlLabelMaker *maker, DlLabelWay way,
                      double widest) {
    bool dated = (maker->chart->show & DL_SHOW_DATES) != 0;
    g_autofree char *when = dated ? dl_label_says_when(maker, way) : NULL;
    g_autofree char *numbers =
        maker->notes != NULL ? dl_notes_of_event(maker->notes, way.event) : NULL;
    DlTextPart parts[] = {
        text_part(maker, when != NULL ? when : "", maker->size, 700),
        text_part(maker, when != NULL ? "  " : "", maker->size, 700),
        text_part(maker, way.event->title, maker->size, 400),
        text_part(maker, numbers, maker->size * maker->theme->note_share, 400),
    };
    parts[0].style.tabular = parts[0].style.is_date = true;
    parts[3].style.rise = maker->size * NOTE_RISE;
    add_part(label, DL_LABEL_ENTRY,
             shape_running(maker, parts, numbers != NULL ? 4 : 3, widest), 0);
}

static void add_text(DlLabel *label, const DlLabelMaker *maker, DlLabelWay way,
                     double widest) {
    const DlEvent *event = way.event;
    if (event->text == NULL || (maker->chart->show & DL_SHOW_TEXT) == 0)
        return;
    DlTextPart part =
        text_part(maker, event->text, maker->size * maker->theme->text_share, 400);
    DlTextBlock *block = way.run_in ? shape_running(maker, &part, 1, widest)
                                    : shape_balanced(label, maker, &part, 1, widest);
    add_part(label, DL_LABEL_TEXT, block, maker->size * TEXT_GAP);
}

static void add_number(DlLabel *label, const DlLabelMaker *maker,
                       const DlEvent *event) {
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(maker->numbers, event));
    g_autofree char *words = g_strdup_printf("%u", number);
    DlTextPart part = text_part(maker, words, maker->size, 700);
    part.style.tabular = true;
    add_part(label, DL_LABEL_NUMBER, shape_balanced(label, maker, &part, 1, 0), 0);
}

/* All that is said of an event. */
static void add_words(DlLabel *label, const DlLabelMaker *maker, DlLabelWay way,
                      double widest) {
    double points = widest * maker->size;
    bool has_picture = way.event->image.picture != NULL;
    label->least = way.run_in || has_picture ? widest : 0;
    if (!way.continued && !way.run_in)
        add_picture(label, maker, way.event, points);
    if (way.run_in) {
        add_entry(label, maker, way, points);
    } else {
        add_when(label, maker, way, points);
        add_title(label, maker, way.event, points);
    }
    if (!way.continued)
        add_text(label, maker, way, points);
}

DlLabel *dl_label_new(const DlLabelMaker *maker, DlLabelWay way, double widest) {
    DlLabel *label = g_new0(DlLabel, 1);
    label->parts = g_ptr_array_new_with_free_func((GDestroyNotify)label_part_free);
    if (maker->numbers != NULL)
        add_number(label, maker, way.event);
    else
        add_words(label, maker, way, widest);
    label->first_middle = first_middle(label);
    return label;
}

static void *copy_part(const void *source, void *scale) {
    const DlLabelPart *part = source;
    DlLabelPart *copy = g_memdup2(part, sizeof *part);
    copy->block = dl_text_block_copy(part->block, *(const double *)scale);
    copy->top *= *(const double *)scale;
    return copy;
}

DlLabel *dl_label_copy(const DlLabel *label, double scale) {
    DlLabel *copy = g_memdup2(label, sizeof *label);
    copy->parts = g_ptr_array_copy(label->parts, copy_part, &scale);
    g_ptr_array_set_free_func(copy->parts, (GDestroyNotify)label_part_free);
    copy->width *= scale;
    copy->height *= scale;
    copy->first_middle *= scale;
    copy->picture_box.width *= scale;
    copy->picture_box.height *= scale;
    return copy;
}

/* Moves all lines and the picture by a share of the room that each leaves in the label.
 */
static void align(DlLabel *label, double share) {
    label->picture_box.x = share * (label->width - label->picture_box.width);
    for (guint i = 0; i < label->parts->len; i++) {
        DlLabelPart *part = g_ptr_array_index(label->parts, i);
        for (guint j = 0; j < part->block->lines->len; j++) {
            DlTextLine *line = g_ptr_array_index(part->block->lines, j);
            line->x = share * (label->width - line->width);
        }
        part->block->width = label->width;
    }
}

void dl_label_align_start(DlLabel *label) {
    align(label, 0);
}

void dl_label_align_end(DlLabel *label) {
    align(label, 1);
}
