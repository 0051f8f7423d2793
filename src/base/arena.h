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
    struct arena *parent;       /* whose escape is used; NULL: its own */
    jmp_buf *escape;            /* set while arena_run is in force */
    broadsheet_status why;      /* the status given to arena_leave */
    const char *limit;          /* the limit given to arena_limit; static text */
} arena;

enum {
    ARENA_ALIGN = _Alignof(max_align_t),
#ifdef BROADSHEET_SWEEP
    ARENA_SHARE_MOST = 0 /* every request gets a block of its own, so that ASan sees its bounds */
#else
    ARENA_SHARE_MOST = 64 * 1024 /* a larger request gets a block of its own */
#endif
};

/* Whether a request of this size gets a block of its own. */
static inline bool arena_has_own(size_t size)
{
    return size > ARENA_SHARE_MOST;
}

/* The room that a request of this size takes in a block that it shares. */
static inline size_t arena_round(size_t size)
{
    return (size + (ARENA_ALIGN - 1)) & ~(size_t)(ARENA_ALIGN - 1);
}

/* Makes an empty arena; allocates nothing. With a parent, arena_leave ends the arena_run of the parent. */
void arena_open(arena *a, arena *parent);

/* Frees every block. The arena is empty then and may be used again. */
void arena_close(arena *a);

/* Calls work(context). Returns what work returned, or the status of the arena_leave that ended it. This is the only
 * setjmp of the library. Meanwhile third-party code allocates from a. Runs of different arenas may be nested. */
broadsheet_status arena_run(arena *a, broadsheet_status (*work)(void *), void *context);

/* Ends the arena_run in force with this status. */
_Noreturn void arena_leave(arena *a, broadsheet_status why);

/* Ends the arena_run in force with LIMIT. limit says which limit was passed, in static English text. */
_Noreturn void arena_limit(arena *a, const char *limit);

/* Returns size bytes, aligned for any type, all zero. */
void *arena_alloc(arena *a, size_t size);

/* The same, not cleared: for bytes that are written before they are read. */
void *arena_room(arena *a, size_t size);

/* Moves what arena_room or this function gave for had bytes into a room of size bytes, which are more; those behind are
 * not cleared. old must not be used any more: a large one is freed at once. had 0: there is no old. */
void *arena_resize(arena *a, void *old, size_t had, size_t size);

/* Returns an array of count items, all zero; leaves with MEMORY when its size overflows. */
void *arena_array(arena *a, size_t count, size_t item_size);

/* A copy of t, followed by a NUL that is not counted. */
text arena_text(arena *a, text t);

/* The same for a text that was made in another arena and is not used there any more: a large one is not copied. */
text arena_hand(arena *to, arena *from, text t);

/* Makes a the arena from which third-party code allocates; returns the one before. It is thread-local, and the only
 * state outside of a story: neither cJSON nor md4c hands a context to its allocator. */
arena *arena_use(arena *a);
arena *arena_used(void); /* that arena */

/* Test builds only (BROADSHEET_SWEEP). True makes the third-party allocator return NULL, as malloc does, where it must
 * leave: the sweep must notice that, or it proves nothing. */
#ifdef BROADSHEET_SWEEP
extern bool arena_returns_null;
#endif

#endif
