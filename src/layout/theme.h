/* Themes as a page needs them. */
#ifndef DL_LAYOUT_THEME_H
#define DL_LAYOUT_THEME_H

#include "model/theme.h"

/* The theme for a page so many points wide: on pages wider than A4 all grows with them;
 * on narrower ones only the headline and the margin shrink, for letters must be read.
 */
DlTheme dl_theme_for_page(const DlTheme *theme, double width);

#endif
