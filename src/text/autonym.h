/* The names of languages in themselves. */
#ifndef AUTONYM_H
#define AUTONYM_H

#include "base/text.h"

/* What a language calls itself, by its tag; the tag itself where that is not known. */
text autonym(text tag);

#endif
