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
