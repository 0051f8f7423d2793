/* A quick answer for most blocks and most emphasis: their first character shows something (empty.c looks at the rest).
 */
#ifndef MARKDOWN_FIRST_H
#define MARKDOWN_FIRST_H

#include "markdown/state.h"

/* Whether a letter or digit of ASCII, or a common syllable of Hangul, stands at an offset of the HTML. */
static inline bool markdown_first_shows(const markdown_state *m, size_t at)
{
    if (at >= m->out.size)
        return false;
    const unsigned char c = (unsigned char)m->out.at[at];
    return ascii_is_letter_or_digit((char)c) || c == 0xEB || c == 0xEC; /* which lead Hangul alone */
}

#endif
