#include "report/formats.h"

#include "report/cell.h"

enum { N_COLUMNS = 6, GAP = 2, LONGEST_WORD = 24 };

typedef enum { RANK, DATE, ORDER, TITLE, STATUS, SOURCES } ColumnKind;

typedef struct {
    const char *head;
    int least; /* in columns of a terminal; 0: it does not give way */
    bool to_right;
} Column;

/* `least` is the width that a column gives way to where a title needs the room, but not
 * below its longest word, where that is no monster. The title takes what the others
 * leave. */
static const Column columns[N_COLUMNS] = {
    [RANK] = {"rank", 0, true},        [DATE] = {"date", 18, false},
    [ORDER] = {"by order", 12, false}, [TITLE] = {"event", 10, false},
    [STATUS] = {"status", 0, false},   [SOURCES] = {"sources", 0, true},
};

typedef struct {
    char *cells[N_COLUMNS]; /* owned */
} Row;

typedef struct {
    GArray *rows; /* of Row */
    int widths[N_COLUMNS];
    int words[N_COLUMNS]; /* the widest word of each column */
    bool has_order;       /* some event has a text in that column */
} Table;

static void clear_row(void *data) {
    Row *row = data;
    for (int i = 0; i < N_COLUMNS; i++)
        g_free(row->cells[i]);
}

/* The dash stays with what is before it. */
static char *tell_range(const char *before, const char *from, const char *to) {
    if (g_strcmp0(from, to) == 0)
        return g_strconcat(before, from, NULL);
    return g_strconcat(before, from, "\u00A0– ", to, NULL);
}

/* What order leaves of an event, where it is less than its date says. */
static char *tell_order(const DlFacts *facts, const DlEvent *event) {
    g_auto(DlFactEnd) start = dl_fact_start(facts, event);
    g_auto(DlFactEnd) end = dl_fact_end(facts, event);
    if (g_strcmp0(start.earliest, start.min) == 0 &&
        g_strcmp0(end.latest, end.max) == 0)
        return g_strdup("");
    if (start.earliest == NULL)
        return g_strconcat("until ", end.latest, NULL);
    if (end.latest != NULL)
        return tell_range("", start.earliest, end.latest);
    if (start.latest != NULL)
        return tell_range("starts ", start.earliest, start.latest);
    return g_strconcat("from ", start.earliest, NULL);
}

static void add_row(Table *table, const DlFacts *facts, const DlEvent *event) {
    const Row row = {{
        [RANK] = g_strdup_printf("%d", event->rank),
        [DATE] = dl_fact_when(facts, event),
        [ORDER] = tell_order(facts, event),
        [TITLE] = g_strdup(event->title),
        [STATUS] = g_strdup(dl_name_of(&dl_status_names, (int)event->status)),
        [SOURCES] = event->citations->len > 0
                        ? g_strdup_printf("%u", event->citations->len)
                        : g_strdup(""),
    }};
    table->has_order |= row.cells[ORDER][0] != '\0';
    for (int i = 0; i < N_COLUMNS; i++) {
        table->widths[i] = MAX(table->widths[i], dl_cell_width(row.cells[i]));
        table->words[i] = MAX(table->words[i], dl_cell_word_width(row.cells[i]));
    }
    g_array_append_val(table->rows, row);
}

static bool is_shown(const Table *table, int column) {
    return column != ORDER || table->has_order;
}

static int room_for_title(const Table *table, int width) {
    for (int i = 0; i < N_COLUMNS; i++)
        if (is_shown(table, i) && i != TITLE)
            width -= table->widths[i] + GAP;
    return width;
}

static void fit_columns(Table *table, int width) {
    static const ColumnKind giving_way[] = {ORDER, DATE};
    int *const widths = table->widths;
    for (int i = 0; i < N_COLUMNS; i++)
        widths[i] = MAX(widths[i], dl_cell_width(columns[i].head));
    for (size_t i = 0; i < G_N_ELEMENTS(giving_way); i++) {
        const ColumnKind column = giving_way[i];
        const int missing = widths[TITLE] - room_for_title(table, width);
        const int least =
            MAX(columns[column].least, MIN(table->words[column], LONGEST_WORD));
        if (missing > 0)
            widths[column] = MIN(widths[column], MAX(least, widths[column] - missing));
    }
    const int room = MAX(room_for_title(table, width), columns[TITLE].least);
    widths[TITLE] = MIN(widths[TITLE], room);
}

static void append_spaces(GString *out, int n) {
    for (int i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

static void trim_line(GString *out, gsize start) {
    while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

/* The next line of each cell; those that have ended leave room. */
static void append_line(const Table *table, char **lines[N_COLUMNS], GString *out) {
    const gsize start = out->len;
    for (int i = 0; i < N_COLUMNS; i++) {
        if (!is_shown(table, i))
            continue;
        const char *text = *lines[i] != NULL ? *lines[i]++ : "";
        const int room = table->widths[i] - dl_cell_width(text);
        append_spaces(out, columns[i].to_right ? room : 0);
        g_string_append(out, text);
        append_spaces(out, (columns[i].to_right ? 0 : room) + GAP);
    }
    trim_line(out, start);
}

static bool is_left(const Table *table, char **const lines[N_COLUMNS]) {
    for (int i = 0; i < N_COLUMNS; i++)
        if (is_shown(table, i) && *lines[i] != NULL)
            return true;
    return false;
}

static void append_row(const Table *table, char *const cells[N_COLUMNS], GString *out) {
    char **broken[N_COLUMNS], **lines[N_COLUMNS];
    for (int i = 0; i < N_COLUMNS; i++)
        lines[i] = broken[i] = dl_cell_break(cells[i], table->widths[i]);
    while (is_left(table, lines))
        append_line(table, lines, out);
    for (int i = 0; i < N_COLUMNS; i++)
        g_strfreev(broken[i]);
}

static void append_head(const Table *table, GString *out) {
    char *heads[N_COLUMNS];
    for (int i = 0; i < N_COLUMNS; i++)
        heads[i] = (char *)columns[i].head;
    append_row(table, heads, out);
}

void dl_report_table(const DlFacts *facts, const DlReportOptions *options,
                     GString *out) {
    const GPtrArray *events = facts->timeline->events;
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_array_set_clear_func(rows, clear_row);
    Table table = {.rows = rows};
    for (guint i = 0; i < events->len; i++)
        add_row(&table, facts, events->pdata[i]);
    fit_columns(&table, options->width);
    append_head(&table, out);
    for (guint i = 0; i < rows->len; i++)
        append_row(&table, g_array_index(rows, Row, i).cells, out);
}
