/* What two texts have in common that say the same in other letters: in capitals, in another normal form, with other
 * punctuation and white space. */
#ifndef ALIKE_H
#define ALIKE_H

#include "base/arena.h"

/* The letters and digits of a text, without capitals and marks, in the arena. By these two texts are compared, and
 * where it is in doubt whether they are alike, they are: e and an accented e are one letter.
 *
 * Covered are the capitals of Latin, Greek, Cyrillic, Armenian and Georgian letters and of Latin ones of full width,
 * digits of full width, the tatweel, and what normal forms put together or take apart (NFC, NFD): Latin letters up to
 * U+024F and from U+1E00 to U+1EFF, Greek, Cyrillic, Arabic and Hebrew ones, Kana, Hangul, and Han from U+F900 to
 * U+FAD9 but for seven of Unicode's second plane. Of others, as of Indic scripts, a text is alike in its own form
 * alone. */
text alike_letters(arena *a, text t);

#endif
