#!/bin/sh
# Who may include whom. Arrows only go down: a folder may include itself and what its row
# names. Each header must compile alone.
set -u

arrows="
base:
time:    base
picture: base
model:   base time
read:    base time model picture
resolve: base time model
scale:   base time
text:    base
layout:  base time model scale text
scene:   base
draw:    base time model scale layout scene
render:  base scene text picture
report:  base time model
import:  base time
cli:     dateline.h
"

# Headers of libraries (how their names begin) that only some folders may see.
libraries="
yaml:  read
json-: read
pango: text
hb:    text
qpdf/: render
png:   render
font:  text
gdk-:  picture
librsvg: picture
cairo: text render picture
gio/:  cli
"

check_includes() {
    awk -v arrows="$arrows" -v libraries="$libraries" '
        function read_table(text, table,    rows, cells, i, n) {
            n = split(text, rows, "\n")
            for (i = 1; i <= n; i++)
                if (split(rows[i], cells, / *: */) == 2)
                    table[cells[1]] = " " cells[2] " "
        }
        function complain(message) {
            print FILENAME ":" FNR ": " message
            wrong = 1
        }
        BEGIN { read_table(arrows, may); read_table(libraries, only) }
        FNR == 1 {
            split(FILENAME, path, "/")
            folder = path[2]
            if (!(folder in may))
                complain("the folder " folder " has no row in " "tests/check-layers.sh")
        }
        /^ *# *include *"/ {
            split($0, quoted, "\"")
            split(quoted[2], path, "/")
            if (path[1] != folder && !index(may[folder], " " path[1] " "))
                complain(folder " may not include " quoted[2])
        }
        /^ *# *include *</ {
            split($0, quoted, /[<>]/)
            for (library in only)
                if (index(quoted[2], library) == 1 && !index(only[library], " " folder " "))
                    complain(folder " may not include " quoted[2])
        }
        END { exit wrong }' "$@"
}

# Eight at a time.
check_headers() {
    flags="-std=gnu11 -fsyntax-only -Isrc -Iinclude"
    flags="$flags $(pkg-config --cflags glib-2.0 pangoft2 pangocairo harfbuzz libpng libqpdf yaml-0.1 json-glib-1.0 gdk-pixbuf-2.0 librsvg-2.0 cmocka)"
    # shellcheck disable=SC2086 # flags are words
    printf '%s\n' "$@" | xargs -n 1 -P 8 ${CC:-cc} $flags -x c
}

status=0
check_includes $(find src/* -path 'src/*/*' -name '*.[ch]' | sort) || status=1
check_headers $(find include src tests -name '*.h' | sort) || status=1
[ "$status" -eq 0 ] && echo "layers: all arrows go down, every header compiles alone"
exit "$status"
