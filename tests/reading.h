/* A text read as a file, for the tests of reading. */
#ifndef DL_TESTS_READING_H
#define DL_TESTS_READING_H

#include "tests.h"

#include <glib/gstdio.h>

#include "read/read.h"

/* Reads `yaml` as the file timeline.yaml of a folder of its own. */
static inline DlDraft *read_yaml(const char *yaml, DlProblems *problems) {
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "timeline.yaml", NULL);
    assert_true(g_file_set_contents(path, yaml, -1, NULL));
    const char *const paths[] = {path, NULL};
    DlDraft *draft = dl_read_files(paths, problems, NULL);
    g_remove(path);
    g_rmdir(folder);
    assert_non_null(draft);
    return draft;
}

#endif
