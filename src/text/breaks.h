/* Line ends within a paragraph: where one is drawn as a space, and where as nothing. */
#ifndef BREAKS_H
#define BREAKS_H

#include "base/text.h"

/* Whether the line end between two characters is drawn as nothing (CSS Text 4, segment break transformation): between
 * letters of Chinese and Japanese, which are written without spaces, and beside their punctuation. Hangul keeps the
 * space. korean: the text is Korean, where Han letters too have spaces between words; only Kana join there. */
bool breaks_join(uint32_t before, uint32_t after, bool korean);

#endif
