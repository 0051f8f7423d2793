#include "text/alt.h"
#include "text/markup.h"

#include "check.h"

static arena a;

static void test_files(void)
{
    static const struct {
        const char *alt, *src;
    } files[] = {
        {"IMG_1234.jpg", ""},
        {"img_1234", ""},
        {"IMG-20230204-WA0007", ""},
        {"DSC01234", ""},
        {"DSC_0042.JPG", ""},
        {"P1010001.jpeg", ""},
        {"quay-960.webp", ""},
        {"a b c.png", ""},
        {"  photo 12  ", ""},
        {"Screenshot 2023-02-04", ""},
        {"KakaoTalk_20230204", ""},
        {"\xEC\x82\xAC\xEC\xA7\x84 1", ""},
        {"ferry_at_dawn", "https://a.example/b/ferry_at_dawn.jpg?w=2#x"},
        {"Quay-960", "quay-960.webp"},
        {"image(1)", ""},
        {"\xEB\xB6\x80\xEB\x91\x90.jpg", ""},
    };
    static const struct {
        const char *alt, *src;
    } good[] = {
        {"", "a.jpg"},
        {"A ferry at the quay.", "ferry.jpg"},
        {"A 1952 photograph", ""},
        {"The file is a .jpg", ""},
        {"quay-960", "quay-480.webp"},
        {"a", "a"},
        {"Imagine 7", ""},
        {"7 ferries", ""},
        {".jpg", ""},
    };
    TEST("a file's name is told, with its extension and without");
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        text alt = {files[i].alt, strlen(files[i].alt)}, src = {files[i].src, strlen(files[i].src)};
        CHECK(alt_judge(alt, src) == ALT_FILE);
    }
    TEST("what tells of the picture is no file");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        CHECK(alt_judge((text){good[i].alt, strlen(good[i].alt)}, (text){good[i].src, strlen(good[i].src)}) ==
              ALT_GOOD);
}

static void test_starts(void)
{
    static const char *const starts[] = {
        "Image of a ferry",
        "a PHOTO of a ferry",
        "The picture of Dorian",
        "photo: a ferry",
        "Photograph of a ferry",
        "Une image d\xE2\x80\x99un bac",
        "Photo du bac",
        "image : un bac",
        "\xEC\x82\xAC\xEC\xA7\x84",
        "\xEC\x82\xAC\xEC\xA7\x84: \xEB\xB0\xB0",
        "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80 \xEB\xB0\xB0",
        "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\x80 \xEB\xB0\xB0",
        "\xD8\xB5\xD9\x88\xD8\xB1\xD8\xA9 \xD8\xB9\xD8\xA8\xD8\xA7\xD8\xB1\xD8\xA9",
    };
    static const char *const good[] = {
        "A ferry",
        "Photographers at the quay",
        "Photo offices in Seoul",
        "Imageofaferry",
        "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9E\x91\xEA\xB0\x80\xEA\xB0\x80 \xEC\x84\x9C "
        "\xEC\x9E\x88\xEB\x8B\xA4", /* a
                                       photographer
                                       stands
                                       there
                                     */
        "Imageries",
    };
    TEST("that it is a picture need not be said");
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        CHECK(alt_judge((text){starts[i], strlen(starts[i])}, NO_TEXT) == ALT_START);
    TEST("words that only begin like these say something else");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        CHECK(alt_judge((text){good[i], strlen(good[i])}, NO_TEXT) == ALT_GOOD);
}

static void test_letters(void)
{
    TEST("texts are compared by their letters and digits");
    CHECK_TEXT(alt_letters(&a, TEXT(" A Ferry, 7 (\xED\x95\x9C)\xE2\x80\xA6. ")), TEXT("aferry7\xED\x95\x9C"));
    CHECK(!alt_letters(&a, TEXT(" \xE2\x80\xA6 ")).size);
}

static bool finds(const char *t, size_t start, size_t end)
{
    size_t from = 99, to = 99;
    return markup_find((text){t, strlen(t)}, &from, &to) && from == start && to == end;
}

static void test_markup(void)
{
    static const char *const none[] = {"",          "<3",     "a < b > c",  "AT&T", "&",         "a&b;",
                                       "&#;",       "&amp",   "<Parasite>", "<b",   "b>",        "?a=1&copy=2",
                                       "&unheard;", "<b <c>", "< b>",       "<!>",  "<-- x -->", "&#xg;"};
    TEST("HTML in a text is found, with its first and last byte");
    CHECK(finds("Council&#8217;s", 7, 14) && finds("&amp;", 0, 5) && finds("a&#x27;", 1, 7));
    CHECK(finds("<p>Two", 0, 3) && finds("a</P >", 1, 6) && finds("<br/>", 0, 5) && finds("<img\nsrc=x>", 0, 11));
    CHECK(finds("a<!-- b -->", 1, 11) && finds("<!DOCTYPE html>", 0, 15) && finds("<?xml ?>", 0, 8));
    CHECK(finds("&amp;<b>", 0, 5) && finds("<b>&amp;", 0, 3));
    TEST("what only looks like it is not");
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        size_t start, end;
        CHECK(!markup_find((text){none[i], strlen(none[i])}, &start, &end));
    }
}

int main(void)
{
    arena_open(&a, NULL);
    test_files();
    test_starts();
    test_letters();
    test_markup();
    arena_close(&a);
    return check_done();
}
