/* Text is always a pointer and a size in bytes. It is UTF-8 and never NUL-terminated
 * by contract, so nothing here looks past its end. */
#ifndef TEXT_H
#define TEXT_H

#include "broadsheet.h"

#include <string.h>

typedef broadsheet_text text;

/* Only a string literal compiles: the empty strings on both sides see to that. */
#define TEXT(literal) ((text){"" literal "", sizeof(literal) - 1})
#define TEXT_INIT(literal)                                                                                             \
    {                                                                                                                  \
        "" literal "", sizeof(literal) - 1                                                                             \
    } /* for static data */
#define NO_TEXT ((text){NULL, 0})

/* Of a small function that many call: compiled for speed each of them would get a copy of it. */
#define NOT_INLINED __attribute__((noinline))

static inline bool text_equal(text a, text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

/* The first of two that is not empty. */
static inline text text_or(text a, text b)
{
    return a.size ? a : b;
}

/* The bytes between two byte offsets, or from one on; both must be inside. */
static inline text text_slice(text t, size_t start, size_t end)
{
    /* NULL + 0 is undefined in C11 (section 6.5.6), and an empty text may have no address. */
    return (text){start > 0 ? t.at + start : t.at, end - start};
}

static inline text text_from(text t, size_t start)
{
    return text_slice(t, start, t.size);
}

/* ASCII only, whatever the C locale says. */
static inline bool ascii_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool ascii_is_letter_or_digit(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}
static inline char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Equal but for the case of ASCII letters. */
static inline bool text_equal_nocase(text a, text b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
            return false;
    return true;
}

/* Cuts off and returns what stands before the first c, which goes too; without c, everything. */
text text_take(text *rest, char c);

bool text_starts(text t, text start);
bool text_starts_nocase(text t, text start);

/* Whether t has 1 to most bytes, all of them ASCII letters, digits and the marks. */
bool text_is_plain(text t, size_t most, text marks);

#endif
