/* Colours as readers see them who cannot tell all of them apart, and how far apart two
 * colours are.
 *
 * The matrices are those of severity 1.0 of Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15,
 * 2009), applied to linear sRGB. */
#ifndef DL_BASE_VISION_H
#define DL_BASE_VISION_H

#include "base/color.h"

typedef enum {
    DL_VISION_FULL,
    DL_VISION_PROTANOPIA,
    DL_VISION_DEUTERANOPIA,
    DL_VISION_TRITANOPIA
} DlVision;

/* The colour that somebody with full vision would have to see to see the same. */
DlColor dl_color_seen(DlColor color, DlVision vision);

/* The distance in CIELAB (CIE 1976, white D65): 2.3 is just seen side by side, 10 is
 * told apart at a glance. */
double dl_color_distance(DlColor a, DlColor b);
/* The least of the distances that readers with any of the visions see. */
double dl_color_least_distance(DlColor a, DlColor b);

#endif
