#include "resolve/chain.h"

/* Longer chains are cut: nobody reads on. */
static const gsize LONGEST_TEXT = 800;

/* How a statement is told, without and with a lag: of the event, the lag, the other. */
static const struct {
    const char *name, *with_lag;
} kinds[] = {
    [DL_ORDER_AFTER] = {"after", "`%s` is %s after `%s`"},
    [DL_ORDER_BEFORE] = {"before", "`%s` is %s before `%s`"},
    [DL_ORDER_DURING] = {"during", "`%s` starts %s into `%s`"},
    [DL_ORDER_WITH] = {"with", "`%s` starts %s after the start of `%s`"},
};

const char *dl_order_kind_name(DlOrderKind kind) {
    return kinds[kind].name;
}

DlChain *dl_chain_new(const DlOrder *order) {
    DlChain *chain = g_new0(DlChain, 1);
    chain->order = order;
    chain->links = g_array_new(FALSE, FALSE, sizeof(DlLink));
    chain->has = g_hash_table_new(NULL, NULL);
    return chain;
}

void dl_chain_free(DlChain *chain) {
    if (chain == NULL)
        return;
    g_array_unref(chain->links);
    g_hash_table_unref(chain->has);
    g_free(chain);
}

static const DlLink *link_at(const DlChain *chain, guint index) {
    return &g_array_index(chain->links, DlLink, index);
}

static void add_link(DlChain *chain, DlLink link) {
    const int number = link.statement >= 0 ? link.statement : -1 - link.event;
    if (g_hash_table_add(chain->has, GINT_TO_POINTER(number)))
        g_array_append_val(chain->links, link);
}

void dl_chain_add_edge(DlChain *chain, const DlEdge *edge) {
    chain->doubtful |= dl_edge_is_doubtful(chain->order, edge);
    chain->measured |= edge->kind == DL_EDGE_LONGEST ||
                       (edge->kind == DL_EDGE_SHORTEST && edge->statement >= 0);
    if (edge->statement >= 0)
        add_link(chain, (DlLink){edge->statement, -1});
    else if (!dl_edge_is_implied(chain->order, edge))
        add_link(chain, (DlLink){-1, edge->from / 2});
}

int dl_chain_first(const DlChain *chain) {
    int first = -1;
    for (guint i = 0; i < chain->links->len; i++) {
        const int statement = link_at(chain, i)->statement;
        if (statement >= 0 &&
            (first < 0 || dl_statement_is_first(chain->order, statement, first)))
            first = statement;
    }
    return first;
}

bool dl_chain_is_at_once(const DlChain *chain) {
    for (guint i = 0; i < chain->links->len; i++) {
        const int index = link_at(chain, i)->statement;
        if (index < 0)
            return false;
        const DlStatement *statement = dl_order_statement(chain->order, index);
        if (statement->kind != DL_ORDER_WITH || statement->has_lag)
            return false;
    }
    return true;
}

void dl_chain_turn(DlChain *chain) {
    const int first = dl_chain_first(chain);
    const guint n_links = chain->links->len;
    guint start = 0;
    while (link_at(chain, start)->statement != first)
        start++;
    GArray *turned = g_array_new(FALSE, FALSE, sizeof(DlLink));
    for (guint i = 0; i < n_links; i++)
        g_array_append_val(turned, *link_at(chain, (start + i) % n_links));
    g_array_unref(chain->links);
    chain->links = turned;
}

static void append_place(GString *text, DlPlace of, DlPlace place) {
    if (of.file == place.file)
        g_string_append_printf(text, " (line %d)", of.line);
    else
        g_string_append_printf(text, " (%s:%d)", of.file, of.line);
}

static const DlEvent *event_at(const DlChain *chain, int index) {
    return chain->order->events->pdata[index];
}

static char *duration_words(const DlDuration *duration) {
    return dl_words_duration(duration, dl_language_english());
}

static void append_statement(GString *text, const DlChain *chain,
                             const DlStatement *statement) {
    const char *event = event_at(chain, statement->event)->id;
    const char *other = event_at(chain, statement->other)->id;
    if (!statement->has_lag) {
        g_string_append_printf(text, "`%s` is %s `%s`", event,
                               dl_order_kind_name(statement->kind), other);
        return;
    }
    g_autofree char *lag = duration_words(&statement->by);
    const char *format = kinds[statement->kind].with_lag;
    const char *const words[] = {event, lag, other};
    g_auto(GStrv) between = g_strsplit(format, "%s", -1);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_string_append_printf(text, "%s%s", between[i], words[i]);
    g_string_append(text, between[G_N_ELEMENTS(words)]);
}

static void append_link(GString *text, const DlChain *chain, const DlLink *link,
                        DlPlace place) {
    if (link->statement >= 0) {
        const DlStatement *statement =
            dl_order_statement(chain->order, link->statement);
        append_statement(text, chain, statement);
        append_place(text, statement->place, place);
        return;
    }
    const DlEvent *event = event_at(chain, link->event);
    g_autofree char *length = duration_words(&event->duration);
    g_string_append_printf(text, "`%s` lasts %s", event->id, length);
    append_place(text, event->place, place);
}

char *dl_chain_to_text(const DlChain *chain, DlPlace place) {
    g_autoptr(GString) text = g_string_new(NULL);
    guint n_told = 0;
    for (; n_told < chain->links->len && text->len < LONGEST_TEXT; n_told++) {
        g_string_append(text, n_told == 0 ? "" : ", ");
        append_link(text, chain, link_at(chain, n_told), place);
    }
    if (chain->links->len > n_told)
        g_string_append_printf(text, " and so on, %u links in all", chain->links->len);
    return g_strdup(text->str);
}
