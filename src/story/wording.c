#include "story/wording.h"

/* The size of a number in braces at a place of a text; 0 where there is none. */
static size_t wording_number(text t, size_t at, size_t *number)
{
    size_t i = at + 1;
    *number = 0;
    for (; i < t.size && t.at[i] >= '0' && t.at[i] <= '9'; i++) {
        *number = *number * 10 + (size_t)(t.at[i] - '0');
        if (*number > WORDING_MOST)
            *number = WORDING_MOST;
    }
    bool closed = i > at + 1 && i < t.size && t.at[i] == '}';
    return closed ? i + 1 - at : 0;
}

bool wording_next(text *rest, text *literal, size_t *number)
{
    if (!rest->size)
        return false;
    for (size_t at = 0; at < rest->size; at++) {
        size_t size = rest->at[at] == '{' ? wording_number(*rest, at, number) : 0;
        if (!size)
            continue;
        *literal = text_slice(*rest, 0, at);
        *rest = text_from(*rest, at + size);
        return true;
    }
    *literal = *rest;
    *rest = NO_TEXT;
    *number = WORDING_END;
    return true;
}
