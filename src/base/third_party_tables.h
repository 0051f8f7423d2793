/* The columns of a table, of which third_party.h sees to it that no cell is lost: md4c gives a table those of its row
 * of delimiters, and leaves out what a longer row has beyond. Here it gets those of its longest row. md4c itself says
 * where a row has its borders, before it gives the table: nobody else knows what is a link in it, which no "|" ends.
 *
 * A function of it that is replaced has a macro of its name here. Its first argument says where the macro stands: in
 * the definition of the function, which gets another name; or in its only call. */
#ifndef THIRD_PARTY_TABLES_H
#define THIRD_PARTY_TABLES_H

#include "base/module.h"

enum { THIRD_PARTY_COLUMNS = 128 }; /* the most that md4c takes for a table */

/* What is told of a row whose cells are not as many as the head's, where its first byte is given; of the row of
 * delimiters, or of another one. It stands in the parser's member syntax, of which md4c makes no use; NULL: nobody
 * asks. */
typedef void third_party_uneven(void *state, const char *row, bool delimiters);

/* The most cells that a row can have. */
static inline unsigned third_party_cells(const char *source, unsigned at, unsigned end)
{
    unsigned cells = 1;
    if (at < end && source[at] == '|')
        at++;
    for (; at + 1 < end; at++) /* the last one ends the last cell */
        cells += source[at] == '|';
    return cells;
}

/* The columns of a row of delimiters: each has one row of dashes. */
static inline unsigned third_party_columns(const char *source, unsigned at, unsigned end)
{
    unsigned columns = 0;
    for (; at < end; at++)
        columns += source[at] == '-' && (at + 1 == end || source[at + 1] != '-');
    return columns;
}

/* An expression with statements, of gcc and clang, since its types are md4c's own. Where the text has no definitions, a
 * row is asked for its borders only when it has more pipes than the head has cells. Where much of what md4c spends on
 * definitions goes, which may run out before a row is given, each pipe is taken for a border: rather an empty column
 * than a cell too few. */
#define md_process_table_block_contents(first, ...) third_party_table_##first, __VA_ARGS__)
#define third_party_table_MD_CTX                    md_process_table_block_contents_of(MD_CTX
#define third_party_table_ctx                       THIRD_PARTY_TABLE(ctx
#define THIRD_PARTY_TABLE(ctx, own, rows, many)                                                                        \
    __extension__({                                                                                                    \
        const MD_LINE *const lines = (rows);                                                                           \
        const char *const source = (ctx)->text;                                                                        \
        const SZ before = (ctx)->max_ref_def_output;                                                                   \
        unsigned columns = (unsigned)(own), head = 0, most = columns, most_pipes = 0;                                  \
        int failed = 0;                                                                                                \
        for (MD_SIZE i = 0; i < (many) && failed >= 0; i++) {                                                          \
            const unsigned pipes = third_party_cells(source, lines[i].beg, lines[i].end);                              \
            if (i == 1 || (i && pipes <= head && !(ctx)->n_ref_defs))                                                  \
                continue;                                                                                              \
            unsigned cells = 0, from = lines[i].beg;                                                                   \
            failed = md_analyze_inlines(ctx, lines + i, 1, TRUE);                                                      \
            for (int at = (ctx)->table_cell_boundaries_head; at >= 0; at = (ctx)->marks[at].next) {                    \
                cells += (ctx)->marks[at].beg > from;                                                                  \
                from = (ctx)->marks[at].end;                                                                           \
            }                                                                                                          \
            cells += lines[i].end > from;                                                                              \
            (ctx)->table_cell_boundaries_head = (ctx)->table_cell_boundaries_tail = -1;                                \
            const bool uneven = i ? cells > head : cells != columns;                                                   \
            if (MODULE_IS_WHOLE && uneven && (ctx)->parser.syntax)                                                     \
                ((third_party_uneven *)(ctx)->parser.syntax)((ctx)->userdata, source + lines[i ? i : 1].beg, !i);      \
            if (!i)                                                                                                    \
                head = cells > columns ? cells : columns;                                                              \
            most = cells > most ? cells : most;                                                                        \
            most_pipes = pipes > most_pipes ? pipes : most_pipes;                                                      \
        }                                                                                                              \
        if (before - (ctx)->max_ref_def_output > before / 4 && most_pipes > most)                                      \
            most = most_pipes;                                                                                         \
        (ctx)->max_ref_def_output = before;                                                                            \
        most = most > THIRD_PARTY_COLUMNS ? THIRD_PARTY_COLUMNS : most;                                                \
        failed < 0 ? failed : md_process_table_block_contents_of(ctx, (int)most, lines, many);                         \
    })

/* The columns that the row of delimiters lacks are aligned as those without a colon. */
#define md_analyze_table_alignment(first, ...) third_party_align_##first, __VA_ARGS__)
#define third_party_align_MD_CTX               md_analyze_table_alignment_of(MD_CTX
#define third_party_align_ctx                  THIRD_PARTY_ALIGN(ctx
#define THIRD_PARTY_ALIGN(ctx, from, to, alignment, many)                                                              \
    do {                                                                                                               \
        const int own = (int)third_party_columns((ctx)->text, from, to);                                               \
        for (int i = own; i < (many); i++)                                                                             \
            (alignment)[i] = MD_ALIGN_DEFAULT;                                                                         \
        md_analyze_table_alignment_of(ctx, from, to, alignment, own);                                                  \
    } while (0)

#endif
