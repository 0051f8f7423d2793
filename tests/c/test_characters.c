#include "text/characters.h"

#include "check.h"
#include "html/writer.h"
#include "text/utf8.h"

static bool kept_alone(uint32_t code_point)
{
    characters c = {0};
    return characters_keep(&c, code_point, false);
}

/* How many of count characters stay behind an "a". */
static size_t kept_of(uint32_t code_point, size_t count)
{
    characters c = {0};
    size_t kept = 0;
    characters_keep(&c, 'a', false);
    for (size_t i = 0; i < count; i++)
        kept += characters_keep(&c, code_point, false);
    return kept;
}

static void test_unwanted(void)
{
    TEST("what steers the direction of others goes, its marks stay");
    for (uint32_t c = 0x202A; c <= 0x202E; c++)
        CHECK(!kept_alone(c));
    for (uint32_t c = 0x2066; c <= 0x206F; c++)
        CHECK(!kept_alone(c));
    CHECK(kept_alone(0x200E) && kept_alone(0x200F) && kept_alone(0x61C));

    TEST("what no markup needs goes, and what scripts need stays");
    CHECK(!kept_alone(0xFFF9) && !kept_alone(0xFFFB) && !kept_alone(0xE0001));
    CHECK(kept_alone(0xAD) && kept_alone(0xFEFF) && kept_alone(0x200B) && kept_alone(0x200C) && kept_alone(0x200D) &&
          kept_alone(0x2060));
    CHECK(kept_alone(0x2029) && kept_alone(0x2065) && kept_alone(0x2070) && kept_alone(0xFFF8) && kept_alone(0xFFFC));
}

static void test_seen(void)
{
    static const text seen[] = {
        TEXT_INIT("a"),
        TEXT_INIT(" \xC2\xA0x"),
        TEXT_INIT("\xEA\xB0\x80"),
        TEXT_INIT("\xE2\x80\xAE."),
        TEXT_INIT("\xEF\xBF\xBD"),
        TEXT_INIT("\xF0\x9F\x8F\xB4"),
    };
    static const text unseen[] = {
        TEXT_INIT(""),
        TEXT_INIT(" \t\r\n"),
        TEXT_INIT("\x01\x7F\xC2\x85"),             /* controls */
        TEXT_INIT("\xC2\xA0\xE1\x9A\x80"),         /* U+00A0, U+1680 */
        TEXT_INIT("\xE2\x80\x80\xE2\x80\x8A"),     /* U+2000, U+200A */
        TEXT_INIT("\xE2\x80\xA8\xE2\x80\xA9"),     /* U+2028, U+2029 */
        TEXT_INIT("\xE2\x80\xAF\xE2\x81\x9F"),     /* U+202F, U+205F */
        TEXT_INIT("\xE3\x80\x80\xE2\xA0\x80"),     /* U+3000, U+2800 */
        TEXT_INIT("\xC2\xAD\xE2\x80\x8B"),         /* U+00AD, U+200B */
        TEXT_INIT("\xE3\x85\xA4\xEF\xBB\xBF"),     /* U+3164, U+FEFF */
        TEXT_INIT("\xCC\x81\xF3\xA0\x84\x80"),     /* U+0301, U+E0100 */
        TEXT_INIT("\xE2\x80\xAE\xE2\x81\xA6"),     /* U+202E, U+2066 */
        TEXT_INIT("\xE2\x81\xA9\xF3\xA0\x81\x81"), /* U+2069, U+E0041 */
    };
    TEST("a letter, a symbol or a replacement is seen");
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
        CHECK(characters_show(seen[i]));
    TEST("white space, what is not drawn and what is not written is not");
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++)
        CHECK(!characters_show(unseen[i]));
    TEST("white space is a gap, but where browsers draw it without a width");
    static const bool gaps[sizeof unseen / sizeof unseen[0]] = {
        [1] = true, [3] = true, [4] = true, [6] = true, [7] = true};
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++)
        CHECK(characters_space(unseen[i]) == gaps[i]);
    CHECK(characters_space(TEXT("a\x01 \x01")) && !characters_space(TEXT("ab")) && !characters_space(TEXT("\v\f")));
    CHECK(characters_space(TEXT("a\tb")) && characters_space(TEXT("a\rb")) && characters_space(TEXT("a\nb")));
}

static void test_runs(void)
{
    TEST("eight marks or invisible characters in a row stay");
    static const uint32_t some[] = {0x300,  0x36F,  0x489,  0x5B0,   0x64B,   0x94D,   0xE48,   0xF90,
                                    0x20E3, 0x302A, 0xFE0F, 0x1D167, 0xE0100, 0x200B,  0x200D,  0xAD,
                                    0x61C,  0x200F, 0x2060, 0x180E,  0xE01EF, 0x1E94A, 0x1D173, 0xABED};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        CHECK(kept_of(some[i], 8) == 8);
        CHECK(kept_of(some[i], 80) == 8);
    }
    TEST("letters stay, whatever their number");
    static const uint32_t letters[] = {'a',    0x2FF,  0x370,  0x5D0,  0x628,   0x904,  0xE01,
                                       0xAC00, 0xD7A3, 0xFB1D, 0x4E00, 0x1F600, 0x20000};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        CHECK(kept_of(letters[i], 80) == 80);

    TEST("a joiner between marks does not begin a new run");
    characters c = {0};
    size_t kept = 0;
    for (size_t i = 0; i < 40; i++)
        kept += characters_keep(&c, i % 2 ? 0x200D : 0x301, false);
    CHECK(kept == 8);
    CHECK(characters_keep(&c, 'b', false) && characters_keep(&c, 0x301, false));

    TEST("nothing that is not drawn begins a new run, white space neither");
    static const uint32_t undrawn[] = {0xAD,    0x600,   0x115F,  0x1160,  0x180E,  0x2065,  0x3164,  0xFEFF,  0xFFA0,
                                       0xFFF0,  0xFFF8,  ' ',     '\n',    0x2028,  0x1343F, 0x1BCA0, 0x1D17A, 0xE0000,
                                       0xE0001, 0xE0020, 0xE0080, 0xE00FF, 0xE0100, 0xE01F0, 0xE0FFF, 0x202A,  0xFFF9};
    for (size_t k = 0; k < sizeof undrawn / sizeof *undrawn; k++) {
        c = (characters){0};
        kept = 0;
        for (size_t i = 0; i < 120; i++)
            kept += characters_keep(&c, i % 9 == 8 ? undrawn[k] : 0x301, false) && i % 9 != 8;
        CHECK(kept == 8);
    }

    TEST("what is reserved to be never drawn goes");
    CHECK(!kept_alone(0xE0000) && !kept_alone(0xE0002) && !kept_alone(0xE0080) && !kept_alone(0xE01F0) &&
          !kept_alone(0xE0FFF) && kept_alone(0xDFFFF) && kept_alone(0xE1000));

    TEST("tags stay behind a black flag only");
    CHECK(!kept_alone(0xE0067));
    c = (characters){0};
    CHECK(characters_keep(&c, 0x1F3F4, false) && characters_keep(&c, 0xE0067, false) &&
          characters_keep(&c, 0xE007F, false));
    CHECK(characters_keep(&c, 'a', false) && !characters_keep(&c, 0xE0067, false));
    c = (characters){0};
    CHECK(characters_keep(&c, 0x1F3F4, false) && characters_keep(&c, ' ', false) &&
          !characters_keep(&c, 0xE0067, false));
}

static void test_isolates(void)
{
    TEST("isolates stay where they are wanted and balanced");
    characters c = {0};
    CHECK(!characters_keep(&c, 0x2069, true));
    CHECK(characters_keep(&c, 0x2066, true) && characters_keep(&c, 0x2068, true) && c.isolates == 2);
    CHECK(characters_keep(&c, 0x2069, true) && characters_keep(&c, 0x2069, true) && !characters_keep(&c, 0x2069, true));
    for (int i = 0; i < CHARACTERS_ISOLATES; i++)
        CHECK(characters_keep(&c, 0x2067, true));
    CHECK(!characters_keep(&c, 0x2067, true) && c.isolates == CHARACTERS_ISOLATES);
}

/* --- as the writer writes them ------------------------------------------------------------------ */

static arena memory;

static text written(writer *w)
{
    broadsheet_buffer out;
    CHECK(writer_end(w, &out) == BROADSHEET_OK);
    return (text){out.at, out.size};
}

#define MARKS4 "\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
#define MARKS8 MARKS4 MARKS4

/* How many letters stay of first and second, count times one after the other. */
static size_t kept_in_turn(uint32_t first, uint32_t second, size_t count, characters *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        kept += characters_keep(c, first, true);
        kept += characters_keep(c, second, true);
    }
    return kept;
}

static void test_turns(void)
{
    static const uint32_t right[] = {0x5D0,   0x628,   0x8A0, 0xFB1D, 0xFE70, 0x10800,
                                     0x10D3A, 0x1E900, 0x66D, 0x6FA,  0x200F, 0x61C};
    static const uint32_t left[] = {'a', '7', 0xE9, 0x663, 0x66C, 0x6F3, 0xAC00, 0x10D30, 0x10E60, 0x200E};
    const size_t pairs = CHARACTERS_TURNS;
    TEST("letters from right to left stay until the direction has changed 2,048 times");
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
        characters c = {0};
        CHECK(kept_in_turn('a', right[i], pairs, &c) == pairs + pairs / 2);
    }
    for (size_t i = 0; i < sizeof left / sizeof left[0] - 1; i++) {
        characters c = {0};
        CHECK(kept_in_turn(left[i], 0x5D0, pairs, &c) == pairs + pairs / 2);
    }
    TEST("what is of one direction, or of none, is no change");
    for (size_t i = 0; i < sizeof left / sizeof left[0] - 1; i++) {
        characters c = {0};
        CHECK(kept_in_turn(left[i], 'b', pairs, &c) == 2 * pairs);
    }
    static const uint32_t none[] = {' ', '.', 0xA0, 0xBB, 0x2013, 0x591};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        characters c = {0};
        CHECK(kept_in_turn(none[i], 0x5D0, pairs, &c) == 2 * pairs);
    }
    TEST("an isolate is one");
    characters c = {0};
    CHECK(kept_in_turn(0x2066, 0x2069, pairs + 9, &c) == 2 * pairs);
    TEST("a block has its own");
    characters_block(&c);
    CHECK(kept_in_turn('a', 0x5D0, pairs, &c) == pairs + pairs / 2);
}

#define A_ALEF "a\xD7\x90"

/* How many alefs are in what was written. */
static size_t alefs(text t)
{
    size_t count = 0;
    for (size_t i = 0; i < t.size; i++)
        count += (unsigned char)t.at[i] == 0xD7;
    return count;
}

static void test_blocks(void)
{
    static char many[3 * CHARACTERS_TURNS];
    writer w;
    for (size_t i = 0; i < sizeof many; i++)
        many[i] = A_ALEF[i % 3];
    text half = {many, sizeof many / 2};
    TEST("a line of text goes on over its elements, a block begins anew");
    writer_begin(&w, &memory, 100000, (url){NO_TEXT});
    writer_open(&w, "p");
    for (int i = 0; i < 2; i++) {
        writer_open(&w, "em");
        writer_prose(&w, half);
        writer_close(&w, "em");
    }
    writer_close(&w, "p");
    CHECK(alefs(written(&w)) == CHARACTERS_TURNS / 2);
    writer_begin(&w, &memory, 100000, (url){NO_TEXT});
    for (int i = 0; i < 3; i++) {
        writer_open(&w, "p");
        writer_prose(&w, half);
        writer_close(&w, "p");
    }
    CHECK(alefs(written(&w)) == 3 * CHARACTERS_TURNS / 2);
}

static void test_writer(void)
{
    writer w;
    TEST("a run goes on over tags and pieces, and in each attribute begins anew");
    writer_begin(&w, &memory, 10000, (url){NO_TEXT});
    writer_say(&w, "a" MARKS4);
    writer_open(&w, "b");
    writer_set(&w, "title", "x" MARKS8 MARKS4);
    writer_pair(&w, "class", TEXT(MARKS4), TEXT(MARKS8));
    writer_say(&w, MARKS8);
    writer_close(&w, "b");
    writer_say(&w, MARKS4 "&" MARKS4 "\xEA\xB0\x80" MARKS8 MARKS4 "\x01\xE2\x80\x8D"
                          "c" MARKS4);
    CHECK_TEXT(written(&w), TEXT("a" MARKS4 "<b title=\"x" MARKS8 "\" class=\"" MARKS8 "\">" MARKS4 "</b>&amp;" MARKS4
                                 "\xEA\xB0\x80" MARKS8 "c" MARKS4));
    CHECK(w.left_out);

    TEST("a run goes on over white space, in a text and between texts");
    writer_begin(&w, &memory, 10000, (url){NO_TEXT});
    writer_say(&w, "a" MARKS8 " \n\t" MARKS4 "\r\n\f" MARKS4);
    writer_say(&w, " ");
    writer_say(&w, MARKS4 "\xE2\x80\xA8" MARKS4 " b " MARKS8 MARKS4 "<" MARKS8 MARKS4);
    CHECK_TEXT(written(&w), TEXT("a" MARKS8 " \n\t\n    b " MARKS8 "&lt;" MARKS8));

    TEST("isolates of running text are closed at its end, others go");
    writer_begin(&w, &memory, 10000, (url){NO_TEXT});
    writer_prose(&w, TEXT("\xE2\x81\xA7"
                          "a\xE2\x80\xAE"));
    writer_open(&w, "b");
    writer_prose(&w, TEXT("\xE2\x81\xA8"
                          "b"));
    writer_close(&w, "b");
    writer_void(&w, "br");
    writer_prose_end(&w);
    writer_prose_end(&w);
    writer_say(&w, "\xE2\x81\xA7"
                   "c\xE2\x81\xA9");
    CHECK_TEXT(written(&w), TEXT("\xE2\x81\xA7"
                                 "a<b>\xE2\x81\xA8"
                                 "b</b><br>\xE2\x81\xA9\xE2\x81\xA9"
                                 "c"));
    CHECK(w.left_out);

    TEST("separators of lines become spaces, noncharacters and NUL become U+FFFD");
    writer_begin(&w, &memory, 10000, (url){NO_TEXT});
    writer_say(&w, "a\xE2\x80\xA8"
                   "b\xE2\x80\xA9\xEF\xBF\xBF\xF3\xBF\xBF\xBE\xEF\xB7\x90\0\xC2\x85\xC2\xA0\xF0\x9F\x98\x80");
    CHECK_TEXT(written(&w), TEXT("a b \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD &nbsp;\xF0\x9F\x98\x80"));
    CHECK(w.left_out); /* the noncharacters */

    TEST("the strings of JSON leave out the same");
    writer_begin(&w, &memory, 10000, (url){NO_TEXT});
    writer_json_string(&w, TEXT("a" MARKS8 MARKS4 "\xE2\x80\xAE<\xE2\x81\xA6\xE2\x80\xA8\xEF\xBF\xBE\x7F"
                                "b"));
    CHECK_TEXT(written(&w), TEXT("\"a" MARKS8 "\\u003c\\u2028\\ufffd\\u007f"
                                 "b\""));

    TEST("a link says how it relates to the page, and that it leaves the site");
    writer_begin(&w, &memory, 10000, (url){TEXT("https://a.example/")});
    writer_open(&w, "a");
    writer_link(&w, (url){TEXT("/b")}, "");
    writer_link(&w, (url){TEXT("/b")}, "tag");
    writer_link(&w, (url){TEXT("//b.example")}, "");
    writer_link(&w, (url){TEXT("https://b.example")}, "tag");
    writer_close(&w, "a");
    CHECK_TEXT(written(&w), TEXT("<a href=\"/b\" rel=\"tag\" href=\"/b\" rel=\"noopener\" href=\"//b.example\" "
                                 "rel=\"tag noopener\" href=\"https://b.example\"></a>"));
}

static void test_first(void)
{
    static const struct {
        text t;
        uint8_t side;
    } cases[] = {
        {TEXT_INIT(""), CHARACTERS_NEITHER},
        {TEXT_INIT("12 \xD9\xA1 \xC2\xB2 !"), CHARACTERS_NEITHER}, /* digits, Arabic ones too */
        {TEXT_INIT("1 a \xD7\x90"), CHARACTERS_LEFT},
        {TEXT_INIT("1 \xD7\x90 a"), CHARACTERS_RIGHT},
        {TEXT_INIT("\xE2\x80\x8E \xD7\x90"), CHARACTERS_LEFT}, /* LRM */
        {TEXT_INIT("\xE2\x80\x8F a"), CHARACTERS_RIGHT},       /* RLM */
        {TEXT_INIT("\xD8\x9C a"), CHARACTERS_RIGHT},           /* ALM */
        {TEXT_INIT("\xCC\x81\xE3\x90\x80"), CHARACTERS_LEFT},  /* a mark, and a Han letter */
        {TEXT_INIT("\xE2\x81\xA6 a \xE2\x81\xA9 \xD7\x90"), CHARACTERS_RIGHT},
        {TEXT_INIT("\xE2\x81\xA9 \xE2\x81\xA8 a"), CHARACTERS_NEITHER},
        {TEXT_INIT("\xFF\xD7\x90"), CHARACTERS_RIGHT},
    };
    TEST("digits of any script say nothing of the side, and letters beside them in their blocks do");
    static const uint32_t digits[] = {'0',     '9',     0xB2,    0xB3,    0xB9,    0xBC,    0xBE,   0x660,
                                      0x669,   0x6F0,   0x6F9,   0x2070,  0x2089,  0xFF10,  0xFF19, 0x10D30,
                                      0x10D39, 0x10E60, 0x10E7E, 0x1D7CE, 0x1D7FF, 0x1FBF0, 0x1FBF9};
    for (size_t i = 0; i < sizeof digits / sizeof digits[0]; i++) {
        char room[4];
        CHECK(characters_first((text){room, utf8_encode(digits[i], room)}, 0) == CHARACTERS_NEITHER);
    }
    static const struct {
        uint32_t letter;
        uint8_t side;
    } letters[] = {{0xBA, CHARACTERS_LEFT},   {0xC0, CHARACTERS_LEFT},     {0x66E, CHARACTERS_RIGHT},
                   {0x6EF, CHARACTERS_RIGHT}, {0x6FA, CHARACTERS_RIGHT},   {0x2090, CHARACTERS_LEFT},
                   {0xFF21, CHARACTERS_LEFT}, {0x10D23, CHARACTERS_RIGHT}, {0x10E80, CHARACTERS_RIGHT},
                   {0x1D7CB, CHARACTERS_LEFT}};
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        char room[4];
        CHECK(characters_first((text){room, utf8_encode(letters[i].letter, room)}, 0) == letters[i].side);
    }

    TEST("the first letter says from which side a text is written; digits, marks and what is isolated do not");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK(characters_first(cases[i].t, 0) == cases[i].side);
    CHECK(characters_first(TEXT("a \xE2\x81\xA9 \xD7\x90"), 1) == CHARACTERS_RIGHT);
}

int main(void)
{
    arena_open(&memory, NULL);
    test_unwanted();
    test_seen();
    test_runs();
    test_isolates();
    test_turns();
    test_blocks();
    test_writer();
    test_first();
    arena_close(&memory);
    return check_done();
}
