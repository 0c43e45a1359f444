#include "report/report.h"

#include "report/formats.h"

static const DlName format_names[] = {
    {"table", DL_REPORT_TABLE, true}, {"markdown", DL_REPORT_MARKDOWN, true},
    {"csv", DL_REPORT_CSV, true},     {"json", DL_REPORT_JSON, true},
    {"ics", DL_REPORT_ICS, false},    {"html", DL_REPORT_HTML, false},
};
const DlNameTable dl_report_format_names = {"a format", format_names,
                                            G_N_ELEMENTS(format_names)};

typedef void (*Writer)(const DlFacts *facts, const DlReportOptions *options,
                       GString *out);

static const Writer writers[] = {
    [DL_REPORT_TABLE] = dl_report_table,
    [DL_REPORT_MARKDOWN] = dl_report_markdown,
    [DL_REPORT_CSV] = dl_report_csv,
    [DL_REPORT_JSON] = dl_report_json,
};

GBytes *dl_report(const DlTimeline *timeline, DlReportFormat format,
                  const DlReportOptions *options) {
    g_assert((size_t)format < G_N_ELEMENTS(writers));
    g_autoptr(DlFacts) facts = dl_facts_new(timeline);
    GString *out = g_string_new(NULL);
    writers[format](facts, options, out);
    return g_string_free_to_bytes(out);
}
