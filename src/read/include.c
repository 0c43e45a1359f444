#include "read/include.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *dl_include_identity(const char *path) {
    char *real = realpath(path, NULL);
    char *identity = g_strdup(real != NULL ? real : path);
    free(real);
    return identity;
}

static bool has_parent_part(const char *path) {
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    return g_strv_contains((const char *const *)parts, "..");
}

static bool is_below(const char *path, const char *folder) {
    g_autofree char *real_folder = dl_include_identity(folder);
    g_autofree char *real_path = dl_include_identity(path);
    const size_t length = strlen(real_folder);
    const bool is_root = strcmp(real_folder, "/") == 0;
    return is_root ||
           (strncmp(real_path, real_folder, length) == 0 && real_path[length] == '/');
}

static bool refuse(const DlWord *word, DlProblems *problems, const char *why) {
    return dl_problems_add(problems, word->place, "bad-include",
                           "cannot include `%s`: %s", word->text, why);
}

/* A pipe or a device would be waited for. */
static bool check_file(const char *path, const DlWord *word, DlProblems *problems) {
    struct stat status;
    if (stat(path, &status) != 0)
        return refuse(word, problems, g_strerror(errno));
    if (S_ISDIR(status.st_mode))
        return refuse(word, problems, g_strerror(EISDIR));
    return S_ISREG(status.st_mode) || refuse(word, problems, "it is not a file");
}

static bool check_path(const char *folder, const char *path, const DlWord *word,
                       DlProblems *problems) {
    if (g_path_is_absolute(word->text) || has_parent_part(word->text))
        return refuse(word, problems,
                      "an include is a path below the folder of its file");
    if (!check_file(path, word, problems))
        return false;
    return is_below(path, folder) ||
           refuse(word, problems, "it leads out of the folder of its file");
}

char *dl_include_find(const char *file, const DlWord *word, DlProblems *problems) {
    g_autofree char *folder = g_path_get_dirname(file);
    const bool is_here = strcmp(folder, ".") == 0 && !g_str_has_prefix(file, "./");
    g_autofree char *path =
        is_here ? g_strdup(word->text) : g_build_filename(folder, word->text, NULL);
    return check_path(folder, path, word, problems) ? g_steal_pointer(&path) : NULL;
}
