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
static void own(void)
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
    shown();
    own();
    arena_close(&a);
    return check_done();
}
