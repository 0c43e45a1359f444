#include "layout/style.h"

#include <math.h>

/* What a size is one of. */
typedef enum {
    OF_LABELS,
    OF_TITLES,
    OF_SUBTITLES,
    OF_LEGENDS,
    OF_FEET,
    OF_TICKS,
    OF_SMALLEST
} Of;

typedef struct {
    Of of;
    double share; /* of that; 0: all of it */
    double more;  /* points: on top of that … */
    double least; /* … and of both */
    int weight;
    DlFace face;
    bool italic, tabular;
} Style;

enum { REGULAR = 400, BOLD = 700 };

static const Style styles[] = {
    [DL_STYLE_TITLE] = {OF_TITLES, .weight = BOLD, .face = DL_FACE_SERIF},
    [DL_STYLE_NEXT_TITLE] = {OF_TITLES, .share = 0.6, .least = 8, .weight = BOLD,
                             .face = DL_FACE_SERIF},
    [DL_STYLE_SUBTITLE] = {OF_SUBTITLES, .least = 8, .weight = REGULAR},
    [DL_STYLE_LEGEND] = {OF_LEGENDS, .weight = REGULAR},
    [DL_STYLE_SOURCE] = {OF_FEET, .weight = REGULAR, .tabular = true},
    [DL_STYLE_REMARK] = {OF_FEET, .weight = REGULAR, .italic = true},
    [DL_STYLE_HEADING] = {OF_LABELS, .weight = BOLD},
    [DL_STYLE_STRIP] = {OF_LABELS, .share = 1.15, .weight = BOLD},
    [DL_STYLE_INSET] = {OF_LABELS, .share = 1.15, .weight = BOLD,
                        .face = DL_FACE_SERIF},
    [DL_STYLE_NOTE] = {OF_SMALLEST, .weight = REGULAR, .italic = true},
    [DL_STYLE_BESIDE] = {OF_SMALLEST, .weight = REGULAR},
    [DL_STYLE_NUMBER] = {OF_SMALLEST, .weight = BOLD, .tabular = true},
    [DL_STYLE_LEVEL] = {OF_SMALLEST, .weight = REGULAR, .tabular = true},
    [DL_STYLE_TICK] = {OF_TICKS, .weight = REGULAR, .tabular = true},
    [DL_STYLE_BETWEEN] = {OF_TICKS, .weight = REGULAR, .italic = true, .tabular = true},
    [DL_STYLE_ERA] = {OF_TICKS, .weight = BOLD},
    [DL_STYLE_MEASURE] = {OF_TICKS, .weight = BOLD, .tabular = true},
    [DL_STYLE_RELATION] = {OF_SMALLEST, .more = 0.5, .weight = REGULAR, .italic = true},
};

DlTextStyle dl_style(const DlLayoutJob *job, DlStyleName name) {
    const DlTheme *theme = job->theme;
    const double sizes[] = {
        [OF_LABELS] = job->size,
        [OF_TITLES] = theme->title_size,
        [OF_SUBTITLES] = theme->subtitle_size,
        [OF_LEGENDS] = theme->legend_size,
        [OF_FEET] = theme->foot_size,
        [OF_TICKS] = theme->tick_size,
        [OF_SMALLEST] = theme->smallest_text,
    };
    const Style *style = &styles[name];
    const double share = style->share > 0 ? style->share : 1;
    return (DlTextStyle){
        .face = style->face,
        .size = fmax(style->least, share * sizes[style->of] + style->more),
        .weight = style->weight,
        .italic = style->italic,
        .tabular = style->tabular,
    };
}

DlTextBlock *dl_style_shape(const DlLayoutJob *job, DlStyleName name, const char *text,
                            double width) {
    const DlTextPart part = {text, dl_style(job, name), job->timeline->language};
    return dl_measurer_shape(job->measurer, &part, 1, width, job->theme->line_height,
                             DL_ALIGN_START);
}
