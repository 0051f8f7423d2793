#include "text/pattern.h"

bool pattern_next(text *rest, text *literal, text *name)
{
    if (!rest->size)
        return false;
    size_t open = 0;
    while (open < rest->size && rest->at[open] != '{')
        open++;
    *literal = text_slice(*rest, 0, open);
    *name = NO_TEXT;
    size_t close = open;
    while (close < rest->size && rest->at[close] != '}')
        close++;
    if (close == rest->size) { /* no placeholder, or a brace that nobody closed */
        *literal = *rest;
        *rest = NO_TEXT;
        return true;
    }
    *name = text_slice(*rest, open + 1, close);
    *rest = text_from(*rest, close + 1);
    return true;
}

size_t pattern_places(text pattern, text name)
{
    size_t places = 0;
    text literal, found;
    while (pattern_next(&pattern, &literal, &found))
        places += found.at && (!name.at || text_equal(found, name));
    return places;
}

/* The size of a pattern when it is filled in. The bytes are written too unless to is NULL. */
static size_t pattern_filled(char *to, text pattern, const pattern_value *values, size_t count)
{
    size_t size = 0;
    text literal, name;
    while (pattern_next(&pattern, &literal, &name)) {
        text pieces[] = {literal, NO_TEXT};
        for (size_t i = 0; i < count; i++)
            if (text_equal(name, values[i].name))
                pieces[1] = values[i].value;
        for (size_t i = 0; i < 2; i++) {
            if (to && pieces[i].size)
                memcpy(to + size, pieces[i].at, pieces[i].size);
            size += pieces[i].size;
        }
    }
    return size;
}

text pattern_fill(arena *a, text pattern, const pattern_value *values, size_t count)
{
    size_t size = pattern_filled(NULL, pattern, values, count);
    char *to = arena_alloc(a, size);
    pattern_filled(to, pattern, values, count);
    return (text){to, size};
}
