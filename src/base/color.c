#include "base/color.h"

#include <math.h>
#include <string.h>

/* Doubles the digits of #rgb. */
static unsigned widen(unsigned hex) {
    const unsigned red = hex >> 8, green = hex >> 4 & 0xF, blue = hex & 0xF;
    return red * 0x110000 + green * 0x1100 + blue * 0x11;
}

bool dl_color_parse(const char *text, DlColor *color) {
    const size_t length = strlen(text);
    if (text[0] != '#' || (length != 4 && length != 7))
        return false;
    unsigned hex = 0;
    for (const char *digit = text + 1; *digit != '\0'; digit++) {
        if (!g_ascii_isxdigit(*digit))
            return false;
        hex = hex * 16 + (unsigned)g_ascii_xdigit_value(*digit);
    }
    *color = dl_color_from_hex(length == 4 ? widen(hex) : hex);
    return true;
}

DlColor dl_color_from_hex(unsigned hex) {
    return (DlColor){
        (hex >> 16 & 0xFF) / 255.0,
        (hex >> 8 & 0xFF) / 255.0,
        (hex & 0xFF) / 255.0,
        1,
    };
}

static unsigned byte_of(double part) {
    return (unsigned)lround(CLAMP(part, 0, 1) * 255);
}

void dl_append_color(GString *text, DlColor color) {
    g_string_append_printf(text, "#%02x%02x%02x", byte_of(color.red),
                           byte_of(color.green), byte_of(color.blue));
}

double dl_color_linear_part(double part) {
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(DlColor color) {
    return 0.2126 * dl_color_linear_part(color.red) +
           0.7152 * dl_color_linear_part(color.green) +
           0.0722 * dl_color_linear_part(color.blue);
}

double dl_color_contrast(DlColor a, DlColor b) {
    const double first = luminance(a), second = luminance(b);
    return (MAX(first, second) + 0.05) / (MIN(first, second) + 0.05);
}

static DlColor mix(DlColor color, DlColor other, double share) {
    return (DlColor){
        color.red + (other.red - color.red) * share,
        color.green + (other.green - color.green) * share,
        color.blue + (other.blue - color.blue) * share,
        color.alpha,
    };
}

DlColor dl_color_readable(DlColor color, DlColor ground, double least) {
    static const DlColor black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
    static const int STEPS = 64;
    const bool is_light =
        dl_color_contrast(ground, black) > dl_color_contrast(ground, white);
    for (int step = 0; step < STEPS; step++) {
        const DlColor mixed =
            mix(color, is_light ? black : white, (double)step / STEPS);
        if (dl_color_contrast(mixed, ground) >= least)
            return mixed;
    }
    return is_light ? black : white;
}
