#include "text/ranges.h"

bool ranges_hold(const ranges *set, uint32_t code_point)
{
    bool bmp = code_point < 0x10000;
    const range *found = bmp ? set->bmp : set->smp;
    size_t low = 0, count = bmp ? set->bmp_count : set->smp_count, high = count;
    uint32_t c = bmp ? code_point : code_point - 0x10000;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c > found[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= found[low].first;
}
