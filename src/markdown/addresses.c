/* Plain addresses: those that an author writes without any brackets (tests/spec/markdown/plain-addresses.txt). Marks
 * are put around each, and for the characters in it that would mean something else. Whether it becomes a link is
 * decided when it is written (markdown/plain.c): in code, links and attributes the marks vanish. */
#include "markdown/addresses.h"

#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"
#include "text/entities.h"
#include "text/flank.h"
#include "text/utf8.h"

/* A quotation mark beyond ASCII, a character that nobody sees, or one that the pass puts otherwise: an address ends
 * before it. */
static bool is_end(uint32_t c)
{
    return c < 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF || (c >= 0xFFFC && c <= 0xFFFF);
}

/* Whether a label of a host begins at an offset that is followed by another one: "한국.kr". */
static bool is_label(text t, size_t at)
{
    for (size_t size, begin = at; at < t.size; at += size) {
        uint32_t c = (uint32_t)utf8_decode(t, at, &size);
        if (c == '.')
            return at > begin && at + 1 < t.size && flank_behind(t, at + 1).kind == FLANK_LETTER;
        if (c != '-' && flank_of(c).kind != FLANK_LETTER)
            return false;
    }
    return false;
}

/* The character of the reference that begins at an offset, and its size; "&" itself when none does. */
static uint32_t address_referred(text t, size_t at, size_t *size)
{
    char room[4];
    size_t end = at + 1, read;
    while (end < t.size && end - at <= ENTITY_NAME_MOST && (ascii_is_letter_or_digit(t.at[end]) || t.at[end] == '#'))
        end++;
    *size = 1;
    if (end >= t.size || t.at[end] != ';')
        return '&';
    *size = end + 1 - at;
    return (uint32_t)utf8_decode(entity_decode(text_slice(t, at, end + 1), room), 0, &read);
}

/* Whether another address begins behind the character before an offset, with its scheme. */
static bool address_again(text t, size_t at)
{
    text rest = text_from(t, at);
    return rest.size > 7 && (rest.at[0] | 32) == 'h' &&
           (text_starts_nocase(rest, TEXT("http://")) || text_starts_nocase(rest, TEXT("https://")));
}

/* Where the characters end that may belong to an address whose host begins at an offset: at white space, "<", "`", a
 * quotation mark beyond ASCII, a bracket that the address does not open, however they are written; in the host at a
 * character that no host has; before a bracket or a separator behind which another address begins; and before a CJK
 * character where the host or path holds nothing but ASCII so far, since a particle or a sentence goes on there. */
static size_t address_extent(text t, const address_found *a)
{
    size_t at = a->host, size, square = 0, curly = 0, round = 0;
    bool ascii = true, in_host = true;
    for (; at < t.size; at += size) {
        unsigned char byte = (unsigned char)t.at[at];
        size = 1;
        uint32_t c = byte == '&' ? address_referred(t, at, &size) : byte;
        if (byte < 0x80 && c < 0x80) {
            if (c <= ' ' || c == '<' || byte == 0x7F || byte == '`' || (char)byte == a->quote ||
                (byte == '|' && a->row && t.at[at - 1] != '\\'))
                break;
            bool host = address_is_host_byte((char)byte);
            if (in_host && !host && !strchr("/?#:\\@%", (int)c))
                break;
            in_host = in_host && host;
            if (strchr(",;|()[]{}", byte) && address_again(t, at + 1))
                break;
            square += byte == '[';
            curly += byte == '{';
            round += byte == '(';
            if ((byte == ']' && !square--) || (byte == '}' && !curly--) || (byte == ')' && a->destination && !round--))
                break;
            continue;
        }
        if (byte >= 0x80)
            c = (uint32_t)utf8_decode(t, at, &size);
        flank kind = flank_of(c);
        if (kind.kind == FLANK_SPACE || is_end(c) || (kind.kind == FLANK_PUNCTUATION && address_again(t, at + size)))
            break;
        bool label = in_host && ((at == a->host && !a->www) || (t.at[at - 1] == '.' && is_label(t, at)));
        if (ascii && kind.cjk && (!label || kind.kind != FLANK_LETTER))
            break;
        ascii = ascii && kind.kind != FLANK_LETTER;
    }
    return at;
}

/* Where the reference begins that ends before an offset, such as "&copy;"; the offset itself when there is none. */
static size_t address_reference(text t, size_t begin, size_t end)
{
    size_t at = end - 1;
    while (at > begin && ascii_is_letter_or_digit(t.at[at - 1]))
        at--;
    at -= at > begin && t.at[at - 1] == '#';
    return at > begin && at < end - 1 && t.at[at - 1] == '&' ? at - 1 : end;
}

/* Takes off what is not the address's own at its end: marks of a sentence, delimiters, a closing bracket too many, an
 * opening one, a reference, punctuation beyond ASCII. */
static void address_trim(text t, address_found *a)
{
    size_t opened = 0, closed = 0;
    for (size_t at = a->begin; at < a->end; at++) {
        opened += t.at[at] == '(';
        closed += t.at[at] == ')';
    }
    while (a->end > a->host) {
        unsigned char last = (unsigned char)t.at[a->end - 1];
        size_t end = a->end;
        if (last == ')' && closed > opened) {
            closed--;
            end--;
        } else if (last == '(' || last == '[' || last == '{') {
            opened -= last == '(';
            end--;
        } else if (last == ';') {
            end = address_reference(t, a->host, end);
        } else if (last < 0x80) {
            end -= memchr("?!.,:*_~'\"\\", last, 11) != NULL;
        } else if (flank_before(t, end).kind == FLANK_PUNCTUATION) {
            while (((unsigned char)t.at[--end] & 0xC0) == 0x80)
                ;
        }
        if (end == a->end)
            return;
        a->end = end;
    }
}

/* Whether a host begins at an offset: a letter or digit first, no empty label, and no "_" in its last two labels. */
static bool address_host(text t, const address_found *a)
{
    size_t at = a->host, lines[2] = {0, 0};
    if (at >= a->end || flank_behind(t, at).kind != FLANK_LETTER)
        return false;
    for (; at < a->end && (address_is_host_byte(t.at[at]) || (unsigned char)t.at[at] >= 0x80); at++) {
        if (t.at[at] == '.') {
            if (at + 1 < a->end && t.at[at + 1] == '.')
                return false;
            lines[0] = lines[1];
            lines[1] = 0;
        }
        lines[1] += t.at[at] == '_';
    }
    return !lines[0] && !lines[1];
}

/* Whether a destination of a link may begin at an offset: behind "](" or, in a definition, "]:", white space and "<".
 */
bool address_is_destination(text t, size_t at)
{
    if (at > 0 && t.at[at - 1] == '<')
        at--;
    while (at > 0 && (t.at[at - 1] == ' ' || t.at[at - 1] == '\n' || t.at[at - 1] == '\r' || t.at[at - 1] == '\t'))
        at--;
    return at > 1 && t.at[at - 2] == ']' && (t.at[at - 1] == '(' || t.at[at - 1] == ':');
}

static bool address_is_run(text t, size_t at)
{
    return at < t.size && (t.at[at] == '*' || t.at[at] == '_' || t.at[at] == '~');
}

/* The mark for a character that means something else; 0 for none. */
static unsigned address_mark(const address_found *a, char c, char before, bool in_cell)
{
    if (before == '\\')
        return 0;
    if (c == '~')
        return MARK_TILDE;
    if (a->destination || !in_cell)
        return 0;
    return c == '*' ? MARK_STAR : c == '_' ? MARK_LINE : c == '[' ? MARK_OPEN : c == ']' ? MARK_CLOSE : 0;
}

size_t address_put(edits *e, const address_found *a)
{
    text t = e->source;
    bool in_cell = true; /* a "|" may be the border of a cell, behind which the address does not go on */
    edits_put(e, a->begin, 0, MARK_TEXT(MARK_ADDRESS));
    for (size_t at = a->begin; at < a->end; at++) {
        in_cell = in_cell && t.at[at] != '|';
        unsigned mark = address_mark(a, t.at[at], at ? t.at[at - 1] : ' ', in_cell);
        if (mark)
            edits_put(e, at, 1, MARK_TEXT(mark));
    }
    edits_put(e, a->end, 0, MARK_TEXT(MARK_ADDRESS_END));
    /* A run behind the address sees the mark, which is a letter. */
    if (address_is_run(t, a->end) && flank_before(t, a->end).kind == FLANK_PUNCTUATION)
        edits_put(e, a->end, 0, MARK_PUNCTUATION_TEXT);
    return a->end;
}

/* --- autolinks ----------------------------------------------------------------------------------- */

bool address_is_autolink(text t, size_t at)
{
    size_t end = at;
    if (at == 0 || t.at[at - 1] != '<')
        return false;
    if (!MODULE_HAS_RARE)
        arena_lack();
    if (prepare_is_escaped(t, at - 1))
        return false;
    while (end < t.size && (unsigned char)t.at[end] > ' ' && t.at[end] != '<' && t.at[end] != '>')
        end++;
    return end < t.size && t.at[end] == '>';
}

/* Whether "|" stands before an offset, on the same line. It is not looked for farther than a cell or two. */
static bool address_is_in_row(text t, size_t at)
{
    enum { FAR = 512 };
    size_t begin = at;
    while (begin > 0 && at - begin < FAR && t.at[begin - 1] != '|' && !lines_is_end(t, begin - 1))
        begin--;
    return begin > 0 && t.at[begin - 1] == '|';
}

static size_t address_take(markdown_state *m, address_found *a)
{
    text t = m->given;
    char before = a->begin ? t.at[a->begin - 1] : ' ';
    if (address_is_autolink(t, a->begin))
        return 0;
    a->destination = address_is_destination(t, a->begin);
    a->row = address_is_in_row(t, a->begin) || (MODULE_HAS_RARE && !a->destination && columns_is_row(m, a->begin));
    a->quote = before == '"' || before == '\'' ? before : '\0';
    a->end = address_extent(t, a);
    address_trim(t, a);
    return address_host(t, a) ? address_put(&m->edits, a) : 0;
}

/* The size of the scheme that ends at an offset; 0 for none of these. An ftp address is refused, and told, when it is
 * judged. */
static size_t address_scheme(text t, size_t at)
{
    static const text schemes[] = {TEXT_INIT("https"), TEXT_INIT("http"), TEXT_INIT("ftp")};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (at >= schemes[i].size && text_equal_nocase(text_slice(t, at - schemes[i].size, at), schemes[i]))
            return schemes[i].size;
    return 0;
}

/* A scheme at its ":". */
size_t prepare_scheme(markdown_state *m, size_t at)
{
    text t = m->given;
    if (t.size - at < 4 || t.at[at + 1] != '/' || t.at[at + 2] != '/')
        return at + 1;
    size_t size = address_scheme(t, at);
    if (!size)
        return at + 1;
    address_found a = {.begin = at - size, .host = at + 3};
    char before = a.begin ? t.at[a.begin - 1] : ' ';
    if (a.begin < m->edits.done || ascii_is_letter_or_digit(before) || before == '+' || before == '.' || before == '-')
        return at + 1;
    size_t end = address_take(m, &a);
    return end ? end : at + 1;
}

/* "www." at its first letter. */
size_t prepare_www(markdown_state *m, size_t at)
{
    text t = m->given;
    if (t.size - at < 5 || !text_equal_nocase(text_slice(t, at, at + 4), TEXT("www.")))
        return at + 1;
    address_found a = {.begin = at, .host = at + 4, .www = true};
    char before = at ? t.at[at - 1] : ' ';
    if (ascii_is_letter_or_digit(before) || (before && strchr("/.-@&=%#?+$\\", before)))
        return at + 1;
    size_t end = address_take(m, &a);
    return end ? end : at + 1;
}
