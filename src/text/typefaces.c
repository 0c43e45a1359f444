#include "text/typefaces.h"

typedef struct {
    const char *title, *text;
    DlMeasurer *measurer;
} Typeface;

static void typeface_free(void *data) {
    Typeface *typeface = data;
    dl_measurer_free(typeface->measurer);
    g_free(typeface);
}

DlTypefaces *dl_typefaces_new(void) {
    DlTypefaces *typefaces = g_new0(DlTypefaces, 1);
    typefaces->all = g_ptr_array_new_with_free_func(typeface_free);
    return typefaces;
}

void dl_typefaces_free(DlTypefaces *typefaces) {
    if (typefaces == NULL)
        return;
    g_ptr_array_unref(typefaces->all);
    g_free(typefaces);
}

/* Of a list, one that is there is enough. */
static void check_families(const char *key, const char *list, GString *warnings) {
    if (list == NULL)
        return;
    g_auto(GStrv) families = g_strsplit(list, ",", -1);
    for (size_t i = 0; families[i] != NULL; i++)
        if (dl_font_family_exists(g_strstrip(families[i])))
            return;
    g_string_append_printf(warnings,
                           "warning: no font of the theme's typeface `%s` is "
                           "installed: %s\n",
                           key, list);
}

DlMeasurer *dl_typefaces_find(DlTypefaces *typefaces, const char *title,
                              const char *text, GString *warnings) {
    for (guint i = 0; i < typefaces->all->len; i++) {
        const Typeface *known = typefaces->all->pdata[i];
        if (known->title == title && known->text == text)
            return known->measurer;
    }
    Typeface *typeface = g_new0(Typeface, 1);
    *typeface = (Typeface){title, text, dl_measurer_new_pango(text, title)};
    g_ptr_array_add(typefaces->all, typeface);
    check_families("title", title, warnings);
    check_families("text", text, warnings);
    return typeface->measurer;
}

void dl_typefaces_tell_missing(const DlTypefaces *typefaces, GString *warnings) {
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < typefaces->all->len; i++) {
        const Typeface *typeface = typefaces->all->pdata[i];
        const GPtrArray *missing = dl_measurer_missing(typeface->measurer);
        for (guint j = 0; j < missing->len; j++)
            if (g_hash_table_add(told, missing->pdata[j]))
                g_string_append_printf(warnings, "warning: no font has %s\n",
                                       (const char *)missing->pdata[j]);
    }
}
