/* The events of a chart dealt to pages: each page shows the next stretch of time. */
#ifndef DL_LAYOUT_WINDOWS_H
#define DL_LAYOUT_WINDOWS_H

#include "layout/places.h"

typedef struct {
    GPtrArray *events; /* of const DlEvent, borrowed: those on the axis, by moment */
    GArray *moments;   /* of DlMoment: where each is dealt by */
    DlMoment from, to; /* of the chart */
    DlScaleKind scale;
} DlWindows;

/* The events of the job's view; the caller owns it. */
DlWindows *dl_windows_new(const DlLayoutJob *job);
void dl_windows_free(DlWindows *windows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlWindows, dl_windows_free)

typedef DlPanel *(*DlNewPanel)(const DlLayoutJob *job, const DlView *view, double room);

/* The events from `*from` on that one page holds: about as many as can be, found by
 * halving from `*wanted` (0: no idea). The heaviest spans that go on from earlier
 * pages are shown again; the panel counts the others. Moves `*from` behind them; NULL
 * where not even one fits. The caller owns the panel. */
DlPanel *dl_windows_fill(const DlWindows *windows, const DlLayoutJob *job,
                         DlNewPanel new_panel, double room, guint *from, guint *wanted);

#endif
