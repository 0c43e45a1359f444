#include "cli/command.h"

static DlExit show_overview(void) {
    g_autofree char *overview = dl_command_overview();
    dl_print(overview);
    return DL_EXIT_DONE;
}

static DlExit run_help(const DlCommand *command, char **arguments) {
    static const GOptionEntry entries[] = {{0}};
    g_auto(GStrv) names = NULL;
    DlExit over;
    if (!dl_command_parse(command, entries, arguments, &names, &over))
        return over;
    if (names[0] == NULL)
        return show_overview();
    if (names[1] != NULL)
        return dl_complain_of_usage("help is for one command at a time");
    const DlCommand *subject = dl_command_find(names[0]);
    if (subject == NULL)
        return DL_EXIT_USAGE;
    char *request[] = {names[0], (char[]){"--help"}, NULL};
    return subject->run(subject, request);
}

const DlCommand dl_command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Show how a command is used",
    .run = run_help,
};
