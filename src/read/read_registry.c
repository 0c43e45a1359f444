#include "read/records.h"

#include "read/values.h"

/* Every record of a registry is at its key, which is its id. */
static void name_record(DlReader *reader, const DlNode *key, DlWord *id,
                        DlPlace *place) {
    *place = key->place;
    dl_read_id(reader, key, id);
}

DL_READER(read_actor_name, DlDraftActor, actor,
          dl_read_text(reader, value, &actor->name))
DL_READER(read_actor_native, DlDraftActor, actor,
          dl_read_text(reader, value, &actor->native))
DL_READER(read_actor_role, DlDraftActor, actor,
          dl_read_text(reader, value, &actor->role))
DL_READER(read_actor_color, DlDraftActor, actor,
          actor->has_color = dl_read_color(reader, value, &actor->color))

static const DlField actor_fields[] = {
    {"name", true, read_actor_name},
    {"native", false, read_actor_native},
    {"role", false, read_actor_role},
    {"color", false, read_actor_color},
};
static const DlFieldTable actor_table = DL_FIELD_TABLE("an actor", actor_fields);

static void read_actor(DlReader *reader, const DlNode *key, const DlNode *value) {
    DlDraftActor *actor = g_new0(DlDraftActor, 1);
    g_ptr_array_add(reader->draft->actors, actor);
    name_record(reader, key, &actor->id, &actor->place);
    dl_read_fields(reader, value, &actor_table, key->place, actor);
}

void dl_read_actors(DlReader *reader, const DlNode *value, void *draft G_GNUC_UNUSED) {
    dl_read_entries(reader, value, "a map of actors", read_actor);
}

DL_READER(read_location_name, DlDraftLocation, location,
          dl_read_text(reader, value, &location->name))
DL_READER(read_location_within, DlDraftLocation, location,
          dl_read_text(reader, value, &location->within))

static const DlField location_fields[] = {
    {"name", true, read_location_name},
    {"within", false, read_location_within},
};
static const DlFieldTable location_table = DL_FIELD_TABLE("a place", location_fields);

static void read_location(DlReader *reader, const DlNode *key, const DlNode *value) {
    DlDraftLocation *location = g_new0(DlDraftLocation, 1);
    g_ptr_array_add(reader->draft->locations, location);
    name_record(reader, key, &location->id, &location->place);
    dl_read_fields(reader, value, &location_table, key->place, location);
}

void dl_read_locations(DlReader *reader, const DlNode *value,
                       void *draft G_GNUC_UNUSED) {
    dl_read_entries(reader, value, "a map of places", read_location);
}

DL_READER(read_category_label, DlDraftCategory, category,
          dl_read_text(reader, value, &category->label))
DL_READER(read_category_color, DlDraftCategory, category,
          category->has_color = dl_read_color(reader, value, &category->color))

static void read_category_shape(DlReader *reader, const DlNode *value, void *record) {
    DlDraftCategory *category = record;
    int shape = 0;
    category->has_shape = dl_read_name(reader, value, &dl_mark_shape_names, &shape);
    category->shape = (DlMarkShape)shape;
}

static const DlField category_fields[] = {
    {"label", true, read_category_label},
    {"color", false, read_category_color},
    {"shape", false, read_category_shape},
};
static const DlFieldTable category_table =
    DL_FIELD_TABLE("a category", category_fields);

static void read_category(DlReader *reader, const DlNode *key, const DlNode *value) {
    DlDraftCategory *category = g_new0(DlDraftCategory, 1);
    g_ptr_array_add(reader->draft->categories, category);
    name_record(reader, key, &category->id, &category->place);
    dl_read_fields(reader, value, &category_table, key->place, category);
}

void dl_read_categories(DlReader *reader, const DlNode *value,
                        void *draft G_GNUC_UNUSED) {
    dl_read_entries(reader, value, "a map of categories", read_category);
}

DL_READER(read_source_title, DlDraftSource, source,
          dl_read_text(reader, value, &source->title))
DL_READER(read_source_author, DlDraftSource, source,
          dl_read_text(reader, value, &source->author))
DL_READER(read_source_publisher, DlDraftSource, source,
          dl_read_text(reader, value, &source->publisher))
DL_READER(read_source_url, DlDraftSource, source,
          dl_read_link(reader, value, &source->url))
DL_READER(read_source_date, DlDraftSource, source,
          dl_read_date(reader, value, &source->date))

static const DlField source_fields[] = {
    {"title", true, read_source_title},
    {"author", false, read_source_author},
    {"publisher", false, read_source_publisher},
    {"date", false, read_source_date},
    {"url", false, read_source_url},
};
static const DlFieldTable source_table = DL_FIELD_TABLE("a source", source_fields);

static void read_source(DlReader *reader, const DlNode *key, const DlNode *value) {
    DlDraftSource *source = g_new0(DlDraftSource, 1);
    g_ptr_array_add(reader->draft->sources, source);
    name_record(reader, key, &source->id, &source->place);
    dl_read_fields(reader, value, &source_table, key->place, source);
}

void dl_read_sources(DlReader *reader, const DlNode *value, void *draft G_GNUC_UNUSED) {
    dl_read_entries(reader, value, "a map of sources", read_source);
}
