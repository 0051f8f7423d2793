#include "base/text.h"

NOT_INLINED text text_take(text *rest, char c)
{
    size_t end = 0;
    while (end < rest->size && rest->at[end] != c)
        end++;
    text taken = text_slice(*rest, 0, end);
    *rest = text_from(*rest, end < rest->size ? end + 1 : end);
    return taken;
}

NOT_INLINED bool text_starts(text t, text start)
{
    return t.size >= start.size && text_equal(text_slice(t, 0, start.size), start);
}

NOT_INLINED bool text_starts_nocase(text t, text start)
{
    return t.size >= start.size && text_equal_nocase(text_slice(t, 0, start.size), start);
}

NOT_INLINED bool text_is_plain(text t, size_t most, text marks)
{
    if (!t.size || t.size > most)
        return false;
    for (size_t i = 0; i < t.size; i++)
        if (!ascii_is_letter_or_digit(t.at[i]) && !memchr(marks.at, t.at[i], marks.size))
            return false;
    return true;
}
