/* Language tags: their form, which goes into "lang", their primary language and their direction. */
#include "check.h"
#include "text/language.h"

static void form(void)
{
    static const text good[] = {
        TEXT_INIT("en"),
        TEXT_INIT("ko-KR"),
        TEXT_INIT("zh-Hant-TW"),
        TEXT_INIT("es-419"),
        TEXT_INIT("sl-rozaj-biske-1994"),
        TEXT_INIT("abcdefgh-abcdefgh-abcdefgh-abcdefgh"), /* 35 bytes */
    };
    static const text bad[] = {
        TEXT_INIT(""),
        TEXT_INIT("e"),
        TEXT_INIT("-"),
        TEXT_INIT("en-"),
        TEXT_INIT("-en"),
        TEXT_INIT("en--US"),
        TEXT_INIT("e2"),
        TEXT_INIT("en_US"),
        TEXT_INIT("en US"),
        TEXT_INIT("en\0US"),
        TEXT_INIT("en-\""),
        TEXT_INIT("en\"x"),
        TEXT_INIT("en-\xC3\xA9"),
        TEXT_INIT("abcdefghi"),
        TEXT_INIT("en-abcdefghi"),
        TEXT_INIT("abcdefgh-abcdefgh-abcdefgh-abcdefg-a"), /* 36 bytes */
    };
    TEST("a tag has letters and digits between hyphens, and at most 35 bytes");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        CHECK(language_valid(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        CHECK(!language_valid(bad[i]));
}

static void direction(void)
{
    static const struct {
        text tag, primary, direction;
    } cases[] = {
        {TEXT_INIT("en"), TEXT_INIT("en"), TEXT_INIT("ltr")},
        {TEXT_INIT("AR-EG"), TEXT_INIT("AR"), TEXT_INIT("rtl")},
        {TEXT_INIT("he"), TEXT_INIT("he"), TEXT_INIT("rtl")},
        {TEXT_INIT("az-arab"), TEXT_INIT("az"), TEXT_INIT("rtl")},
        {TEXT_INIT("ks-Deva"), TEXT_INIT("ks"), TEXT_INIT("ltr")},
        {TEXT_INIT("ar-u-nu-latn"), TEXT_INIT("ar"), TEXT_INIT("rtl")}, /* Arabic with Latin digits */
        {TEXT_INIT("en-x-arab"), TEXT_INIT("en"), TEXT_INIT("ltr")},
        {TEXT_INIT("urh"), TEXT_INIT("urh"), TEXT_INIT("ltr")}, /* Urhobo, not Urdu */
    };
    TEST("the script says the direction, and without one the language");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CHECK_TEXT(language_primary(cases[i].tag), cases[i].primary);
        CHECK_TEXT(language_direction(cases[i].tag), cases[i].direction);
    }
}

static void same(void)
{
    TEST("a language is compared to its last letter, in any case");
    CHECK(language_is(TEXT("fil"), TEXT("fil")));
    CHECK(language_is(TEXT("FIL-PH"), TEXT("fil")));
    CHECK(!language_is(TEXT("fil"), TEXT("fi")));
    CHECK(!language_is(TEXT("fi"), TEXT("fil")));
    CHECK(!language_is(TEXT("fi-FI"), TEXT("fil")));
    CHECK(!language_is(TEXT(""), TEXT("fi")));
}

int main(void)
{
    form();
    same();
    direction();
    return check_done();
}
