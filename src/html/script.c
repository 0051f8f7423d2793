/* JSON inside of a script element. */
#include "html/bytes.h"
#include "html/escape.h"
#include "text/utf8.h"

/* Fills in the escape of a character and returns its size; 0 when it needs none. Escaped are the characters of RFC
 * 8259, section 7, every character that could end or confuse a script element (HTML, section 4.12.1.3) or an old
 * JavaScript parser (U+2028, U+2029), and noncharacters, as U+FFFD. */
static size_t json_escape(int32_t c, char escape[6])
{
    static const char hex[] = "0123456789abcdef";
    if (c < 0x20 || c == 0x7F || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
        memcpy(escape, "\\u00", 4);
        escape[4] = hex[c >> 4];
        escape[5] = hex[c & 15];
        return 6;
    }
    if (escaped_is_separator(c))
        memcpy(escape, c == 0x2028 ? "\\u2028" : "\\u2029", 6);
    else if (characters_none((uint32_t)c))
        memcpy(escape, "\\ufffd", 6);
    else
        return 0;
    return 6;
}

size_t escaped_most(text t)
{
    char escape[6];
    size_t most = 0;
    for (size_t at = 0, size; at < t.size; at += size) {
        int32_t c = utf8_decode(t, at, &size);
        most += c == 0xA0 || json_escape(c, escape) ? sizeof escape : size; /* "&nbsp;" */
    }
    return most;
}

void writer_json_string(writer *w, text t)
{
    characters before = {0};
    char escape[6];
    size_t start = 0;
    writer_put(w, "\"");
    for (size_t at = 0, size; at < t.size; at += size) {
        unsigned char byte = (unsigned char)t.at[at];
        if (byte > ' ' && byte < 0x7F && byte != '"' && byte != '&' && byte != '<' && byte != '>' && byte != '\\') {
            /* most of any address is such bytes */
            before = (characters){0};
            size = 1;
            continue;
        }
        int32_t c = utf8_decode(t, at, &size);
        bool kept = characters_keep(&before, (uint32_t)c, false);
        bool escaped = kept && json_escape(c, escape) != 0;
        if (kept && !escaped)
            continue;
        writer_bytes(w, t.at + start, at - start);
        if (escaped)
            writer_bytes(w, escape, sizeof escape);
        start = at + size;
    }
    writer_bytes(w, t.at + start, t.size - start);
    writer_put(w, "\"");
}
