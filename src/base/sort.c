#include "base/third_party.h"

static void sort_swap(void **a, void **b)
{
    void *kept = *a;
    *a = *b;
    *b = kept;
}

/* Makes at[parent] and what stands below it a heap again: none is before its parent. */
static void sort_sink(void **at, size_t parent, size_t count, third_party_order *order)
{
    for (size_t child; (child = 2 * parent + 1) < count; parent = child) {
        if (child + 1 < count && order(&at[child], &at[child + 1]) < 0)
            child++;
        if (order(&at[parent], &at[child]) >= 0)
            return;
        sort_swap(&at[parent], &at[child]);
    }
}

void third_party_sort(void *items, size_t count, size_t size, third_party_order *order)
{
    void **at = items;
    (void)size; /* of a pointer: md4c sorts no other items */
    for (size_t parent = count / 2; parent-- > 0;)
        sort_sink(at, parent, count, order);
    for (size_t end = count; end > 1; end--) {
        sort_swap(&at[0], &at[end - 1]);
        sort_sink(at, 0, end - 1, order);
    }
}
