#include "base/index.h"
#include "check.h"

static arena a;

/* Key number n of a set with common beginnings of every length and bytes past ASCII. */
static text key_of(unsigned n)
{
    char bytes[64];
    size_t size = 0;
    if (n % 3 == 0)
        while (size < n % 61)
            bytes[size++] = 'a';
    for (unsigned i = 0, rest = n; i < 3; i++, rest /= 100)
        bytes[size++] = (char)('b' + rest % 100);
    return arena_text(&a, (text){bytes, size});
}

static void test_few(void)
{
    index x = {NULL};
    int one, two, three;

    TEST("an empty index has nothing");
    CHECK(index_find(&x, TEXT("a")) == NULL);
    CHECK(index_find(&x, NO_TEXT) == NULL);

    TEST("a key is found after it was added, and no other");
    CHECK(index_add(&x, &a, TEXT("key"), &one) == NULL);
    CHECK(index_find(&x, TEXT("key")) == &one);
    CHECK(index_find(&x, TEXT("ke")) == NULL);
    CHECK(index_find(&x, TEXT("keys")) == NULL);
    CHECK(index_find(&x, TEXT("Key")) == NULL);
    CHECK(index_find(&x, NO_TEXT) == NULL);

    TEST("a key that is there keeps its value");
    CHECK(index_add(&x, &a, TEXT("key"), &two) == &one);
    CHECK(index_find(&x, TEXT("key")) == &one);

    TEST("the empty key and prefixes are keys like any other");
    CHECK(index_add(&x, &a, NO_TEXT, &two) == NULL);
    CHECK(index_add(&x, &a, TEXT("ke"), &three) == NULL);
    CHECK(index_find(&x, TEXT("")) == &two);
    CHECK(index_find(&x, TEXT("ke")) == &three);
    CHECK(index_find(&x, TEXT("key")) == &one);
    CHECK(index_find(&x, TEXT("k")) == NULL);

    TEST("a key that is taken away may be added again, and changes its value");
    index_change(&x, TEXT("ke"), NULL);
    CHECK(index_find(&x, TEXT("ke")) == NULL);
    CHECK(index_find(&x, TEXT("key")) == &one);
    CHECK(index_add(&x, &a, TEXT("ke"), &two) == NULL);
    index_change(&x, TEXT("ke"), &three);
    CHECK(index_find(&x, TEXT("ke")) == &three);
    index_change(&x, TEXT("other"), &three);
    CHECK(index_find(&x, TEXT("other")) == NULL);

    TEST("a key is its bytes up to its size, not up to a NUL");
    CHECK(index_find(&x, (text){"keyhole", 3}) == &one);
}

static void test_many(void)
{
    enum { COUNT = 20000 };
    static unsigned numbers[COUNT];
    index x = {NULL};

    TEST("20000 keys are all found, and every other one is new");
    for (unsigned i = 0; i < COUNT; i++) {
        unsigned n = i * 7919 % COUNT; /* not in order */
        if (n % 2 == 0)
            CHECK(index_add(&x, &a, key_of(n), &numbers[n]) == NULL);
    }
    for (unsigned n = 0; n < COUNT; n++) {
        CHECK(index_find(&x, key_of(n)) == (n % 2 == 0 ? &numbers[n] : NULL));
        CHECK(index_add(&x, &a, key_of(n), &numbers[n]) == (n % 2 == 0 ? &numbers[n] : NULL));
    }
    for (unsigned n = 0; n < COUNT; n++)
        CHECK(index_find(&x, key_of(n)) == &numbers[n]);

    TEST("2000 keys, each the beginning of the next, and short ones between");
    static char chain[2000];
    memset(chain, 'a', sizeof chain);
    x = (index){NULL};
    for (size_t size = sizeof chain; size > 0; size--)
        CHECK(index_add(&x, &a, (text){chain, size}, &numbers[size]) == NULL);
    for (unsigned n = 1; n < 256; n++)
        if (n != 'a')
            CHECK(index_add(&x, &a, arena_text(&a, (text){&(char){(char)n}, 1}), &numbers[0]) == NULL);
    for (size_t size = sizeof chain; size > 0; size--)
        CHECK(index_find(&x, (text){chain, size}) == &numbers[size]);
    CHECK(index_find(&x, TEXT("")) == NULL);
}

int main(void)
{
    arena_open(&a, NULL);
    test_few();
    test_many();
    arena_close(&a);
    return check_done();
}
