#include "cli/command.h"

static const GOptionEntry END = {0};

/* GLib's own --help prints and exits without a look at whether it could print. */
static GOptionContext *new_context(const DlCommand *command,
                                   const GOptionEntry *entries, gboolean *help,
                                   gboolean *version) {
    const GOptionEntry common[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, help, "Show this help", NULL},
        {"version", 0, 0, G_OPTION_ARG_NONE, version, "Show the version", NULL},
        END,
    };
    GOptionContext *context = g_option_context_new(command->arguments);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, command->summary);
    g_option_context_set_description(context, command->description);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_add_main_entries(context, common, NULL);
    return context;
}

static GStrv take_rest(char **arguments) {
    char **from = arguments + 1;
    if (*from != NULL && g_str_equal(*from, "--"))
        from++;
    return g_strdupv(from);
}

bool dl_command_parse(const DlCommand *command, const GOptionEntry *entries,
                      char **arguments, GStrv *rest, DlExit *over) {
    gboolean help = FALSE, version = FALSE;
    g_autoptr(GError) error = NULL;
    g_autofree char *name = g_strconcat("dateline ", command->name, NULL);
    g_set_prgname(name);
    g_autoptr(GOptionContext) context = new_context(command, entries, &help, &version);
    g_auto(GStrv) left = g_strdupv(arguments);
    *over = DL_EXIT_DONE;
    if (!g_option_context_parse_strv(context, &left, &error)) {
        *over = dl_complain_of_usage("%s", error->message);
    } else if (help) {
        g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
        dl_print(text);
    } else if (version) {
        dl_print("dateline " DL_VERSION "\n");
    } else {
        *rest = take_rest(left);
        return true;
    }
    return false;
}
