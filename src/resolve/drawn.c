/* What the file says and no chart shows. */
#include "resolve/resolver.h"

static void warn_of_events(DlResolver *resolver) {
    const DlTimeline *timeline = resolver->timeline;
    g_autofree bool *is_drawn = g_new0(bool, timeline->events->len);
    for (guint i = 0; i < timeline->charts->len; i++) {
        const DlChart *chart = timeline->charts->pdata[i];
        for (guint j = 0; j < chart->events->len; j++)
            is_drawn[((const DlEvent *)chart->events->pdata[j])->rank] = true;
    }
    for (guint i = 0; i < timeline->events->len; i++) {
        const DlEvent *event = timeline->events->pdata[i];
        if (!is_drawn[i])
            dl_problems_warn(resolver->problems, event->place, "not-drawn",
                             "`%s` is drawn in no chart", event->id);
    }
}

/* With errors, an event may be missing from a chart only because of them. */
void dl_check_drawn(DlResolver *resolver) {
    if (!dl_problems_has_errors(resolver->problems))
        warn_of_events(resolver);
}
