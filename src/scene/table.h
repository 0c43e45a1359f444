/* What a scene shows, told as a table, for formats that put words beside the picture.
 * Plain data; all of it is owned. */
#ifndef DL_SCENE_TABLE_H
#define DL_SCENE_TABLE_H

#include <glib.h>

/* A line of a cell. */
typedef struct {
    char *text;
    char *link; /* as the file has it, so not checked; NULL: none */
} DlSceneLine;

typedef struct {
    char *title;
    GPtrArray *heads;  /* of char, one for each column */
    guint name_column; /* the one that names the row */
    GPtrArray *rows;   /* of GPtrArray: a cell for each column, a GPtrArray of
                          DlSceneLine */
} DlSceneTable;

DlSceneTable *dl_scene_table_new(const char *title, guint name_column);
void dl_scene_table_free(DlSceneTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlSceneTable, dl_scene_table_free)

/* All columns are added before the first row. */
void dl_scene_table_add_column(DlSceneTable *table, const char *head);
void dl_scene_table_add_row(DlSceneTable *table);
/* Adds a line to a cell of the last row; nothing where the text is NULL. */
void dl_scene_table_add_line(DlSceneTable *table, guint column, const char *text,
                             const char *link);

#endif
