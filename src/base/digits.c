#include "base/digits.h"

unsigned digit_value(char c)
{
    if (ascii_is_digit(c))
        return (unsigned)(c - '0');
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : DIGIT_NONE;
}

NOT_INLINED bool digits_read(text t, unsigned base, uint64_t *out)
{
    uint64_t number = 0;
    for (size_t i = 0; i < t.size; i++) {
        unsigned digit = digit_value(t.at[i]);
        if (digit >= base)
            return false;
        if (number <= UINT32_MAX)
            number = number * base + digit;
    }
    if (t.size)
        *out = number;
    return t.size > 0;
}

NOT_INLINED text digits_of(uint64_t number, size_t least, char room[DIGITS_ROOM])
{
    size_t size = 0;
    for (; number || size < least; number /= 10)
        room[DIGITS_ROOM - ++size] = (char)('0' + number % 10);
    return (text){room + DIGITS_ROOM - size, size};
}
