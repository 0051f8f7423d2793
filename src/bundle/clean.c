#include "bundle/clean.h"
#include "base/module.h"

#include "base/scan.h"
#include "text/characters.h"
#include "text/markup.h"
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

/* Whether the character at offset at is to be taken out. *size: its size in bytes. */
static bool clean_drops(text t, size_t at, characters *before, uint32_t *code_point, size_t *size)
{
    if (t.at[at] >= ' ' && t.at[at] < 0x7F) {
        characters_ascii(before, t.at[at]);
        *code_point = (uint32_t)t.at[at];
        *size = 1;
        return false;
    }
    int32_t c = utf8_decode(t, at, size);
    *code_point = (uint32_t)c;
    if (is_space(c))
        return false;
    return is_control(c) || !characters_keep(before, *code_point, false);
}

static void clean_markup(story *s, const json_node *node)
{
    size_t start, end;
    if (MODULE_IS_WHOLE && markup_find(node->string, &start, &end))
        report_within(&s->report, REPORT_TEXT_HTML, node, (report_range){start, end - start});
}

/* How many bytes from an offset on are kept without a look at each: printable ASCII where the characters are settled.
 */
static size_t clean_unseen(text t, size_t at)
{
    size_t start = at;
    SCAN_TO(t, at, (b < ' ') | (b == 0x7F));
    scan_bytes b;
    if (SCAN_WIDE && t.size - at < SCAN_SIZE && scan_rest(t, at, &b) && !scan_mask((b < ' ') | (b == 0x7F)))
        at = t.size;
    return at - start;
}

/* The first place of each kind of character that is taken out, or becomes U+FFFD: where it begins, and its size; 0:
 * there is none. */
typedef struct clean_places {
    size_t start[CHARACTERS_KINDS], size[CHARACTERS_KINDS];
} clean_places;

static void clean_note(clean_places *places, characters_kind kind, size_t start, size_t size)
{
    if (!MODULE_IS_WHOLE || places->size[kind])
        return;
    places->start[kind] = start;
    places->size[kind] = size;
}

/* begin: the offset from which places count. */
static void clean_report(story *s, const json_node *node, const clean_places *places, size_t begin)
{
    for (characters_kind kind = 0; MODULE_IS_WHOLE && kind < CHARACTERS_KINDS; kind++)
        if (places->size[kind])
            report_within(&s->report, report_characters(kind), node,
                          (report_range){begin + places->start[kind], places->size[kind]});
}

static text clean_bytes(story *s, text t, clean_places *places)
{
    characters before = {0};
    char *clean = NULL; /* NULL until there is something to take out */
    size_t kept = 0;
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
        uint32_t c;
        bool drops = clean_drops(t, at, &before, &c, &size);
        bool space = is_space((int32_t)c);
        if (drops)
            clean_note(places, characters_kind_of(c), at, size);
        else if (characters_none(c))
            clean_note(places, CHARACTERS_REPLACED, at, size);
        if ((drops || space) && !clean) {
            clean = arena_alloc(&s->arena, t.size);
            if (at)
                memcpy(clean, t.at, kept = at);
        }
        if (!clean)
            continue;
        if (space) {
            clean[kept++] = ' ';
        } else if (!drops) {
            memcpy(clean + kept, t.at + at, size);
            kept += size;
        }
    }
    return clean ? (text){clean, kept} : t;
}

text clean_line(story *s, const json_node *node)
{
    clean_places places = {{0}, {0}};
    size_t begin =
        text_starts(node->string, TEXT("\xEF\xBB\xBF")) ? 3 : 0; /* of the file that the text was read from */
    text clean = clean_bytes(s, text_from(node->string, begin), &places);
    if (begin)
        report_within(&s->report, REPORT_BYTE_ORDER_MARK, node, (report_range){0, begin});
    clean_report(s, node, &places, begin);
    return clean;
}

text clean_text(story *s, const json_node *node)
{
    clean_markup(s, node);
    return clean_line(s, node);
}

text clean_plain(story *s, text t)
{
    clean_places places = {{0}, {0}};
    return clean_bytes(s, t, &places);
}
