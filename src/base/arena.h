/* Memory that is freed all at once.
 *
 * A story has one arena for its whole life; work that ends earlier has a scratch
 * arena beside it. Allocation never returns NULL: when memory runs out, or a limit
 * is reached deep inside, control leaves by longjmp to the arena_run that is in
 * force, which returns the status. So no caller has an error path to forget, and
 * md4c, which writes through a NULL, never sees one. */
#ifndef ARENA_H
#define ARENA_H

#include "base/text.h"

#include <setjmp.h>

typedef struct arena {
    struct arena_block *blocks; /* newest first */
    char *next, *end;           /* free room in the newest block */
    struct arena *parent;       /* whose escape to use; NULL: its own */
    jmp_buf *escape;            /* set while arena_run is in force */
    broadsheet_status why;      /* what arena_leave said */
    const char *limit;          /* what arena_limit said */
} arena;

/* An empty arena; allocates nothing. With a parent, failure leaves through it. */
void arena_open(arena *a, arena *parent);

/* Frees every block. The arena is empty again and may be used on. */
void arena_close(arena *a);

/* Calls work(context) and returns what it returned, or the status of the
 * arena_leave that ended it. The only setjmp of the library. While it runs, the
 * third-party allocator below draws from a. May be nested for different arenas. */
broadsheet_status arena_run(arena *a, broadsheet_status (*work)(void *), void *context);

/* Ends the arena_run in force with this status. */
_Noreturn void arena_leave(arena *a, broadsheet_status why);

/* The same with LIMIT, and which one it was: static English text. */
_Noreturn void arena_limit(arena *a, const char *limit);

/* size bytes, aligned for any type, all zero. */
void *arena_alloc(arena *a, size_t size);

/* The same, but not cleared: for bytes that are written before they are read. */
void *arena_room(arena *a, size_t size);

/* An array of count items; leaves with MEMORY when the product overflows. */
void *arena_array(arena *a, size_t count, size_t item_size);

/* A copy of t, followed by a NUL that is not counted. */
text arena_text(arena *a, text t);

/* Which arena the third-party code allocates from; returns the one before. This is
 * thread-local and the only state outside of a story: neither cJSON nor md4c hands
 * a context to its allocator. */
arena *arena_use(arena *a);

/* Defined in test builds only (BROADSHEET_SWEEP), as the control of the sweep: true makes the
 * third-party allocator return NULL, as malloc would, where it must leave. */
#ifdef BROADSHEET_SWEEP
extern bool arena_returns_null;
#endif

#endif
