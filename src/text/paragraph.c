#include "text/paragraph.h"

#include "base/direction.h"
#include "base/sorted.h"
#include "text/measurer.h"

enum {
    WORD_JOINER = 0x2060,
    LEFT_ISOLATE = 0x2066,
    RIGHT_ISOLATE = 0x2067,
    FIRST_STRONG_ISOLATE = 0x2068,
    POP_ISOLATE = 0x2069
};

static bool opens_isolate(gunichar character) {
    return character >= LEFT_ISOLATE && character <= FIRST_STRONG_ISOLATE;
}

/* An isolate that the user opened is closed by the user or here; one that the user only
 * closes would close ours, and is left out. */
static void append_balanced(GString *text, DlPartRange *range, const char *source) {
    unsigned depth = 0;
    range->start = text->len;
    for (const char *at = source; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = dl_plain_character(g_utf8_get_char(at));
        if (character == POP_ISOLATE && depth == 0)
            continue;
        if (opens_isolate(character))
            depth++;
        else if (character == POP_ISOLATE)
            depth--;
        g_string_append_unichar(text, character);
    }
    range->end = text->len;
    for (; depth > 0; depth--)
        g_string_append_unichar(text, POP_ISOLATE);
}

static bool language_runs_left(const char *tag) {
    int n = 0;
    const PangoScript *scripts =
        pango_language_get_scripts(pango_language_from_string(tag), &n);
    return n > 0 && dl_script_runs_left((GUnicodeScript)scripts[0]);
}

/* That of the language, if any letter has it; neutral: that of the first letter. */
static PangoDirection direction_of(const DlTextPart *part) {
    const bool left = language_runs_left(part->language);
    for (const char *at = part->text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalpha(character) &&
            dl_script_runs_left(g_unichar_get_script(character)) == left)
            return left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    }
    return PANGO_DIRECTION_NEUTRAL;
}

static gunichar isolate_of(PangoDirection direction) {
    if (direction == PANGO_DIRECTION_NEUTRAL)
        return FIRST_STRONG_ISOLATE;
    return direction == PANGO_DIRECTION_RTL ? RIGHT_ISOLATE : LEFT_ISOLATE;
}

static void append_part(DlParagraph *paragraph, const DlTextPart *part) {
    const PangoDirection direction = direction_of(part);
    if (paragraph->direction == PANGO_DIRECTION_NEUTRAL)
        paragraph->direction = direction;
    /* A note number stays with the word that it stands behind. */
    if (part->style.rise > 0 && paragraph->text->len > 0)
        g_string_append_unichar(paragraph->text, WORD_JOINER);
    g_string_append_unichar(paragraph->text, isolate_of(direction));
    DlPartRange range;
    append_balanced(paragraph->text, &range, part->text);
    g_array_append_val(paragraph->ranges, range);
    g_string_append_unichar(paragraph->text, POP_ISOLATE);
}

DlParagraph *dl_paragraph_new(const DlTextPart *parts, size_t n_parts) {
    DlParagraph *paragraph = g_new(DlParagraph, 1);
    paragraph->text = g_string_new(NULL);
    paragraph->direction = PANGO_DIRECTION_NEUTRAL;
    paragraph->otherwise = n_parts > 0 && language_runs_left(parts[0].language)
                               ? PANGO_DIRECTION_RTL
                               : PANGO_DIRECTION_LTR;
    paragraph->ranges = g_array_new(FALSE, FALSE, sizeof(DlPartRange));
    for (size_t i = 0; i < n_parts; i++)
        append_part(paragraph, &parts[i]);
    return paragraph;
}

void dl_paragraph_free(DlParagraph *paragraph) {
    if (paragraph == NULL)
        return;
    g_string_free(paragraph->text, TRUE);
    g_array_unref(paragraph->ranges);
    g_free(paragraph);
}

DlPartRange dl_paragraph_range(const DlParagraph *paragraph, guint part) {
    return g_array_index(paragraph->ranges, DlPartRange, part);
}

guint dl_paragraph_part_after(const DlParagraph *paragraph, gsize byte) {
    return dl_first_where(paragraph->ranges->len, i,
                          dl_paragraph_range(paragraph, i).end > byte);
}

bool dl_paragraph_is_drawn(const DlParagraph *paragraph, gsize byte) {
    const guint part = dl_paragraph_part_after(paragraph, byte);
    return part < paragraph->ranges->len &&
           dl_paragraph_range(paragraph, part).start <= byte;
}

/* Where a script is not one of the language's, Pango would take the language from
 * LANGUAGE or PANGO_LANGUAGE; "xx", its own name for none, fits every script and asks
 * nobody. */
static PangoLanguage *language_for(const DlTextPart *part, PangoScript script) {
    PangoLanguage *language = pango_language_from_string(part->language);
    if (language != NULL && pango_language_includes_script(language, script))
        return language;
    return pango_language_from_string("xx");
}

static void set_language(PangoAttrList *attributes, PangoLanguage *language,
                         gsize start, gsize end) {
    PangoAttribute *attribute = pango_attr_language_new(language);
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(attributes, attribute);
}

DlPartRange dl_paragraph_extent(const DlParagraph *paragraph, guint part) {
    const bool is_last = part + 1 == paragraph->ranges->len;
    return (DlPartRange){
        part == 0 ? 0 : dl_paragraph_range(paragraph, part).start,
        is_last ? paragraph->text->len : dl_paragraph_range(paragraph, part + 1).start,
    };
}

void dl_paragraph_set_languages(const DlParagraph *paragraph, const DlTextPart *parts,
                                PangoAttrList *attributes) {
    const char *text = paragraph->text->str;
    PangoScriptIter *scripts = pango_script_iter_new(text, (int)paragraph->text->len);
    guint part = 0;
    gsize at = 0;
    do {
        const char *script_end;
        PangoScript script;
        pango_script_iter_get_range(scripts, NULL, &script_end, &script);
        while (at < (gsize)(script_end - text)) {
            const gsize part_end = dl_paragraph_extent(paragraph, part).end;
            const gsize end = MIN((gsize)(script_end - text), part_end);
            set_language(attributes, language_for(&parts[part], script), at, end);
            at = end;
            if (at == part_end)
                part++;
        }
    } while (pango_script_iter_next(scripts));
    pango_script_iter_free(scripts);
}
