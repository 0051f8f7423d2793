/* Character references; that every name is there is asked by tests/node/entities.test.mjs. */
#include "check.h"
#include "text/entities.h"

#define CHECK_ENTITY(reference, want)                                                                                  \
    do {                                                                                                               \
        char room[4];                                                                                                  \
        CHECK_TEXT(entity_decode(TEXT(reference), room), TEXT(want));                                                  \
    } while (0)

int main(void)
{
    TEST("names, the first, the last, the longest, and some in between");
    CHECK_ENTITY("&AElig;", "\xC3\x86");
    CHECK_ENTITY("&zwnj;", "\xE2\x80\x8C");
    CHECK_ENTITY("&CounterClockwiseContourIntegral;", "\xE2\x88\xB3");
    CHECK_ENTITY("&amp;", "&");
    CHECK_ENTITY("&Tab;", "\t");
    CHECK_ENTITY("&hearts;", "\xE2\x99\xA5");

    TEST("a name may stand for two characters");
    CHECK_ENTITY("&ngE;", "\xE2\x89\xA7\xCC\xB8");
    CHECK_ENTITY("&fjlig;", "fj");

    TEST("case counts");
    CHECK_ENTITY("&Aacute;", "\xC3\x81");
    CHECK_ENTITY("&aacute;", "\xC3\xA1");
    CHECK_ENTITY("&AACUTE;", "&AACUTE;");

    TEST("what is no name comes back");
    CHECK_ENTITY("&;", "&;");
    CHECK_ENTITY("&A;", "&A;");
    CHECK_ENTITY("&zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz;",
                 "&zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz;");
    CHECK_ENTITY("&am;", "&am;");
    CHECK_ENTITY("&ampl;", "&ampl;");
    CHECK_ENTITY("&amp", "&amp");
    CHECK_ENTITY("", "");
    CHECK_ENTITY("&", "&");

    TEST("numbers, decimal and hexadecimal");
    CHECK_ENTITY("&#65;", "A");
    CHECK_ENTITY("&#0000233;", "\xC3\xA9");
    CHECK_ENTITY("&#x1f4f0;", "\xF0\x9F\x93\xB0");
    CHECK_ENTITY("&#X10FFFF;", "\xF4\x8F\xBF\xBF");

    TEST("a number that is no character is U+FFFD");
    CHECK_ENTITY("&#0;", "\xEF\xBF\xBD");
    CHECK_ENTITY("&#xD800;", "\xEF\xBF\xBD");
    CHECK_ENTITY("&#xDFFF;", "\xEF\xBF\xBD");
    CHECK_ENTITY("&#x110000;", "\xEF\xBF\xBD");
    CHECK_ENTITY("&#4294967361;", "\xEF\xBF\xBD"); /* 2^32 + 65 */
    CHECK_ENTITY("&#99999999999999999999;", "\xEF\xBF\xBD");

    TEST("what is no number comes back");
    CHECK_ENTITY("&#;", "&#;");
    CHECK_ENTITY("&#x;", "&#x;");
    CHECK_ENTITY("&#1a;", "&#1a;");
    CHECK_ENTITY("&#xg;", "&#xg;");
    CHECK_ENTITY("&#-1;", "&#-1;");
    CHECK_ENTITY("a#65;", "a#65;");

    TEST("a reference to no character is told apart from one that has another fault, or none");
    static const text none[] = {TEXT_INIT("&#0;"), TEXT_INIT("&#x0;"), TEXT_INIT("&#xD800;"), TEXT_INIT("&#xDFFF;"),
                                TEXT_INIT("&#x110000;")};
    static const text other[] = {TEXT_INIT("&#;"),      TEXT_INIT("&#x;"),     TEXT_INIT("&#g;"),
                                 TEXT_INIT("&#xD7FF;"), TEXT_INIT("&#xE000;"), TEXT_INIT("&#65;"),
                                 TEXT_INIT("&amp;"),    TEXT_INIT("&a0;"),     TEXT_INIT("&"),
                                 TEXT_INIT(""),         TEXT_INIT("&#65533;"), TEXT_INIT("&#x10FFFF;")};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        CHECK(entity_is_none(none[i]));
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        CHECK(!entity_is_none(other[i]));
    return check_done();
}
