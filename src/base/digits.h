/* Whole numbers in digits, decimal and hexadecimal. */
#ifndef DIGITS_H
#define DIGITS_H

#include "base/text.h"

/* The value of a decimal or hexadecimal digit; for another character DIGIT_NONE, which is more than any. */
enum { DIGIT_NONE = 16 };
unsigned digit_value(char c);

/* Reads a number in base 10 or 16. False, and *out unchanged, unless the text is one or more digits of that base. A
 * number above UINT32_MAX is read as some number above UINT32_MAX, so that no text is too long. */
bool digits_read(text t, unsigned base, uint64_t *out);

/* The decimal digits of a number, after as many zeros as make them least or more. They stand at the end of room. */
enum { DIGITS_ROOM = 20 };
text digits_of(uint64_t number, size_t least, char room[DIGITS_ROOM]);

#endif
