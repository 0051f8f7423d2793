/* Where "^" and "~" may raise or lower text: beside a letter of the Latin script, or behind a closing bracket. */
#ifndef MARKDOWN_RAISED_H
#define MARKDOWN_RAISED_H

#include "base/text.h"

/* U+00C0 to U+024F, and U+1E00 to U+1EFF, which have letters alone, but for two signs. */
static inline bool raised_is_latin(const char *s)
{
    unsigned char a = (unsigned char)s[0], b = (unsigned char)s[1];
    return (a >= 0xC3 && a <= 0xC9 && !(a == 0xC3 && (b == 0x97 || b == 0xB7)) && !(a == 0xC9 && b > 0x8F)) ||
           (a == 0xE1 && b >= 0xB8 && b <= 0xBB);
}

/* Whether a letter of the Latin script ends before an offset, or begins at it. */
static inline bool raised_latin_before(text t, size_t at)
{
    return at && at <= t.size &&
           (ascii_is_alpha(t.at[at - 1]) ||
            (at > 1 && (unsigned char)t.at[at - 2] < 0xE0 && raised_is_latin(t.at + at - 2)) ||
            (at > 2 && (unsigned char)t.at[at - 3] == 0xE1 && raised_is_latin(t.at + at - 3)));
}
static inline bool raised_latin_behind(text t, size_t at)
{
    return at < t.size && (ascii_is_alpha(t.at[at]) || (at + 1 < t.size && raised_is_latin(t.at + at)));
}

static inline bool raised_bracket_before(text t, size_t at)
{
    return at && (t.at[at - 1] == ')' || t.at[at - 1] == ']' || t.at[at - 1] == '}');
}

/* Whether a mark at an offset may be one of a pair; most that are none are told by that. */
static inline bool raised_may(text t, size_t at)
{
    return raised_latin_before(t, at) || raised_latin_behind(t, at + 1) || raised_bracket_before(t, at) ||
           (at && (t.at[at - 1] == '~' || t.at[at - 1] == '^'));
}

#endif
