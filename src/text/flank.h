/* What a character is for the delimiter run beside it: CommonMark 0.31.2, section 6.2, with the amendment for Chinese,
 * Japanese and Korean (github.com/tats-u/markdown-cjk-friendly, specification.md). */
#ifndef FLANK_H
#define FLANK_H

#include "base/text.h"

typedef enum flank_kind { FLANK_SPACE, FLANK_PUNCTUATION, FLANK_LETTER } flank_kind;

typedef struct flank {
    flank_kind kind;
    bool cjk; /* a CJK character; white space is none */
} flank;

/* Unicode white space, and the line breaks that our own dialect takes for it: U+000B, U+0085, U+2028, U+2029.
 * Punctuation is all of the categories P and S. Everything else is a letter. */
flank flank_of(uint32_t code_point);

/* What stands before an offset, and from it on. The beginning and the end of a text are white space. Controls, which
 * are never shown, are passed over. A variation selector belongs to the character before it, but when that is drawn as
 * an emoji; one of an ideograph makes it CJK, and U+FE01 a quotation mark of full width. */
flank flank_before(text t, size_t at);
flank flank_behind(text t, size_t at);

#endif
