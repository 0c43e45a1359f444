#include "read/read_lanes.h"

#include "read/values.h"

/* One key: what the lanes stand for; its list: which of them, in this order. */
static void read_given(DlReader *reader, const DlNode *value, DlDraftChart *chart) {
    if (value->n_children != 2) {
        dl_problems_add(reader->problems, value->place, "wrong-type",
                        "expected one key, as in `lanes: {actor: [kim, xi]}`, found %u",
                        value->n_children / 2);
        return;
    }
    const DlNode *key = value->children[0];
    if (dl_read_name(reader, key, &dl_lanes_names, &chart->lanes))
        dl_read_words(reader, value->children[1], chart->lane_ids);
}

void dl_read_lanes(DlReader *reader, const DlNode *value, DlDraftChart *chart) {
    chart->lanes_place = value->place;
    if (value->kind == DL_NODE_MAP)
        read_given(reader, value, chart);
    else
        dl_read_name(reader, value, &dl_lanes_names, &chart->lanes);
}
