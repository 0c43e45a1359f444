#include "base/sorted.h"

int dl_compare_doubles(gconstpointer a, gconstpointer b) {
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

int dl_compare_guints(gconstpointer a, gconstpointer b) {
    const guint first = *(const guint *)a, second = *(const guint *)b;
    return (first > second) - (first < second);
}

int dl_compare_int64s(gconstpointer a, gconstpointer b) {
    const gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
    return (first > second) - (first < second);
}
