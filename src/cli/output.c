#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A file under the name that it has until all are written. */
typedef struct {
    const char *name; /* as the user knows it; borrowed */
    char *path;       /* what it will be called: behind links */
    char *temporary;  /* what it is called; NULL: it has its name */
} Draft;

DlOutput *dl_output_new(char *path, GBytes *bytes) {
    DlOutput *output = g_new(DlOutput, 1);
    *output = (DlOutput){path, bytes};
    return output;
}

static void free_output(void *data) {
    DlOutput *output = data;
    g_free(output->path);
    g_bytes_unref(output->bytes);
    g_free(output);
}

GPtrArray *dl_outputs_new(void) {
    return g_ptr_array_new_with_free_func(free_output);
}

static void free_draft(void *data) {
    Draft *draft = data;
    if (draft->temporary != NULL)
        g_unlink(draft->temporary);
    g_free(draft->temporary);
    g_free(draft->path);
    g_free(draft);
}

static bool set_file_error(GError **error, const char *path, int number) {
    g_autofree char *name = g_filename_display_name(path);
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(number), "%s: %s",
                name, g_strerror(number));
    return false;
}

/* Where a link leads, so that it stays one. */
static char *resolve_path(const char *path) {
    char *resolved = realpath(path, NULL);
    if (resolved == NULL)
        return g_strdup(path);
    char *copy = g_strdup(resolved);
    free(resolved);
    return copy;
}

/* Whether the name is free or a file that may be replaced, and the permissions that
 * the file then gets. */
static bool look_at_old_file(const Draft *draft, mode_t *mode, GError **error) {
    GStatBuf status;
    *mode = 0;
    if (g_stat(draft->path, &status) != 0)
        return errno == ENOENT || set_file_error(error, draft->name, errno);
    if (S_ISDIR(status.st_mode))
        return set_file_error(error, draft->name, EISDIR);
    if (!S_ISREG(status.st_mode))
        return set_file_error(error, draft->name, EINVAL);
    if (g_access(draft->path, W_OK) != 0)
        return set_file_error(error, draft->name, errno);
    *mode = status.st_mode & 0777;
    return true;
}

static bool make_folder(const char *path, GError **error) {
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    return set_file_error(error, folder, errno);
}

static bool write_bytes(int descriptor, GBytes *bytes) {
    size_t left = 0;
    const char *at = g_bytes_get_data(bytes, &left);
    while (left > 0) {
        const ssize_t written = write(descriptor, at, left);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            at += written;
            left -= (size_t)written;
        }
    }
    return true;
}

static bool fill_file(int descriptor, mode_t mode, GBytes *bytes) {
    return write_bytes(descriptor, bytes) &&
           (mode == 0 || fchmod(descriptor, mode) == 0) && fsync(descriptor) == 0;
}

static bool write_draft(Draft *draft, GBytes *bytes, GError **error) {
    mode_t mode;
    if (!make_folder(draft->name, error) || !look_at_old_file(draft, &mode, error))
        return false;
    g_autofree char *temporary = g_strconcat(draft->path, ".XXXXXX", NULL);
    const int descriptor =
        g_mkstemp_full(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return set_file_error(error, draft->name, errno);
    draft->temporary = g_steal_pointer(&temporary);
    const int failure = fill_file(descriptor, mode, bytes) ? 0 : errno;
    const int close_failure = close(descriptor) == 0 ? 0 : errno;
    if (failure != 0 || close_failure != 0)
        return set_file_error(error, draft->name,
                              failure != 0 ? failure : close_failure);
    return true;
}

static bool name_draft(Draft *draft, GError **error) {
    if (g_rename(draft->temporary, draft->path) != 0)
        return set_file_error(error, draft->name, errno);
    g_clear_pointer(&draft->temporary, g_free);
    return true;
}

/* That standard output cannot be written is found when the program ends. */
static void print_bytes(GBytes *bytes) {
    size_t size = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    fwrite(data, 1, size, stdout);
}

bool dl_outputs_write(const GPtrArray *outputs, GError **error) {
    g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func(free_draft);
    for (guint i = 0; i < outputs->len; i++) {
        const DlOutput *output = outputs->pdata[i];
        if (output->path == NULL) {
            print_bytes(output->bytes);
            continue;
        }
        Draft *draft = g_new0(Draft, 1);
        draft->name = output->path;
        draft->path = resolve_path(output->path);
        g_ptr_array_add(drafts, draft);
        if (!write_draft(draft, output->bytes, error))
            return false;
    }
    for (guint i = 0; i < drafts->len; i++)
        if (!name_draft(drafts->pdata[i], error))
            return false;
    return true;
}
