#include "base/third_party.h"

#include "base/arena.h"
#include "base/copy.h"
#include "base/memory.h"
#include "base/scan.h"

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

/* The offset of the next quote or backslash of a string; the text's size when there is none. */
static size_t third_party_string_next(text json, size_t at)
{
    SCAN_TO(json, at, (b == '"') | (b == '\\'));
    while (at < json.size && json.at[at] != '"' && json.at[at] != '\\')
        at++;
    return at;
}

/* What an escape of one letter stands for; 0 for any other. */
static char third_party_escaped(char letter)
{
    static const char letters[] = "bfnrt\"\\/", stands[] = "\b\f\n\r\t\"\\/";
    const char *at = letter ? strchr(letters, letter) : NULL;
    return at ? stands[at - letters] : '\0';
}

bool third_party_string(const char *content, size_t size, size_t *offset, char **string)
{
    text json = {content, size};
    if (*offset >= size || content[*offset] != '"')
        return false;
    const size_t start = *offset + 1;
    size_t next = third_party_string_next(json, start), end = next;
    while (end < size && content[end] == '\\') {
        if (end + 1 == size || !third_party_escaped(content[end + 1]))
            return false;
        end = third_party_string_next(json, end + 2);
    }
    if (end >= size)
        return false;
    char *to = third_party_malloc(end - start + 1);
#ifdef BROADSHEET_SWEEP
    if (to == NULL)
        return false;
#endif
    *string = to;
    for (size_t at = start;; next = third_party_string_next(json, at)) {
        copy_bytes(to, content + at, next - at);
        to += next - at;
        if (next == end)
            break;
        *to++ = third_party_escaped(content[next + 1]);
        at = next + 2;
    }
    *to = '\0';
    *offset = end + 1;
    return true;
}
