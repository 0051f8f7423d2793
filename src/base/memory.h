/* The only calls of the C allocator, so that tests can make them fail. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* As realloc(pointer, size); NULL when there is no memory. size is never 0. */
void *memory_resize(void *pointer, size_t size);
void memory_release(void *pointer);

/* Test builds only (BROADSHEET_SWEEP). Allocation number fail_at, counted from 1, fails, and with and_on every one
 * after it too; 0: none fails. Returns how many allocations were made since the last call. */
#ifdef BROADSHEET_SWEEP
#include <stdbool.h>
size_t memory_fail(size_t fail_at, bool and_on);
#endif

#endif
