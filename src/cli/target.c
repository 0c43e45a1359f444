#include "cli/target.h"

#include <string.h>

static const char *extension_at(unsigned index) {
    const char *name = dl_format_name(index);
    return name == NULL ? NULL : dl_format_extension(name);
}

/* The library's own name of it, which outlives the command line. */
static const char *find_format(const char *name) {
    for (unsigned i = 0; dl_format_name(i) != NULL; i++)
        if (strcmp(dl_format_name(i), name) == 0)
            return dl_format_name(i);
    g_autofree char *names = dl_list_names(dl_format_name);
    dl_complain_of_usage("no format `%s`; formats are %s%s", name, names,
                         dl_hint_one_each(name));
    return NULL;
}

static void add_format(DlTarget *target, const char *format) {
    if (!g_ptr_array_find(target->formats, format, NULL))
        g_ptr_array_add(target->formats, (void *)format);
}

static bool add_formats(DlTarget *target, char **names) {
    for (; names != NULL && *names != NULL; names++) {
        const char *format = find_format(*names);
        if (format == NULL)
            return false;
        add_format(target, format);
    }
    return true;
}

static bool aim_at_folder(DlTarget *target, const char *output) {
    target->kind = DL_TARGET_FOLDER;
    target->path = g_strdup(output);
    if (target->formats->len == 0) {
        add_format(target, find_format("svg"));
        add_format(target, find_format("pdf"));
    }
    return true;
}

static bool aim_at_stream(DlTarget *target) {
    target->kind = DL_TARGET_STREAM;
    if (target->formats->len == 1)
        return true;
    dl_complain_of_usage("-o - takes one format: name it with -f");
    return false;
}

static bool aim_at_file(DlTarget *target, const char *output) {
    const char *format = dl_format_for_file(output);
    if (format == NULL) {
        g_autofree char *extensions = dl_list_names(extension_at);
        dl_complain_of_usage("`%s` ends in no known extension (%s); "
                             "the name of a folder ends in /",
                             output, extensions);
        return false;
    }
    add_format(target, format);
    if (target->formats->len > 1) {
        dl_complain_of_usage("-f %s contradicts the name `%s`",
                             (const char *)target->formats->pdata[0], output);
        return false;
    }
    const size_t extension = strlen(dl_format_extension(format)) + 1;
    target->kind = DL_TARGET_FILE;
    target->path = g_strndup(output, strlen(output) - extension);
    return true;
}

static bool is_folder(const char *output) {
    return g_str_has_suffix(output, "/") || g_file_test(output, G_FILE_TEST_IS_DIR);
}

static bool aim(DlTarget *target, const char *output) {
    if (output == NULL)
        return aim_at_folder(target, "");
    if (strcmp(output, "-") == 0)
        return aim_at_stream(target);
    return is_folder(output) ? aim_at_folder(target, output)
                             : aim_at_file(target, output);
}

DlTarget *dl_target_new(const char *output, char **formats) {
    g_autoptr(DlTarget) target = g_new0(DlTarget, 1);
    target->formats = g_ptr_array_new();
    if (!add_formats(target, formats) || !aim(target, output))
        return NULL;
    return g_steal_pointer(&target);
}

void dl_target_free(DlTarget *target) {
    if (target == NULL)
        return;
    g_free(target->path);
    g_ptr_array_unref(target->formats);
    g_free(target);
}

char *dl_target_path(const DlTarget *target, const char *chart, const char *format,
                     unsigned page) {
    if (target->kind == DL_TARGET_STREAM)
        return NULL;
    g_autofree char *stem = target->kind == DL_TARGET_FILE
                                ? g_strdup(target->path)
                                : g_build_filename(target->path, chart, NULL);
    const char *extension = dl_format_extension(format);
    if (page == 0)
        return g_strdup_printf("%s.%s", stem, extension);
    return g_strdup_printf("%s-%u.%s", stem, page + 1, extension);
}
