#include "base/arena.h"

#include "base/memory.h"
#include "base/module.h"

typedef struct arena_block {
    _Alignas(max_align_t) struct arena_block *before;
    size_t size; /* of the bytes after this header */
} arena_block;

enum { ARENA_BLOCK_LEAST = 4 * 1024, ARENA_BLOCK_MOST = 256 * 1024 };

#ifdef __wasm__
static arena *arena_current; /* an instance has one thread */
#else
static _Thread_local arena *arena_current;
#endif

void arena_open(arena *a, arena *parent)
{
    *a = (arena){.parent = parent};
}

void arena_close(arena *a)
{
    while (a->blocks != NULL) {
        arena_block *block = a->blocks;
        a->blocks = block->before;
        memory_release(block);
    }
    a->next = a->end = NULL;
}

arena *arena_used(void)
{
    return arena_current;
}

arena *arena_use(arena *a)
{
    arena *before = arena_current;
    arena_current = a;
    return before;
}

/* The arena at the top, whose escape a uses. */
static arena *arena_root(arena *a)
{
    while (a->parent != NULL)
        a = a->parent;
    return a;
}

/* A function of its own, so that only its parameters live across setjmp. */
static broadsheet_status arena_try(arena *root, broadsheet_status (*work)(void *), void *context)
{
    jmp_buf here;
    root->escape = &here; /* cppcheck-suppress autoVariables ; arena_run takes it back before here is gone */
    if (setjmp(here) != 0)
        return root->why;
    return work(context);
}

/* Whether setjmp will get its memory. Compiled to WebAssembly, a function that calls setjmp takes 40 bytes from malloc
 * without a check for NULL (LLVM's WebAssemblyLowerEmscriptenEHSjLj). 64 bytes, taken and given back just before, are
 * there for it. */
static bool arena_can_try(void)
{
#ifdef __wasm__
    void *table = memory_resize(NULL, 64);
    memory_release(table);
    return table != NULL;
#else
    return true;
#endif
}

broadsheet_status arena_run(arena *a, broadsheet_status (*work)(void *), void *context)
{
    if (!arena_can_try())         /* cppcheck-suppress knownConditionTrueFalse ; natively it always can */
        return BROADSHEET_MEMORY; /* cannot happen: natively; on wasm32 tests/node provokes it */
    arena *root = arena_root(a);
    jmp_buf *escape_before = root->escape;
    arena *current_before = arena_use(a);
    broadsheet_status status = arena_try(root, work, context);
    root->escape = escape_before;
    arena_use(current_before);
    return status;
}

_Noreturn void arena_leave(arena *a, broadsheet_status why)
{
    arena *root = arena_root(a);
    if (root->escape == NULL)
        __builtin_trap(); /* cannot happen: without an arena_run in force there is nowhere to go */
    root->why = why;
    longjmp(*root->escape, 1);
}

_Noreturn void arena_limit(arena *a, const char *limit)
{
    if (MODULE_IS_WHOLE)
        arena_root(a)->limit = limit;
    arena_leave(a, BROADSHEET_LIMIT);
}

#if BROADSHEET_MODULE < MODULE_WHOLE
_Noreturn void arena_lack(void)
{
    arena_leave(arena_current, BROADSHEET_STATE);
}
#endif

static arena_block *arena_block_new(arena *a, size_t size)
{
    arena_block *block = NULL;
    if (size <= SIZE_MAX - sizeof(arena_block))
        block = memory_resize(NULL, sizeof(arena_block) + size);
    if (block == NULL)
        arena_leave(a, BROADSHEET_MEMORY);
    block->size = size;
    return block;
}

/* Adds a block that one request has to itself: behind the newest block, whose free room stays in use. */
static void arena_link(arena *a, arena_block *block)
{
    arena_block **place = a->blocks != NULL ? &a->blocks->before : &a->blocks;
    block->before = *place;
    *place = block;
}

static void *arena_take_own(arena *a, size_t size)
{
    arena_block *block = arena_block_new(a, size);
    arena_link(a, block);
    return block + 1;
}

static void arena_grow(arena *a, size_t size)
{
    size_t room = ARENA_BLOCK_LEAST;
    if (a->blocks != NULL)
        room = a->blocks->size < ARENA_BLOCK_MOST / 2 ? 2 * a->blocks->size : ARENA_BLOCK_MOST;
    if (room < size)
        room = size;
    arena_block *block = arena_block_new(a, room);
    block->before = a->blocks;
    a->blocks = block;
    a->next = (char *)(block + 1);
    a->end = a->next + room;
}

void *arena_room(arena *a, size_t size)
{
    if (arena_has_own(size))
        return arena_take_own(a, size);
    size = arena_round(size > 0 ? size : 1);
    if (a->next == NULL || (size_t)(a->end - a->next) < size)
        arena_grow(a, size);
    char *at = a->next;
    a->next += size;
    return at;
}

/* Where a block of its own hangs in an arena; NULL: it is another arena's. */
static arena_block **arena_find(arena *a, const arena_block *block)
{
    arena_block **place = &a->blocks;
    while (*place != NULL && *place != block)
        place = &(*place)->before;
    return *place != NULL ? place : NULL;
}

/* Gives a block of its own another size, and perhaps another address. */
static arena_block *arena_stretch(arena *a, arena_block **place, size_t size)
{
    arena_block *grown = size <= SIZE_MAX - sizeof *grown ? memory_resize(*place, sizeof *grown + size) : NULL;
    if (grown == NULL)
        arena_leave(a, BROADSHEET_MEMORY);
    grown->size = size;
    *place = grown;
    return grown;
}

/* What has a block of its own keeps it: at the end of the heap nothing is copied, and elsewhere the smaller block is
 * free at once. */
void *arena_resize(arena *a, void *old, size_t had, size_t size)
{
    arena_block **place = arena_has_own(had) ? arena_find(a, (arena_block *)old - 1) : NULL;
    if (place == NULL) {
        void *at = arena_room(a, size);
        return had ? memcpy(at, old, had) : at;
    }
    return arena_stretch(a, place, size) + 1;
}

void *arena_alloc(arena *a, size_t size)
{
    void *at = arena_room(a, size);
    return memset(at, 0, size);
}

void *arena_array(arena *a, size_t count, size_t item_size)
{
    if (item_size != 0 && count > SIZE_MAX / item_size)
        arena_leave(a, BROADSHEET_MEMORY);
    return arena_alloc(a, count * item_size);
}

text arena_text(arena *a, text t)
{
    if (t.size == SIZE_MAX)
        arena_leave(a, BROADSHEET_MEMORY);
    char *at = arena_room(a, t.size + 1);
    if (t.size > 0)
        memcpy(at, t.at, t.size);
    at[t.size] = '\0';
    return (text){at, t.size};
}

text arena_hand(arena *to, arena *from, text t)
{
    arena_block **place = arena_has_own(t.size) ? arena_find(from, (const arena_block *)(const void *)t.at - 1) : NULL;
    if (place == NULL)
        return arena_text(to, t);
    arena_block *block = arena_stretch(from, place, t.size + 1);
    char *at = (char *)(block + 1);
    *place = block->before;
    arena_link(to, block);
    at[t.size] = '\0';
    return (text){at, t.size};
}
