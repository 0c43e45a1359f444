#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

static const DlCommand *const commands[] = {
    &dl_command_render,
    &dl_command_check,
    &dl_command_list,
    &dl_command_help,
};

static const char *command_name(unsigned index) {
    return index < G_N_ELEMENTS(commands) ? commands[index]->name : NULL;
}

static const char *suggest_command(const char *name) {
    const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        names[i] = commands[i]->name;
    return dl_suggest(name, names);
}

const DlCommand *dl_command_find(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    const char *meant = suggest_command(name);
    g_autofree char *known = dl_list_names(command_name);
    if (meant != NULL)
        dl_complain_of_usage("no command `%s`; did you mean `%s`?", name, meant);
    else if (g_file_test(name, G_FILE_TEST_EXISTS))
        dl_complain_of_usage("a command comes before the file: dateline render %s",
                             name);
    else
        dl_complain_of_usage("no command `%s`; commands are %s", name, known);
    return NULL;
}

char *dl_command_overview(void) {
    GString *text = g_string_new("Draws timelines that are written in YAML.\n\n"
                                 "Usage:\n");
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(text, "  dateline %s %s\n      %s\n", commands[i]->name,
                               commands[i]->arguments, commands[i]->summary);
    g_string_append(text, "\nEvery command has --help. Also: dateline --version\n");
    return g_string_free(text, FALSE);
}

static DlExit run_without_command(const char *option) {
    g_autofree char *overview = dl_command_overview();
    if (option == NULL) {
        fputs(overview, stderr);
        return DL_EXIT_USAGE;
    }
    if (strcmp(option, "--version") == 0)
        dl_print("dateline " DL_VERSION "\n");
    else if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0)
        dl_print(overview);
    else
        return dl_complain_of_usage("no option `%s` without a command", option);
    return DL_EXIT_DONE;
}

static DlExit run(char **arguments) {
    if (arguments[0] == NULL || arguments[0][0] == '-')
        return run_without_command(arguments[0]);
    const DlCommand *command = dl_command_find(arguments[0]);
    return command == NULL ? DL_EXIT_USAGE : command->run(command, arguments);
}

int main(int argc, char **argv) {
    /* For the characters in GLib's messages. */
    setlocale(LC_ALL, "");
    /* A file that grows too large is an error of write, not the end of the program. */
    signal(SIGXFSZ, SIG_IGN);
    g_set_prgname("dateline");
    const DlExit status = argc == 0 ? DL_EXIT_USAGE : run(argv + 1);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return (int)status;
    dl_complain("standard output cannot be written");
    return DL_EXIT_FILE;
}
