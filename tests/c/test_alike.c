#include "text/alike.h"

#include "check.h"

static arena a;

static bool alike(const char *one, const char *other)
{
    text first = alike_letters(&a, (text){one, strlen(one)}), second = alike_letters(&a, (text){other, strlen(other)});
    return first.size && text_equal(first, second);
}

static void test_pairs(void)
{
    static const char *const pairs[][2] = {
        {"The Ferry: \"here\", 7", "the ferry here7"},
        {"Caf\xC3\xA9", "CAF\xC3\x89"},
        {"S\xC3\xA9"
         "cret",
         "Se\xCC\x81"
         "cret"},
        {"\xEA\xB8\xB0\xEB\xB0\x80", "\xE1\x84\x80\xE1\x85\xB5\xE1\x84\x86\xE1\x85\xB5\xE1\x86\xAF"}, /* gi-mil */
        {"\xCE\xA3\xCE\x9F\xCE\xA6\xCE\x9F\xCE\xA3", "\xCF\x83\xCE\xBF\xCF\x86\xCE\xBF\xCF\x82"},
        {"STRASSE", "Stra\xC3\x9F"
                    "e"},
        {"STRASSE", "STRA\xE1\xBA\x9E"
                    "E"},
        {"\xC4\xB0zmir", "izmir"},
        {"\xD0\x99\xD0\x81\xD0\x96", "\xD0\xB8\xCC\x86\xD0\xB5\xCC\x88\xD0\xB6"},
        {"\xD4\xB1", "\xD5\xA1"},
        {"\xD8\xA5\xD9\x86", "\xD8\xA7\xD9\x95\xD9\x86"},
        {"\xE3\x81\x8C\xE3\x81\xB1", "\xE3\x81\x8B\xE3\x82\x99\xE3\x81\xAF\xE3\x82\x9A"}, /* ga, pa */
        {"\xE3\x83\xB4\xE3\x83\xBA\xE3\x83\xBE",
         "\xE3\x82\xA6\xE3\x82\x99\xE3\x83\xB2\xE3\x82\x99\xE3\x83\xBD\xE3\x82\x99"},
        {"\xEF\xBC\xA1", "\xEF\xBD\x81"},
        {"\xE1\xBA\x96", "h\xCC\xB1"}, /* has no capital of its own, and is no pair of its neighbour */
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        TEST(pairs[i][0]);
        CHECK(alike(pairs[i][0], pairs[i][1]));
    }
}

static void test_others(void)
{
    TEST("other letters stay others, and what has none is empty");
    CHECK(!alike("\xE3\x81\x8B", "\xE3\x81\x8D")); /* ka, ki */
    CHECK(!alike("\xE3\x81\xA3", "\xE3\x81\xA4")); /* small tsu, tsu */
    CHECK(!alike("\xEA\xB0\x80", "\xEA\xB0\x81")); /* ga, gak */
    CHECK(!alike("\xD0\xB6", "\xD0\xB7"));
    CHECK(!alike("\xC3\x97", "x"));
    CHECK(!alike_letters(&a, TEXT("\xE2\x80\xA6 \xCC\x81\xFF")).size);
    TEST("a syllable takes three letters of three bytes");
    CHECK_TEXT(alike_letters(&a, TEXT("\xEB\xB0\x9B")), TEXT("\xE1\x84\x87\xE1\x85\xA1\xE1\x86\xAE"));
}

int main(void)
{
    arena_open(&a, NULL);
    test_pairs();
    test_others();
    arena_close(&a);
    return check_done();
}
