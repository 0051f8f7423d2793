#include "utf8.h"
#include "writer_bytes.h"

/* --- escaping (HTML, section 13.3, "escaping a string") ----------------------------- */

/* What a byte asks for. Everything else is copied in runs. */
enum { PLAIN, AMP, LESS, MORE, QUOTE, DROP, BREAK, SPACE, NUL, LEAD_C2, LEAD_EF, LEAD_F };

static const unsigned char kinds[256] = {
    ['&'] = AMP,      ['<'] = LESS,    ['>'] = MORE,    ['"'] = QUOTE,   ['\r'] = BREAK,  ['\f'] = SPACE,
    [0x00] = NUL,     [0x01] = DROP,   [0x02] = DROP,   [0x03] = DROP,   [0x04] = DROP,   [0x05] = DROP,
    [0x06] = DROP,    [0x07] = DROP,   [0x08] = DROP,   [0x0B] = DROP,   [0x0E] = DROP,   [0x0F] = DROP,
    [0x10] = DROP,    [0x11] = DROP,   [0x12] = DROP,   [0x13] = DROP,   [0x14] = DROP,   [0x15] = DROP,
    [0x16] = DROP,    [0x17] = DROP,   [0x18] = DROP,   [0x19] = DROP,   [0x1A] = DROP,   [0x1B] = DROP,
    [0x1C] = DROP,    [0x1D] = DROP,   [0x1E] = DROP,   [0x1F] = DROP,   [0x7F] = DROP,   [0xC2] = LEAD_C2,
    [0xEF] = LEAD_EF, [0xF0] = LEAD_F, [0xF1] = LEAD_F, [0xF2] = LEAD_F, [0xF3] = LEAD_F, [0xF4] = LEAD_F,
};

/* The noncharacters: parse errors in HTML, and no text. */
static bool is_noncharacter(text t, size_t at)
{
    size_t size;
    int32_t c = utf8_decode(t, at, &size);
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* The size of what stands at at and is not copied as it is; 0 when it is plain after all. */
static size_t writer_special(writer *w, text t, size_t at, bool in_attribute)
{
    unsigned char second = at + 1 < t.size ? (unsigned char)t.at[at + 1] : 0;
    switch (kinds[(unsigned char)t.at[at]]) {
    case AMP:
        writer_put(w, "&amp;");
        return 1;
    case LESS:
        writer_put(w, "&lt;");
        return 1;
    case MORE:
        writer_put(w, "&gt;");
        return 1;
    case QUOTE:
        if (!in_attribute)
            return 0;
        writer_put(w, "&quot;");
        return 1;
    case DROP: /* C0 and C1 controls are no text */
        return 1;
    case BREAK: /* the HTML parser would make it LF */
        writer_put(w, "\n");
        return second == '\n' ? 2 : 1;
    case SPACE:
        writer_put(w, " ");
        return 1;
    case NUL:
        writer_put(w, "\xEF\xBF\xBD");
        return 1;
    case LEAD_C2:
        if (second == 0xA0)
            writer_put(w, "&nbsp;");
        return second <= 0xA0 ? 2 : 0;
    case LEAD_EF:
    case LEAD_F:
        if (!is_noncharacter(t, at))
            return 0;
        writer_put(w, "\xEF\xBF\xBD");
        return kinds[(unsigned char)t.at[at]] == LEAD_EF ? 3 : 4;
    default:
        return 0;
    }
}

void writer_escaped(writer *w, text t, bool in_attribute)
{
    size_t start = 0, at = 0;
    if (!t.size) /* no arithmetic on a NULL */
        return;
    while (at < t.size) {
        if (kinds[(unsigned char)t.at[at]] == PLAIN) {
            at++;
            continue;
        }
        writer_bytes(w, t.at + start, at - start);
        size_t taken = writer_special(w, t, at, in_attribute);
        start = at + taken;
        at = taken ? start : at + 1;
    }
    writer_bytes(w, t.at + start, at - start);
}

/* --- JSON inside of a script element ------------------------------------------------- */

/* RFC 8259, section 7, and beyond it every character that could end or confuse a script
 * element (HTML, section 4.12.1.3) or an old JavaScript parser (U+2028, U+2029), and the
 * noncharacters. Fills in the escape and returns the size of what it stands for; 0 for none. */
static size_t json_escape(text t, size_t at, char escape[6])
{
    static const char hex[] = "0123456789abcdef";
    unsigned char c = (unsigned char)t.at[at];
    if (c < 0x20 || c == 0x7F || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
        memcpy(escape, "\\u00", 4);
        escape[4] = hex[c >> 4];
        escape[5] = hex[c & 15];
        return 1;
    }
    if (c == 0xE2 && t.size - at >= 3 && (unsigned char)t.at[at + 1] == 0x80 &&
        ((unsigned char)t.at[at + 2] & 0xFE) == 0xA8) {
        memcpy(escape, (unsigned char)t.at[at + 2] == 0xA8 ? "\\u2028" : "\\u2029", 6);
        return 3;
    }
    if ((kinds[c] == LEAD_EF || kinds[c] == LEAD_F) && is_noncharacter(t, at)) {
        memcpy(escape, "\\ufffd", 6);
        return kinds[c] == LEAD_EF ? 3 : 4;
    }
    return 0;
}

void writer_json_string(writer *w, text t)
{
    char escape[6];
    size_t start = 0;
    writer_put(w, "\"");
    for (size_t at = 0, size; at < t.size; at += size ? size : 1) {
        size = json_escape(t, at, escape);
        if (!size)
            continue;
        writer_bytes(w, t.at + start, at - start);
        writer_bytes(w, escape, sizeof escape);
        start = at + size;
    }
    writer_bytes(w, t.at + start, t.size - start);
    writer_put(w, "\"");
}
