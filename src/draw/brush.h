/* What the parts of `draw` share. Private to this folder. */
#ifndef DL_DRAW_BRUSH_H
#define DL_DRAW_BRUSH_H

#include "layout/hues.h"
#include "layout/layout.h"
#include "scene/scene.h"

typedef struct {
    const DlTimeline *timeline;
    const DlChart *chart;
    const DlTheme *theme;
    const DlHues *hues;
} DlBrush;

/* The tone as a paint that follows the screen: its light and its dark colour. */
DlPaint dl_brush_paint(DlTone tone);
/* Adds a copy of a placed text in one tone; nothing where it has no block. */
void dl_brush_text(const DlBrush *brush, DlSceneGroup *group, const DlPlacedText *text,
                   DlTone tone);
/* The words of a placed text: they name the group that it stands in, for bookmarks and
 * for what reads aloud. The caller owns them. */
char *dl_brush_words(const DlPlacedText *text);
/* Adds a straight line, `width` points wide; the shape is the group's. */
DlSceneShape *dl_brush_line(DlSceneGroup *group, DlPoint from, DlPoint to, DlTone tone,
                            double width);

/* How a status fills a sign or a bar, so that they differ without colour. */
typedef struct {
    bool filled, half, dot, slash;
    double dash, gap;
} DlFilling;
const DlFilling *dl_filling_of(DlStatus status);

/* The sign of a point: its shape by what hues stand for, its filling by status. */
void dl_draw_sign(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, const DlLook *look, DlStatus status);
/* The sign of a date that another source gives: a thin dashed ring. */
void dl_draw_twin(const DlBrush *brush, DlSceneGroup *group, DlPoint centre,
                  double radius, DlTone tone);
/* A stretch of the axis that is possible, fading from `centre` to its ends, but for an
 * end that the axis cuts off: there it goes on. */
void dl_draw_range(DlSceneGroup *group, DlBox box, DlPoint centre, DlEnds cut,
                   bool vertical, DlTone tone);
/* The certain part of a bar, without what is about its ends. */
void dl_draw_core(const DlBrush *brush, DlSceneGroup *group, DlBox core, bool vertical,
                  DlStatus status, const DlLook *look);
void dl_draw_bar(const DlBrush *brush, DlSceneGroup *group, const DlPlacedMark *mark,
                 DlStatus status, const DlLook *look);

/* A box to fill with a pattern. */
typedef struct {
    DlBox box;
    bool vertical;   /* it runs down */
    double strength; /* 1: the usual lines */
    DlFade fade;
} DlPatch;
/* Fills it with the pattern of a look: paths, so that every format has the same.
 * Nothing for the solid one. */
void dl_draw_pattern(DlSceneGroup *group, const DlPatch *patch, const DlLook *look);

/* Breaks a bar where its axis is broken. */
void dl_draw_bar_break(const DlBrush *brush, DlSceneGroup *group, DlBox bar, DlBox gap,
                       bool vertical, DlTone tone);

/* An event's title and place, as they are spoken; the caller owns it. */
char *dl_brush_event_name(const DlEvent *event);
/* An event's or era's moment as an attribute; nothing where nothing bounds it. */
void dl_brush_moment(DlSceneGroup *group, const char *name, DlMoment moment,
                     const DlBound *bound);

/* What the bookmark of an event stands under: its lane, or else the last era that began
 * before it and had not ended; in that its year. An event that is drawn again has a
 * bookmark only in another lane. */
void dl_draw_shelves(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel,
                     const DlPlacedEvent *placed);
/* An era's name, as it is spoken; the caller owns it. */
char *dl_brush_era_name(const DlBrush *brush, const DlEra *era);
/* The eras, behind everything else of the panel. */
void dl_draw_eras(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* The brackets of measures, with thin lines to their marks. */
void dl_draw_measures(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
void dl_draw_axis(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* Strips of columns that count events. */
void dl_draw_densities(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* The lanes beside the axis, and what joins the marks of one event in several. */
void dl_draw_lanes(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* What joins an inset to its stretch of the axis, behind all panels; its frame; and the
 * marks that stand for its events on the axis. */
void dl_draw_guides(const DlBrush *brush, DlSceneGroup *group, const DlPanel *inset);
void dl_draw_inset_frame(const DlBrush *brush, DlSceneGroup *group,
                         const DlPanel *inset);
void dl_draw_counts(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
/* The lines between marks; and a line of a kind, for the legend. */
void dl_draw_relations(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel);
void dl_draw_relation_sign(const DlBrush *brush, DlSceneGroup *group, DlBox box,
                           const char *kind);
void dl_draw_event(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel,
                   const DlPlacedEvent *placed);
void dl_draw_legend(const DlBrush *brush, DlSceneGroup *group,
                    const DlPlacedPage *page);

/* The chart in a sentence or two: the file's description for the chart that is the
 * timeline's own, for others their subtitle and caption; "" where there is none. The
 * caller owns it. */
char *dl_describe(const DlTimeline *timeline, const DlChart *chart);
/* The text alternative: the description, then the events as prose in time order, a
 * sentence for each date; of very many the weightiest, and how many more there are.
 *
 * Each event is also a group with its own title. The two serve different readers: who
 * goes through the picture with a screen reader hears the titles, one by one; who is
 * given nothing but the text alternative (as the picture's description in a document,
 * or in a program that does not look inside) has the story in it. It is read at one go,
 * so it never goes on for long. The caller owns it. */
char *dl_tell_story(const DlTimeline *timeline, const DlChart *chart);
/* The events of the chart in words; the caller owns it. */
DlSceneTable *dl_tell_events(const DlTimeline *timeline, const DlChart *chart);

#endif
