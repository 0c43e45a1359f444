#include "base/place.h"

static int compare(int a, int b) {
    return (a > b) - (a < b);
}

int dl_place_compare(DlPlace a, DlPlace b) {
    const int lines = compare(a.line, b.line);
    return lines != 0 ? lines : compare(a.column, b.column);
}
