/* What md4c gives with base/third_party_wide.h against what it gives without. */
#include "base/arena.h"
#include "check.h"

/* A second md4c, as it is distributed, under another name; but it reads lists as third_party_lists.h says and columns
 * as third_party_tables.h does, and in code it leaves U+0000 in the text, as third_party.h says. */
#include "base/third_party_lists.h"
#include "base/third_party_tables.h"
#define md_text_with_null_replacement(first, ...) null_##first, __VA_ARGS__)
#define null_MD_CTX                               md_text_with_null_replacement_unused(MD_CTX
#define null_ctx                                  NULL_IN_TEXT(ctx
#define NULL_IN_TEXT(ctx, type, at, size)                                                                              \
    ((type) == MD_TEXT_NULLCHAR ? md_text_with_null_replacement_unused(ctx, type, at, size)                            \
                                : (ctx)->parser.text(type, at, size, (ctx)->userdata))
#define md_parse plain_md_parse
#ifndef BROADSHEET_ANALYSE /* make analyse reads what is ours */
#include <md4c.c>
#else
#include <md4c.h>
#endif
#undef md_parse
int md_parse(const MD_CHAR *at, MD_SIZE size, const MD_PARSER *parser, void *state);
#undef CHECK
#define CHECK(condition) check_that((condition), __FILE__, __LINE__, #condition)

enum { SOURCE_MOST = 1 << 14, LOG_MOST = 1 << 20 };

typedef struct events {
    char at[LOG_MOST];
    size_t size;
} events;

static events wide, plain;

static void note(events *e, const void *at, size_t size)
{
    if (size > LOG_MOST - e->size)
        size = LOG_MOST - e->size;
    if (size)
        memcpy(e->at + e->size, at, size);
    e->size += size;
}

static void note_number(events *e, char kind, unsigned number)
{
    note(e, &kind, 1);
    note(e, &number, sizeof number);
}

static void note_attribute(events *e, const MD_ATTRIBUTE *a)
{
    note_number(e, 'a', a->size);
    note(e, a->text, a->size);
    for (size_t i = 0; a->size && a->substr_offsets[i] < a->size; i++)
        note_number(e, 's', (unsigned)a->substr_types[i] << 24 | a->substr_offsets[i]);
}

static void note_block(events *e, MD_BLOCKTYPE type, const void *detail)
{
    if (type == MD_BLOCK_LI) {
        const MD_BLOCK_LI_DETAIL *item = detail;
        note_number(e, item->is_task ? item->task_mark : ' ', item->is_task ? item->task_mark_offset : 0);
    } else if (type == MD_BLOCK_OL) {
        note_number(e, (char)((const MD_BLOCK_OL_DETAIL *)detail)->is_tight,
                    ((const MD_BLOCK_OL_DETAIL *)detail)->start);
    } else if (type == MD_BLOCK_UL) {
        note_number(e, (char)((const MD_BLOCK_UL_DETAIL *)detail)->is_tight, 0);
    } else if (type == MD_BLOCK_H) {
        note_number(e, 'h', ((const MD_BLOCK_H_DETAIL *)detail)->level);
    } else if (type == MD_BLOCK_CODE) {
        note_attribute(e, &((const MD_BLOCK_CODE_DETAIL *)detail)->info);
        note_attribute(e, &((const MD_BLOCK_CODE_DETAIL *)detail)->lang);
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        note_number(e, 'c', (unsigned)((const MD_BLOCK_TD_DETAIL *)detail)->align);
    }
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    note_number(state, '{', (unsigned)type);
    note_block(state, type, detail);
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    (void)detail;
    note_number(state, '}', (unsigned)type);
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *state)
{
    note_number(state, '(', (unsigned)type);
    if (type == MD_SPAN_A) {
        note_attribute(state, &((const MD_SPAN_A_DETAIL *)detail)->href);
        note_attribute(state, &((const MD_SPAN_A_DETAIL *)detail)->title);
    } else if (type == MD_SPAN_IMG) {
        note_attribute(state, &((const MD_SPAN_IMG_DETAIL *)detail)->src);
        note_attribute(state, &((const MD_SPAN_IMG_DETAIL *)detail)->title);
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *state)
{
    (void)detail;
    note_number(state, ')', (unsigned)type);
    return 0;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *state)
{
    note_number(state, 't', (unsigned)type);
    note(state, at, size);
    return 0;
}

static MD_PARSER parser = {.enter_block = enter_block,
                           .leave_block = leave_block,
                           .enter_span = enter_span,
                           .leave_span = leave_span,
                           .text = on_text};

static char source[SOURCE_MOST];
static size_t source_size;

static broadsheet_status parse_wide(void *context)
{
    (void)context;
    return md_parse(source, (MD_SIZE)source_size, &parser, &wide) == 0 ? BROADSHEET_OK : BROADSHEET_MEMORY;
}

static bool is_same(bool commonmark)
{
    arena a;
    arena_open(&a, NULL);
    wide.size = plain.size = 0;
    parser.flags = MD_FLAG_NOHTML | (commonmark ? 0u : MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS);
    bool good = arena_run(&a, parse_wide, NULL) == BROADSHEET_OK &&
                plain_md_parse(source, (MD_SIZE)source_size, &parser, &plain) == 0;
    arena_close(&a);
    return good && wide.size && wide.size < LOG_MOST &&
           text_equal((text){wide.at, wide.size}, (text){plain.at, plain.size});
}

#define PIECE(literal)                                                                                                 \
    {                                                                                                                  \
        literal, sizeof(literal) - 1                                                                                   \
    }
#define SPACES  "                    "
#define LETTERS "so many letters and no mark among them "
static const text pieces[] = {
    PIECE("*"),
    PIECE("**"),
    PIECE("_"),
    PIECE("`"),
    PIECE("``"),
    PIECE("```\n"),
    PIECE("["),
    PIECE("]"),
    PIECE("]("),
    PIECE(")"),
    PIECE("!["),
    PIECE("](/address_of_it \"a title of some length\")"),
    PIECE("!"),
    PIECE("\\"),
    PIECE("\\\n"),
    PIECE("&amp;"),
    PIECE("&"),
    PIECE(";"),
    PIECE("<"),
    PIECE(">"),
    PIECE("~"),
    PIECE("~~"),
    PIECE("~~~\n"),
    PIECE("<https://example.org/a_long_address_of_letters*and_marks*>"),
    PIECE("|"),
    PIECE("|---|\n"),
    PIECE("\n"),
    PIECE("\n\n"),
    PIECE("\r\n"),
    PIECE("\r"),
    PIECE("\n> "),
    PIECE("\n- "),
    PIECE("\n1. "),
    PIECE("\n- [x] "),
    PIECE("\n-   [ ] "),
    PIECE("\n    "),
    PIECE("\n# "),
    PIECE(" ##\n"),
    PIECE("\n===\n"),
    PIECE("\n---\n"),
    PIECE("\t"),
    PIECE("\0"),
    PIECE(" "),
    PIECE("  \n"),
    PIECE("a"),
    PIECE("\xEA\xB0\x80"),
    PIECE("\xE3\x80\x82"),
    PIECE("\xC2\xA0"),
    PIECE(SPACES),
    PIECE(LETTERS),
    PIECE(LETTERS LETTERS),
    PIECE("\xEC\x86\x8C\xEC\x8B\x9D\xEC\x9D\x84 \xEC\xA0\x84\xED\x95\x98\xEB\x8A\x94 \xEA\xB8\xB0\xEC\x82\xAC"),
    PIECE("[label]: /there\n"),
    PIECE("[label]"),
};

enum { PLAIN_PIECES = 48 }; /* the first of four without a mark */

static void make_source(void)
{
    source_size = 0;
    const size_t plain_of_ten = check_pick(10); /* so often letters or spaces */
    for (size_t i = check_pick(120) + 1; i > 0; i--) {
        text p = pieces[check_pick(10) < plain_of_ten ? PLAIN_PIECES + check_pick(4)
                                                      : check_pick(sizeof pieces / sizeof *pieces)];
        size_t most = check_pick(16) ? p.size : check_pick(p.size + 1); /* so that marks stand at any place of a step */
        if (most > sizeof source - source_size)
            return;
        memcpy(source + source_size, p.at, most);
        source_size += most;
    }
}

static void set_source(const char *at, size_t times)
{
    source_size = 0;
    for (size_t size = strlen(at); times-- > 0; source_size += size)
        memcpy(source + source_size, at, size);
}

int main(void)
{
    TEST("sixteen bytes in one step give what single bytes give");
    for (uint32_t round = 0; round < 40000; round++) {
        check_seed = round * 7919u;
        make_source();
        CHECK(is_same(round % 4 == 0));
    }

    TEST("a mark at each place of a long line, and at its ends");
    for (size_t at = 0; at < 80; at++)
        for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
            set_source("a", 80);
            for (size_t twice = 0; twice < 2; twice++) {
                memmove(source + at + pieces[i].size, source + at, source_size - at);
                memcpy(source + at, pieces[i].at, pieces[i].size);
                source_size += pieces[i].size;
                CHECK(is_same(false));
            }
        }

    TEST("a block with more pieces than are kept");
    for (size_t times = 1; times < 80; times++) {
        set_source("*one* and so many letters and no mark among them, and so on ", times);
        CHECK(is_same(false));
    }
    set_source("a line of letters, of which none is a mark, and *one*\n", 80);
    CHECK(is_same(false));
    return check_done();
}
