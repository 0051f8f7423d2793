/* What md4c gets in the small modules beside third_party.h: it is the same md4c, in most of them without what is rare
 * in a story (MODULE_HAS_RARE). Where a text has that, a function of ours ends the call by arena_lack(), so that a
 * larger module is asked (base/module.h).
 *
 * A function that is replaced has a macro of its name here. Its first argument says where the macro stands: in the
 * definition of the function, which gets a name that nobody calls, so that the compiler leaves it out; or in a call of
 * it, which becomes one of ours. */
#ifndef THIRD_PARTY_SMALL_H
#define THIRD_PARTY_SMALL_H

#include "base/module.h"

/* Its table of punctuation is ours (text/punctuation.def). */
int third_party_is_punctuation(unsigned c);

#define md_is_unicode_punct__(argument)              third_party_punct_##argument)
#define third_party_punct_unsigned                   md_is_unicode_punct_unused(unsigned
#define third_party_punct_md_decode_utf8__           third_party_is_punctuation(md_decode_utf8__
#define third_party_punct_md_decode_utf8_before__    third_party_is_punctuation(md_decode_utf8_before__

/* It gives nothing back, since the arena takes all of it. cJSON frees through a pointer, and still does. */
#define third_party_free(block) ((void)(block))

/* It calls our callbacks as functions that cannot fail, instead of its parser's: what it does after a failure is left
 * out. Where a writer has failed, it keeps that to itself. */
void third_party_enter_block(MD_BLOCKTYPE type, void *detail, void *state);
void third_party_leave_block(MD_BLOCKTYPE type, void *detail, void *state);
void third_party_enter_span(MD_SPANTYPE type, void *detail, void *state);
void third_party_leave_span(MD_SPANTYPE type, void *detail, void *state);
void third_party_text(MD_TEXTTYPE type, const char *text, unsigned size, void *state);
#define THIRD_PARTY_CALL(name, ok, type, ...)                                                                          \
    flags * 0 + (third_party_never_unless(ok), third_party_##name((type), __VA_ARGS__), 0)
#define enter_block(type, ...) THIRD_PARTY_CALL(enter_block, (type) != MD_BLOCK_HTML, type, __VA_ARGS__)
#define leave_block(type, ...) THIRD_PARTY_CALL(leave_block, THIRD_PARTY_BLOCK(type), type, __VA_ARGS__)
#define enter_span(type, ...)  THIRD_PARTY_CALL(enter_span, THIRD_PARTY_SPAN(type), type, __VA_ARGS__)
#define leave_span(type, ...)  THIRD_PARTY_CALL(leave_span, THIRD_PARTY_SPAN(type), type, __VA_ARGS__)
#define text(type, ...)        THIRD_PARTY_CALL(text, THIRD_PARTY_TEXT(type), type, __VA_ARGS__)

/* What extensions that are off would bring never comes, which the compiler cannot see: no mark of theirs is ever made.
 * A block that is rare ends the call when it is entered. A function that is never called would end it too. */
#define THIRD_PARTY_BLOCK(type)                                                                                        \
    ((type) != MD_BLOCK_HTML && (MODULE_HAS_RARE || (type) < MD_BLOCK_CODE || (type) == MD_BLOCK_P))
#define THIRD_PARTY_SPAN(type) ((type) <= (MODULE_HAS_RARE ? MD_SPAN_DEL : MD_SPAN_CODE))
#define THIRD_PARTY_TEXT(type) ((type) <= MD_TEXT_CODE)
static inline void third_party_never_unless(int ok)
{
    if (!ok)
        __builtin_unreachable();
}

#define THIRD_PARTY_GONE_(number, type) third_party_gone_##number(type
#define THIRD_PARTY_GONE(number, type) THIRD_PARTY_GONE_(number, type)

static inline int third_party_never(void *context, ...)
{
    (void)context;
    arena_lack();
}
#define third_party_never_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_never_ctx    third_party_never(ctx
#define md_analyze_dollar(first, ...)              third_party_never_##first, __VA_ARGS__)
#define md_analyze_permissive_autolink(first, ...) third_party_never_##first, __VA_ARGS__)
#define md_enter_leave_span_wikilink(first, ...)   third_party_never_##first, __VA_ARGS__)
#define md_is_html_block_end_condition(first, ...) third_party_never_##first, __VA_ARGS__)

/* A mark is made of characters alone that its md_build_mark_char_map names, for which it has a variable, ch; and one of
 * 127 behind all, where that is no variable. A pipe makes one in tables alone. */
enum { ch = '*' };
static inline int third_party_is_mark(char c)
{
    switch (c) {
    case '\\':
    case '*':
    case '_':
    case '`':
    case '&':
    case ';':
    case '<':
    case '>':
    case '[':
    case '!':
    case ']':
    case '\0':
        return 1;
    default:
        return MODULE_HAS_RARE && (c == '~' || c == '|');
    }
}
#define md_add_mark(first)        third_party_add_##first)
#define third_party_add_MD_CTX    md_add_mark_of(MD_CTX
#define third_party_add_ctx       md_add_mark_of((third_party_never_unless(third_party_is_mark(ch)), ctx)

#undef MD_FLAG_TABLES
#undef MD_FLAG_STRIKETHROUGH
#undef MD_FLAG_TASKLISTS
#define MD_FLAG_TABLES 0 || 1 /* a small module renders our dialect alone */

#if BROADSHEET_MODULE >= MODULE_RICH
#define MD_FLAG_STRIKETHROUGH 0 || 1
#define MD_FLAG_TASKLISTS     0 || 1

/* Its tables of case folding are left out: the first use of the name defines the function, which nobody calls then, and
 * the others call third_party_fold. */
void third_party_fold(unsigned c, unsigned *to, unsigned *count);
#define THIRD_PARTY_FOLD(use)    THIRD_PARTY_FOLD_(use)
#define THIRD_PARTY_FOLD_(use)   third_party_fold_##use
#define third_party_fold_1(c, i) third_party_fold((c), (i)->codepoints, &(i)->n_codepoints)
#define third_party_fold_2(c, i) third_party_fold_1(c, i)
#define md_get_unicode_fold_info THIRD_PARTY_FOLD(__COUNTER__)
#else

/* What is rare in a story: each of these functions ends the call, or is sure that md4c's own would say no. */
static inline int third_party_none(void *context, ...)
{
    (void)context;
    return 0;
}
#define third_party_none_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_none_ctx    third_party_none(ctx

/* Text that is struck out: prepare_tildes (markdown/runs.c) looks for it. */
#define MD_FLAG_STRIKETHROUGH 0

#define md_analyze_tilde(first, ...) third_party_never_##first, __VA_ARGS__)

/* Tasks. Without one, an item has neither a mark nor the offset of one. */
static inline int third_party_task(const char *text, unsigned size, unsigned at)
{
    while (at < size && (text[at] == ' ' || text[at] == '\t'))
        at++;
    if (size - at >= 3 && text[at] == '[' && text[at + 2] == ']' && strchr("xX ", text[at + 1]))
        arena_lack();
    return 0;
}
#define MD_FLAG_TASKLISTS 0 || third_party_task(ctx->text, ctx->size, off)
#define md_push_container_bytes(first, ...) third_party_push_##first, __VA_ARGS__)
#define third_party_push_MD_CTX             md_push_container_of(MD_CTX
#define third_party_push_ctx                THIRD_PARTY_PUSH(ctx
#define THIRD_PARTY_PUSH(ctx, type, start, data, flags)                                                                \
    md_push_container_of(ctx, type, (type) == MD_BLOCK_LI ? 0 : (start), (type) == MD_BLOCK_LI ? 0 : (data), flags)

/* Tables: the function is in markdown/columns.c. */
int third_party_table(const char *text, unsigned size, unsigned at, ...);
#define md_is_table_underline(first, ...)           third_party_table_##first, __VA_ARGS__)
#define third_party_table_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_table_ctx                       third_party_table(ctx->text, ctx->size
#define md_analyze_table_cell_boundary(first, ...)  third_party_never_##first, __VA_ARGS__)
#define md_process_table_block_contents(first, ...) third_party_never_##first, __VA_ARGS__)

/* Blocks of code. */
static inline int third_party_fence(const char *text, unsigned size, unsigned at, ...)
{
    if (size - at >= 3 && text[at] == text[at + 1] && text[at] == text[at + 2])
        arena_lack();
    return 0;
}
#define md_is_opening_code_fence(first, ...)           third_party_fence_##first, __VA_ARGS__)
#define third_party_fence_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_fence_ctx                          third_party_fence(ctx->text, ctx->size
#define md_is_closing_code_fence(first, ...)           third_party_never_##first, __VA_ARGS__)
#define md_process_code_block_contents(first, ...)     third_party_never_##first, __VA_ARGS__)
#define md_process_verbatim_block_contents(first, ...) third_party_never_##first, __VA_ARGS__)
#define md_setup_fenced_code_detail(first, ...)        third_party_never_##first, __VA_ARGS__)

/* Addresses in angle brackets: "<" and no space up to ">", with the sign of a scheme or of mail between. */
static inline int third_party_autolink(const char *text, unsigned at, unsigned end, ...)
{
    int sign = 0;
    while (++at < end && (unsigned char)text[at] > ' ' && text[at] != '<' && text[at] != '>')
        sign |= text[at] == ':' || text[at] == '@';
    if (sign && at < end && text[at] == '>')
        arena_lack();
    return 0;
}
#define md_is_autolink(first, ...)    third_party_autolink_##first, __VA_ARGS__)
#define third_party_autolink_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_autolink_ctx      third_party_autolink(ctx->text

/* Titles of links and pictures: white space, and a mark with which one begins. */
static inline int third_party_title(const char *text, unsigned size, unsigned at, ...)
{
    unsigned first = at;
    while (at < size && text[at] && strchr(" \t\r\n\v\f>", text[at]))
        at++;
    if (at > first && at < size && text[at] && strchr("\"'(", text[at]))
        arena_lack();
    return 0;
}
#define md_is_link_title(first, ...) third_party_title_##first, __VA_ARGS__)
#define third_party_title_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_title_ctx        THIRD_PARTY_TITLE(ctx
#define THIRD_PARTY_TITLE(ctx, lines, count, at, ...) third_party_title(ctx->text, ctx->size, at)
#define md_enter_leave_span_a(first, ...) third_party_address_##first, __VA_ARGS__)
#define third_party_address_MD_CTX        md_enter_leave_span_of(MD_CTX
#define third_party_address_ctx           THIRD_PARTY_ADDRESS(ctx
#define THIRD_PARTY_ADDRESS(ctx, enter, type, at, size, is_autolink, ...)                                              \
    (third_party_never_unless(!(is_autolink)), md_enter_leave_span_of(ctx, enter, type, at, size, 0, 0, 0))

/* Definitions of links: of a paragraph that begins with "[". Without one, no link has a label. */
static inline int third_party_definition(const char *text, unsigned at, unsigned end, ...)
{
    for (; at + 1 < end; at++)
        if (text[at] == ']' && text[at + 1] == ':')
            arena_lack();
    return 0;
}
#define md_is_link_reference_definition(first, ...) third_party_definition_##first, __VA_ARGS__)
#define third_party_definition_MD_CTX THIRD_PARTY_GONE(__COUNTER__, MD_CTX)
#define third_party_definition_ctx                  third_party_definition(ctx->text, lines->beg, lines[n_lines - 1].end
#define md_is_link_reference(first, ...)            third_party_none_##first, __VA_ARGS__)
#define md_build_ref_def_hashtable(first)           third_party_none_##first)
#endif

#endif
