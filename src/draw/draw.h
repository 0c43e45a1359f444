/* From places to a scene: what each thing looks like. Draw decides on colours, shapes
 * and strokes, never on positions. */
#ifndef DL_DRAW_DRAW_H
#define DL_DRAW_DRAW_H

#include "layout/layout.h"
#include "model/timeline.h"
#include "scene/scene.h"

/* The scene of a chart; keeps nothing of the layout. The caller owns it. */
DlScene *dl_draw(const DlTimeline *timeline, const DlChart *chart,
                 const DlLayout *layout);

#endif
