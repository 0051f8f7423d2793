/* Raised and lowered text, "m^2^" and "H~2~O" (tests/spec/markdown/raised.txt). One tilde is a range in Korean and
 * elsewhere, so a pair stands beside a Latin letter or behind a closing bracket, and neither of its marks between two
 * digits or beside a CJK character; but behind a pair that a Latin letter stands before, as in "CO~2~를", any may. */
#include "markdown/raised.h"
#include "markdown/notation.h"

#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"
#include "markdown/unmark.h"
#include "text/flank.h"
#include "text/utf8.h"

/* --- the letters beside it ----------------------------------------------------------------------- */

/* U+00C0 to U+024F, and U+1E00 to U+1EFF, which have letters alone, but for two signs. */
static bool raised_is_latin(const char *s)
{
    unsigned char a = (unsigned char)s[0], b = (unsigned char)s[1];
    return (a >= 0xC3 && a <= 0xC9 && !(a == 0xC3 && (b == 0x97 || b == 0xB7)) && !(a == 0xC9 && b > 0x8F)) ||
           (a == 0xE1 && b >= 0xB8 && b <= 0xBB);
}

/* Whether a letter of the Latin script ends before an offset, or begins at it. */
static bool raised_latin_before(text t, size_t at)
{
    return at && at <= t.size &&
           (ascii_is_alpha(t.at[at - 1]) ||
            (at > 1 && (unsigned char)t.at[at - 2] < 0xE0 && raised_is_latin(t.at + at - 2)) ||
            (at > 2 && (unsigned char)t.at[at - 3] == 0xE1 && raised_is_latin(t.at + at - 3)));
}
static bool raised_latin_behind(text t, size_t at)
{
    return at < t.size && (ascii_is_alpha(t.at[at]) || (at + 1 < t.size && raised_is_latin(t.at + at)));
}

static bool raised_bracket_before(text t, size_t at)
{
    return at && (t.at[at - 1] == ')' || t.at[at - 1] == ']' || t.at[at - 1] == '}');
}

#if BROADSHEET_MODULE >= MODULE_RICH
bool raised_may(text t, size_t at)
{
    return raised_latin_before(t, at) || raised_latin_behind(t, at + 1) || raised_bracket_before(t, at) ||
           (at && (t.at[at - 1] == '~' || t.at[at - 1] == '^'));
}
#else
static bool raised_is_letter(flank f, char c)
{
    return f.kind == FLANK_LETTER && !f.cjk && !ascii_is_digit(c);
}

/* By what these modules have anyway; so letters of other scripts count, too. */
bool raised_may(text t, size_t at)
{
    return (at && (raised_is_letter(flank_before(t, at), t.at[at - 1]) || raised_bracket_before(t, at))) ||
           raised_is_letter(flank_behind(t, at + 1), at + 1 < t.size ? t.at[at + 1] : ' ');
}
#endif

/* --- a pair ------------------------------------------------------------------------------------- */

enum { RAISED_MOST = 64 }; /* bytes between the marks */

/* Whether a character may stand between the marks: nothing that means something in Markdown does. */
static bool raised_is_content(uint32_t c)
{
    static const uint32_t signs[] = {0xB1, 0xB7, 0x2013, 0x2032, 0x2033, 0x2212};
    if (c < 0x80)
        return ascii_is_letter_or_digit((char)c) || (c && strchr("+-.,()/='%", (int)c));
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (c == signs[i])
            return true;
    flank f = flank_of(c);
    return c >= 0xC0 && !(c >= 0xFDD0 && c <= 0xFE0F) && c < 0xFFF0 && f.kind == FLANK_LETTER && !f.cjk;
}

/* The offset of the second mark; 0: there is none. */
static size_t raised_end(text t, size_t at)
{
    size_t end = at + 1, size;
    for (; end < t.size && end - at <= RAISED_MOST && t.at[end] != t.at[at]; end += size) {
        int32_t c = utf8_decode(t, end, &size);
        if (c < 0 || !raised_is_content((uint32_t)c))
            return 0;
    }
    return end < t.size && t.at[end] == t.at[at] && end > at + 1 ? end : 0;
}

static bool raised_between_digits(text t, size_t at)
{
    return at && at + 1 < t.size && ascii_is_digit(t.at[at - 1]) && ascii_is_digit(t.at[at + 1]);
}

/* Whether a pair ends right before an offset, where a mark for a run may stand. */
static bool raised_goes_on(const edits *e, size_t at)
{
    const edit *last = e->count ? &e->list[e->count - 1] : NULL;
    if (last && last->at == at && !last->taken && e->count > 1)
        last--;
    return last && last->at + (size_t)last->taken == at && last->taken == 1 && last->size == 3 &&
           ((unsigned char)e->result[last->put_at + 2] == MARK_RAISED ||
            (unsigned char)e->result[last->put_at + 2] == MARK_LOWERED);
}

/* Whether the marks at two offsets are a pair. */
static bool raised_is_pair(const edits *e, size_t at, size_t end)
{
    text t = e->source;
    bool latin = raised_latin_before(t, at), goes_on = raised_goes_on(e, at);
    /* "1^er^" */
    bool ordinal = t.at[at] == '^' && at && ascii_is_digit(t.at[at - 1]) && raised_latin_behind(t, at + 1);
    if ((at && t.at[at - 1] == t.at[at] && !goes_on) || (end + 1 < t.size && t.at[end + 1] == t.at[at]) ||
        raised_between_digits(t, at) || raised_between_digits(t, end))
        return false;
    if (!latin && !goes_on && !ordinal && !raised_bracket_before(t, at) && !raised_latin_behind(t, end + 1))
        return false;
    return !flank_before(t, at).cjk && (latin || goes_on || !flank_behind(t, end + 1).cjk);
}

size_t prepare_raised(markdown_state *m, size_t at)
{
    edits *e = &m->edits;
    text t = e->source;
    if (!markdown_is_rich(m))
        return 0;
    if (!MODULE_HAS_RICH) { /* one mark of each pair of tildes has a letter or a bracket beside it */
        if (t.at[at] == '^' || raised_may(t, at))
            arena_lack();
        return 0;
    }
    unsigned mark = t.at[at] == '^' ? MARK_RAISED : MARK_LOWERED;
    size_t end = raised_end(t, at);
    if (!end || m->lines.code || prepare_is_escaped(t, at) || !raised_is_pair(e, at, end) ||
        prepare_is_mail_autolink(t, at))
        return 0;
    edits_put(e, at, 1, MARK_TEXT(mark));
    edits_put(e, end, 1, MARK_TEXT(mark));
    if (end + 1 < t.size && strchr("*_~", t.at[end + 1]) && t.at[end + 1]) /* a run that sees punctuation there */
        edits_put(e, end + 1, 0, MARK_PUNCTUATION_TEXT);
    return end + 1;
}

/* --- what is shown ------------------------------------------------------------------------------- */

text markdown_raised(markdown_state *m, text piece, unsigned mark)
{
    unsigned next;
    text rest = piece, inner = unmark_next(&rest, &next);
    bool pair = !next && rest.size && (unmark_next(&rest, &next), next == mark);
    if (!pair || m->code || m->in_plain || (m->link.depth && (m->link.shown || m->link.bracketed))) {
        markdown_write(m, mark == MARK_RAISED ? TEXT("^") : TEXT("~"));
        return piece;
    }
    if (markdown_is_asked(m))
        markdown_takes_piece(m, NOTATION_RAISED, piece.at - 3, 0);
    if (m->picture.depth) {
        markdown_write(m, inner);
        return rest;
    }
    if (mark == MARK_RAISED)
        writer_open(&m->out, "sup");
    else
        writer_open(&m->out, "sub");
    markdown_write(m, inner);
    if (mark == MARK_RAISED)
        writer_close(&m->out, "sup");
    else
        writer_close(&m->out, "sub");
    return rest;
}
