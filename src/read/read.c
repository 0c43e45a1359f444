#include "read/read.h"

#include <string.h>

#include "base/names.h"
#include "read/bibliography.h"
#include "read/include.h"
#include "read/records.h"
#include "read/source.h"
#include "read/tree.h"
#include "read/values.h"

/* A file that is still to be read. */
typedef struct {
    char *path;
    DlWord *include; /* the word that includes it; NULL: it was named by the caller */
} Wanted;

typedef struct {
    DlReader reader;
    GQueue *wanted;                  /* of Wanted, owned */
    GHashTable *seen;                /* identities of files, owned: each is read once */
    GHashTable *seen_bibliographies; /* the same */
    bool
        is_partial; /* a file could not be read as YAML: what is missing may be in it */
} Job;

static Wanted *new_wanted(const char *path, DlWord *include) {
    Wanted *wanted = g_new0(Wanted, 1);
    wanted->path = g_strdup(path);
    wanted->include = include;
    return wanted;
}

static void free_wanted(void *data) {
    Wanted *wanted = data;
    g_free(wanted->path);
    dl_word_free(wanted->include);
    g_free(wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Wanted, free_wanted)

/* Includes come right after their file, in the order in which it names them. */
static void want_includes(Job *job, const char *file, GPtrArray *includes) {
    for (unsigned i = includes->len; i > 0; i--) {
        DlWord *word = includes->pdata[i - 1];
        g_autofree char *path =
            dl_include_find(file, word, &dl_use_include, job->reader.problems);
        if (path == NULL)
            continue;
        g_queue_push_head(job->wanted,
                          new_wanted(path, g_steal_pointer(&includes->pdata[i - 1])));
    }
}

static void read_bibliography(Job *job, const char *file, const DlWord *word) {
    DlReader *reader = &job->reader;
    if (!dl_bibliography_is_readable(word, reader->problems))
        return;
    g_autofree char *path =
        dl_include_find(file, word, &dl_use_bibliography, reader->problems);
    if (path == NULL)
        return;
    g_autofree char *identity = dl_include_identity(path);
    if (!g_hash_table_add(job->seen_bibliographies, g_steal_pointer(&identity)))
        return;
    g_autoptr(GError) failure = NULL;
    g_autoptr(GBytes) bytes = dl_source_load(path, DL_SOURCE_LIMIT, &failure);
    if (bytes != NULL)
        dl_bibliography_read(bytes, g_intern_string(path), reader->draft,
                             reader->problems);
    else
        dl_problems_add(reader->problems, word->place, dl_use_bibliography.code,
                        "cannot read %s", failure->message);
}

static void read_text(Job *job, GBytes *bytes, const char *file) {
    DlReader *reader = &job->reader;
    g_autoptr(GBytes) text = dl_source_check(bytes, file, reader->problems);
    g_autoptr(DlTree) tree =
        text == NULL ? NULL : dl_tree_parse(text, file, reader->problems);
    if (tree == NULL) {
        job->is_partial = true;
        return;
    }
    g_autoptr(GPtrArray) includes = dl_words_new();
    g_autoptr(GPtrArray) bibliographies = dl_words_new();
    const DlPlace start = {file, 1, 1};
    reader->includes = includes;
    reader->bibliographies = bibliographies;
    if (!dl_read_document(reader, tree->root, start))
        job->is_partial = true;
    for (unsigned i = 0; i < bibliographies->len; i++)
        read_bibliography(job, file, bibliographies->pdata[i]);
    want_includes(job, file, includes);
}

static bool read_wanted(Job *job, const Wanted *wanted, GError **error) {
    g_autofree char *identity = dl_include_identity(wanted->path);
    if (!g_hash_table_add(job->seen, g_steal_pointer(&identity)))
        return true;
    g_autoptr(GError) failure = NULL;
    g_autoptr(GBytes) bytes = dl_source_load(wanted->path, DL_SOURCE_LIMIT, &failure);
    if (bytes != NULL) {
        job->reader.is_included = wanted->include != NULL;
        read_text(job, bytes, g_intern_string(wanted->path));
        return true;
    }
    if (wanted->include == NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return false;
    }
    dl_problems_add(job->reader.problems, wanted->include->place, "bad-include",
                    "cannot include %s", failure->message);
    return true;
}

/* The file's name as an id. */
static char *name_draft(const char *path) {
    g_autofree char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');
    if (dot != NULL && dot != name)
        *dot = '\0';
    if (dl_id_is_valid(name))
        return g_steal_pointer(&name);
    return g_str_is_ascii(name) ? dl_id_from_title(name) : g_strdup("chart");
}

static void check_title(const Job *job) {
    const DlDraft *draft = job->reader.draft;
    if (!job->is_partial && draft->title.place.line == 0)
        dl_problems_add(job->reader.problems, draft->place, "missing-key",
                        "a timeline needs a title: `timeline:` with the key `title`");
}

static bool read_all(Job *job, GError **error) {
    while (!g_queue_is_empty(job->wanted)) {
        g_autoptr(Wanted) wanted = g_queue_pop_head(job->wanted);
        if (!read_wanted(job, wanted, error))
            return false;
    }
    check_title(job);
    return true;
}

DlDraft *dl_read_files(const char *const *paths, DlProblems *problems, GError **error) {
    g_assert(paths[0] != NULL);
    g_autoptr(DlDraft) draft = dl_draft_new();
    draft->name = name_draft(paths[0]);
    draft->place = (DlPlace){g_intern_string(paths[0]), 1, 1};
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GQueue *wanted = g_queue_new();
    for (size_t i = 0; paths[i] != NULL; i++)
        g_queue_push_tail(wanted, new_wanted(paths[i], NULL));
    g_autoptr(GHashTable) themes =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) seen_bibliographies =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) pictures = dl_pictures_new();
    Job job = {.reader = {.problems = problems,
                          .draft = draft,
                          .themes = themes,
                          .pictures = pictures},
               .wanted = wanted,
               .seen = seen,
               .seen_bibliographies = seen_bibliographies};
    const bool is_read = read_all(&job, error);
    g_queue_free_full(wanted, free_wanted);
    return is_read ? g_steal_pointer(&draft) : NULL;
}
