/* Character references of HTML (HTML, section 13.5), as CommonMark reads them. */
#ifndef ENTITIES_H
#define ENTITIES_H

#include "base/text.h"

enum { ENTITY_NAME_MOST = 31 };

/* The characters that a reference stands for, in UTF-8. The reference begins with "&" and ends with ";"; a text that is
 * none comes back as it is. The result is static or stands in room. A number that is no character gives U+FFFD
 * (CommonMark 0.31.2, section 2.5). */
text entity_decode(text reference, char room[4]);

/* Whether that number is no character: U+0000, half of a pair, or one past the last. */
bool entity_is_none(text reference);

#endif
