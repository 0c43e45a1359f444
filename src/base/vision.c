#include "base/vision.h"

#include <math.h>

static const double matrices[][3][3] = {
    [DL_VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [DL_VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}},
    [DL_VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}},
    [DL_VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                              {-0.078411, 0.930809, 0.147602},
                              {0.004733, 0.691367, 0.303900}},
};

/* sRGB to CIE XYZ, each row divided by its part of the white D65. */
static const double to_white[3][3] = {
    {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883},
};

typedef struct {
    double parts[3];
} Triple;

static Triple multiply(const double matrix[3][3], Triple triple) {
    Triple product = {{0, 0, 0}};
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++)
            product.parts[row] += matrix[row][column] * triple.parts[column];
    return product;
}

static Triple linear_of(DlColor color) {
    return (Triple){{dl_color_linear_part(color.red), dl_color_linear_part(color.green),
                     dl_color_linear_part(color.blue)}};
}

static double curved_part(double part) {
    const double inside = CLAMP(part, 0, 1);
    return inside <= 0.0031308 ? inside * 12.92 : 1.055 * pow(inside, 1 / 2.4) - 0.055;
}

DlColor dl_color_seen(DlColor color, DlVision vision) {
    const Triple seen = multiply(matrices[vision], linear_of(color));
    return (DlColor){curved_part(seen.parts[0]), curved_part(seen.parts[1]),
                     curved_part(seen.parts[2]), color.alpha};
}

static double lab_part(double part) {
    return part > 216.0 / 24389 ? cbrt(part) : (24389.0 / 27 * part + 16) / 116;
}

static Triple lab_of(DlColor color) {
    const Triple xyz = multiply(to_white, linear_of(color));
    const double x = lab_part(xyz.parts[0]), y = lab_part(xyz.parts[1]),
                 z = lab_part(xyz.parts[2]);
    return (Triple){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

double dl_color_distance(DlColor a, DlColor b) {
    const Triple first = lab_of(a), second = lab_of(b);
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += pow(first.parts[i] - second.parts[i], 2);
    return sqrt(sum);
}

double dl_color_least_distance(DlColor a, DlColor b) {
    double least = INFINITY;
    for (size_t i = 0; i < G_N_ELEMENTS(matrices); i++)
        least = fmin(least, dl_color_distance(dl_color_seen(a, (DlVision)i),
                                              dl_color_seen(b, (DlVision)i)));
    return least;
}
