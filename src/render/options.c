#include <string.h>

#include "base/names.h"
#include "render/render.h"

static char *find_prefix_fault(const char *prefix) {
    static const size_t LONGEST = 40;
    if (prefix == NULL || (dl_id_is_valid(prefix) && g_ascii_isalpha(prefix[0]) &&
                           strlen(prefix) <= LONGEST))
        return NULL;
    return g_strdup_printf("ids cannot begin with `%s`: it takes a letter, then "
                           "letters, digits, _ and -, %d at most",
                           prefix, (int)LONGEST);
}

static char *find_resolution_fault(int resolution) {
    static const int LEAST = 10, MOST = 4800;
    if (resolution == 0 || (resolution >= LEAST && resolution <= MOST))
        return NULL;
    return g_strdup_printf("a resolution is %d to %d pixels an inch, not %d", LEAST,
                           MOST, resolution);
}

char *dl_render_options_fault(const DlRenderOptions *options) {
    if (options->embed_fonts && !options->live_text)
        return g_strdup("only live text has fonts to embed");
    char *fault = find_prefix_fault(options->id_prefix);
    return fault != NULL ? fault : find_resolution_fault(options->resolution);
}
