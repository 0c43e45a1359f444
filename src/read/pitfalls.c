#include "read/pitfalls.h"

#include <stdbool.h>
#include <string.h>

DlPitfalls dl_pitfalls(GBytes *bytes, const char *file, DlProblems *problems) {
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    return (DlPitfalls){file, problems, text, text, text + size, 0};
}

static void go_to(DlPitfalls *pitfalls, size_t index) {
    for (; pitfalls->n_passed < index && pitfalls->at < pitfalls->end;
         pitfalls->n_passed++)
        pitfalls->at = g_utf8_next_char(pitfalls->at);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

void dl_pitfalls_check_key(DlPitfalls *pitfalls, const yaml_event_t *key,
                           DlPlace place) {
    go_to(pitfalls, key->start_mark.index);
    const char *before = pitfalls->at;
    while (before > pitfalls->text && is_blank(before[-1]))
        before--;
    if (before > pitfalls->text && before[-1] == '?')
        dl_problems_add(pitfalls->problems, place, "question-mark",
                        "the `?` before this begins a key: quote text that begins with "
                        "it, as in '?%s'",
                        (const char *)key->data.scalar.value);
}

/* A comment usually begins with a space of its own, or is a line of signs. */
static bool begins_comment(const char *hash) {
    return strchr(" \t\r\n#!-=", hash[1]) != NULL;
}

void dl_pitfalls_check_comment(DlPitfalls *pitfalls, const yaml_event_t *scalar) {
    if (scalar->data.scalar.length == 0)
        return;
    go_to(pitfalls, scalar->end_mark.index);
    const char *hash = pitfalls->at;
    while (hash < pitfalls->end && is_blank(*hash))
        hash++;
    if (hash == pitfalls->at || pitfalls->end - hash < 2 || *hash != '#' ||
        begins_comment(hash))
        return;
    const int n_blanks = (int)(hash - pitfalls->at);
    const DlPlace place = {pitfalls->file, (int)scalar->end_mark.line + 1,
                           (int)scalar->end_mark.column + 1 + n_blanks};
    dl_problems_warn(pitfalls->problems, place, "comment-in-text",
                     "what follows ` #` is left out as a comment: quote the text if it "
                     "belongs to it, or put a space after `#`");
}
