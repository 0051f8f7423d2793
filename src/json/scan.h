/* The tokens of JSON (RFC 8259, sections 2, 6 and 7), for json/gate.c only. */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include "base/text.h"

typedef struct json_scan {
    char *at; /* bytes before offset may be overwritten */
    size_t size, offset;
    size_t replaced;     /* where the first escape stands that became \uFFFD; 0: none. Whoever asks sets it back */
    const char *message; /* what was expected at offset, after a reader returned false */
} json_scan;

/* Sets the message and returns false. */
bool scan_refuse(json_scan *s, const char *message);

/* The byte to read, or -1 at the end. */
static inline int scan_peek(const json_scan *s)
{
    return s->offset < s->size ? (unsigned char)s->at[s->offset] : -1;
}

/* Whether a byte is one of a C string's; false for the -1 of scan_peek. */
bool scan_is_one_of(int c, const char *bytes);

/* Reads this byte if it is the next one. */
static inline bool scan_take(json_scan *s, char c)
{
    bool is_there = scan_peek(s) == c;
    s->offset += is_there;
    return is_there;
}

static inline void scan_space(json_scan *s)
{
    for (int c; (c = scan_peek(s)) == ' ' || c == '\n' || c == '\r' || c == '\t';)
        s->offset++;
}

bool scan_number(json_scan *s);

/* Reads true, false or null, whose first letter has been seen. */
bool scan_word(json_scan *s);

/* Reads a string whose opening quote has been read. The escape of U+0000, which a C string cannot hold, and that of a
 * lone surrogate, which UTF-8 cannot, become \uFFFD in place. */
bool scan_string(json_scan *s);

#endif
