#include <stdbool.h>
#include <string.h>

#include "picture/kinds.h"

static const char *local_name(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

static void refuse(GError **error, const char *what) {
    g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                "an SVG picture may not hold %s", what);
}

static bool is_elsewhere(const char *name, const char *value) {
    return strcmp(local_name(name), "href") == 0 && value[0] != '#';
}

static void check_attribute(const char *name, const char *value, GError **error) {
    if (g_ascii_strncasecmp(local_name(name), "on", 2) == 0)
        refuse(error, "a script");
    else if (is_elsewhere(name, value))
        refuse(error, "a link, or what is in another file");
}

static void check_element(GMarkupParseContext *context G_GNUC_UNUSED, const char *name,
                          const char **names, const char **values,
                          void *data G_GNUC_UNUSED, GError **error) {
    static const struct {
        const char *element, *what;
    } refused[] = {
        {"script", "a script"},
        {"foreignObject", "a foreignObject"},
        {"image", "another picture"},
        {"feImage", "another picture"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        if (strcmp(local_name(name), refused[i].element) == 0) {
            refuse(error, refused[i].what);
            return;
        }
    for (size_t i = 0; names[i] != NULL && *error == NULL; i++)
        check_attribute(names[i], values[i], error);
}

/* Entities could say all that is refused here. */
static void check_other(GMarkupParseContext *context G_GNUC_UNUSED, const char *text,
                        gsize size, void *data G_GNUC_UNUSED, GError **error) {
    if (g_strstr_len(text, (gssize)size, "<!ENTITY") != NULL)
        refuse(error, "entities");
    else if (g_strstr_len(text, (gssize)size, "<?xml-stylesheet") != NULL)
        refuse(error, "what is in another file");
}

gboolean dl_svg_picture_check(const char *text, gsize size, char **reason) {
    static const GMarkupParser parser = {.start_element = check_element,
                                         .passthrough = check_other};
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_autoptr(GError) error = NULL;
    if (g_markup_parse_context_parse(context, text, (gssize)size, &error) &&
        g_markup_parse_context_end_parse(context, &error))
        return TRUE;
    const bool is_refused =
        g_error_matches(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
    *reason = g_strdup(is_refused ? error->message : "it is a broken SVG file");
    return FALSE;
}
