/* What stands beside a delimiter run: every character as md4c sees it, and the amendment's own. */
#include "check.h"
#include "markdown_case.h"
#include "text/flank.h"
#include "text/utf8.h"

static markdown_case c;

static bool holds(const char *source, size_t size, const char *tag)
{
    markdown_case_begin(&c, (text){source, size});
    c.use.commonmark = true;
    text got = markdown_case_run(&c);
    for (size_t at = 0; at + strlen(tag) <= got.size; at++)
        if (memcmp(got.at + at, tag, strlen(tag)) == 0)
            return true;
    return false;
}

/* "a*X*b": the first run opens where X is a letter. "*X*": it opens where X is no white space. */
static flank_kind seen(uint32_t code_point)
{
    char text_of[16] = "a*";
    size_t size = 2 + utf8_encode(code_point, text_of + 2);
    memcpy(text_of + size, "*b", 2);
    if (holds(text_of, size + 2, "<em>"))
        return FLANK_LETTER;
    memcpy(text_of + size, "x*", 2);
    return holds(text_of + 1, size + 1, "<em>") ? FLANK_PUNCTUATION : FLANK_SPACE;
}

static void kinds(void)
{
    TEST("each character is for our rules what it is for md4c, but for line breaks that it does not know");
    for (uint32_t code_point = 1; code_point <= 0x3FFFF; code_point++) {
        flank_kind kind = flank_of(code_point).kind;
        bool syntax = code_point < 0x80 && strchr("\n\r*_\\`<[!&~", (int)code_point);
        bool quick = (code_point >= 0xD800 && code_point < 0xE000) || (code_point > 0x20010 && code_point < 0x3FFF0);
        if (syntax || quick || code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029)
            continue;
        if (kind != seen(code_point)) {
            printf("# U+%04X: %d, and %d for md4c\n", code_point, kind, seen(code_point));
            CHECK(false);
        }
    }
    CHECK(flank_of(0x85).kind == FLANK_SPACE && flank_of(0x2028).kind == FLANK_SPACE &&
          flank_of(0x2029).kind == FLANK_SPACE);
}

static bool is(flank f, flank_kind kind, bool cjk)
{
    return f.kind == kind && f.cjk == cjk;
}

static void cjk(void)
{
    static const uint32_t yes[] = {0x1100, 0x11FF, 0x20A9,  0x2E80,  0x3001,  0x300C,  0x3041,  0x30FF,  0x3131, 0x3250,
                                   0x4E00, 0xA960, 0xAC00,  0xD7A3,  0xD7FB,  0xF900,  0xFE30,  0xFF01,  0xFF08, 0xFF65,
                                   0xFFDC, 0xFFE6, 0x16FE0, 0x17000, 0x1B000, 0x1F200, 0x1F237, 0x20000, 0x3FFFD};
    static const uint32_t no[] = {'a',    0xB7,   0x2014,     0x201C, 0x2026, 0x3000,  0x303F,  0x3040,  0x3248,
                                  0xA4D0, 0xFB00, 0xFE10 - 1, 0xFE70, 0xFFDD, 0x1F201, 0x1F600, 0x1F236, 0xE0100};
    TEST("CJK characters are those of the amendment");
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        CHECK(flank_of(yes[i]).cjk);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK(!flank_of(no[i]).cjk);

    TEST("a variation selector belongs to the character before it");
    CHECK(is(flank_before(TEXT("\xE2\x80\x9C\xEF\xB8\x80"), 6), FLANK_PUNCTUATION, false)); /* U+201C U+FE00 */
    CHECK(is(flank_before(TEXT("\xE2\x80\x9C\xEF\xB8\x81"), 6), FLANK_PUNCTUATION, true));  /* U+201C U+FE01 */
    CHECK(is(flank_before(TEXT("\xE3\x80\x81\xEF\xB8\x81"), 6), FLANK_PUNCTUATION, true));  /* U+3001 U+FE01 */
    CHECK(is(flank_before(TEXT("\xE2\x9C\x94\xEF\xB8\x8F"), 6), FLANK_LETTER, false));      /* U+2714 U+FE0F */
    CHECK(is(flank_before(TEXT("a\xF3\xA0\x84\x80"), 5), FLANK_LETTER, true));              /* a U+E0100 */

    TEST("the ends of a text are white space, and controls are passed over");
    CHECK(is(flank_before(TEXT("a"), 0), FLANK_SPACE, false) && is(flank_behind(TEXT("a"), 1), FLANK_SPACE, false));
    CHECK(is(flank_before(TEXT("\"\x01\xC2\x80"), 4), FLANK_PUNCTUATION, false));
    CHECK(is(flank_behind(TEXT("\xC2\x80\x01\xEA\xB0\x80"), 0), FLANK_LETTER, true));
    CHECK(is(flank_before(TEXT("\x01"), 1), FLANK_SPACE, false) &&
          is(flank_behind(TEXT("\x01"), 0), FLANK_SPACE, false));
    CHECK(is(flank_before(TEXT("\xEF\xB8\x81"), 3), FLANK_SPACE, false));
}

int main(void)
{
    kinds();
    cjk();
    return check_done();
}
