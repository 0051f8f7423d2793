#include "markdown/prepare.h"

#include "base/module.h"
#include "base/scan.h"
#include "markdown/marks.h"
#include "text/flank.h"
#include "text/utf8.h"

bool prepare_is_escaped(text t, size_t at)
{
    size_t slashes = 0;
    while (slashes < at && t.at[at - 1 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

/* --- characters ---------------------------------------------------------------------------------- */

/* Controls are taken out, but for those that are white space, and U+0000, which md4c sees to. */
static size_t prepare_control(markdown_state *m, size_t at)
{
    text t = m->given;
    size_t end = at, size;
    for (; end < t.size; end += size) {
        uint32_t c = (uint32_t)utf8_decode(t, end, &size);
        if (!c || !((c < ' ' || (c >= 0x7F && c < 0xA0)) && flank_of(c).kind != FLANK_SPACE))
            break;
    }
    if (end == at)
        return at + 1;
    if (!MODULE_HAS_RARE)
        arena_lack();
    edits_put(&m->edits, at, end - at, NO_TEXT);
    columns_fill(m, end);
    markdown_tell(m, REPORT_TEXT_CONTROL, 0, (report_range){at, end - at});
    return end;
}

/* A line break of Unicode that md4c does not know becomes U+000B, which is white space for it. */
static size_t prepare_break(edits *e, size_t at, size_t size)
{
    if (!MODULE_HAS_RARE)
        arena_lack();
    edits_put(e, at, size, TEXT("\v"));
    return at + size;
}

void prepare_beside(edits *e, size_t at)
{
    if (at < e->source.size && strchr("*_~", e->source.at[at]) && e->source.at[at])
        edits_put(e, at, 0, MARK_PUNCTUATION_TEXT);
}

/* A character of U+FDD0 to U+FDDF, or U+FFFC, that the text has itself: no text may hold a mark. */
static size_t prepare_noncharacter(edits *e, size_t at)
{
    const unsigned char *s = (const unsigned char *)e->source.at + at;
    if (!MODULE_HAS_RARE) {
        bool selector = s[1] == 0xB8 && s[2] < 0x8F && at + 3 < e->source.size && e->source.at[at + 3] == '_';
        if ((s[1] == 0xB7 && s[2] >= MARK_FIRST && s[2] <= MARK_OWN) || (s[1] == 0xBF && s[2] == 0xBC) || selector)
            arena_lack();
        return at + 1;
    }
    if (s[1] == 0xB7 && s[2] >= MARK_FIRST && s[2] <= MARK_OWN) {
        char own[6] = {'\xEF', '\xB7', (char)MARK_OWN, '\xEF', '\xB7', (char)(s[2] + 16)};
        edits_put(e, at, 3, (text){own, sizeof own});
    } else if (s[1] == 0xBF && s[2] == 0xBC) {
        if (at > 0 && strchr("*_~", e->source.at[at - 1]) && e->source.at[at - 1])
            edits_put(e, at, 0, MARK_PUNCTUATION_TEXT);
        edits_put(e, at, 3, MARK_TEXT(MARK_OBJECT));
        prepare_beside(e, at + 3);
    } else if (s[1] == 0xB8 && s[2] >= 0x80 && s[2] < 0x8F && at + 3 < e->source.size && e->source.at[at + 3] == '_' &&
               flank_before(e->source, at + 3).kind == FLANK_PUNCTUATION) {
        edits_put(e, at + 3, 0, MARK_PUNCTUATION_TEXT); /* md4c takes a variation selector for a letter */
    } else {
        return at + 1;
    }
    return at + 3;
}

/* A byte beyond ASCII. */
static size_t prepare_high(markdown_state *m, size_t at)
{
    text t = m->given;
    const unsigned char *s = (const unsigned char *)t.at + at;
    if (s[0] == 0xC2 && t.size - at >= 2 && s[1] < 0xA0)
        return s[1] == 0x85 ? prepare_break(&m->edits, at, 2) : prepare_control(m, at);
    if (s[0] == 0x80 && t.size - at >= 2 && (s[1] | 1) == 0xA9 && at && s[-1] == 0xE2 && at > m->edits.done)
        return prepare_break(&m->edits, at - 1, 3);
    return s[0] == 0xEF && t.size - at >= 3 ? prepare_noncharacter(&m->edits, at) : at + 1;
}

/* --- the pass ------------------------------------------------------------------------------------- */

/* The bytes of sixteen that may begin something, each with the one behind it: a control or the end of a line, "*" and
 * ":", "~" and "^" and DEL, "@", "<", "ww" and "||", for which any
 * two alike from "w" to "}" are taken; and any that is not ASCII. */
static inline scan_bytes prepare_ascii(scan_bytes b, scan_bytes next)
{
    return scan_outside(b, ' ', '}') | ((b | 0x10) == ':') | (b == '^') | (b == '@') | (b == '<') |
           ((b >= 'w') & (next == b));
}

/* Those that are not ASCII: what begins as a C1 control does, the second byte of U+2028 and U+2029, noncharacters and
 * variation selectors. Full width punctuation begins as they do, and is passed over. */
static inline scan_bytes prepare_high_bytes(scan_bytes b, scan_bytes next)
{
    const signed char c2 = (signed char)0xC2, ef = (signed char)0xEF, x80 = (signed char)0x80, xa9 = (signed char)0xA9;
    return (b == c2) | ((b == x80) & ((next | 1) == xa9)) | (~(next == (signed char)0xBC) & (b == ef));
}

/* In a fenced block of code at the top of the text: controls, but for the ends of lines behind which a blank one
 * begins, or one of text that cannot end the block. Marks would vanish in it again. */
static inline scan_bytes prepare_code(scan_bytes b, scan_bytes next, char fence)
{
    scan_bytes text_or_blank = ((next > ' ') & ~(next == fence) & ~(next == 0x7F)) | (next == '\n');
    return scan_outside(b, ' ', '~') & ~((b == '\n') & text_or_blank);
}

static size_t prepare_at(markdown_state *m, size_t at)
{
    edits *e = &m->edits;
    size_t behind;
    unsigned char c = (unsigned char)m->given.at[at];
    switch (c) {
    case '\r':
    case '\n':
        at += 1 + (size_t)(c == '\r' && at + 1 < m->given.size && m->given.at[at + 1] == '\n');
        return prepare_line(m, at);
    case '<':
        return comments_less(m, at);
    case '*':
        return prepare_stars(e, at);
    case '~':
        behind = prepare_raised(m, at);
        return behind ? behind : prepare_tildes(e, at);
    case '^':
        behind = MODULE_HAS_RICH && at && m->given.at[at - 1] == '[' ? prepare_footnote(m, at) : 0;
        if (!behind)
            behind = prepare_raised(m, at);
        return behind ? behind : at + 1;
    case ':':
        return prepare_scheme(m, at);
    case '@':
        return prepare_mail(e, at);
    case 'w':
    case 'W':
        return prepare_www(m, at);
    default:
        if (MODULE_HAS_RARE && c == '|')
            columns_fill(m, at + 1);
        return c >= 0x80 ? prepare_high(m, at) : c < ' ' || c == 0x7F ? prepare_control(m, at) : at + 1;
    }
}

/* The bytes that are looked at in one step, two times sixteen: a bit for each makes up an uint32_t. */
enum { PREPARE_STEP = 2 * SCAN_SIZE };

/* Whether the text stands in a fenced block of code that no container ends. A small module, which is for stories, does
 * without what is gained there. */
static inline bool prepare_in_code(const markdown_lines *l)
{
    return MODULE_IS_WHOLE && l->leaf == LEAF_FENCE && !l->depth;
}

/* A bit for each byte of a step in which something may begin; a byte more is looked at. fence: that of the code in
 * which the text stands; 0 for none. */
static inline uint32_t prepare_found(const char *at, char fence)
{
    scan_bytes b[2], next[2], is[2];
    for (size_t i = 0; i < 2; i++) {
        b[i] = scan_load(at + i * SCAN_SIZE);
        next[i] = scan_load(at + i * SCAN_SIZE + 1);
        is[i] = fence ? prepare_code(b[i], next[i], fence) : prepare_ascii(b[i], next[i]);
    }
    if (scan_mask(b[0] | b[1])) /* a byte beyond ASCII */
        for (size_t i = 0; i < 2; i++)
            is[i] = (is[i] & ~(b[i] < 0)) | prepare_high_bytes(b[i], next[i]);
    return scan_mask(is[0]) | scan_mask(is[1]) << SCAN_SIZE;
}

/* The offset of the next step in which something may begin, and a bit for each byte that does in *found; 0 where no
 * more than one step is left. */
static inline size_t prepare_find(text t, size_t at, char fence, uint32_t *found)
{
    for (*found = 0; t.size - at > PREPARE_STEP; at += PREPARE_STEP)
        if ((*found = prepare_found(t.at + at, fence)) != 0)
            break;
    return at;
}

/* The bits for the last step, which is looked at in a copy: there must be a byte more. */
static uint32_t prepare_rest(text t, size_t at)
{
    char rest[PREPARE_STEP + 1];
    memset(rest, 'a', sizeof rest);
    memcpy(rest, t.at + at, t.size - at);
    return prepare_found(rest, '\0');
}

/* Takes all that begins in a step, and returns the offset behind it, or behind what reaches farther, or where code
 * begins or ends. */
static size_t prepare_step(markdown_state *m, size_t begin, uint32_t found, bool code)
{
    while (found) {
        size_t at = begin + (size_t)__builtin_ctz(found);
        at = m->given.at[at] == '\n' ? prepare_line(m, at + 1) : prepare_at(m, at);
        if (at - begin >= PREPARE_STEP || prepare_in_code(&m->lines) != code)
            return at;
        found &= ~UINT32_C(0) << (at - begin);
    }
    return begin + PREPARE_STEP;
}

void markdown_prepare(markdown_state *m)
{
    uint32_t found;
    text t = m->given;
    edits_open(&m->edits, m->scratch, t);
    m->lines.footnotes = MODULE_HAS_RICH && markdown_is_rich(m) && !m->use->line;
    if (!markdown_is_commonmark(m))
        for (size_t at = prepare_line(m, prepare_front(m)); at < t.size;) {
            if (!SCAN_WIDE) {
                at = prepare_at(m, at);
                continue;
            }
            bool code = prepare_in_code(&m->lines);
            at = code ? prepare_find(t, at, m->lines.fence, &found) : prepare_find(t, at, '\0', &found);
            at = prepare_step(m, at, found ? found : prepare_rest(t, at), code);
        }
    m->source = edits_end(&m->edits);
    if (MODULE_HAS_RICH && m->footnote_count)
        footnotes_move(m);
}
