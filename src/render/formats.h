/* The renderers behind the table of formats; private to render/. */
#ifndef DL_RENDER_FORMATS_H
#define DL_RENDER_FORMATS_H

#include "render/render.h"

/* Each as `render` of DlFormat. */
GBytes *dl_render_svg(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error);
GBytes *dl_render_pdf(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error);
GBytes *dl_render_png(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error);
GBytes *dl_render_eps(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error);
GBytes *dl_render_html(const DlScene *scene, int page, const DlMeasurer *measurer,
                       const DlRenderOptions *options, GError **error);
GBytes *dl_render_json(const DlScene *scene, int page, const DlMeasurer *measurer,
                       const DlRenderOptions *options, GError **error);
GBytes *dl_render_cairo_svg(const DlScene *scene, int page, const DlMeasurer *measurer,
                            const DlRenderOptions *options, GError **error);

#endif
