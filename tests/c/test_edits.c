/* Edits of a text, the way back from them, and the marks that they put. */
#include "check.h"
#include "markdown/edits.h"
#include "markdown/marks.h"
#include "markdown/unmark.h"
#include "markdown_case.h"

static arena a;

static void offsets(void)
{
    edits e;
    TEST("without an edit the text is the source itself");
    text source = TEXT("0123456789");
    edits_open(&e, &a, source);
    CHECK(edits_end(&e).at == source.at);
    CHECK(edits_source(&e, 4, false) == 4 && edits_source(&e, 10, true) == 10);

    TEST("edits put, insert and take out");
    edits_open(&e, &a, source);
    edits_put(&e, 1, 0, TEXT("ab"));
    edits_put(&e, 3, 2, TEXT("c"));
    edits_put(&e, 7, 2, NO_TEXT);
    CHECK_TEXT(edits_end(&e), TEXT("0ab12c569"));

    TEST("one that is out of order is left out");
    edits second;
    edits_open(&second, &a, source);
    edits_put(&second, 5, 1, TEXT("a"));
    edits_put(&second, 4, 0, TEXT("b"));
    edits_put(&second, 6, 0, TEXT("c"));
    CHECK_TEXT(edits_end(&second), TEXT("01234ac6789"));

    TEST("each offset leads back, as a beginning and as an end");
    static const size_t begins[] = {0, 1, 1, 1, 2, 3, 5, 6, 9, 10}, ends[] = {0, 1, 1, 1, 2, 3, 5, 6, 7, 10};
    for (size_t at = 0; at < 10; at++) {
        CHECK(edits_source(&e, at, false) == begins[at]);
        CHECK(edits_source(&e, at, true) == ends[at]);
    }
}

static void again(void)
{
    edits e, moved;
    text made, source = TEXT("0123456789");
    TEST("a part of a result that begins within what an edit has put keeps the way back");
    edits_open(&e, &a, source);
    edits_put(&e, 2, 3, TEXT("abcdefgh")); /* 01abcdefgh56789 */
    edits_put(&e, 8, 1, TEXT("x"));        /* 01abcdefgh567x9 */
    made = edits_end(&e);
    for (size_t end = 5; end <= made.size; end++) {
        edits_open(&moved, &a, source);
        edits_add(&moved, 0, TEXT("-"));
        edits_again(&moved, &e, made, 4, end);
        CHECK_TEXT(((text){moved.result, moved.size - 1}), text_slice(TEXT("-cdefgh567x9"), 0, end - 4));
        CHECK(edits_source(&moved, 1, false) == 2);
        if (end > 10)
            CHECK(edits_source(&moved, 8, false) == 6);
    }

    TEST("room grows for what is much larger than the source");
    edits_open(&e, &a, source);
    for (size_t i = 0; i < 10; i++)
        edits_put(&e, i, 0, (text){memset(arena_room(&a, 5000), 'x', 5000), 5000});
    CHECK(edits_end(&e).size == 50010);
}

static broadsheet_status put_much(void *context)
{
    edits_put(context, 1, 0, (text){"", (size_t)1 << 30});
    return BROADSHEET_OK;
}

static broadsheet_status add_much(void *context)
{
    edits_add(context, 1, (text){"", ((size_t)1 << 30) + 1});
    return BROADSHEET_OK;
}

static broadsheet_status again_much(void *context)
{
    const edits none = {.source = {"", 0}};
    edits_again(context, &none, NO_TEXT, 0, ((size_t)1 << 30) + 1);
    return BROADSHEET_OK;
}

static void limits(void)
{
    static broadsheet_status (*const works[])(void *) = {put_much, add_much, again_much};
    TEST("no result is larger than md4c can count, and none such is begun");
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        arena own;
        edits e;
        arena_open(&own, NULL);
        edits_open(&e, &own, TEXT("ab"));
        CHECK(arena_run(&own, works[i], &e) == BROADSHEET_LIMIT);
        arena_close(&own);
    }
}

static void shown(void)
{
    static const char all[] = "a\xEF\xB7\x90"
                              "b\xEF\xB7\x92\xEF\xBF\xBC\xEF\xB7\x91\xEF\xBF\xBD\xEF\xB7";
    text rest = {all, sizeof all - 1};
    unsigned mark;
    TEST("marks become what they stand for, and nothing else is one");
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT("a"));
    CHECK(mark == 0);
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT(""));
    CHECK(mark == MARK_LETTER);
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT("b"));
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT("~"));
    CHECK(mark == MARK_TILDE);
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT(""));
    CHECK(mark == MARK_PUNCTUATION);
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT("\xEF\xBF\xBC"));
    CHECK_TEXT(unmark_next(&rest, &mark), TEXT("\xEF\xBF\xBD\xEF\xB7"));
    CHECK(rest.size == 0);
}

/* Every mark, and each character beside the marks, as a text has it itself. */
static void own_marks(void)
{
    static markdown_case c;
    TEST("a text that holds a mark is shown as any text: noncharacters as U+FFFD, U+FFFC as it is");
    for (unsigned last = 0x8F; last <= 0xB0; last++) {
        char source[] = "a \xEF\xB7\x90` \xEF\xB7\x90`[\xEF\xB7\x90](\xEF\xB7\x90)b";
        for (size_t i = 0; i < sizeof source; i++)
            if ((unsigned char)source[i] == 0x90)
                source[i] = (char)last;
        markdown_case_begin(&c, (text){source, sizeof source - 1});
        text made = markdown_case_run(&c);
        bool noncharacter = last >= 0x90 && last <= 0xAF;
        char want[] = "<p>a \xEF\xBF\xBD<code> \xEF\xBF\xBD</code><a href=\"%EF%B7%!!\">\xEF\xBF\xBD</a>b</p>\n";
        char *digits = strchr(want, '!');
        digits[0] = "0123456789ABCDEF"[last >> 4];
        digits[1] = "0123456789ABCDEF"[last & 15];
        if (noncharacter)
            CHECK_TEXT(made, ((text){want, sizeof want - 1}));
        else
            CHECK(made.size > 0);
    }
    markdown_case_begin(&c, TEXT("a \xEF\xBF\xBC` \xEF\xBF\xBC`"));
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>a \xEF\xBF\xBC<code> \xEF\xBF\xBC</code></p>\n"));
}

int main(void)
{
    arena_open(&a, NULL);
    offsets();
    again();
    limits();
    shown();
    own_marks();
    arena_close(&a);
    return check_done();
}
