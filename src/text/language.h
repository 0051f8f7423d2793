/* Language tags (BCP 47, RFC 5646): form, primary language and direction. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "base/text.h"

/* Whether a text has the form of a tag: a primary language of 2 to 8 letters, then subtags of 1 to 8 letters and
 * digits, at most 35 bytes together. The tag need not be registered. */
bool language_valid(text tag);

/* The primary language: the part before the first hyphen. */
text language_primary(text tag);

/* Whether a tag's primary language is this one. It is compared whole: "fil" is not "fi". */
bool language_is(text tag, text primary);

/* "rtl" or "ltr": the direction of the tag's script, or of its language's usual script when the tag names none. */
text language_direction(text tag);

#endif
