#include "random_chart.h"

#include <glib/gstdio.h>
#include <string.h>

#include "draw/draw.h"
#include "layout/layout.h"
#include "read/read.h"
#include "resolve/resolve.h"

char *random_file_new(const char *yaml) {
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    char *path = g_build_filename(folder, "random.yaml", NULL);
    if (!g_file_set_contents(path, yaml, -1, NULL))
        g_error("%s cannot be written", path);
    return path;
}

void random_file_remove(char *path) {
    g_autofree char *folder = g_path_get_dirname(path);
    g_remove(path);
    g_rmdir(folder);
    g_free(path);
}

static DlTimeline *read_timeline(const char *yaml, DlProblems *problems) {
    char *path = random_file_new(yaml);
    const char *const paths[] = {path, NULL};
    g_autoptr(DlDraft) draft = dl_read_files(paths, problems, NULL);
    random_file_remove(path);
    return dl_resolve(draft, NULL, problems);
}

static bool names_a_way_out(const char *message) {
    static const char *const ways[] = {"`numbered`", "`many`", "`height: auto`",
                                       "wider page", "`select`"};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        if (strstr(message, ways[i]) != NULL)
            return true;
    return false;
}

static void refuse(RandomChart *made, const char *message) {
    made->outcome = names_a_way_out(message) ? RANDOM_REFUSED : RANDOM_WRONG;
    made->message = g_strdup(message);
}

RandomChart *random_chart_new(const char *yaml, DlMeasurer *measurer) {
    RandomChart *made = g_new0(RandomChart, 1);
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(DlTimeline) timeline = read_timeline(yaml, problems);
    if (dl_problems_has_errors(problems)) {
        made->message = dl_problems_to_text(problems);
        const bool is_empty =
            strstr(made->message, "no event is in this inset") != NULL;
        made->outcome = is_empty ? RANDOM_REFUSED : RANDOM_WRONG;
        return made;
    }
    const DlChart *chart = timeline->charts->pdata[0];
    g_autoptr(GError) error = NULL;
    const gint64 begin = g_get_monotonic_time();
    g_autoptr(DlLayout) layout =
        dl_layout_new(timeline, chart, measurer, dl_theme_of(DL_THEME_LIGHT), &error);
    made->microseconds = g_get_monotonic_time() - begin;
    if (layout == NULL) {
        refuse(made, error->message);
        return made;
    }
    made->scene = dl_draw(timeline, chart, layout);
    made->metrics = dl_scene_measure(made->scene);
    return made;
}

void random_chart_free(RandomChart *chart) {
    if (chart == NULL)
        return;
    g_free(chart->message);
    dl_scene_free(chart->scene);
    g_free(chart);
}
