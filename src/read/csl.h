/* An item of CSL-JSON as a source (CSL 1.0.2, "csl-data.json").
 *
 * Authors (else editors) are "Given Family", in Chinese, Japanese and Korean letters
 * family first; of more than three, the first "et al.". The publisher is what the item
 * appeared in, else who published it. The link is its URL, else that of its DOI. Tags
 * of rich text (<i>, <span …>) are dropped. Keys that a source has no use for are not
 * looked at. */
#ifndef DL_READ_CSL_H
#define DL_READ_CSL_H

#include <json-glib/json-glib.h>

#include "base/problems.h"
#include "model/draft.h"

/* The source that the item is; NULL, and a problem at `place`, where it has no id. The
 * draft that it is added to owns it. */
DlDraftSource *dl_csl_read(JsonObject *item, DlPlace place, DlProblems *problems);

#endif
