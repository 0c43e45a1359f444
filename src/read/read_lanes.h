/* `lanes: actor`, or `lanes: {actor: [kim, xi]}`. */
#ifndef DL_READ_LANES_H
#define DL_READ_LANES_H

#include "read/fields.h"

void dl_read_lanes(DlReader *reader, const DlNode *value, DlDraftChart *chart);

#endif
