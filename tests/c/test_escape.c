/* Text is escaped in steps of sixteen bytes and of whole characters: what comes out must be what the rules say
 * of each character by itself. The rules are written here once more, without any step. */
#include "base/memory.h"
#include "check.h"
#include "html/writer.h"
#include "text/utf8.h"

typedef struct plain {
    char at[1 << 17];
    size_t size;
    characters before;
} plain;

static void add(plain *p, const char *at, size_t size)
{
    memcpy(p->at + p->size, at, size);
    p->size += size;
}

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* HTML, section 13.3, what text/characters.h keeps, and what the writer says of separators and noncharacters. */
static void rule(plain *p, uint32_t c, bool attribute)
{
    char utf8[4];
    if (c == '\v' || c == 0x85)
        c = '\f';
    if (c && ((c < 0x20 && !strchr("\t\n\f\r", (int)c)) || is_between(c, 0x7F, 0x9F)))
        return;
    if (!characters_keep(&p->before, c, false))
        return;
    if (c == '&')
        add(p, "&amp;", 5);
    else if (c == '<')
        add(p, "&lt;", 4);
    else if (c == '>')
        add(p, "&gt;", 4);
    else if (c == '"' && attribute)
        add(p, "&quot;", 6);
    else if (c == 0xA0)
        add(p, "&nbsp;", 6);
    else if (c == '\r')
        add(p, "\n", 1);
    else if (c == '\f' || is_between(c, 0x2028, 0x2029))
        add(p, " ", 1);
    else if (c == 0 || (c & 0xFFFE) == 0xFFFE || is_between(c, 0xFDD0, 0xFDEF))
        add(p, "\xEF\xBF\xBD", 3);
    else
        add(p, utf8, utf8_encode(c, utf8));
}

/* Whether a text of so many characters is written as the rules say. */
static bool agrees(const uint32_t *text_of, size_t count, bool attribute)
{
    static plain want;
    char bytes[1024] = {0};
    size_t size = 0;
    writer w;
    broadsheet_buffer out;
    want.size = 0;
    want.before = (characters){0};
    writer_begin(&w, NULL, 1 << 20, (url){NO_TEXT});
    if (attribute)
        add(&want, "<br title=\"", 11);
    for (size_t i = 0; i < count; i++) {
        size += utf8_encode(text_of[i], bytes + size);
        rule(&want, text_of[i], attribute);
    }
    if (attribute) {
        add(&want, "\">", 2);
        writer_void(&w, "br");
        writer_attr(&w, "title", ((text){bytes, size}));
        writer_say(&w, "");
    } else {
        writer_text(&w, (text){bytes, size});
    }
    bool good =
        writer_end(&w, &out) == BROADSHEET_OK && text_equal((text){out.at, out.size}, (text){want.at, want.size});
    memory_release(out.at);
    return good;
}

static void characters_alone(void)
{
    /* Before and behind it: nothing, letters from the left, from the right, and marks up to the most. */
    static const uint32_t around[][2] = {{'a', 'b'}, {0x5D0, 'b'}, {'.', 0x5D0}, {0xD55C, 0x301}, {0x301, 0x301}};
    TEST("each character is written as the rules say, wherever it stands");
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++)
        for (uint32_t c = 1; c <= 0x10FFFF; c++) {
            uint32_t with[20] = {around[i][0], c};
            if (is_between(c, 0xD800, 0xDFFF) || c == '\r')
                continue;
            for (size_t behind = 2; behind < 20; behind++)
                with[behind] = around[i][1];
            if (i > 1 && c > 0x20000 && !is_between(c, 0xE0000, 0xE0FFF))
                continue; /* planes of letters alone, seen twice */
            if (!agrees(with, 20, false)) {
                printf("# U+%04X between U+%04X and U+%04X\n", c, around[i][0], around[i][1]);
                CHECK(false);
            }
        }
}

static void places(void)
{
    static const uint32_t special[] = {'&',    '<',    '>',    '"',    '\t',   '\n',   '\f',   0,
                                       1,      0x7F,   0x80,   0xA0,   0xAD,   0xB7,   0xE9,   0x301,
                                       0x5D0,  0x2014, 0x2028, 0x202E, 0x3001, 0x3099, 0x3131, 0x4E00,
                                       0xA9FF, 0xAC00, 0xD7A3, 0xFEFF, 0xFF01, 0xFFFE, 0x1F600};
    uint32_t line[80];
    TEST("a special character is seen at each place of a line, in text and in an attribute");
    for (size_t i = 0; i < sizeof special / sizeof special[0]; i++)
        for (size_t place = 0; place < 40; place++)
            for (size_t second = place; second < 40; second++) {
                for (size_t at = 0; at < 40; at++)
                    line[at] = at == place || at == second ? special[i] : at % 9 == 8 ? ' ' : 'a' + (uint32_t)at % 7;
                CHECK(agrees(line, 40, false));
                CHECK(agrees(line, place + 1, true));
                CHECK(agrees(line, second + 1, false));
            }
}

/* Puts a text together, of which one character in some is a special one. */
static size_t by_chance(uint32_t *to, size_t most, size_t one_in)
{
    static const uint32_t special[] = {'&',  '<', '>', '"',  '<',  '>',    '\n',   '\n',
                                       '\t', ' ', 1,   0x7F, 0xA0, 0xAC00, 0x2014, 0x301};
    size_t count = check_pick(most);
    for (size_t i = 0; i < count; i++)
        to[i] = check_pick(one_in) ? 'a' + (uint32_t)check_pick(26)
                                   : special[check_pick(sizeof special / sizeof special[0])];
    return count;
}

static void one_behind_the_other(void)
{
    enum { TEXTS = 60, MOST = 200 };
    static plain want;
    TEST("texts put together by chance, one behind the other until the room is full, and filled again");
    for (uint32_t round = 0; round < 1500; round++) {
        check_seed = round * 7919u;
        const size_t one_in = 1 + check_pick(30);
        const bool attributes = check_pick(2);
        writer w;
        broadsheet_buffer out;
        want.size = 0;
        want.before = (characters){0};
        writer_begin(&w, NULL, sizeof want.at, (url){NO_TEXT});
        for (size_t n = 0; n < TEXTS; n++) {
            uint32_t line[MOST];
            char bytes[4 * MOST];
            size_t size = 0, count = by_chance(line, MOST, one_in);
            for (size_t i = 0; i < count; i++)
                size += utf8_encode(line[i], bytes + size);
            const text t = {bytes, size};
            if (attributes) {
                want.before = (characters){0};
                add(&want, "<br title=\"", 11);
                writer_void(&w, "br");
                writer_attr(&w, "title", t);
            } else {
                writer_text(&w, t);
            }
            for (size_t i = 0; i < count; i++)
                rule(&want, line[i], attributes);
            if (attributes)
                add(&want, "\">", 2);
        }
        if (attributes)
            writer_say(&w, "");
        CHECK(writer_end(&w, &out) == BROADSHEET_OK &&
              text_equal((text){out.at, out.size}, (text){want.at, want.size}));
        memory_release(out.at);
    }
}

static void ill_formed(void)
{
    TEST("what is no UTF-8 hides nothing that stands behind it");
    for (unsigned first = 0x80; first < 0x100; first++)
        for (size_t size = 1; size < 5; size++) {
            char at[8] = {'a', (char)first, (char)0x80, (char)0x80, (char)0x80, 0};
            at[1 + size] = '<';
            writer w;
            broadsheet_buffer out;
            writer_begin(&w, NULL, 100, (url){NO_TEXT});
            writer_text(&w, (text){at, size + 2});
            CHECK(writer_end(&w, &out) == BROADSHEET_OK && out.size >= 5 && !memchr(out.at, '<', out.size) &&
                  text_equal((text){out.at + out.size - 4, 4}, TEXT("&lt;")));
            memory_release(out.at);
        }
}

int main(void)
{
    characters_alone();
    places();
    one_behind_the_other();
    ill_formed();
    return check_done();
}
