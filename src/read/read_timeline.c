#include "read/records.h"

#include <string.h>

#include "read/values.h"

/* Files given together are one timeline, so a word about the whole is given once; an
 * included file may have words of its own for when it is read alone. */
static void refuse_second(DlReader *reader, const char *name, DlPlace first) {
    if (!reader->is_included)
        dl_problems_add(reader->problems, reader->key, "repeated-key",
                        "`%s` is already given at %s, line %d", name, first.file,
                        first.line);
}

static bool says_the_same(const DlNode *value, const DlWord *word) {
    return value->kind == DL_NODE_SCALAR && strcmp(value->text, word->text) == 0;
}

static void read_once(DlReader *reader, const DlNode *value, const char *name,
                      DlWord *word) {
    if (word->text == NULL)
        dl_read_text(reader, value, word);
    else if (!says_the_same(value, word))
        refuse_second(reader, name, word->place);
}

DL_READER(read_title, DlDraft, draft, read_once(reader, value, "title", &draft->title))
DL_READER(read_subtitle, DlDraft, draft,
          read_once(reader, value, "subtitle", &draft->subtitle))
DL_READER(read_description, DlDraft, draft,
          read_once(reader, value, "description", &draft->description))
DL_READER(read_author, DlDraft, draft,
          read_once(reader, value, "author", &draft->author))
DL_READER(read_language, DlDraft, draft,
          read_once(reader, value, "language", &draft->language))
DL_READER(read_timezone, DlDraft, draft,
          read_once(reader, value, "timezone", &draft->timezone))
DL_READER(read_keywords, DlDraft, draft, dl_read_words(reader, value, draft->keywords))

static bool changes_daily(const DlNode *value) {
    return value->kind == DL_NODE_SCALAR &&
           (g_ascii_strcasecmp(value->text, "today") == 0 ||
            g_ascii_strcasecmp(value->text, "now") == 0);
}

static void read_asof(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftDate *asof = &draft->asof;
    if (asof->given || asof->broken) {
        refuse_second(reader, "asof", asof->place);
        return;
    }
    if (changes_daily(value)) {
        asof->broken = true;
        dl_problems_add(reader->problems, value->place, "bad-date",
                        "`%s` is another day tomorrow: write the day, as 2025-09-03",
                        value->text);
        return;
    }
    dl_read_single_date(reader, value, asof);
    if (!asof->given || asof->value.start.kind == DL_BOUND_KNOWN)
        return;
    asof->given = false;
    asof->broken = true;
    dl_problems_add(reader->problems, asof->place, "bad-date",
                    "expected the day that the timeline is true of, found `%s`",
                    value->text);
}

static const DlField timeline_fields[] = {
    {"title", false, read_title},       {"subtitle", false, read_subtitle},
    {"author", false, read_author},     {"description", false, read_description},
    {"language", false, read_language}, {"timezone", false, read_timezone},
    {"keywords", false, read_keywords}, {"asof", false, read_asof},
};
static const DlFieldTable timeline_table = DL_FIELD_TABLE("timeline", timeline_fields);

void dl_read_timeline(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    if (draft->title.place.line == 0)
        draft->place = reader->key;
    /* a title that cannot be there is not missed */
    if (!dl_read_fields(reader, value, &timeline_table, reader->key, draft))
        draft->title.place = value->place;
}
