/* Colours: sRGB with alpha, each part from 0 to 1. A plain value. */
#ifndef DL_BASE_COLOR_H
#define DL_BASE_COLOR_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double red, green, blue, alpha;
} DlColor;

/* #rgb or #rrggbb. */
bool dl_color_parse(const char *text, DlColor *color);
/* 0xRRGGBB, opaque. */
DlColor dl_color_from_hex(unsigned hex);
/* Appends #rrggbb (alpha is the caller's). */
void dl_append_color(GString *text, DlColor color);
/* Relative luminance and contrast ratio (WCAG 2.1, "relative luminance", "contrast
 * ratio"). */
double dl_color_contrast(DlColor a, DlColor b);
/* One part of sRGB as light: linear, from 0 to 1. */
double dl_color_linear_part(double part);
/* The colour, or what it becomes on the way to black (on a light ground) or to white
 * where first its contrast to the ground is `least`. */
DlColor dl_color_readable(DlColor color, DlColor ground, double least);

#endif
