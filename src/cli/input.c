#include "cli/input.h"

DlDateline *dl_input_read(char **files, const DlReadOptions *options, DlExit *over) {
    if (files[0] == NULL) {
        *over = dl_complain_of_usage("no file is named");
        return NULL;
    }
    g_autoptr(GError) error = NULL;
    DlDateline *dateline =
        dl_dateline_read((const char *const *)files, options, &error);
    if (dateline == NULL)
        *over = dl_complain_of_error(error);
    return dateline;
}
