/* The writers behind the table of formats; private to report/. */
#ifndef DL_REPORT_FORMATS_H
#define DL_REPORT_FORMATS_H

#include "report/facts.h"
#include "report/report.h"

/* For people, on a terminal or in a mail. What order adds has a column where it adds
 * anything; cells that are too wide are wrapped. */
void dl_report_table(const DlFacts *facts, const DlReportOptions *options,
                     GString *out);
/* A table of GitHub's Markdown. Sources are its footnotes. */
void dl_report_markdown(const DlFacts *facts, const DlReportOptions *options,
                        GString *out);
/* RFC 4180: UTF-8 without a mark, lines end in CR LF, lists are joined by "; ". Names
 * are ids, as in JSON. A text that a person wrote and that a spreadsheet would take for
 * a formula (it begins with = + - @) gets a ' before it; what the program writes (ids
 * of events, dates, ranks) stays as it is, so that programs can read it. */
void dl_report_csv(const DlFacts *facts, const DlReportOptions *options, GString *out);
/* {"events": [{"id", "title", "date", "words", "start": {"min", "max", "earliest",
 * "latest"}, "end": {…}, "earliest", "latest", "ongoing", "duration", "rank", "after",
 * "before", "during", "with", "status", "category", "actors", "place", "tags",
 * "weight", "sources", "text", "link"}]}, an event a line. Every key is always there;
 * null stands for what is not given, not known or not bounded. "earliest" and "latest"
 * of the event are those of its start and of its end. */
void dl_report_json(const DlFacts *facts, const DlReportOptions *options, GString *out);

#endif
