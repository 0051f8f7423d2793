/* The harness of the C unit tests: one program for each file, TAP-like lines out.
 *
 *     TEST("what it proves");   begins a test; the one before is over
 *     CHECK(condition);         and the first that fails is printed with the test
 *     CHECK_TEXT(got, want);    the same for two texts
 *     return check_done();      at the end of main: 0 when all went well
 *     check_pick(count);        a number below count by chance, the same in every run: check_seed sets where it begins
 *
 * Options are OPTIONS(.page = true), or OPTIONS_INIT(.page = true) for static ones; their .limits = LIMITS(.links = 2).
 */
#ifndef CHECK_H
#define CHECK_H

#include "base/text.h"

#include <stdio.h>

#define TEST(name)            check_begin(name)
#define CHECK(condition)      check_that((condition), __FILE__, __LINE__, #condition)
#define CHECK_TEXT(got, want) check_text((got), (want), __FILE__, __LINE__)

#define OPTIONS_INIT(...)                                                                                              \
    {                                                                                                                  \
        .size = sizeof(broadsheet_options), __VA_ARGS__                                                                \
    }
#define OPTIONS(...) ((broadsheet_options)OPTIONS_INIT(__VA_ARGS__))
#define LIMITS(...)  (&(const broadsheet_limits){.size = sizeof(broadsheet_limits), __VA_ARGS__})

static const char *check_name;
static bool check_failed, check_any_failed;

static uint32_t check_seed;
static inline size_t check_pick(size_t count)
{
    check_seed = check_seed * 1664525u + 1013904223u;
    return (check_seed >> 8) % count;
}

static inline void check_begin(const char *name)
{
    if (check_name != NULL && !check_failed)
        printf("ok - %s\n", check_name);
    check_name = name;
    check_failed = false;
    fflush(stdout); /* so that a crash shows how far it went */
}

/* True the first time that something in this test is wrong. */
static inline bool check_fails(bool good)
{
    bool first = !good && !check_failed;
    check_failed = check_failed || !good;
    check_any_failed = check_any_failed || !good;
    return first;
}

static inline void check_that(bool good, const char *file, int line, const char *condition)
{
    if (check_fails(good))
        printf("not ok - %s: %s:%d %s\n", check_name, file, line, condition);
}

static inline void check_text(text got, text want, const char *file, int line)
{
    if (check_fails(text_equal(got, want)))
        printf("not ok - %s: %s:%d got \"%.*s\", want \"%.*s\"\n", check_name, file, line, (int)got.size,
               got.size > 0 ? got.at : "", (int)want.size, want.size > 0 ? want.at : "");
}

static inline int check_done(void)
{
    check_begin(NULL);
    return check_any_failed ? 1 : 0;
}

#endif
