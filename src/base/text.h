/* Text: a pointer and a size in bytes. It is UTF-8, and need not end in a NUL, so nothing here looks past its end. */
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

/* For a small function with many callers: a build for speed would give each caller a copy of it. */
#define NOT_INLINED __attribute__((noinline))

/* For a function that only reads: where nobody looks at its answer, the call is left out. So a small module does not
 * look for the value of which a diagnostic would tell that it does not keep. */
#define ONLY_READS __attribute__((pure))

static inline bool text_equal(text a, text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

/* a, or b when a is empty. */
static inline text text_or(text a, text b)
{
    if (!a.size)
        a = b;
    return a;
}

/* The bytes from offset start up to offset end, or up to the end of t. Both offsets are inside of t. */
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

/* Cuts a text at the first c. Returns the part before c and leaves the part after it in *rest; without c, returns all
 * and leaves nothing. */
text text_take(text *rest, char c);

bool text_starts(text t, text start);
bool text_starts_nocase(text t, text start);

/* Whether t has 1 to most bytes, each an ASCII letter, a digit or one of marks. */
bool text_is_plain(text t, size_t most, text marks);

#endif
