#include "base/names.h"

#include <string.h>

/* Longer words are no slips of the finger, and this bounds the work. */
enum { LONGEST_WORD = 64 };

typedef struct {
    gunichar letters[LONGEST_WORD];
    size_t n_letters;
} Word;

/* False if it is too long. Capitals count as small letters. */
static bool spell(Word *word, const char *text) {
    word->n_letters = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (word->n_letters == LONGEST_WORD)
            return false;
        word->letters[word->n_letters++] = g_unichar_tolower(g_utf8_get_char(at));
    }
    return true;
}

static bool is_swapped(const Word *a, const Word *b, size_t i, size_t j) {
    return i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] &&
           a->letters[i - 2] == b->letters[j - 1];
}

/* The edits (a letter more, less, other, or two swapped) from one word to the other.
 * Three rows of the usual table are enough. */
static size_t count_edits(const Word *a, const Word *b) {
    size_t rows[3][LONGEST_WORD + 1] = {{0}};
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b->n_letters; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->n_letters; i++) {
        size_t *const spare = before;
        before = above;
        above = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= b->n_letters; j++) {
            const size_t other = a->letters[i - 1] == b->letters[j - 1] ? 0 : 1;
            row[j] = MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + other);
            if (is_swapped(a, b, i, j))
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return row[b->n_letters];
}

static size_t difference(size_t a, size_t b) {
    return a > b ? a - b : b - a;
}

const char *dl_nearest(const char *word, const char *const *names, size_t n) {
    Word wanted, offered;
    if (!spell(&wanted, word))
        return NULL;
    const char *nearest = NULL;
    size_t allowed = wanted.n_letters / 3 + 1;
    for (size_t i = 0; i < n && allowed > 0; i++) {
        if (!spell(&offered, names[i]) ||
            difference(wanted.n_letters, offered.n_letters) >= allowed)
            continue;
        const size_t edits = count_edits(&wanted, &offered);
        if (edits >= allowed)
            continue;
        nearest = names[i];
        allowed = edits;
    }
    return nearest;
}
