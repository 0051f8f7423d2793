/* Language tags (BCP 47, RFC 5646): form, primary language and direction. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "base/text.h"

/* Whether a text has the form of a tag: a primary language of 2 to 8 letters, then subtags of 1 to 8
 * letters and digits, at most 35 bytes together. Not whether it is registered. */
bool language_valid(text tag);

/* What stands before the first hyphen. */
text language_primary(text tag);

/* Whether a tag's primary language is that one, letter by letter to the end: "fil" is not "fi". */
bool language_is(text tag, text primary);

/* "rtl" for a script that runs from right to left, by the tag's script or else its language's
 * usual one; else "ltr". */
text language_direction(text tag);

#endif
