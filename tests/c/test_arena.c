#include "base/arena.h"
#include "base/array.h"
#include "base/third_party.h"
#include "check.h"

/* third_party.h names them; here the real ones are wanted. */
#undef malloc
#undef realloc
#undef free

typedef struct step {
    arena *inner;
    broadsheet_status inner_status;
    bool went_on;
} step;

static arena outer;

static broadsheet_status leave_outer(void *context)
{
    step *s = context;
    arena_leave(&outer, BROADSHEET_LIMIT);
    /* cppcheck-suppress unreachableCode ; that it is not reached is what is tested */
    s->went_on = true;
    return BROADSHEET_OK;
}

static broadsheet_status leave_inner(void *context)
{
    step *s = context;
    arena_leave(s->inner, BROADSHEET_SHAPE);
}

static broadsheet_status run_inner(void *context)
{
    step *s = context;
    s->inner_status = arena_run(s->inner, leave_inner, s);
    s->went_on = true;
    /* The arena in use and the escape are those of outer again. */
    CHECK(arena_use(&outer) == &outer);
    arena_leave(&outer, BROADSHEET_PART);
}

static broadsheet_status return_state(void *context)
{
    (void)context;
    return BROADSHEET_STATE;
}

static broadsheet_status ask_too_much(void *context)
{
    int how = *(int *)context;
    if (how == 0)
        arena_alloc(&outer, SIZE_MAX);
    else if (how == 1)
        arena_array(&outer, SIZE_MAX / 2, 4);
    else if (how == 2)
        third_party_malloc(SIZE_MAX);
    else if (how == 3)
        third_party_realloc(third_party_malloc(8), SIZE_MAX);
    else if (how == 4)
        arena_text(&outer, (text){NULL, SIZE_MAX});
    else
        arena_resize(&outer, arena_room(&outer, 100000), 100000, SIZE_MAX);
    return BROADSHEET_OK;
}

static bool all_zero(const unsigned char *at, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (at[i] != 0)
            return false;
    return true;
}

static void test_alloc(void)
{
    static const size_t sizes[] = {0, 1, 7, 16, 100, 4000, 4096, 5000, 65536, 65537, 300000, 1000000};
    arena a;
    arena_open(&a, NULL);

    TEST("memory is aligned for any type, zero, and nobody else's");
    for (int round = 0; round < 2; round++) {
        for (int turn = 0; turn < 300; turn++) {
            size_t size = sizes[turn % (turn < 24 ? 12 : 8)];
            unsigned char *at = arena_alloc(&a, size);
            CHECK((uintptr_t)at % _Alignof(max_align_t) == 0);
            CHECK(all_zero(at, size));
            memset(at, 0xFF, size);
        }
        arena_close(&a); /* and it may be used on */
    }

    TEST("small requests share few blocks");
    size_t blocks = 0;
    for (int i = 0; i < 10000; i++) {
        struct arena_block *before = a.blocks;
        arena_alloc(&a, 16);
        blocks += a.blocks != before;
    }
    CHECK(blocks > 1 && blocks < 10);

    TEST("a large request leaves the free room of the newest block in use");
    char *before = arena_alloc(&a, 16);
    arena_alloc(&a, 500000);
    CHECK((char *)arena_alloc(&a, 16) == before + 16);
    arena_close(&a);
    memset(arena_alloc(&a, 500000), 'x', 500000);
    CHECK(all_zero(arena_alloc(&a, 16), 16));

    TEST("an array has room for all its items");
    uint64_t *numbers = arena_array(&a, 1000, sizeof *numbers);
    numbers[999] = 1;
    CHECK(numbers[0] == 0);
    CHECK(arena_array(&a, SIZE_MAX, 0) != NULL);

    TEST("what is moved into more room keeps its bytes, wherever its block hangs");
    char *other = arena_alloc(&a, 100000), *moved = NULL;
    memset(other, 'o', 100000);
    for (size_t had = 0, room = 10; room < 3000000; room *= 3) {
        moved = arena_resize(&a, moved, had, room);
        for (size_t i = 0; i < had; i++)
            CHECK(moved[i] == 'm');
        memset(moved, 'm', had = room);
        arena_alloc(&a, 70000);
    }
    CHECK(other[0] == 'o' && other[99999] == 'o');
    arena b;
    arena_open(&b, NULL);
    char *foreign = arena_room(&b, 200000);
    memset(foreign, 'f', 200000);
    CHECK(((char *)arena_resize(&a, foreign, 200000, 400000))[199999] == 'f');
    CHECK(foreign[0] == 'f');
    TEST("a text is handed to another arena, which outlives its own");
    static const size_t handed[] = {0, 5, 65536, 65537, 300000};
    text kept[5];
    for (size_t i = 0; i < 5; i++) {
        char *made = arena_room(&b, handed[i] + i % 2);
        memset(made, 'h', handed[i]);
        arena_room(&b, 80000);
        kept[i] = arena_hand(&a, &b, (text){made, handed[i]});
        arena_room(&b, 16);
    }
    text within = {(char *)memset(arena_room(&b, 200000), 'w', 200000) + 1, 100000}; /* it is no block of its own */
    within = arena_hand(&a, &b, within);
    arena_close(&b);
    for (size_t i = 0; i < 5; i++)
        CHECK(kept[i].size == handed[i] && !kept[i].at[handed[i]] && (!handed[i] || kept[i].at[handed[i] - 1] == 'h'));
    CHECK(within.size == 100000 && within.at[0] == 'w' && !within.at[100000]);

    TEST("a text is copied and gets a NUL");
    text copy = arena_text(&a, TEXT("abc"));
    CHECK_TEXT(copy, TEXT("abc"));
    CHECK(copy.at[3] == '\0');
    copy = arena_text(&a, NO_TEXT);
    CHECK(copy.size == 0 && copy.at[0] == '\0');
    arena_close(&a);
    CHECK(a.blocks == NULL);
}

static void test_run(void)
{
    arena own, child;
    arena_open(&outer, NULL);
    arena_open(&own, NULL);
    arena_open(&child, &outer);

    TEST("run returns what the work returns, or what leave says");
    step s = {NULL, BROADSHEET_OK, false};
    CHECK(arena_run(&outer, return_state, NULL) == BROADSHEET_STATE);
    CHECK(arena_run(&outer, leave_outer, &s) == BROADSHEET_LIMIT);
    CHECK(!s.went_on);

    TEST("a run inside a run gives escape and arena back");
    arena *before = arena_use(NULL);
    CHECK(before == NULL);
    s = (step){&own, BROADSHEET_OK, false};
    CHECK(arena_run(&outer, run_inner, &s) == BROADSHEET_PART);
    CHECK(s.went_on && s.inner_status == BROADSHEET_SHAPE);
    CHECK(arena_use(NULL) == NULL);

    TEST("a child leaves through its parent, and may be run itself");
    s = (step){&child, BROADSHEET_OK, false};
    CHECK(arena_run(&outer, leave_inner, &s) == BROADSHEET_SHAPE);
    s = (step){&child, BROADSHEET_OK, false};
    CHECK(arena_run(&outer, run_inner, &s) == BROADSHEET_PART);
    CHECK(s.went_on && s.inner_status == BROADSHEET_SHAPE);
    CHECK(outer.escape == NULL);

    TEST("a size that overflows leaves with MEMORY");
    for (int how = 0; how < 6; how++)
        CHECK(arena_run(&outer, ask_too_much, &how) == BROADSHEET_MEMORY);
    arena_close(&child);
    arena_close(&own);
    arena_close(&outer);
}

static void test_third_party(void)
{
    arena a, b;
    arena_open(&a, NULL);
    arena_open(&b, NULL);
    arena_use(&a);

    TEST("realloc keeps the bytes, whether it moves or not");
    for (int moves = 0; moves < 2; moves++) {
        char *at = third_party_realloc(NULL, 10);
        memcpy(at, "0123456789", 10);
        for (size_t size = 11; size < 200000; size += size / 2) {
            if (moves)
                third_party_malloc(1);
            at = third_party_realloc(at, size);
            CHECK(memcmp(at, "0123456789", 10) == 0);
            memset(at + 10, 'x', size - 10);
        }
        CHECK(third_party_realloc(at, 5) == at);
    }

    TEST("the newest block grows in place and can be taken back");
    char *first = third_party_malloc(100);
    CHECK(third_party_realloc(first, 200) == first);
    third_party_free(first);
    CHECK(third_party_malloc(100) == first);
    third_party_malloc(1);
    third_party_free(first); /* no longer the newest */
    CHECK(third_party_malloc(100) != first);
    third_party_free(NULL);

    TEST("memory taken back is zero when it is used again");
    char *dirty = third_party_malloc(64);
    memset(dirty, 'x', 64);
    third_party_free(dirty);
    CHECK(all_zero(arena_alloc(&a, 64), 64));

    TEST("a block of another arena moves to the arena in use");
    char *other = third_party_malloc(4);
    memcpy(other, "abc", 4);
    arena_use(&b);
    char *here = third_party_realloc(other, 100);
    arena_close(&a);
    CHECK(memcmp(here, "abc", 4) == 0);
    arena_use(NULL);
    arena_close(&b);
}

static broadsheet_status grow(void *context)
{
    size_t room = SIZE_MAX / 16;
    array_grow(context, NULL, room, &room, 16);
    return BROADSHEET_OK;
}

static void test_array(void)
{
    arena a;
    arena_open(&a, NULL);
    TEST("an array whose size no number holds is no memory");
    CHECK(arena_run(&a, grow, &a) == BROADSHEET_MEMORY);
    arena_close(&a);
}

int main(void)
{
    test_alloc();
    test_array();
    test_run();
    test_third_party();
    return check_done();
}
