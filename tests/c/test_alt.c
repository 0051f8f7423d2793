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
        "Aufnahme von einem Schiff",
        "Drawing of a ferry",
        "Graphic of a route",
        "Screenshot of a map",
        "\xEC\x82\xAC\xEC\xA7\x84",
        "\xEC\x82\xAC\xEC\xA7\x84: \xEB\xB0\xB0",
        "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80 \xEB\xB0\xB0",
        "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\x80 \xEB\xB0\xB0",
        "\xD8\xB5\xD9\x88\xD8\xB1\xD8\xA9 \xD8\xB9\xD8\xA8\xD8\xA7\xD8\xB1\xD8\xA9",
    };
    static const char *const ends[] = {
        "\xEB\xB6\x80\xEC\x82\xB0\xED\x95\xAD\xEC\x9D\x98 \xEC\x82\xAC\xEC\xA7\x84",
        "\xEB\xB6\x80\xEC\x82\xB0\xED\x95\xAD\xEC\x9D\x98 \xEC\x82\xAC\xEC\xA7\x84.",
        "\xEA\xB3\xA0\xEC\x96\x91\xEC\x9D\xB4\xEC\x9D\x98 \xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80",
        "\xEB\xB0\xB0\xEB\xA5\xBC \xEC\xB0\x8D\xEC\x9D\x80 \xEC\x82\xAC\xEC\xA7\x84",
        ("\xED\x95\xAD\xEA\xB5\xAC\xEC\x9D\x98 \xEB\xAA\xA8\xEC\x8A\xB5\xEC\x9D\x84 \xEB\x8B\xB4\xEC\x9D\x80 "
         "\xEC\x82\xAC\xEC\xA7\x84"),
        ("\xEB\xB0\xB0\xEB\xA5\xBC \xEB\xB3\xB4\xEC\x97\xAC\xEC\xA3\xBC\xEB\x8A\x94 "
         "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9E\x85\xEB\x8B\x88\xEB\x8B\xA4"),
        "\xEB\x82\x98\xEB\xAC\xB4\xEC\x9D\x98 \xEA\xB7\xB8\xEB\xA6\xBC\xEC\x9D\xB4\xEB\x8B\xA4",
        "\xE6\xB8\xAF\xE3\x81\xAE\xE5\x86\x99\xE7\x9C\x9F",
        "\xE8\x88\xB9\xE3\x81\xAE\xE7\x94\xBB\xE5\x83\x8F\xE3\x81\xA7\xE3\x81\x99\xE3\x80\x82",
        "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x9A\x84\xE7\x85\xA7\xE7\x89\x87",
        "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x9A\x84\xE5\x9C\x96\xE7\x89\x87",
        "Ein Bild von einem Schiff",
        "Foto einer F\xC3\xA4hre",
        "\xE5\x86\x99\xE7\x9C\x9F\xEF\xBC\x9A\xE6\xB8\xAF",
        "\xE5\x9B\xBE\xE7\x89\x87: \xE6\xB8\xAF",
    };
    static const char *const good[] = {
        "\xEA\xB0\x80\xEC\xA1\xB1\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\x84 \xEB\x93\xA0 \xEB\x85\xB8\xEC\x9D\xB8",
        "\xEB\xB2\xBD\xEC\x97\x90 \xEA\xB1\xB8\xEB\xA6\xB0 \xEA\xB0\x80\xEC\xA1\xB1\xEC\x82\xAC\xEC\xA7\x84",
        "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\x98 \xEB\x92\xB7\xEB\xA9\xB4",
        "\xEC\x82\xAC\xEC\xA7\x84\xEA\xB8\xB0",
        "\xEA\xB7\xB8\xEB\xA6\xBC\xEC\x9E\x90",
        "\xE6\xB8\xAF\xE3\x81\xAE\xE5\x86\x99\xE7\x9C\x9F\xE5\xAE\xB6",
        "\xE5\x86\x99\xE7\x9C\x9F\xE5\xAE\xB6",
        "\xE7\x85\xA7\xE7\x89\x87\xE5\xA2\x99",
        "Bildung",
        "Ein Bildhauer",
        "Fotografin am Kai",
        "A ferry",
        "Photographers at the quay",
        "Photo offices in Seoul",
        "Imageofaferry",
        "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9E\x91\xEA\xB0\x80",
        "Imageries",
    };
    TEST("nor at the end, where Korean, Japanese and Chinese have it");
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        CHECK(alt_judge((text){ends[i], strlen(ends[i])}, NO_TEXT) == ALT_START);
    TEST("that it is a picture need not be said");
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        CHECK(alt_judge((text){starts[i], strlen(starts[i])}, NO_TEXT) == ALT_START);
    TEST("words that only begin like these say something else");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        CHECK(alt_judge((text){good[i], strlen(good[i])}, NO_TEXT) == ALT_GOOD);
    TEST("an article alone begins with none of them, and nothing behind it is read");
    static const char article[2] = {'l', '\''};
    CHECK(alt_judge((text){article, sizeof article}, NO_TEXT) == ALT_GOOD);
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
