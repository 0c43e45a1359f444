#include "read/include.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const DlFileUse dl_use_include = {"bad-include", "include", "an include"};
const DlFileUse dl_use_bibliography = {"bad-bibliography", "read", "a bibliography"};
const DlFileUse dl_use_image = {"bad-image", "read", "an image"};
const DlFileUse dl_use_theme = {"bad-theme", "read", "a theme file"};

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

/* A word that names a file, and what for. */
typedef struct {
    const DlWord *word;
    const DlFileUse *use;
    DlProblems *problems;
} Name;

static bool refuse(const Name *name, const char *why) {
    return dl_problems_add(name->problems, name->word->place, name->use->code,
                           "cannot %s `%s`: %s", name->use->verb, name->word->text,
                           why);
}

/* A pipe or a device would be waited for. */
static bool check_file(const char *path, const Name *name) {
    struct stat status;
    if (stat(path, &status) != 0)
        return refuse(name, g_strerror(errno));
    if (S_ISDIR(status.st_mode))
        return refuse(name, g_strerror(EISDIR));
    return S_ISREG(status.st_mode) || refuse(name, "it is not a file");
}

static bool check_path(const char *folder, const char *path, const Name *name) {
    if (g_path_is_absolute(name->word->text) || has_parent_part(name->word->text)) {
        g_autofree char *why = g_strdup_printf(
            "%s is a path below the folder of its file", name->use->what);
        return refuse(name, why);
    }
    if (!check_file(path, name))
        return false;
    return is_below(path, folder) ||
           refuse(name, "it leads out of the folder of its file");
}

char *dl_include_find(const char *file, const DlWord *word, const DlFileUse *use,
                      DlProblems *problems) {
    const Name name = {word, use, problems};
    g_autofree char *folder = g_path_get_dirname(file);
    const bool is_here = strcmp(folder, ".") == 0 && !g_str_has_prefix(file, "./");
    g_autofree char *path =
        is_here ? g_strdup(word->text) : g_build_filename(folder, word->text, NULL);
    return check_path(folder, path, &name) ? g_steal_pointer(&path) : NULL;
}
