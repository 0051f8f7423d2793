/* Two faults of md4c in lists, which third_party.h mends: md4c is compiled unmodified, so a function of it that is
 * replaced has a macro of its name here. Its first argument says where the macro stands: in the definition of the
 * function, which gets another name; or in a call of it. */
#ifndef THIRD_PARTY_LISTS_H
#define THIRD_PARTY_LISTS_H

#include "base/module.h"

/* An item may begin with one blank line, so where the line below its mark is blank too, md4c ends the list (CommonMark
 * 0.31.2, section 5.2). That the item is empty it tells by the last block: but that may also be the last line of a
 * paragraph or of code, which one in 256 times looks like the beginning of an item, and the beginning of an item whose
 * first paragraph was nothing but definitions. An item has just begun where all of its block is zero but for its kind,
 * and nothing but white space stands behind its mark in the line above. */
static inline bool third_party_is_empty(const char *source, unsigned at, char mark)
{
    at -= source[at - 1] == '\n';
    at -= source[at - 1] == '\r';
    while (at && (source[at - 1] == ' ' || source[at - 1] == '\t'))
        at--;
    return at && source[at - 1] == mark;
}
#define md_analyze_line(first, ...) third_party_line_##first, __VA_ARGS__)
#define third_party_line_MD_CTX     md_analyze_line_of(MD_CTX
#define third_party_line_ctx        THIRD_PARTY_LINE(ctx
/* An expression with statements, of gcc and clang, since its types are md4c's own. */
#define THIRD_PARTY_LINE(ctx, begin, ...)                                                                              \
    __extension__({                                                                                                    \
        const unsigned start = (begin);                                                                                \
        const int known = (ctx)->last_list_item_starts_with_two_blank_lines;                                           \
        const int failed = md_analyze_line_of(ctx, start, __VA_ARGS__);                                                \
        if (!known && (ctx)->last_list_item_starts_with_two_blank_lines) {                                             \
            const MD_BLOCK *last = (const MD_BLOCK *)((char *)(ctx)->block_bytes + (ctx)->n_block_bytes) - 1;          \
            (ctx)->last_list_item_starts_with_two_blank_lines =                                                        \
                last->flags == MD_BLOCK_CONTAINER_OPENER && !last->data && !last->n_lines &&                           \
                (!MODULE_HAS_RARE ||                                                                                   \
                 third_party_is_empty((ctx)->text, start, (ctx)->containers[(ctx)->n_containers - 1].ch));             \
        }                                                                                                              \
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

#endif
