/* malloc, realloc and free of the WebAssembly modules. Arenas ask for few blocks, most of them large, and give back the
 * newest first, so a list is enough: the free blocks in the order of their addresses, no two of them adjacent. What is
 * free at the end of the heap is in no list.
 *
 * The compiler adds a call of malloc to a function that calls setjmp, but only after link-time optimisation, as
 * runtime.c says; so this file is compiled without that too. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What stands before the bytes of a block. Its size keeps those aligned for any type. */
typedef struct heap_block {
    _Alignas(max_align_t) size_t size; /* with this header */
    struct heap_block *next;           /* while the block is free */
} heap_block;

enum { HEAP_PAGE = 65536, HEAP_MOST = 0x7FFF0000 };

/* The linker's: behind the stack and the data. NOLINTNEXTLINE(bugprone-reserved-identifier): so it calls it */
extern char __heap_base;
static heap_block *heap_list;
static char *heap_end; /* NULL: nothing was asked for yet */

/* Moves the end of the heap. False when there is no memory. */
static int heap_reach(char *end)
{
    size_t have = __builtin_wasm_memory_size(0), want = ((size_t)end + HEAP_PAGE - 1) / HEAP_PAGE;
    if (want > have && __builtin_wasm_memory_grow(0, want - have) == SIZE_MAX)
        return 0;
    heap_end = end;
    return 1;
}

static size_t heap_round(size_t size)
{
    return (size + sizeof(heap_block) + sizeof(heap_block) - 1) & ~(sizeof(heap_block) - 1);
}

static void *heap_take(size_t size)
{
    if (size > HEAP_MOST)
        return NULL;
    size = heap_round(size);
    for (heap_block **at = &heap_list; *at; at = &(*at)->next) {
        heap_block *block = *at;
        if (block->size < size)
            continue;
        if (block->size - size < 2 * sizeof *block) { /* the rest would hold next to nothing */
            *at = block->next;
        } else {
            heap_block *rest = (heap_block *)((char *)block + size);
            *rest = (heap_block){block->size - size, block->next};
            *at = rest;
            block->size = size;
        }
        return block + 1;
    }
    if (!heap_end)
        heap_end = &__heap_base + (-(size_t)&__heap_base & (sizeof(heap_block) - 1));
    heap_block *block = (heap_block *)heap_end;
    if (!heap_reach(heap_end + size))
        return NULL;
    block->size = size;
    return block + 1;
}

static void heap_give(void *pointer)
{
    if (!pointer)
        return;
    heap_block *block = (heap_block *)pointer - 1, *before = NULL, **at = &heap_list, **before_at = at;
    for (; *at && *at < block; at = &before->next) {
        before = *at;
        before_at = at;
    }
    block->next = *at;
    *at = block;
    if ((char *)block + block->size == (char *)block->next) {
        block->size += block->next->size;
        block->next = block->next->next;
    }
    if (before && (char *)before + before->size == (char *)block) {
        before->size += block->size;
        before->next = block->next;
        block = before;
        at = before_at;
    }
    if ((char *)block + block->size == heap_end) {
        heap_end = (char *)block;
        *at = NULL;
    }
}

static void *heap_stretch(void *pointer, size_t size)
{
    if (!pointer)
        return heap_take(size);
    heap_block *block = (heap_block *)pointer - 1;
    if (size > HEAP_MOST)
        return NULL;
    if (heap_round(size) <= block->size)
        return pointer;
    if ((char *)block + block->size == heap_end) {
        if (!heap_reach((char *)block + heap_round(size)))
            return NULL;
        block->size = heap_round(size);
        return pointer;
    }
    void *moved = heap_take(size);
    if (moved) {
        memcpy(moved, pointer, block->size - sizeof *block);
        heap_give(pointer);
    }
    return moved;
}

/* What is above under the names of C: a compiler, and gcc's analyser, knows of these what C says of them, which is not
 * yet so while they are being made. */
void *malloc(size_t size) __attribute__((alias("heap_take")));
void *realloc(void *pointer, size_t size) __attribute__((alias("heap_stretch")));
void free(void *pointer) __attribute__((alias("heap_give")));
