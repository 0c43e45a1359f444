/* What the parts of `draw` share. Private to this folder. */
#ifndef DL_DRAW_BRUSH_H
#define DL_DRAW_BRUSH_H

#include "layout/layout.h"
#include "scene/scene.h"

typedef struct {
    const DlTimeline *timeline;
    const DlChart *chart;
    const DlTheme *theme;
} DlBrush;

DlPaint dl_brush_paint(DlTone tone);
/* The colour that an event has in this chart. */
DlTone dl_brush_event_tone(const DlBrush *brush, const DlEvent *event);

/* Adds a copy of a placed text in one tone; nothing where it has no block. */
void dl_brush_text(const DlBrush *brush, DlSceneGroup *group, const DlPlacedText *text,
                   DlTone tone);
DlSceneShape *dl_brush_line(DlSceneGroup *group, DlPoint from, DlPoint to, DlTone tone,
                            double width);

/* The sign of a point: its shape by category, its filling by status. */
void dl_draw_sign(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, DlMarkShape shape, DlStatus status, DlTone tone);
/* The sign of a date that another source gives: a thin dashed ring. */
void dl_draw_twin(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  DlTone tone);
/* A stretch of the axis that is possible, fading from `centre` to its ends, but for an
 * end that the axis cuts off: there it goes on. */
void dl_draw_range(DlSceneGroup *group, DlBox box, DlPoint centre, DlEnds cut,
                   bool vertical, DlTone tone);
void dl_draw_bar(const DlBrush *brush, DlSceneGroup *group, const DlPlacedMark *mark,
                 DlStatus status, DlTone tone);

/* Breaks a bar where its axis is broken. */
void dl_draw_bar_break(const DlBrush *brush, DlSceneGroup *group, DlBox bar, DlBox gap,
                       bool vertical, DlTone tone);

void dl_draw_axis(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* Strips of columns that count events. */
void dl_draw_densities(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* The lanes beside the axis, and what joins the marks of one event in several. */
void dl_draw_lanes(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
void dl_draw_event(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel,
                   const DlPlacedEvent *placed);
void dl_draw_legend(const DlBrush *brush, DlSceneGroup *group,
                    const DlPlacedPage *page);

/* The text alternative: the file's description for the chart that is the timeline's
 * own; for others, and where there is none, the chart told as prose in time order. The
 * caller owns it. */
char *dl_describe(const DlTimeline *timeline, const DlChart *chart);

#endif
