/* What md4c gets in the whole module and in the C library beside third_party.h. md4c looks at each byte of a text
 * twice, for the end of the line and for the next mark. Here ends of most lines are looked for in steps of sixteen
 * bytes, and in long lines md4c looks for marks only where such a step has one.
 *
 * A function that is replaced has a macro of its name here. Its first argument says where the macro stands: in the
 * definition of the function, which gets another name; or in the only call of it. */
#ifndef THIRD_PARTY_WIDE_H
#define THIRD_PARTY_WIDE_H

#include "base/scan.h"

/* The offset of the end of the line in which an offset stands. */
static inline unsigned third_party_line_end(const char *at, unsigned size, unsigned offset)
{
    const text t = {at, size};
    size_t end = offset;
    SCAN_TO(t, end, (b == '\n') | (b == '\r'));
    while (end < size && at[end] != '\n' && at[end] != '\r')
        end++;
    return (unsigned)end;
}

/* md_analyze_line knows the kind of a line before it looks for its end, from the offset off on. Where it has found a
 * heading, a line of a fenced block of code, or text that is no task, off is moved to the end at once. It asks about
 * tasks last. */
#define THIRD_PARTY_LINE_END(ctx, off) ((off) = third_party_line_end((ctx)->text, (ctx)->size, (off)))

#undef MD_FLAG_TASKLISTS
/* NOLINTBEGIN(bugprone-macro-parentheses): it stands behind "flags &", and ends what is asked there */
#define MD_FLAG_TASKLISTS                                                                                              \
    0x0800 && n_brothers + n_children > 0 && off < ctx->size && ctx->text[off] == '[' ||                               \
        (THIRD_PARTY_LINE_END(ctx, off), 0)
/* NOLINTEND(bugprone-macro-parentheses) */

#define md_is_atxheader_line(first, ...)    third_party_heading_##first, __VA_ARGS__)
#define third_party_heading_MD_CTX          md_is_atxheader_line_of(MD_CTX
#define third_party_heading_ctx             THIRD_PARTY_HEADING(ctx
#define THIRD_PARTY_HEADING(ctx, off, ...)                                                                             \
    (md_is_atxheader_line_of(ctx, off, __VA_ARGS__) && (THIRD_PARTY_LINE_END(ctx, off), 1))

#undef THIRD_PARTY_NO_FENCE
#define THIRD_PARTY_NO_FENCE(ctx, off) (THIRD_PARTY_LINE_END(ctx, off), 0)

/* md_collect_marks looks for marks in the lines of a block. It is given pieces of the lines instead, as if those were
 * the lines: all in which a mark may stand. A mark looks at what stands beside it, and a piece has at least one byte
 * that is none before its first mark and behind its last one, unless the line begins or ends there. The rows of tables,
 * where "|" is a mark too, are not cut. A backtick and "<" look farther: from the first of them on, all is one piece
 * for each line. The last piece ends where the last line does. */
enum {
    THIRD_PARTY_PIECES = 64,         /* a block with more is looked at as a whole */
    THIRD_PARTY_LONG = 4 * SCAN_SIZE /* and so is one whose first line is shorter, since it is not worth it */
};
typedef struct third_party_pieces {
    struct third_party_piece {
        unsigned from, to;
    } at[THIRD_PARTY_PIECES];
    size_t count; /* may be more than are kept */
    bool whole;
} third_party_pieces;

static inline void third_party_piece(third_party_pieces *p, size_t from, size_t to)
{
    if (p->count < THIRD_PARTY_PIECES)
        p->at[p->count] = (struct third_party_piece){(unsigned)from, (unsigned)to};
    p->count++;
}

/* Adds the pieces of a line. */
static inline void third_party_cut(third_party_pieces *p, const char *at, size_t from, size_t to)
{
    size_t open = from, here = from; /* open: where a piece has begun; SIZE_MAX: none has */
    p->whole = p->whole || to - from < SCAN_SIZE;
    for (; !p->whole && here < to; here += SCAN_SIZE) {
        /* The last step looks at bytes again rather than beyond the line. */
        scan_bytes b = scan_load(at + (to - here < SCAN_SIZE ? to - SCAN_SIZE : here));
        scan_bytes marks =
            scan_between(b, '[', '`') | scan_between(b, ';', '<') | (b == '&') | (b == '*') | (b == '~') | (b == '\0');
        if (scan_mask(marks)) {
            if (open == SIZE_MAX)
                open = here - 1;
            p->whole = scan_mask((b == '`') | (b == '<')) != 0;
        } else {
            if (open != SIZE_MAX && here > from)
                third_party_piece(p, open, here + 1);
            open = SIZE_MAX;
        }
    }
    if (open != SIZE_MAX)
        third_party_piece(p, open, to);
}

/* All lines were cut, of which the last ends there. Whether the pieces can be used. */
static inline bool third_party_cut_end(third_party_pieces *p, unsigned to)
{
    if (p->count <= THIRD_PARTY_PIECES && (p->count == 0 || p->at[p->count - 1].to != to))
        third_party_piece(p, to, to);
    return p->count <= THIRD_PARTY_PIECES;
}

#define md_collect_marks(first, ...) third_party_collect_##first, __VA_ARGS__)
#define third_party_collect_MD_CTX   md_collect_marks_of(MD_CTX
#define third_party_collect_ctx      THIRD_PARTY_COLLECT(ctx
/* An expression with statements, of gcc and clang, since its types are md4c's own. */
#define THIRD_PARTY_COLLECT(ctx, lines, many, in_table)                                                                \
    ({                                                                                                                 \
        third_party_pieces pieces;                                                                                     \
        MD_LINE cut[THIRD_PARTY_PIECES];                                                                               \
        bool use = !(in_table) && (lines)[0].end - (lines)[0].beg >= THIRD_PARTY_LONG;                                 \
        if (use) {                                                                                                     \
            pieces.count = 0;                                                                                          \
            pieces.whole = false;                                                                                      \
            for (MD_SIZE i = 0; i < (many) && pieces.count <= THIRD_PARTY_PIECES; i++)                                 \
                third_party_cut(&pieces, (ctx)->text, (lines)[i].beg, (lines)[i].end);                                 \
            use = third_party_cut_end(&pieces, (lines)[(many)-1].end);                                                 \
        }                                                                                                              \
        for (size_t i = 0; use && i < pieces.count; i++)                                                               \
            cut[i] = (MD_LINE){pieces.at[i].from, pieces.at[i].to};                                                    \
        md_collect_marks_of(ctx, use ? cut : (lines), use ? (MD_SIZE)pieces.count : (many), in_table);                 \
    })

#endif
