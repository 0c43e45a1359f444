#include "scene/table.h"

static void free_line(void *data) {
    DlSceneLine *line = data;
    g_free(line->text);
    g_free(line->link);
    g_free(line);
}

DlSceneTable *dl_scene_table_new(const char *title, guint name_column) {
    DlSceneTable *table = g_new(DlSceneTable, 1);
    *table = (DlSceneTable){
        .title = g_strdup(title),
        .heads = g_ptr_array_new_with_free_func(g_free),
        .name_column = name_column,
        .rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
    };
    return table;
}

void dl_scene_table_free(DlSceneTable *table) {
    if (table == NULL)
        return;
    g_free(table->title);
    g_ptr_array_unref(table->heads);
    g_ptr_array_unref(table->rows);
    g_free(table);
}

void dl_scene_table_add_column(DlSceneTable *table, const char *head) {
    g_ptr_array_add(table->heads, g_strdup(head));
}

void dl_scene_table_add_row(DlSceneTable *table) {
    GPtrArray *row = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < table->heads->len; i++)
        g_ptr_array_add(row, g_ptr_array_new_with_free_func(free_line));
    g_ptr_array_add(table->rows, row);
}

void dl_scene_table_add_line(DlSceneTable *table, guint column, const char *text,
                             const char *link) {
    if (text == NULL)
        return;
    const GPtrArray *row = table->rows->pdata[table->rows->len - 1];
    DlSceneLine *line = g_new(DlSceneLine, 1);
    *line = (DlSceneLine){g_strdup(text), g_strdup(link)};
    g_ptr_array_add(row->pdata[column], line);
}
