#include "bundle/clean.h"

#include "base/scan.h"
#include "text/characters.h"
#include "text/utf8.h"

/* A control character: C0 but TAB, LF and CR, DEL, or C1. */
static bool is_control(int32_t c)
{
    return c >= 0 && ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0));
}

/* A control that is white space: U+000B, with which Word ends a line, U+000C and U+0085. */
static bool is_space(int32_t c)
{
    return c == '\v' || c == '\f' || c == 0x85;
}

/* How many bytes from an offset on are kept without a look at each: printable ASCII where the characters are settled.
 */
static size_t clean_unseen(text t, size_t at)
{
    size_t start = at;
    for (size_t first = SCAN_SIZE; first == SCAN_SIZE && t.size - at >= SCAN_SIZE; at += first) {
        scan_bytes b = scan_load(t.at + at);
        first = scan_first((b < ' ') | (b == 0x7F));
    }
    return at - start;
}

text clean_text(story *s, const json_node *node)
{
    text t = node->string;
    characters before = {0};
    char *clean = NULL; /* NULL until there is something to take out */
    size_t kept = 0;
    unsigned dropped = 0; /* a bit for each characters_kind */
    for (size_t at = 0, size; at < t.size; at += size) {
        if (characters_settled(&before)) {
            size = clean_unseen(t, at);
            if (clean && size)
                memcpy(clean + kept, t.at + at, size);
            if (clean)
                kept += size;
            if ((at += size) == t.size)
                break;
        }
        int32_t c = utf8_decode(t, at, &size);
        bool space = is_space(c);
        bool drops = !space && (is_control(c) || !characters_keep(&before, (uint32_t)c, false));
        if (drops)
            dropped |= 1u << characters_kind_of((uint32_t)c);
        if ((drops || space) && !clean) {
            clean = arena_alloc(&s->arena, t.size);
            if (at)
                memcpy(clean, t.at, kept = at);
        }
        if (space) {
            clean[kept++] = ' ';
        } else if (!drops && clean) {
            memcpy(clean + kept, t.at + at, size);
            kept += size;
        }
    }
    for (characters_kind kind = 0; kind < CHARACTERS_KINDS; kind++)
        if (dropped >> kind & 1)
            report_node(&s->report, report_characters(kind), node);
    return clean ? (text){clean, kept} : t;
}
