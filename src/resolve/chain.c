#include "resolve/chain.h"

#include "resolve/groups.h"

/* Longer chains are cut: nobody reads on. */
static const guint MOST_LINKS = 40;

void dl_chain_init(DlChain *chain, const DlOrder *order) {
    *chain = (DlChain){.order = order};
    chain->links = g_array_new(FALSE, FALSE, sizeof(DlLink));
}

void dl_chain_clear(DlChain *chain) {
    g_array_unref(chain->links);
}

static const DlLink *link_at(const DlChain *chain, guint index) {
    return &g_array_index(chain->links, DlLink, index);
}

void dl_chain_add_statement(DlChain *chain, int statement) {
    const guint n_links = chain->links->len;
    const DlLink link = {statement, -1};
    if (n_links == 0 || link_at(chain, n_links - 1)->statement != statement)
        g_array_append_val(chain->links, link);
}

void dl_chain_add_length(DlChain *chain, int event) {
    const DlLink link = {-1, event};
    const DlEvent *record = chain->order->events->pdata[event];
    chain->doubtful |= dl_duration_is_doubtful(&record->duration);
    g_array_append_val(chain->links, link);
}

void dl_chain_add_edge(DlChain *chain, const DlEdge *edge) {
    if (edge->kind == DL_EDGE_STATED)
        dl_chain_add_statement(chain, edge->statement);
    else if (chain->order->has_length[edge->from / 2])
        dl_chain_add_length(chain, edge->from / 2);
}

void dl_chain_add_group(DlChain *chain, int from, int to) {
    if (from == to || from % 2 != 0 || to % 2 != 0)
        return;
    g_autoptr(GArray) statements = g_array_new(FALSE, FALSE, sizeof(int));
    dl_groups_explain(chain->order, from / 2, to / 2, statements);
    for (guint i = 0; i < statements->len; i++)
        dl_chain_add_statement(chain, g_array_index(statements, int, i));
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

static void append_link(GString *text, const DlChain *chain, const DlLink *link,
                        DlPlace place) {
    if (link->statement < 0) {
        const DlEvent *event = event_at(chain, link->event);
        g_autofree char *length =
            dl_words_duration(&event->duration, dl_language_english());
        g_string_append_printf(text, "`%s` lasts %s", event->id, length);
        append_place(text, event->place, place);
        return;
    }
    const DlStatement *statement = dl_order_statement(chain->order, link->statement);
    g_string_append_printf(
        text, "`%s` is %s `%s`", event_at(chain, statement->event)->id,
        dl_order_kind_name(statement->kind), event_at(chain, statement->other)->id);
    append_place(text, statement->place, place);
}

char *dl_chain_to_text(const DlChain *chain, DlPlace place) {
    g_autoptr(GString) text = g_string_new(NULL);
    const guint n_told = MIN(chain->links->len, MOST_LINKS);
    for (guint i = 0; i < n_told; i++) {
        g_string_append(text, i == 0 ? "" : ", ");
        append_link(text, chain, link_at(chain, i), place);
    }
    if (chain->links->len > n_told)
        g_string_append_printf(text, " and so on, %u links in all", chain->links->len);
    return g_strdup(text->str);
}
