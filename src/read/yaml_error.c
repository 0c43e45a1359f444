#include "read/yaml_error.h"

#include <string.h>

typedef struct {
    const char *context, *problem; /* libyaml's; NULL: any */
    const char *message;
} Wording;

/* A character that YAML takes for something else than its writer. */
typedef struct {
    const char *context;
    char found;
    const char *message;
} Clash;

static const Clash clashes[] = {
    {"while scanning for the next token", '%',
     "a value cannot begin with `%`: quote it, as in '%2004-06'"},
    {"while scanning for the next token", '\t', "indent with spaces, not with tabs"},
    {"while parsing a flow node", '?',
     "inside { } and [ ] a value cannot begin with `?`: quote it, as in '?2004-06'"},
};

static const Wording wordings[] = {
    {"while scanning a quoted scalar", NULL, "this quoted text is never closed"},
    {"while parsing a quoted scalar", NULL,
     "this quoted text holds an escape that YAML does not know; in single quotes a "
     "backslash is a plain character"},
    {"while parsing a flow sequence", NULL,
     "this list is not closed, or a comma is missing in it"},
    {"while parsing a flow mapping", NULL,
     "this map is not closed, or a comma is missing in it"},
    {"while parsing a block mapping", NULL,
     "the lines of this map do not line up, or one of them is not `key: value`"},
    {"while parsing a block collection", NULL,
     "the items of this list do not line up, or one of them does not begin with `-`"},
    {"while scanning a simple key", NULL, "expected `:` after this key"},
    {"while scanning for the next token", NULL,
     "a value cannot begin with this character: indent with spaces, not with tabs, and "
     "quote text that begins with a special character"},
    {"while scanning an anchor", NULL,
     "expected a name after `&`; text that begins with it must be quoted"},
    {"while scanning an alias", NULL,
     "expected a name after `*`; text that begins with it must be quoted"},
    {"while scanning a tag", NULL,
     "tags are not part of the language; text that begins with `!` must be quoted"},
    {"while parsing a tag", NULL,
     "tags are not part of the language; text that begins with `!` must be quoted"},
    {"while parsing a node", "found undefined tag handle",
     "tags are not part of the language; text that begins with `!` must be quoted"},
    {"while scanning a block scalar", "did not find expected comment or line break",
     "the text after `|` or `>` begins on the next line"},
    {"while scanning a directive", NULL,
     "a line that begins with `%` is a directive; text that begins with it must be "
     "quoted"},
    {NULL, "found a tab character where an indentation space is expected",
     "indent with spaces, not with tabs"},
    {NULL, "found a tab character that violates indentation",
     "indent with spaces, not with tabs"},
    {NULL, "mapping values are not allowed in this context",
     "a `:` is not expected here: the line before lacks one, or text with `: ` in it "
     "lacks quotes"},
    {NULL, "mapping keys are not allowed in this context",
     "a key is not expected here"},
    {NULL, "block sequence entries are not allowed in this context",
     "a list item is not expected here"},
    {NULL, "did not find expected node content", "expected a value here"},
    {NULL, "did not find expected <document start>",
     "nothing is expected after the end of the map"},
};

static bool matches(const char *pattern, const char *text) {
    return pattern == NULL || g_strcmp0(pattern, text) == 0;
}

static const char *find_message(const char *context, const char *problem, char found) {
    for (size_t i = 0; i < G_N_ELEMENTS(clashes); i++)
        if (clashes[i].found == found && matches(clashes[i].context, context))
            return clashes[i].message;
    for (size_t i = 0; i < G_N_ELEMENTS(wordings); i++)
        if (matches(wordings[i].context, context) &&
            matches(wordings[i].problem, problem))
            return wordings[i].message;
    return problem;
}

/* libyaml counts characters. */
static char found_at(const yaml_parser_t *parser, size_t index) {
    const char *text = (const char *)parser->input.string.start;
    const char *end = (const char *)parser->input.string.end;
    for (; index > 0 && text < end; index--)
        text = g_utf8_next_char(text);
    return text < end ? *text : '\0';
}

static DlPlace place_at(const char *file, yaml_mark_t mark) {
    const DlPlace place = {file, (int)mark.line + 1, (int)mark.column + 1};
    return place;
}

/* Whether text stands right behind a quoted text, where none can. */
static bool is_after_quote(const yaml_parser_t *parser, const DlQuotedText *quoted,
                           char found) {
    return quoted->is_last && parser->problem_mark.line == quoted->end.line &&
           parser->problem_mark.index >= quoted->end.index &&
           strchr("\n\"'[]{}#", found) == NULL;
}

static bool tell_after_quote(const yaml_parser_t *parser, const DlQuotedText *quoted,
                             const char *file, DlProblems *problems) {
    if (quoted->start.line < quoted->end.line)
        return dl_problems_add(problems, place_at(file, quoted->start), "not-yaml",
                               "this quoted text ends only in line %d: its closing "
                               "quote is missing",
                               (int)quoted->end.line + 1);
    dl_problems_add(problems, place_at(file, parser->problem_mark), "not-yaml",
                    "text follows the closing quote: put all of it in quotes");
    if (parser->problem_mark.index == quoted->end.index)
        dl_problems_hint(problems, "a %c within %c…%c is written %s", quoted->quote,
                         quoted->quote, quoted->quote,
                         quoted->quote == '"' ? "\\\"" : "''");
    return false;
}

/* A tab is the fault itself, wherever the text around it begins. */
static bool is_tab(const yaml_parser_t *parser) {
    return parser->problem != NULL && strstr(parser->problem, "tab character") != NULL;
}

bool dl_yaml_error_tell(const yaml_parser_t *parser, const DlQuotedText *quoted,
                        const char *file, DlProblems *problems) {
    const char found = found_at(parser, parser->problem_mark.index);
    if (is_after_quote(parser, quoted, found))
        return tell_after_quote(parser, quoted, file, problems);
    const DlPlace broke = place_at(file, parser->problem_mark);
    const bool has_context = parser->context != NULL && !is_tab(parser);
    const DlPlace begins = has_context ? place_at(file, parser->context_mark) : broke;
    const char *message = find_message(parser->context, parser->problem, found);
    if (begins.line == broke.line && begins.column == broke.column)
        return dl_problems_add(problems, begins, "not-yaml", "%s", message);
    return dl_problems_add(problems, begins, "not-yaml", "%s (see line %d, column %d)",
                           message, broke.line, broke.column);
}
