/* What the examples of tests/spec/markdown cannot say: limits, offsets, ids taken, odd bytes. */
#include "check.h"
#include "markdown_case.h"
#include "text/utf8.h"

#include <stddef.h>

static markdown_case c;

static text repeat(const char *unit, size_t times, const char *end)
{
    static char bytes[1 << 20];
    size_t size = 0, unit_size = strlen(unit);
    for (size_t i = 0; i < times && size + unit_size < sizeof bytes; i++, size += unit_size)
        memcpy(bytes + size, unit, unit_size);
    for (; *end && size < sizeof bytes; end++)
        bytes[size++] = *end;
    return (text){bytes, size};
}

static broadsheet_status run(text source)
{
    markdown_case_begin(&c, source);
    markdown_case_run(&c);
    return c.status;
}

/* The limit is a field of c.limits, which markdown_case_begin sets anew. */
static void check_limit(text source, size_t field, uint32_t most)
{
    for (int more = 0; more < 2; more++) {
        markdown_case_begin(&c, source);
        c.use.version = 2; /* which has most */
        *(uint32_t *)(void *)((char *)&c.limits + field) = more ? most - 1 : most;
        markdown_case_run(&c);
        CHECK(c.status == (more ? BROADSHEET_LIMIT : BROADSHEET_OK));
    }
}

#define CHECK_LIMIT(source, field, most) check_limit(source, offsetof(broadsheet_limits, field), most)

static void limits(void)
{
    TEST("body_bytes is the size of the Markdown");
    CHECK_LIMIT(TEXT("1234\n"), body_bytes, 5);

    TEST("output_bytes is the size of the HTML");
    CHECK_LIMIT(TEXT("1234"), output_bytes, 12); /* <p>1234</p> and a line break */

    TEST("table_cells are counted in all tables");
    CHECK_LIMIT(TEXT("|a|b|\n|-|-|\n|c|\n\n|d|\n|-|\n"), table_cells, 5);

    TEST("links are links, pictures and reference definitions");
    CHECK_LIMIT(TEXT("[a](b) ![c](d) <http://e.f> www.example.org [g]\n\n[g]: /h\n"), links, 6);

    TEST("references to footnotes are links, and so are their definitions");
    CHECK_LIMIT(TEXT("a[^1] b[^1] c[^2]\n\n[^1]: d\n"), links, 4);

    TEST("markdown_depth counts quotes, lists and spans, and not paragraphs, items and code");
    CHECK_LIMIT(TEXT("> - 1. > *a **b [c](d `e`)***\n"), markdown_depth, 6);
    CHECK_LIMIT(TEXT("1. a\n   1. b\n      1. c\n"), markdown_depth, 3);
    CHECK_LIMIT(TEXT("> a\n\n> b\n\n- `c`\n\n# d\n"), markdown_depth, 1);

    TEST("a depth that a browser would cut is refused whatever the limit");
    for (size_t depth = 200; depth <= 201; depth++) {
        markdown_case_begin(&c, repeat(">", depth, "a"));
        c.limits.markdown_depth = 100000;
        markdown_case_run(&c);
        CHECK(c.status == (depth > 200 ? BROADSHEET_LIMIT : BROADSHEET_OK));
    }
}

/* Whatever is written late, a footnote, a caption, a source, an id, the limit of the output holds for all of it. */
static void output(void)
{
    static const char source[] =
        "# [a](#b)\n\n> q\n>\n> \xE2\x80\x94 s\n\nTable: c\n\n| | d |\n|-|-|\n| e | f |\n\nx[^1] www.a.example\n\n"
        "![a](/a)\n![b](/b)\n\n[^1]: n\n\n# b\n";
    size_t size = 1;
    TEST("the output is whole, or its limit ends it");
    for (uint32_t most = 1; size && most < 4000; most++) {
        markdown_case_begin(&c, ((text){source, sizeof source - 1}));
        c.use.version = 2;
        c.use.ids = true;
        c.limits.output_bytes = most;
        size_t made = markdown_case_run(&c).size;
        CHECK(c.status == (most < made || !made ? BROADSHEET_LIMIT : BROADSHEET_OK));
        size = made && made < most ? 0 : 1;
    }
    CHECK(!size);

    TEST("a row of a table has no more columns than a table may have");
    size_t cells = 0;
    static char table[600] = "|a|\n|-|\n|";
    size_t table_size = strlen(table);
    for (size_t i = 0; i < 200; i++, table_size += 2)
        memcpy(table + table_size, "x|", 2);
    markdown_case_begin(&c, (text){table, table_size});
    text made = markdown_case_run(&c);
    for (size_t i = 0; i + 4 < made.size; i++)
        cells += memcmp(made.at + i, "<td>", 4) == 0;
    CHECK(cells == 127 + 128); /* the head has one with text, which is no td */
    CHECK_TEXT(((text){c.told, c.told_size}), TEXT("BODY_TABLE_ROW:0 "));
}

/* md4c gives up on definitions when their addresses and titles have become sixteen times as large as the text: then a
 * pipe within a link is a border, of a row whose cells have been counted before. */
static void definitions(void)
{
    static char table[2048] = "|a|\n|-|\n";
    size_t size = strlen(table);
    TEST("no cell of a table is lost where definitions are used up");
    for (size_t i = 0; i < 21; i++, size += 13)
        memcpy(table + size, "|[b|c][r]|d|\n", 13);
    memcpy(table + size, "|[b|c][r]|d|\n\n[r]: /r \"", 23);
    memset(table + (size += 23), 'x', 300);
    table[size += 300] = '"';
    markdown_case_begin(&c, (text){table, size + 1});
    text made = markdown_case_run(&c);
    size_t last = 0;
    for (size_t i = 0; i + 10 < made.size; i++)
        last += memcmp(made.at + i, "<td>d</td>", 10) == 0;
    CHECK(last == 22);
}

/* Open containers and lines that md4c would walk through together. */
static void survey(void)
{
    static char bytes[1 << 19];
    size_t size = 0;

    TEST("many containers over many blank lines are refused before they are parsed");
    for (; size < sizeof bytes / 2; size += 2)
        memcpy(bytes + size, "- ", 2);
    bytes[size++] = 'x';
    memset(bytes + size, '\n', sizeof bytes - size);
    CHECK(run((text){bytes, sizeof bytes}) == BROADSHEET_LIMIT);

    TEST("deep indentation over many blank lines is refused as well");
    size = 0;
    for (size_t level = 0; size + 2 * level + 4 < sizeof bytes / 2; level++) {
        memset(bytes + size, ' ', 2 * level);
        memcpy(bytes + size + 2 * level, "- x\n", 4);
        size += 2 * level + 4;
    }
    memset(bytes + size, '\n', sizeof bytes - size);
    CHECK(run((text){bytes, sizeof bytes}) == BROADSHEET_LIMIT);

    TEST("lists within the depth stand over any number of blank lines");
    memcpy(bytes, "- - - - - - - - x", 17);
    memset(bytes + 17, '\n', sizeof bytes - 17);
    CHECK(run((text){bytes, sizeof bytes}) == BROADSHEET_OK);

    TEST("rules, code and quotations that only look deep stand");
    CHECK(run(repeat("* ", 500, "\n")) == BROADSHEET_OK);
    CHECK(run(repeat("1. 2. > - ", 10, "\n")) == BROADSHEET_OK);
    CHECK(run(TEXT("~~~\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > "
                   "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > x\n~~~\n")) == BROADSHEET_OK);
}

static void placements(void)
{
    TEST("a placement has the offset, the kind and the model");
    markdown_case_begin(&c, TEXT("a\n\n[x](related:r1)\n\n![](figure:f2)\n\nb\n"));
    c.places = true;
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>a</p>\n{related r1}\n{figure f2}\n<p>b</p>\n"));
    CHECK(c.out.count == 2);

    TEST("an id is what stands behind the colon, to the last byte");
    markdown_case_begin(&c, TEXT("![a](figure:f1x)\n\n![b](figure:)\n\n![c](<figure: f1>)\n"));
    c.places = true;
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>a</p>\n<p>b</p>\n<p>c</p>\n"));
    CHECK_TEXT(((text){c.told, c.told_size}),
               TEXT("PLACEMENT_FIGURE_UNKNOWN:1 PLACEMENT_FIGURE_UNKNOWN:2 PLACEMENT_FIGURE_UNKNOWN:3 "));
}

static void headings(void)
{
    static const text taken[] = {{"headline", 8}, {"a-2", 3}};

    TEST("headings do not get ids that are taken");
    markdown_case_begin(&c, TEXT("# Headline\n# A\n# A\n"));
    c.use.ids = true;
    c.use.taken = taken;
    c.use.taken_count = 2;
    CHECK_TEXT(markdown_case_run(&c),
               TEXT("<h1 id=\"bs-headline-2\">Headline</h1>\n<h1 id=\"bs-a\">A</h1>\n<h1 id=\"bs-a-3\">A</h1>\n"));

    TEST("a base past six is six");
    for (uint32_t base = 7; base; base = base == 7 ? UINT32_MAX : 0) {
        markdown_case_begin(&c, TEXT("# a\n###### b\n"));
        c.use.heading_base = base;
        CHECK_TEXT(markdown_case_run(&c), TEXT("<h6>a</h6>\n<h6>b</h6>\n"));
        c.use.outline = true;
        CHECK_TEXT(markdown_case_run(&c), TEXT("<h6>a</h6>\n<h6>b</h6>\n"));
    }

    TEST("thousands of headings of one name take no time");
    markdown_case_begin(&c, repeat("# a\n", 200000, ""));
    c.use.ids = true;
    markdown_case_run(&c);
    CHECK(c.status == BROADSHEET_OK);
}

static void odd_bytes(void)
{
    TEST("a link that md4c finds in the text of a link is text");
    markdown_case_begin(&c, TEXT("[foo<https://ex\"sp-links\"\":ample.com/?search=](uri)>:ample.co=](uri)>"));
    CHECK_TEXT(markdown_case_run(&c),
               TEXT("<p><a href=\"uri\">foohttps://ex\"sp-links\"\":ample.com/?search=](uri):ample.co=</a>&gt;</p>\n"));

    TEST("the last label of a host at the end of a text is no other than before a sentence goes on");
    markdown_case_begin(&c, TEXT("http://a.\xED\x95\x9C"));
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p><a rel=\"noopener\" href=\"http://a\">http://a</a>.\xED\x95\x9C</p>\n"));

    TEST("a plain address ends before a quotation mark beyond ASCII, what nobody sees and what is no text");
    static const uint32_t ends[] = {0xA0,   0xAB,   0xBB,   0x2018, 0x2019, 0x201C, 0x201D,
                                    0x201F, 0x2039, 0x203A, 0x200B, 0x200D, 0x202A, 0x202E,
                                    0x2060, 0x206F, 0xFDD0, 0xFDEF, 0xFEFF, 0xFFFC, 0xFFFF};
    static const uint32_t inner[] = {0xA1,   0xE9,   0x3B1,  0x2010, 0x2020, 0x203B,
                                     0x2070, 0xFDCF, 0xFDF0, 0xFE70, 0x1F600};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0] + sizeof inner / sizeof inner[0]; i++) {
        static const text begin = TEXT_INIT("http://a.example/b"),
                          link = TEXT_INIT("<p><a rel=\"noopener\" href=\"http://a.example/b\">http://a.example/b</a>");
        bool end = i < sizeof ends / sizeof ends[0];
        char source[32], room[4];
        size_t size = utf8_encode(end ? ends[i] : inner[i - sizeof ends / sizeof ends[0]], room);
        memcpy(source, begin.at, begin.size);
        memcpy(source + begin.size, room, size);
        source[begin.size + size] = 'c';
        markdown_case_begin(&c, (text){source, begin.size + size + 1});
        CHECK(text_starts(markdown_case_run(&c), link) == end);
    }

    TEST("no Markdown gives no HTML");
    CHECK(run(NO_TEXT) == BROADSHEET_OK);
    CHECK(c.out.html.bytes.size == 0 && c.out.count == 0);

    TEST("U+0000 becomes U+FFFD in text, code, addresses and titles");
    markdown_case_begin(&c, TEXT("a\0b `c\0d` [e](</\0f> \"g\0h\")"));
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>a\xEF\xBF\xBD"
                                           "b <code>c\xEF\xBF\xBD"
                                           "d</code> <a href=\"/%EF%BF%BDf\" title=\"g\xEF\xBF\xBDh\">e</a></p>\n"));

    TEST("the lines of a block of code are whole, whatever ends them and stands before them");
    markdown_case_begin(
        &c, TEXT("```\na\n\0b\n\n  c<\r\nd\xEF\xB7\x90\re\n```\n\n> ~~~\n> f\n>  g\n\n    h\n\n      i\n     "));
    CHECK_TEXT(markdown_case_run(&c),
               TEXT("<pre tabindex=\"0\"><code>a\n\xEF\xBF\xBD"
                    "b\n\n  c&lt;\nd\xEF\xBF\xBD\ne\n</code></pre>\n<blockquote>\n<pre tabindex=\"0\"><code>f\n g\n"
                    "</code></pre>\n</blockquote>\n<pre tabindex=\"0\"><code>h\n\n  i\n</code></pre>\n"));

    TEST("what is told of a block of code has its place in it");
    markdown_case_begin(&c, TEXT("```\n\xE2\x80\x8B\n```\n\n    \xCC\x81\n"));
    CHECK_TEXT(markdown_case_run(&c), NO_TEXT);
    CHECK_TEXT(((text){c.told, c.told_size}), TEXT("BODY_EMPTY:0 BODY_EMPTY:0 "));
    CHECK_TEXT(((text){c.where, c.where_size}), TEXT("[\xE2\x80\x8B] [\xCC\x81] "));
#define FIVE "\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
    markdown_case_begin(&c, TEXT("```\na\n" FIVE "\x07" FIVE "\nb\n```"));
    markdown_case_run(&c);
    CHECK_TEXT(((text){c.told, c.told_size}), TEXT("TEXT_CONTROL:0 TEXT_MARKS:0 "));
    CHECK_TEXT(((text){c.where, c.where_size}), TEXT("[\x07] [" FIVE "\x07" FIVE "] "));

    TEST("what a text has of the characters that are marks of the pass is a character that no text may hold");
    for (unsigned i = 0; i < 16; i++) {
        char source[] = "a\xEF\xB7\x90 \xEF\xB7\x90z ~5"; /* the tilde needs a mark of the pass */
        source[3] = source[7] = (char)(0x90 + i);
        markdown_case_begin(&c, (text){source, sizeof source - 1});
        CHECK_TEXT(markdown_case_run(&c), TEXT("<p>a\xEF\xBF\xBD \xEF\xBF\xBDz ~5</p>\n"));
    }

    TEST("the line breaks of Word and of Unicode are white space, in text, code and beside a run");
    markdown_case_begin(&c, TEXT("One\vtwo\fthree\xC2\x85"
                                 "four\xE2\x80\xA8"
                                 "five\xE2\x80\xA9six `a\vb\xC2\x85"
                                 "c` **\"d\"**\xE2\x80\xA8"
                                 "e **\"f\"**\xC2\x85"
                                 "g **\vh**"));
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>One two three four five six <code>a b c</code> <strong>\"d\"</strong> e "
                                           "<strong>\"f\"</strong> g ** h**</p>\n"));
    CHECK(c.told_size == 0);

    TEST("other controls are taken out before the text is read, and told where they stand");
    markdown_case_begin(&c, TEXT("a\x01\x02"
                                 "b *\xC2\x80"
                                 "c\x7F* **\"d\x1F\"**\x05\xEA\xB0\x80"));
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>ab <em>c</em> <strong>\"d\"</strong>\xEA\xB0\x80</p>\n"));
    CHECK_TEXT(((text){c.told, c.told_size}),
               TEXT("TEXT_CONTROL:0 TEXT_CONTROL:0 TEXT_CONTROL:0 TEXT_CONTROL:0 TEXT_CONTROL:0 "));
    CHECK_TEXT(((text){c.where, c.where_size}), TEXT("[\x01\x02] [\xC2\x80] [\x7F] [\x1F] [\x05] "));

    TEST("the language of the words is that of a mark's name");
    markdown_case_begin(&c, TEXT("- [x] a\n"));
    c.use.words_language = TEXT("en");
    CHECK_TEXT(markdown_case_run(&c), TEXT("<ul>\n<li class=\"bs-task\"><span class=\"bs-task__mark\" role=\"img\" "
                                           "aria-label=\"Done:\" lang=\"en\">\xE2\x98\x91</span> a</li>\n</ul>\n"));

    TEST("and that of the names of a footnote's links");
    markdown_case_begin(&c, TEXT("a[^1]\n\n[^1]: b"));
    c.use.version = 2;
    c.use.words_language = TEXT("en");
    CHECK_TEXT(
        markdown_case_run(&c),
        TEXT("<p>a<sup class=\"bs-note-reference\"><a id=\"bs-note-reference_1\" href=\"#bs-note_1\" "
             "role=\"doc-noteref\" aria-label=\"Note 1\" lang=\"en\">1</a></sup></p>\n<section class=\"bs-notes\" "
             "role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n<li id=\"bs-note_1\">\n<p>b <a "
             "class=\"bs-note-back\" href=\"#bs-note-reference_1\" role=\"doc-backlink\" aria-label=\"Back to note 1 "
             "in the text\" lang=\"en\">\xE2\x86\xA9\xEF\xB8\x8E</a></p>\n</li>\n</ol>\n</section>\n"));

    TEST(
        "a raised text ends with the Markdown, and neither a byte that is no character nor U+0000 is in or behind one");
    markdown_case_begin(&c, TEXT("x^\0^ x^2^\0 x^2"));
    c.use.version = 2;
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>x^\xEF\xBF\xBD^ x<sup>2</sup>\xEF\xBF\xBD x^2</p>\n"));
    markdown_case_begin(&c, TEXT("x^2^"));
    c.use.version = 2;
    CHECK_TEXT(markdown_case_run(&c), TEXT("<p>x<sup>2</sup></p>\n"));

    TEST("a text of one line has no front matter and no byte order mark of a file");
    markdown_case_begin(&c, TEXT("---\ntitle: *a*\n---\nb"));
    c.use.version = 2;
    c.use.line = true;
    CHECK_TEXT(markdown_case_run(&c), TEXT("---\ntitle: <em>a</em>\n---\nb"));
    CHECK(c.told_size == 0);
    markdown_case_begin(&c, TEXT("\xEF\xBB\xBF*a*"));
    c.use.version = 2;
    c.use.line = true;
    CHECK_TEXT(markdown_case_run(&c), TEXT("\xEF\xBB\xBF<em>a</em>"));
    CHECK(c.told_size == 0);

    TEST("nothing needs to be told");
    markdown_case_begin(&c, TEXT("<b> ![](javascript:a) ![](b)"));
    c.use.tell = NULL;
    markdown_case_run(&c);
    CHECK(c.status == BROADSHEET_OK && c.told_size == 0);
}

/* A text with an end of a line for each "$". */
static text with_ends(const char *lines, const char *end)
{
    static char bytes[256];
    size_t size = 0;
    for (; *lines; lines++) {
        if (*lines != '$')
            bytes[size++] = *lines;
        for (size_t i = 0; *lines == '$' && end[i]; i++)
            bytes[size++] = end[i];
    }
    return (text){bytes, size};
}

/* What the pass puts before a line, and looks for in the lines around, whatever ends them. */
static void line_ends(void)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};

    TEST("a table below text, a heading below a table, text far above a table");
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        markdown_case_begin(&c, with_ends("a$b$c | d$--|--$e | f$# g$h$i$$j$k | l$--|--$", ends[i]));
        CHECK_TEXT(markdown_case_run(&c),
                   TEXT("<p>a\nb</p>\n<div class=\"bs-table\" role=\"group\" tabindex=\"0\" "
                        "aria-label=\"Table\"><table>\n<thead>\n<tr>\n<th scope=\"col\">c</th>\n<th "
                        "scope=\"col\">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>e</td>\n<td>f</td>\n</tr>\n"
                        "</tbody>\n</table></div>\n<h1>g</h1>\n<p>h\ni</p>\n<p>j</p>\n<div class=\"bs-table\" "
                        "role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead>\n<tr>\n<th "
                        "scope=\"col\">k</th>\n<th scope=\"col\">l</th>\n</tr>\n</thead>\n</table></div>\n"));
    }

    TEST("a link is told where it stands, behind a definition whose label goes over two lines");
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        markdown_case_begin(&c, with_ends("[a$b]: /c$$[d](irc:e) [a b]$", ends[i]));
        CHECK_TEXT(markdown_case_run(&c), TEXT("<p>d <a href=\"/c\">a b</a></p>\n"));
        CHECK_TEXT(((text){c.where, c.where_size}), TEXT("[[d](irc:e)] "));
    }
}

int main(void)
{
    limits();
    line_ends();
    output();
    definitions();
    survey();
    placements();
    headings();
    odd_bytes();
    return check_done();
}
