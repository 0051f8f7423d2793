#include "html/escape.h"

#include "base/module.h"
#include "base/scan.h"
#include "html/bytes.h"
#include "text/utf8.h"

/* --- escaping (HTML, section 13.3, "escaping a string") ----------------------------- */

/* What is done with a byte. PLAIN ones are copied in runs. A LEAD begins a character that must be looked at first: it
 * is in one of the blocks with marks and invisible characters (text/characters.h), or a noncharacter. */
enum { PLAIN, AMP, LESS, MORE, QUOTE, DROP, BREAK, SPACE, NUL, LEAD };

static const unsigned char kinds[256] = {
    ['&'] = AMP,   ['<'] = LESS,   ['>'] = MORE,  ['"'] = QUOTE, ['\r'] = BREAK, ['\f'] = SPACE, [0x00] = NUL,
    [0x01] = DROP, [0x02] = DROP,  [0x03] = DROP, [0x04] = DROP, [0x05] = DROP,  [0x06] = DROP,  [0x07] = DROP,
    [0x08] = DROP, [0x0B] = SPACE, [0x0E] = DROP, [0x0F] = DROP, [0x10] = DROP,  [0x11] = DROP,  [0x12] = DROP,
    [0x13] = DROP, [0x14] = DROP,  [0x15] = DROP, [0x16] = DROP, [0x17] = DROP,  [0x18] = DROP,  [0x19] = DROP,
    [0x1A] = DROP, [0x1B] = DROP,  [0x1C] = DROP, [0x1D] = DROP, [0x1E] = DROP,  [0x1F] = DROP,  [0x7F] = DROP,
    [0xC2] = LEAD, [0xCC] = LEAD,  [0xCD] = LEAD, [0xD2] = LEAD, [0xD6] = LEAD,  [0xD7] = LEAD,  [0xD8] = LEAD,
    [0xD9] = LEAD, [0xDA] = LEAD,  [0xDB] = LEAD, [0xDC] = LEAD, [0xDD] = LEAD,  [0xDE] = LEAD,  [0xDF] = LEAD,
    [0xE0] = LEAD, [0xE1] = LEAD,  [0xE2] = LEAD, [0xE3] = LEAD, [0xEA] = LEAD,  [0xEF] = LEAD,  [0xF0] = LEAD,
    [0xF1] = LEAD, [0xF2] = LEAD,  [0xF3] = LEAD, [0xF4] = LEAD,
};

/* What those up to QUOTE become. A copy of one takes eight bytes. */
static const struct {
    char bytes[7];
    unsigned char size;
} references[] = {[AMP] = {"&amp;", 5}, [LESS] = {"&lt;", 4}, [MORE] = {"&gt;", 4}, [QUOTE] = {"&quot;", 6}};

/* Writes what a character that begins with a LEAD becomes. True, with nothing written, when it is to be copied as it
 * is. */
static bool writer_lead(writer *w, int32_t c, characters *before, bool prose)
{
    if (c == 0x85) { /* a line end, as U+000B is: white space */
        characters_keep(before, ' ', false);
        writer_put(w, " ");
        return false;
    }
    /* C1 controls are no text */
    if ((c >= 0x80 && c < 0xA0) || !characters_keep(before, (uint32_t)c, prose)) {
        /* It is told, and not shown. */
        w->left_out |= MODULE_IS_WHOLE ? 1u << characters_kind_of((uint32_t)c) : 0;
        return false;
    }
    if (c == 0xA0)
        writer_put(w, "&nbsp;");
    else if (escaped_is_separator(c)) /* CSS breaks the line there, the HTML parser does not (UTR #20, section 3.1) */
        writer_put(w, " ");
    else if (characters_none((uint32_t)c)) {
        w->left_out |= 1u << CHARACTERS_REPLACED;
        writer_put(w, "\xEF\xBF\xBD");
    } else
        return true;
    return false;
}

/* Writes what an ASCII character that is not PLAIN becomes. True, with nothing written, when it is to be copied as it
 * is. */
static bool writer_ascii(writer *w, unsigned char c, bool in_attribute)
{
    const unsigned char kind = kinds[c];
    switch (kind) {
    case AMP:
    case LESS:
    case MORE:
    case QUOTE:
        if (kind == QUOTE && !in_attribute)
            return true;
        writer_bytes(w, references[kind].bytes, references[kind].size);
        return false;
    case BREAK: /* the HTML parser would make it LF */
        writer_put(w, "\n");
        return false;
    case SPACE:
        writer_put(w, " ");
        return false;
    case NUL:
        writer_put(w, "\xEF\xBF\xBD");
        return false;
    default: /* C0 controls are no text */
        w->left_out |= 1u << CHARACTERS_CONTROL;
        return false;
    }
}

/* The size of a character beyond ASCII that is copied as it is and leaves the characters settled (characters_settled):
 * letters written from the left, Hangul, Han and Kana, and the punctuation of Latin and full width. 0 for any other,
 * which must be looked at. */
static inline size_t escaped_high(const unsigned char *s, size_t left)
{
    if (!utf8_three(s, left)) {
        if (s[0] == 0xC2) /* U+00A1 to U+00BF without the soft hyphen */
            return left > 1 && s[1] > 0xA0 && s[1] < 0xC0 && s[1] != 0xAD ? 2 : 0;
        return kinds[s[0]] == PLAIN;
    }
    if (kinds[s[0]] == PLAIN)
        return 3;
    switch (s[0]) {
    case 0xE2: /* U+2010 to U+2027: dashes, quotation marks, dots */
        return s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xA7 ? 3 : 0;
    case 0xE3: /* U+3000 to U+3029, U+3040 to U+30FF without U+3099 and U+309A */
        if (s[1] == 0x80)
            return s[2] < 0xAA ? 3 : 0;
        return s[1] <= 0x83 && (s[1] != 0x82 || (s[2] != 0x99 && s[2] != 0x9A)) ? 3 : 0;
    case 0xEA: /* U+AC00 on: Hangul */
        return s[1] >= 0xB0 ? 3 : 0;
    case 0xEF: /* U+FF00 to U+FF3F */
        return s[1] == 0xBC ? 3 : 0;
    default:
        return 0;
    }
}

/* The bytes of ASCII that are escaped, as far as a few comparisons tell. */
static inline scan_bytes escaped_ascii(scan_bytes b, char quote)
{
    return (b == '&') | (b == '<') | (b == '>') | (b == quote) | (b == 0x7F);
}

/* Passes over characters that are copied as they are, sixteen bytes at a time. Few blocks have a byte that ends the
 * first look, and most of those only letters beyond ASCII: they get a second one, which knows the bytes that begin such
 * letters. Where that ends, the character must be looked at alone. */
static inline size_t escaped_skip(text t, size_t at, char quote)
{
    for (; SCAN_WIDE && t.size - at > SCAN_SIZE; at += SCAN_SIZE) {
        scan_bytes b = scan_load(t.at + at), ascii = escaped_ascii(b, quote);
        if (!scan_mask((b < ' ') | ascii))
            continue;
        scan_bytes behind = scan_between(scan_load(t.at + at + 1), 0xB0, 0xBF); /* EA: Hangul */
        uint32_t found =
            scan_mask(ascii | scan_below(b, '\t') | scan_between(b, 0x0B, 0x1F) | (b == (signed char)0xC2) |
                      scan_between(b, 0xCC, 0xCD) | scan_between(b, 0xD2, 0xE3) | ((b == (signed char)0xEA) & ~behind) |
                      scan_between(b, 0xEF, 0xFF));
        if (found)
            return at + (size_t)__builtin_ctz(found);
    }
    scan_bytes b;
    if (!SCAN_WIDE || !scan_rest(t, at, &b)) /* a few bytes are looked at one by one */
        return at;
    return scan_mask((b < ' ') | escaped_ascii(b, quote)) ? at : t.size;
}

/* The offset of the next character that must be looked at, in a text whose characters are settled; t.size when there is
 * none. */
static size_t escaped_next(text t, size_t at, char quote)
{
    while ((at = escaped_skip(t, at, quote)) < t.size) {
        size_t stop = SCAN_WIDE && t.size - at > SCAN_SIZE ? at + 1 : t.size;
        do {
            unsigned char c = (unsigned char)t.at[at];
            size_t size = 1;
            if (c >= 0x80)
                size = escaped_high((const unsigned char *)t.at + at, t.size - at);
            else if (kinds[c] != PLAIN && (c != '"' || quote == '"'))
                size = 0;
            if (!size)
                return at;
            at += size;
        } while (at < stop || (at < t.size && t.at[at] < 0));
    }
    return at;
}

/* What ends the copying of plain ASCII. */
static inline scan_bytes escaped_ends(scan_bytes b, char quote)
{
    return ((b < ' ') & (b != '\n')) | escaped_ascii(b, quote);
}

/* Writes a character of ASCII as it is or as a reference, and returns the place behind it; NULL, with nothing written,
 * when it must be looked at. */
static inline char *escaped_one(char *to, unsigned char c, char quote)
{
    const unsigned char kind = c < 0x80 ? kinds[c] : LEAD;
    if (kind == PLAIN || (kind == QUOTE && quote != '"')) {
        *to = (char)c;
        return to + 1;
    }
    if (kind > QUOTE)
        return NULL;
    memcpy(to, &references[kind], sizeof references[kind]);
    return to + references[kind].size;
}

/* The room that the last bytes of a text take at most, each as a reference. */
enum { ESCAPED_ROOM = 8 * SCAN_SIZE };

/* Copies what needs no look from the start of a text, for which there is room, and returns how much that is: most often
 * all. */
static inline size_t escaped_copy(writer *w, text t, char quote)
{
    char *to = w->at + w->size;
    uint32_t found = 0;
    size_t at = 0;
    scan_bytes b;
    for (; t.size - at >= SCAN_SIZE; at += SCAN_SIZE) {
        b = scan_load(t.at + at);
        memcpy(to + at, &b, sizeof b);
        if ((found = scan_mask(escaped_ends(b, quote))) != 0)
            break;
    }
    if (found) {
        at += (size_t)__builtin_ctz(found);
    } else if (scan_rest(t, at, &b) && !scan_mask(escaped_ends(b, quote))) {
        copy_bytes(to + at, t.at + at, t.size - at);
        at = t.size;
    }
    w->size += at;
    return at;
}

/* Writes a text whose characters are settled, from an offset on, as long as it is ASCII without controls and there is
 * room; returns where that ends. Not inline: most texts do not come here, and those are quicker without it. */
static __attribute__((noinline)) size_t escaped_rest(writer *w, text t, size_t at, char quote)
{
    char *to = w->at + w->size, *next;
    char *const last = w->at + w->room - ESCAPED_ROOM;
    scan_bytes b;
    for (next = to; next && t.size - at >= SCAN_SIZE && to <= last;) {
        b = scan_load(t.at + at);
        memcpy(to, &b, sizeof b);
        uint32_t found = scan_mask(escaped_ends(b, quote));
        size_t plain = found ? (size_t)__builtin_ctz(found) : SCAN_SIZE;
        at += plain;
        to += plain;
        if (found && (next = escaped_one(to, (unsigned char)t.at[at], quote)) != NULL) {
            to = next;
            at++;
        }
    }
    if (next && t.size - at < SCAN_SIZE && to <= last) {
        if (scan_rest(t, at, &b) && !scan_mask(escaped_ends(b, quote))) {
            copy_bytes(to, t.at + at, t.size - at);
            to += t.size - at;
            at = t.size;
        }
        for (; at < t.size && (next = escaped_one(to, (unsigned char)t.at[at], quote)) != NULL; at++)
            to = next;
    }
    w->size = (size_t)(to - w->at);
    return at;
}

/* Whether a text goes on with ASCII at an offset. If not, escaped_rest would soon end, and cost more than it saves. */
static inline bool escaped_is_ascii(text t, size_t at)
{
    uint32_t four = 0x80;
    if (t.size - at >= sizeof four)
        memcpy(&four, t.at + at, sizeof four);
    return !(four & 0x80808080);
}

void writer_escaped(writer *w, text t, writer_place place)
{
    characters *before = place == IN_ATTRIBUTE ? &w->value : &w->text;
    const char quote = place == IN_ATTRIBUTE ? '"' : '&';
    size_t start = 0, at = 0; /* [start, at) waits to be copied */
    if (!t.size)              /* no arithmetic on a NULL */
        return;
    if (SCAN_WIDE && t.size > SCAN_SIZE && characters_settled(before) && t.size < w->room - w->size)
        start = at = escaped_copy(w, t, quote);
    while (at < t.size) {
        bool settled = characters_settled(before);
        if (settled && (at = escaped_next(t, at, quote)) == t.size)
            break;
        unsigned char c = (unsigned char)t.at[at];
        int32_t code_point = c;
        size_t size = 1;
        if (SCAN_WIDE && settled && kinds[c] >= AMP && kinds[c] <= MORE && escaped_is_ascii(t, at + 1) &&
            at - start + ESCAPED_ROOM < w->room - w->size) {
            writer_bytes(w, t.at + start, at - start);
            start = at = escaped_rest(w, t, at, quote);
            continue;
        }
        if (kinds[c] == PLAIN) {
            if (c < 0x80)
                characters_ascii(before, (char)c);
            else
                characters_letter(before);
            at++;
            continue;
        }
        if (c >= 0x80)
            code_point = utf8_decode(t, at, &size);
        else if (!settled && kinds[c] != DROP)
            characters_ascii(before, (char)c);
        size_t end = at + size;
        if (c == '\r' && end < t.size && t.at[end] == '\n')
            end++;
        writer_bytes(w, t.at + start, at - start);
        start = at;
        if (!(kinds[c] == LEAD ? writer_lead(w, code_point, before, place == IN_PROSE)
                               : writer_ascii(w, c, place == IN_ATTRIBUTE)))
            start = end;
        at = end;
    }
    writer_bytes(w, t.at + start, at - start);
}
