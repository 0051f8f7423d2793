/* The writer: what it makes, and how a part that uses it wrongly ends. */
#include "base/arena.h"
#include "base/memory.h"
#include "check.h"
#include "html/writer.h"
#include "report/error.h"
#include "text/language.h"

static writer w;

/* Ends the writing; whether it is the status and the bytes that were expected. */
static bool ends(broadsheet_status status, text want)
{
    broadsheet_buffer out;
    bool good = writer_end(&w, &out) == status && text_equal((text){out.at, out.size}, want);
    memory_release(out.at);
    return good;
}

static void begin(size_t limit)
{
    writer_begin(&w, NULL, limit, (url){NO_TEXT});
}

static void output(void)
{
    TEST("elements, attributes, text and numbers as HTML serialises them");
    begin(1000);
    writer_doctype(&w);
    writer_open(&w, "p");
    writer_attr(&w, "title", TEXT("a\"<&>"));
    writer_number(&w, "data-n", 0);
    writer_integer(&w, -9223372036854775807 - 1);
    writer_void(&w, "br");
    writer_integer(&w, 70);
    writer_integer(&w, -5);
    writer_close(&w, "p");
    CHECK(ends(BROADSHEET_OK, TEXT("<!DOCTYPE html><p title=\"a&quot;&lt;&amp;&gt;\" data-n=\"0\">"
                                   "-9223372036854775808<br>70-5</p>")));

    TEST("candidates stand apart by a comma and a space, and none has a comma at its ends");
    begin(1000);
    writer_void(&w, "img");
    writer_srcset_begin(&w);
    writer_candidate(&w, (url){TEXT(",a?b,c&d,,")}, 10, true);
    writer_candidate(&w, (url){TEXT(",")}, 4294967295, false);
    writer_srcset_end(&w);
    CHECK(ends(BROADSHEET_OK, TEXT("<img srcset=\"%2Ca?b,c&amp;d%2C%2C 10w, %2C 4294967295w\">")));

    TEST("what was rewound is forgotten, open elements with it");
    begin(1000);
    writer_say(&w, "kept");
    writer_mark mark = writer_here(&w);
    writer_open(&w, "p");
    writer_say(&w, "not kept");
    writer_rewind(&w, mark);
    CHECK(ends(BROADSHEET_OK, TEXT("kept")));
}

static void controls(void)
{
    TEST("no control is written but TAB and LF, from U+0001 to U+009F; U+000B and U+0085 are spaces");
    begin(1000);
    for (unsigned c = 1; c < 0xA0; c++) {
        if ((c < 0x20 && c != '\r' && c != '\f') || c >= 0x7F) {
            char bytes[2] = {(char)(c < 0x80 ? c : 0xC2), (char)c};
            writer_text(&w, (text){bytes, c < 0x80 ? 1 : 2});
        }
    }
    CHECK(ends(BROADSHEET_OK, TEXT("\t\n  ")));
}

static void limits(void)
{
    TEST("output up to the limit, and not a byte more");
    begin(4);
    writer_say(&w, "abcd");
    CHECK(ends(BROADSHEET_OK, TEXT("abcd")));
    begin(4);
    writer_say(&w, "abc");
    writer_say(&w, "de");
    writer_say(&w, "f");
    CHECK(ends(BROADSHEET_LIMIT, NO_TEXT));

    TEST("elements are nested up to the writer's depth, and no deeper");
    for (size_t deeper = 0; deeper < 2; deeper++) {
        begin(100000);
        for (size_t i = 0; i < WRITER_DEPTH + deeper; i++)
            writer_open(&w, "i");
        for (size_t i = 0; i < WRITER_DEPTH; i++)
            writer_close(&w, "i");
        broadsheet_buffer out;
        CHECK(writer_end(&w, &out) == (deeper ? BROADSHEET_LIMIT : BROADSHEET_OK));
        CHECK(out.size == (deeper ? 0 : WRITER_DEPTH * 7));
        memory_release(out.at);
    }
}

static void misuse(void)
{
    TEST("an end tag is that of the element which is open");
    begin(100);
    writer_open(&w, "p");
    writer_close(&w, "b");
    CHECK(ends(BROADSHEET_STATE, NO_TEXT));
    begin(100);
    writer_close(&w, "p");
    CHECK(ends(BROADSHEET_STATE, NO_TEXT));

    TEST("an element that is left open is a fault");
    begin(100);
    writer_open(&w, "p");
    CHECK(ends(BROADSHEET_STATE, NO_TEXT));

    TEST("an attribute belongs to a start tag");
    begin(100);
    writer_say(&w, "text");
    writer_set(&w, "class", "bs-x");
    CHECK(ends(BROADSHEET_STATE, NO_TEXT));

    TEST("a doctype comes first");
    begin(100);
    writer_say(&w, "text");
    writer_doctype(&w);
    CHECK(ends(BROADSHEET_STATE, NO_TEXT));
}

static void errors(void)
{
    char long_pointer[400];
    broadsheet_error error;
    TEST("a pointer too long for an error is cut before a token");
    memset(long_pointer, 'a', sizeof long_pointer);
    memcpy(long_pointer, "/site/sections", 14);
    error_clear(&error, BROADSHEET_SHAPE);
    error_pointer(&error, (text){long_pointer, sizeof long_pointer});
    CHECK_TEXT(((text){error.pointer, strlen(error.pointer)}), TEXT("/site"));

    TEST("a pointer of 255 bytes fits, and one more does not");
    error_pointer(&error, (text){long_pointer, 255});
    CHECK(strlen(error.pointer) == 255);
    error_pointer(&error, (text){long_pointer, 256});
    CHECK_TEXT(((text){error.pointer, strlen(error.pointer)}), TEXT("/site"));
}

static void directions(void)
{
    TEST("the script of a tag says its direction, and else the language does");
    CHECK_TEXT(language_direction(TEXT("az-Arab")), TEXT("rtl"));
    CHECK_TEXT(language_direction(TEXT("ar-Latn-EG")), TEXT("ltr"));
    CHECK_TEXT(language_direction(TEXT("ar-EG")), TEXT("rtl"));
    CHECK_TEXT(language_direction(TEXT("en")), TEXT("ltr"));
}

int main(void)
{
    output();
    controls();
    limits();
    misuse();
    errors();
    directions();
    return check_done();
}
