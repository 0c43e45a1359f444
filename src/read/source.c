#include "read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

static void set_file_error(GError **error, const char *path, int number) {
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(number), "%s: %s",
                path, g_strerror(number));
}

/* Not g_file_get_contents, which reads a device or a pipe without end. */
static bool read_to_limit(int descriptor, gsize limit, GString *text) {
    char buffer[65536];
    while (text->len <= limit) {
        const ssize_t n = read(descriptor, buffer, sizeof buffer);
        if (n == 0)
            return true;
        if (n > 0)
            g_string_append_len(text, buffer, n);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

GBytes *dl_source_load(const char *path, gsize limit, GError **error) {
    const int descriptor = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (descriptor < 0) {
        set_file_error(error, path, errno);
        return NULL;
    }
    GString *text = g_string_new(NULL);
    const bool is_read = read_to_limit(descriptor, limit, text);
    const int number = errno;
    close(descriptor);
    GBytes *bytes = g_string_free_to_bytes(text);
    if (is_read)
        return bytes;
    g_bytes_unref(bytes);
    set_file_error(error, path, number);
    return NULL;
}

static GBytes *skip_byte_order_mark(GBytes *bytes) {
    size_t size = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    const size_t skip = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return g_bytes_new_from_bytes(bytes, skip, size - skip);
}

static bool is_utf16(const char *text, size_t size) {
    if (size < 2)
        return false;
    return memcmp(text, "\xFE\xFF", 2) == 0 || memcmp(text, "\xFF\xFE", 2) == 0 ||
           (text[0] == '\0') != (text[1] == '\0');
}

DlPlace dl_source_place(const char *file, const char *text, const char *at) {
    DlPlace place = {file, 1, 1};
    const char *line = text;
    for (const char *c = text; c < at; c++)
        if (*c == '\n') {
            line = c + 1;
            place.line++;
        }
    place.column += (int)g_utf8_strlen(line, at - line);
    return place;
}

static bool check_utf8(const char *text, size_t size, const char *file,
                       DlProblems *problems) {
    if (is_utf16(text, size)) {
        const DlPlace start = {file, 1, 1};
        dl_problems_add(problems, start, "not-utf-8",
                        "expected UTF-8, found UTF-16 text");
        dl_problems_hint(problems, "save the file as UTF-8");
        return false;
    }
    const char *bad = text;
    if (g_utf8_validate_len(text, size, &bad) || *bad == '\0')
        return true;
    dl_problems_add(problems, dl_source_place(file, text, bad), "not-utf-8",
                    "expected UTF-8, found the byte 0x%02X", (unsigned char)*bad);
    dl_problems_hint(problems, "save the file as UTF-8");
    return false;
}

/* The printable characters of YAML 1.1 (5.1); XML forbids none of them. */
static bool is_printable(gunichar c) {
    return (c >= 0x20 && c <= 0x7E) || c == '\t' || c == '\n' || c == '\r' ||
           c == 0x85 || (c >= 0xA0 && c <= 0xFFFD) || c >= 0x10000;
}

static bool check_characters(const char *text, size_t size, const char *file,
                             DlProblems *problems) {
    const char *end = text + size;
    for (const char *c = text; c < end; c = g_utf8_next_char(c)) {
        if (is_printable(g_utf8_get_char(c)))
            continue;
        return dl_problems_add(problems, dl_source_place(file, text, c),
                               "bad-character", "the character U+%04X is not allowed",
                               g_utf8_get_char(c));
    }
    return true;
}

/* The length of a line break that libyaml counts and editors do not, and what stands
 * for it. */
static size_t odd_break(const char *c, char *instead) {
    *instead = *c == '\r' ? '\n' : ' ';
    if (*c == '\r')
        return c[1] == '\n' ? 0 : 1;
    if (*c == '\xC2')
        return c[1] == '\x85' ? 2 : 0;
    return *c == '\xE2' && c[1] == '\x80' && (c[2] == '\xA8' || c[2] == '\xA9') ? 3 : 0;
}

static GBytes *normalize_breaks(const char *text, size_t size) {
    GString *out = g_string_sized_new(size);
    for (const char *c = text; c < text + size;) {
        char instead;
        const size_t n = odd_break(c, &instead);
        g_string_append_c(out, n > 0 ? instead : *c);
        c += MAX(n, 1);
    }
    /* for a place at the end of the text, which libyaml puts on a line of its own */
    if (size > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c(out, '\n');
    return g_string_free_to_bytes(out);
}

static GBytes *strip(GBytes *bytes) {
    g_autoptr(GBytes) text = skip_byte_order_mark(bytes);
    size_t size = 0;
    const char *data = g_bytes_get_data(text, &size);
    if (!g_utf8_validate_len(data, size, NULL))
        return g_steal_pointer(&text);
    return normalize_breaks(data, size);
}

static GBytes *refuse_size(const char *file, DlProblems *problems) {
    g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);
    dl_problems_add_file(problems, file, nothing);
    const DlPlace start = {file, 1, 1};
    dl_problems_add(problems, start, "limit", "the file is larger than 64 MiB");
    return NULL;
}

GBytes *dl_source_check(GBytes *bytes, const char *file, DlProblems *problems) {
    if (g_bytes_get_size(bytes) > DL_SOURCE_LIMIT)
        return refuse_size(file, problems);
    g_autoptr(GBytes) text = strip(bytes);
    dl_problems_add_file(problems, file, text);
    size_t size = 0;
    const char *data = g_bytes_get_data(text, &size);
    if (!check_utf8(data, size, file, problems) ||
        !check_characters(data, size, file, problems))
        return NULL;
    return g_steal_pointer(&text);
}
