/* Faults of md4c in lists and in what ends a block, which third_party.h mends: md4c is compiled unmodified, so a
 * function of it that is replaced has a macro of its name here. Its first argument says where the macro stands: in the
 * definition of the function, which gets another name; or in a call of it. The sections are those of CommonMark 0.31.2.
 */
#ifndef THIRD_PARTY_LISTS_H
#define THIRD_PARTY_LISTS_H

#include "base/module.h"

/* An item may begin with one blank line, so where the line below its mark is blank too, md4c ends the list
 * (section 5.2). That the item is empty it tells by the last block: but that may also be the last line of a paragraph
 * or of code, which one in 256 times looks like the beginning of an item, and the beginning of an item whose first
 * paragraph was nothing but definitions. An item has just begun where all of its block is zero but for its kind, and
 * nothing but white space stands behind its mark in the line above. */
static inline bool third_party_is_empty(const char *source, unsigned at, char mark)
{
    at -= source[at - 1] == '\n';
    at -= source[at - 1] == '\r';
    while (at && (source[at - 1] == ' ' || source[at - 1] == '\t'))
        at--;
    return at && source[at - 1] == mark;
}
#define THIRD_PARTY_EMPTY(ctx, start)                                                                                  \
    do {                                                                                                               \
        const MD_BLOCK *last = (const MD_BLOCK *)((char *)(ctx)->block_bytes + (ctx)->n_block_bytes) - 1;              \
        (ctx)->last_list_item_starts_with_two_blank_lines =                                                            \
            last->flags == MD_BLOCK_CONTAINER_OPENER && !last->data && !last->n_lines &&                               \
            (!MODULE_HAS_RARE ||                                                                                       \
             third_party_is_empty((ctx)->text, start, (ctx)->containers[(ctx)->n_containers - 1].ch));                 \
    } while (0)

/* The flags of the list that a container is. */
#define THIRD_PARTY_LIST(ctx, container)                                                                               \
    (((MD_BLOCK *)((char *)(ctx)->block_bytes + (container).block_byte_off))->flags)

/* A blank line loosens a list also when the line below it begins an item, or a quotation in an item, that has nothing
 * more in that line (section 5.3): md4c takes that line for one more blank line. begin: where its containers begin. */
#define THIRD_PARTY_LOOSEN(ctx, begin)                                                                                 \
    do {                                                                                                               \
        const MD_BLOCK *block = (const MD_BLOCK *)((char *)(ctx)->block_bytes + (begin)),                              \
                       *end = (const MD_BLOCK *)((char *)(ctx)->block_bytes + (ctx)->n_block_bytes);                   \
        int above = (ctx)->n_containers;                                                                               \
        if (block == end || !(end[-1].flags & MD_BLOCK_CONTAINER_OPENER))                                              \
            break;                                                                                                     \
        if (!MODULE_HAS_RARE)                                                                                          \
            arena_lack();                                                                                              \
        for (; block < end; block++)                                                                                   \
            above -= (block->flags & MD_BLOCK_CONTAINER_OPENER) && block->type != MD_BLOCK_LI;                         \
        if (above && (ctx)->containers[above - 1].ch != '>')                                                           \
            THIRD_PARTY_LIST(ctx, (ctx)->containers[above - 1]) |= MD_BLOCK_LOOSE_LIST;                                \
    } while (0)

/* So it does below code that is indented: md4c takes the blank line for one of the code, also when that ends there.
 * Then the last line of the code, up to now, has nothing. */
#define THIRD_PARTY_GAP(ctx, pivot)                                                                                    \
    (MODULE_HAS_RARE && (pivot)->type == MD_LINE_INDENTEDCODE && (ctx)->current_block && (ctx)->n_containers &&        \
     (ctx)->containers[(ctx)->n_containers - 1].ch != '>' &&                                                           \
     third_party_is_blank((ctx)->text, (ctx)->size,                                                                    \
                          ((const MD_VERBATIMLINE *)((char *)(ctx)->block_bytes + (ctx)->n_block_bytes))[-1].beg))
static inline bool third_party_is_blank(const char *source, unsigned size, unsigned at)
{
    return at >= size || source[at] == '\n' || source[at] == '\r';
}

#define md_analyze_line(first, ...) third_party_line_##first, __VA_ARGS__)
#define third_party_line_MD_CTX     md_analyze_line_of(MD_CTX
#define third_party_line_ctx        THIRD_PARTY_LINE(ctx
/* An expression with statements, of gcc and clang, since its types are md4c's own. */
#define THIRD_PARTY_LINE(ctx, from, next, pivot, line)                                                                 \
    __extension__({                                                                                                    \
        const unsigned start = (from);                                                                                 \
        const int known = (ctx)->last_list_item_starts_with_two_blank_lines, begin = (ctx)->n_block_bytes;             \
        const bool gap = THIRD_PARTY_GAP(ctx, pivot);                                                                  \
        const unsigned char flags = gap ? THIRD_PARTY_LIST(ctx, (ctx)->containers[(ctx)->n_containers - 1]) : 0;       \
        const bool loosens = gap || (ctx)->last_line_has_list_loosening_effect;                                        \
        (ctx)->last_line_has_list_loosening_effect = loosens;                                                          \
        const int failed = md_analyze_line_of(ctx, start, next, pivot, line);                                          \
        if (gap && (ctx)->current_block && (line)->type == MD_LINE_INDENTEDCODE) /* the code goes on */                \
            THIRD_PARTY_LIST(ctx, (ctx)->containers[(ctx)->n_containers - 1]) = flags;                                 \
        if (loosens && (line)->type == MD_LINE_BLANK)                                                                  \
            THIRD_PARTY_LOOSEN(ctx, begin);                                                                            \
        if (!known && (ctx)->last_list_item_starts_with_two_blank_lines)                                               \
            THIRD_PARTY_EMPTY(ctx, start);                                                                             \
        failed;                                                                                                        \
    })

/* An item without content interrupts no paragraph (section 5.3), also where white space stands behind its mark: md4c
 * looks for the end of the line right behind it. */
static inline unsigned third_party_mark_end(const char *source, unsigned size, unsigned at)
{
    unsigned end = at;
    while (end < size && (source[end] == ' ' || source[end] == '\t'))
        end++;
    return end == size || source[end] == '\n' || source[end] == '\r' ? end : at;
}
#define md_is_container_mark(first, ...) third_party_mark_##first, __VA_ARGS__)
#define third_party_mark_MD_CTX          md_is_container_mark_of(MD_CTX
#define third_party_mark_ctx             THIRD_PARTY_MARK(ctx
#define THIRD_PARTY_MARK(ctx, indent, at, end, container)                                                              \
    (md_is_container_mark_of(ctx, indent, at, end, container) &&                                                       \
     (*(end) = third_party_mark_end((ctx)->text, (ctx)->size, *(end)), 1))

/* To the mark of a quotation belongs one column of white space behind it, and no more (section 5.1): where md4c opens a
 * quotation it takes up to five, so that an item stood deeper in the first line than in those below. The width of its
 * content is that of the mark and the column. */
static inline void third_party_quote(char mark, unsigned indent, unsigned *width, unsigned *left)
{
    if (mark != '>')
        return;
    if (!*left && *width > indent + 2)
        *left = *width - indent - 2;
    *width = indent + 2;
}
#define md_push_container(first, ...) third_party_open_##first, __VA_ARGS__)
#define third_party_open_MD_CTX       md_open_container_of(MD_CTX
#define third_party_open_ctx          THIRD_PARTY_OPEN(ctx
#define THIRD_PARTY_OPEN(ctx, pushed)                                                                                  \
    (third_party_quote((pushed)->ch, (pushed)->mark_indent, &(pushed)->contents_indent, &line->indent),                \
     md_open_container_of(ctx, pushed))

#if BROADSHEET_MODULE >= MODULE_RICH /* a smaller one has no code and no definitions */
/* A fence that does not stand in the containers of a block of code ends them, and begins another block (section 4.5):
 * md4c takes it for the end of that code, or it goes on behind it. third_party_wide.h looks for the end of a line that
 * is no fence.
 */
#define THIRD_PARTY_NO_FENCE(ctx, off) 0
#define md_is_closing_code_fence(first, ...) third_party_closing_##first, __VA_ARGS__)
#define third_party_closing_MD_CTX           md_is_closing_code_fence_of(MD_CTX
#define third_party_closing_ctx              THIRD_PARTY_CLOSING(ctx
/* NOLINTBEGIN(bugprone-macro-parentheses): ctx is a name, and n_containers one of its members */
#define THIRD_PARTY_CLOSING(ctx, fence, off, end)                                                                      \
    (n_parents == ctx->n_containers &&                                                                                 \
     (md_is_closing_code_fence_of(ctx, fence, off, end) || THIRD_PARTY_NO_FENCE(ctx, off)))
/* NOLINTEND(bugprone-macro-parentheses) */

/* Whether anything but white space, and the bracket that closes it, stands behind the destination of a definition. */
static inline bool third_party_is_more(const char *source, unsigned at, unsigned end)
{
    if (at < end && source[at] == '>')
        at++;
    while (at < end && (source[at] == ' ' || source[at] == '\t'))
        at++;
    return at < end;
}

/* Behind the destination of a definition nothing stands but a title, behind which nothing stands (section 4.7). md4c
 * asks that of the line in which it thinks to be: where a title goes on into another line and text follows it there,
 * the title was none, and what stood in the first line was gone. And the line that underlines a heading is no
 * destination. many: how many lines there are from the first on. */
#define md_is_link_reference_definition(first, ...) third_party_definition_##first, __VA_ARGS__)
#define third_party_definition_MD_CTX               md_is_link_reference_definition_of(MD_CTX
#define third_party_definition_ctx                  THIRD_PARTY_DEFINITION(ctx
#define THIRD_PARTY_DEFINITION(ctx, from, many)                                                                        \
    __extension__({                                                                                                    \
        const MD_LINE *const first = (from);                                                                           \
        const MD_SIZE own = (many) - ((ctx)->current_block->type == MD_BLOCK_H);                                       \
        int used = own ? md_is_link_reference_definition_of(ctx, first, own) : 0;                                      \
        if (used > 0) {                                                                                                \
            const MD_REF_DEF *const def = &(ctx)->ref_defs[(ctx)->n_ref_defs - 1];                                     \
            const unsigned end = first[used - 1].end;                                                                  \
            if (!def->title_size && def->title > (ctx)->text + end &&                                                  \
                third_party_is_more((ctx)->text, def->dest_end, end)) {                                                \
                (ctx)->n_ref_defs--;                                                                                   \
                used = 0;                                                                                              \
            }                                                                                                          \
        }                                                                                                              \
        used;                                                                                                          \
    })

/* The label of a full reference is no picture's (section 6.3): in "[a]![b]" md4c takes that of "b", and "a" is no link
 * of its own. Where "a" is one, nothing behind it belongs to it: the brackets that md4c would add are its own then, and
 * the mark that it goes on with is the one before it. */
#define md_is_link_reference(first, ...) third_party_full_##first, __VA_ARGS__)
#define third_party_full_MD_CTX          md_is_link_reference_of(MD_CTX
#define third_party_full_ctx             THIRD_PARTY_FULL(ctx
#define THIRD_PARTY_FULL(ctx, lines, many, from, to, attr)                                                             \
    __extension__({                                                                                                    \
        const bool picture = (ctx)->text[from] == '!' && (from) != opener->beg;                                        \
        int found = 0;                                                                                                 \
        if (!picture)                                                                                                  \
            found = md_is_link_reference_of(ctx, lines, many, from, to, attr);                                         \
        else if (!(opener->flags & MD_MARK_HASNESTEDBRACKETS))                                                         \
            found = md_is_link_reference_of(ctx, lines, many, opener->beg, closer->end, attr);                         \
        if (picture && found > 0) {                                                                                    \
            next_closer = closer;                                                                                      \
            next_index = opener_index;                                                                                 \
        }                                                                                                              \
        found;                                                                                                         \
    })

/* A scheme begins with a letter (section 6.5): md4c takes any character, so the "</o:p>" that a word processor leaves
 * behind would be a link. */
#define md_is_autolink_uri(first, ...) third_party_uri_##first, __VA_ARGS__)
#define third_party_uri_MD_CTX         md_is_autolink_uri_of(MD_CTX
#define third_party_uri_ctx            THIRD_PARTY_URI(ctx
#define THIRD_PARTY_URI(ctx, begin, end, ...)                                                                          \
    ((begin) + 1 < (end) && ascii_is_alpha((ctx)->text[(begin) + 1]) &&                                                \
     md_is_autolink_uri_of(ctx, begin, end, __VA_ARGS__))

/* A line of dashes below definitions underlines nothing, so it is a rule (section 4.1): md4c makes text of it. */
static inline bool third_party_is_rule(const char *source, unsigned at, unsigned end)
{
    return source[at] == '-' && end - at > 2;
}
#define md_consume_link_reference_definitions(first) third_party_consume_##first)
#define third_party_consume_MD_CTX                   md_consume_link_reference_definitions_of(MD_CTX
#define third_party_consume_ctx                      THIRD_PARTY_CONSUME(ctx
#define THIRD_PARTY_CONSUME(ctx)                                                                                       \
    __extension__({                                                                                                    \
        const int failed = md_consume_link_reference_definitions_of(ctx);                                              \
        MD_BLOCK *const block = (ctx)->current_block;                                                                  \
        if (block && block->type == MD_BLOCK_H && block->n_lines == 1) {                                               \
            const MD_LINE *const underline = (const MD_LINE *)(block + 1);                                             \
            if (third_party_is_rule((ctx)->text, underline->beg, underline->end))                                      \
                block->type = MD_BLOCK_HR;                                                                             \
        }                                                                                                              \
        failed;                                                                                                        \
    })
#endif

#endif
