#include "base/sized.h"

#include <string.h>

/* The largest size that is accepted; Linux takes a page, too. */
enum { SIZED_MOST = 4096 };

static size_t sized_size(const void *given)
{
    size_t size;
    memcpy(&size, given, sizeof size);
    return size;
}

bool sized_is(const void *given, size_t first)
{
    size_t size = sized_size(given);
    return size >= first && size <= SIZED_MOST;
}

bool sized_read(void *to, size_t known, const void *given)
{
    size_t size = sized_size(given);
    const char *bytes = given;
    for (size_t i = known; i < size; i++)
        if (bytes[i])
            return false;
    memset(to, 0, known);
    memcpy(to, given, size < known ? size : known);
    memcpy(to, &known, sizeof known);
    return true;
}

void sized_write(void *given, const void *from, size_t known)
{
    size_t size = sized_size(given), both = size < known ? size : known;
    memcpy((char *)given + sizeof size, (const char *)from + sizeof size, both - sizeof size);
    memset((char *)given + both, 0, size - both);
}
