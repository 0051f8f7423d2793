/* Whole numbers in digits, decimal and hexadecimal. */
#ifndef DIGITS_H
#define DIGITS_H

#include "base/text.h"

/* The value of a digit; DIGIT_NONE, which is more than any, for another character. */
enum { DIGIT_NONE = 16 };
unsigned digit_value(char c);

/* Reads a text of nothing but digits of base 10 or 16. A number past UINT32_MAX becomes some number past it. False,
 * and *out as it was, when the text is empty or has something else. */
bool digits_read(text t, unsigned base, uint64_t *out);

/* The decimal digits of a number, with zeros before them up to a width of at least least. They stand at the end of
 * room. */
enum { DIGITS_ROOM = 20 };
text digits_of(uint64_t number, size_t least, char room[DIGITS_ROOM]);

#endif
