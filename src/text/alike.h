/* What two texts have in common that say the same in other letters: in capitals, in another normal form, with other
 * punctuation and white space. */
#ifndef ALIKE_H
#define ALIKE_H

#include "base/arena.h"

/* The letters and digits of a text, without capitals and marks, in the arena. By these two texts are compared, and
 * where it is in doubt whether they are alike, they are: e and an accented e are one letter.
 *
 * Covered are the capitals of Latin, Greek, Cyrillic and Armenian letters and of Latin ones of full width (slug_lower),
 * and what normal forms put together or take apart (NFC, NFD): the letters of ASCII with marks up to U+024F and from
 * U+1E00 to U+1EFF, modern Greek, the Cyrillic letters of Russian, Ukrainian, Belarusian, Serbian and Macedonian,
 * Arabic, Hebrew, Kana and Hangul. Of others, as of Indic scripts and of Greek with more than one accent, a text is
 * alike in its own form alone. */
text alike_letters(arena *a, text t);

#endif
