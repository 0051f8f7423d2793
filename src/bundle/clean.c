#include "bundle/clean.h"

#include "base/scan.h"
#include "text/characters.h"
#include "text/utf8.h"

/* A control character: C0 but TAB, LF and CR, DEL, or C1. */
static bool is_control(int32_t c)
{
    return c >= 0 && ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0));
}

/* Whether the character at offset at is to be taken out. *size: its size in bytes. */
static bool clean_drops(text t, size_t at, bool as_markdown, characters *before, size_t *size)
{
    if (t.at[at] >= ' ' && t.at[at] < 0x7F) {
        if (!as_markdown)
            characters_ascii(before, t.at[at]);
        *size = 1;
        return false;
    }
    int32_t c = utf8_decode(t, at, size);
    return is_control(c) || (!as_markdown && !characters_keep(before, (uint32_t)c, false));
}

/* How many bytes from an offset on are kept without a look at each: in Markdown all but controls, elsewhere printable
 * ASCII where the characters are settled. */
static size_t clean_unseen(text t, size_t at, bool as_markdown)
{
    size_t start = at;
    if (as_markdown)
        SCAN_TO(t, at, scan_below(b, ' ') | (b == 0x7F) | (b == (signed char)0xC2));
    else
        SCAN_TO(t, at, (b < ' ') | (b == 0x7F));
    scan_bytes b;
    if (!as_markdown && t.size - at < SCAN_SIZE && scan_rest(t, at, &b) && !scan_mask((b < ' ') | (b == 0x7F)))
        at = t.size;
    return at - start;
}

text clean_text(story *s, const json_node *node, bool as_markdown)
{
    text t = node->string;
    characters before = {0};
    char *clean = NULL; /* NULL until there is something to take out */
    size_t kept = 0;
    unsigned dropped = 0; /* a bit for each characters_kind */
    for (size_t at = 0, size; at < t.size; at += size) {
        if (as_markdown || characters_settled(&before)) {
            size = clean_unseen(t, at, as_markdown);
            if (clean && size)
                memcpy(clean + kept, t.at + at, size);
            if (clean)
                kept += size;
            if ((at += size) == t.size)
                break;
        }
        bool drops = clean_drops(t, at, as_markdown, &before, &size);
        if (drops)
            dropped |= 1u << characters_kind_of((uint32_t)utf8_decode(t, at, &size));
        if (drops && !clean) {
            clean = arena_alloc(&s->arena, t.size);
            if (at)
                memcpy(clean, t.at, kept = at);
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
