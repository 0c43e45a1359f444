#include "read/records.h"

#include "read/values.h"

DL_READER(read_id, DlDraftEvent, event, dl_read_id(reader, value, &event->id))
DL_READER(read_title, DlDraftEvent, event, dl_read_text(reader, value, &event->title))
DL_READER(read_text, DlDraftEvent, event, dl_read_text(reader, value, &event->text))
DL_READER(read_category, DlDraftEvent, event,
          dl_read_text(reader, value, &event->category))
DL_READER(read_place, DlDraftEvent, event,
          dl_read_text(reader, value, &event->location))
DL_READER(read_link, DlDraftEvent, event, dl_read_link(reader, value, &event->link))
DL_READER(read_date, DlDraftEvent, event, dl_read_date(reader, value, &event->date))
DL_READER(read_start, DlDraftEvent, event,
          dl_read_single_date(reader, value, &event->start))
DL_READER(read_end, DlDraftEvent, event,
          dl_read_single_date(reader, value, &event->end))
DL_READER(read_duration, DlDraftEvent, event,
          dl_read_duration(reader, value, &event->duration))
DL_READER(read_after, DlDraftEvent, event,
          dl_read_references(reader, value, event->after))
DL_READER(read_before, DlDraftEvent, event,
          dl_read_references(reader, value, event->before))
DL_READER(read_during, DlDraftEvent, event,
          dl_read_references(reader, value, event->during))
DL_READER(read_with, DlDraftEvent, event,
          dl_read_references(reader, value, event->with))
DL_READER(read_actors, DlDraftEvent, event, dl_read_words(reader, value, event->actors))
DL_READER(read_tags, DlDraftEvent, event, dl_read_words(reader, value, event->tags))
DL_READER(read_sources, DlDraftEvent, event,
          dl_read_citations(reader, value, event->citations))
DL_READER(read_image, DlDraftEvent, event, dl_read_image(reader, value, &event->image))
DL_READER(read_weight, DlDraftEvent, event,
          dl_read_integer(reader, value, 1, 5, &event->weight))

static void read_status(DlReader *reader, const DlNode *value, void *record) {
    DlDraftEvent *event = record;
    int status = (int)event->status;
    dl_read_name(reader, value, &dl_status_names, &status);
    event->status = (DlStatus)status;
}

static const DlName calendars[] = {{"gregorian", 0, true}, {"julian", 1, false}};
static const DlNameTable calendar_names = {"a calendar", calendars,
                                           G_N_ELEMENTS(calendars)};

static void read_calendar(DlReader *reader, const DlNode *value,
                          void *event G_GNUC_UNUSED) {
    int calendar = 0;
    dl_read_name(reader, value, &calendar_names, &calendar);
    if (calendar != 0)
        dl_problems_add(reader->problems, value->place, "not-ready",
                        "dates of the calendar `%s` cannot be read yet", value->text);
}

static const DlField event_fields[] = {
    {"id", false, read_id},
    {"title", true, read_title},
    {"date", false, read_date},
    {"start", false, read_start},
    {"end", false, read_end},
    {"duration", false, read_duration},
    {"calendar", false, read_calendar},
    {"after", false, read_after},
    {"before", false, read_before},
    {"during", false, read_during},
    {"with", false, read_with},
    {"text", false, read_text},
    {"category", false, read_category},
    {"actors", false, read_actors},
    {"place", false, read_place},
    {"tags", false, read_tags},
    {"weight", false, read_weight},
    {"status", false, read_status},
    {"link", false, read_link},
    {"sources", false, read_sources},
    {"image", false, read_image},
};
static const DlFieldTable event_table = DL_FIELD_TABLE("an event", event_fields);

static void read_event(DlReader *reader, const DlNode *value, void *record) {
    DlDraft *draft = record;
    DlDraftEvent *event = dl_draft_event_new();
    g_ptr_array_add(draft->events, event);
    event->place = value->place;
    dl_read_fields(reader, value, &event_table, value->place, event);
}

void dl_read_events(DlReader *reader, const DlNode *value, void *draft) {
    dl_read_items(reader, value, "a list of events", read_event, draft);
}
