#include "base/memory.h"

#include <stdlib.h>

#ifdef BROADSHEET_SWEEP

/* Test builds only; they run one thread. */
static size_t memory_count, memory_fail_at;
static bool memory_and_on;

size_t memory_fail(size_t fail_at, bool and_on)
{
    size_t count = memory_count;
    memory_count = 0;
    memory_fail_at = fail_at;
    memory_and_on = and_on;
    return count;
}

static bool memory_is_due(void)
{
    memory_count++;
    return memory_fail_at != 0 && (memory_count == memory_fail_at || (memory_and_on && memory_count > memory_fail_at));
}

void *memory_resize(void *pointer, size_t size)
{
    return memory_is_due() ? NULL : realloc(pointer, size);
}

#else

void *memory_resize(void *pointer, size_t size)
{
    return realloc(pointer, size);
}

#endif

void memory_release(void *pointer)
{
    free(pointer);
}
