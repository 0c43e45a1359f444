/* Lists that are sorted: how values compare, and where in a list something begins. */
#ifndef DL_BASE_SORTED_H
#define DL_BASE_SORTED_H

#include <glib.h>

/* For g_array_sort, of such values. */
int dl_compare_doubles(gconstpointer a, gconstpointer b);
int dl_compare_guints(gconstpointer a, gconstpointer b);
int dl_compare_int64s(gconstpointer a, gconstpointer b);

/* The first index of `n` for which an expression over `i` holds; `n` if there is none.
 * Once it holds, it holds for all that follow. */
#define dl_first_where(n, i, holds)                                                    \
    ({                                                                                 \
        guint low_ = 0, high_ = (n);                                                   \
        while (low_ < high_) {                                                         \
            const guint i = low_ + (high_ - low_) / 2;                                 \
            if (holds)                                                                 \
                high_ = i;                                                             \
            else                                                                       \
                low_ = i + 1;                                                          \
        }                                                                              \
        low_;                                                                          \
    })

#endif
