/* Themes: a word of the table, a theme file, or a map in its place. */
#ifndef DL_READ_READ_THEME_H
#define DL_READ_READ_THEME_H

#include "model/theme.h"
#include "read/fields.h"

/* What a chart says of its theme. False, and a problem, when it is none. */
bool dl_read_theme(DlReader *reader, const DlNode *value, DlTheme *theme);

/* A theme while it is read. */
typedef struct {
    DlTheme theme;
    bool is_fixed; /* a colour of the page is given without its dark one */
    bool is_single[DL_PALETTE_MOST]; /* so is this one of the palette */
    DlPlace colors, palette;         /* of these keys; line 0: they are not given */
} DlThemeDraft;

/* Reads every key of a theme but `based`, which the caller has read first. */
void dl_read_theme_keys(DlReader *reader, const DlNode *map, DlThemeDraft *draft);

/* A number for a message, of three digits, whatever the locale. */
typedef struct {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
} DlDigits;
DlDigits dl_digits_of(double number);

#endif
