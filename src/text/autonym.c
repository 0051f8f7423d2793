#include "text/autonym.h"

/* The name of the longest tag in the table that a tag begins with, as whole subtags. */
text autonym(text tag)
{
    static const text names[][2] = {
#define X(tag, name) {TEXT_INIT(tag), TEXT_INIT(name)},
#include "text/autonyms.def"
#undef X
    };
    enum { COUNT = sizeof names / sizeof names[0] };
    for (size_t i = 0; i < COUNT; i++) {
        text known = names[i][0];
        bool whole = tag.size == known.size || (tag.size > known.size && tag.at[known.size] == '-');
        if (whole && text_starts_nocase(tag, known))
            return names[i][1];
    }
    return tag;
}
