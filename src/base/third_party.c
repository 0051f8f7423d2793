#include "base/third_party.h"

#include "base/arena.h"
#include "base/memory.h"

typedef struct third_party_block {
    _Alignas(max_align_t) size_t size; /* of the bytes after this header */
} third_party_block;

/* The end of a block's room. Of the newest block it is the arena's next. */
static char *third_party_end(third_party_block *block)
{
    return (char *)(block + 1) + arena_round(block->size);
}

#ifdef BROADSHEET_SWEEP
bool arena_returns_null;

static bool third_party_is_refused(size_t size)
{
    void *probe = arena_returns_null ? memory_resize(NULL, size + 1) : NULL;
    memory_release(probe);
    return arena_returns_null && probe == NULL;
}
#endif

void *third_party_malloc(size_t size)
{
    arena *a = arena_used();
    if (size > SIZE_MAX - sizeof(third_party_block))
        arena_leave(a, BROADSHEET_MEMORY);
#ifdef BROADSHEET_SWEEP
    if (third_party_is_refused(size))
        return NULL;
#endif
    third_party_block *block = arena_room(a, sizeof(third_party_block) + size);
    block->size = size;
    return block + 1;
}

void *third_party_realloc(void *pointer, size_t size)
{
    if (pointer == NULL)
        return third_party_malloc(size);
    arena *a = arena_used();
    third_party_block *block = (third_party_block *)pointer - 1;
    if (size <= block->size)
        return pointer;
    if (third_party_end(block) == a->next && (size_t)(a->end - (char *)pointer) >= size &&
        !arena_has_own(sizeof *block + size)) {
        /* The room of a block is a multiple of the alignment, so the rounding stays inside. */
        block->size = size;
        a->next = third_party_end(block);
        return pointer;
    }
    if (size > SIZE_MAX - sizeof *block)
        arena_leave(a, BROADSHEET_MEMORY);
#ifdef BROADSHEET_SWEEP
    if (third_party_is_refused(size))
        return NULL;
#endif
    block = arena_resize(a, block, sizeof *block + block->size, sizeof *block + size);
    block->size = size;
    return block + 1;
}

void(third_party_free)(void *pointer) /* not the macro */
{
    if (pointer == NULL)
        return;
    third_party_block *block = (third_party_block *)pointer - 1;
    if (third_party_end(block) == arena_used()->next)
        arena_used()->next = (char *)block;
}
