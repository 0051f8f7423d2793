/* The wording of a byline: a text in which a number in braces stands for an author, such as "Written by {1}". */
#ifndef WORDING_H
#define WORDING_H

#include "base/text.h"

/* Takes the next piece off a wording: the literal text before a number in braces, and the number, at most
 * WORDING_MOST. Braces that hold anything but digits are literal text. At the end of the wording the number is
 * WORDING_END. False when nothing is left. */
enum { WORDING_MOST = 1000000, WORDING_END = WORDING_MOST + 1 };
bool wording_next(text *rest, text *literal, size_t *number);

#endif
