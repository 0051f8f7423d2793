#include "json/scan.h"

#include "base/module.h"
#include "base/scan.h"

#include "base/digits.h"

bool scan_refuse(json_scan *s, const char *message)
{
    if (MODULE_IS_WHOLE)
        s->message = message;
    return false;
}

bool scan_is_one_of(int c, const char *bytes)
{
    return c > 0 && strchr(bytes, c) != NULL;
}

static bool scan_is_digit(const json_scan *s)
{
    return s->offset < s->size && ascii_is_digit(s->at[s->offset]);
}

static bool scan_digits(json_scan *s)
{
    size_t start = s->offset;
    while (scan_is_digit(s))
        s->offset++;
    return s->offset > start || scan_refuse(s, "expected a digit");
}

bool scan_number(json_scan *s)
{
    scan_take(s, '-');
    if (scan_take(s, '0')) {
        if (scan_is_digit(s))
            return scan_refuse(s, "no digit may follow a leading zero");
    } else if (!scan_digits(s)) {
        return false;
    }
    if (scan_take(s, '.') && !scan_digits(s))
        return false;
    if (scan_take(s, 'e') || scan_take(s, 'E')) {
        if (!scan_take(s, '+'))
            scan_take(s, '-');
        return scan_digits(s);
    }
    return true;
}

bool scan_word(json_scan *s)
{
    int first = scan_peek(s);
    for (const char *word = first == 't' ? "true" : first == 'f' ? "false" : "null"; *word != '\0'; word++)
        if (!scan_take(s, *word))
            return scan_refuse(s, "expected true, false or null");
    return true;
}

/* Reads four hexadecimal digits. When there are fewer, reads those and returns -1. */
static int32_t scan_hex(const json_scan *s, size_t *offset)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++, ++*offset) {
        unsigned digit = *offset < s->size ? digit_value(s->at[*offset]) : DIGIT_NONE;
        if (digit == DIGIT_NONE)
            return -1;
        unit = unit * 16 + (int32_t)digit;
    }
    return unit;
}

/* Reads the digits behind "\u". U+0000 and a lone surrogate become \uFFFD. */
static bool scan_unicode(json_scan *s)
{
    char *digits = s->at + s->offset;
    int32_t unit = scan_hex(s, &s->offset);
    if (unit < 0)
        return scan_refuse(s, "expected four hexadecimal digits after \\u");
    if (unit >= 0xD800 && unit <= 0xDBFF && s->size - s->offset >= 6 && memcmp(s->at + s->offset, "\\u", 2) == 0) {
        size_t after = s->offset + 2;
        int32_t low = scan_hex(s, &after);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            s->offset = after;
            return true;
        }
    }
    if (unit == 0 || (unit >= 0xD800 && unit <= 0xDFFF)) {
        memcpy(digits, "FFFD", 4);
        if (!s->replaced)
            s->replaced = (size_t)(digits - s->at) - 2;
    }
    return true;
}

/* The offset of the next byte that ends or escapes something in a string, or of one near it. */
static size_t scan_string_next(const json_scan *s)
{
    size_t at = s->offset;
    text t = {s->at, s->size};
    SCAN_TO(t, at, scan_below(b, ' ') | (b == '"') | (b == '\\'));
    return at;
}

bool scan_string(json_scan *s)
{
    for (;;) {
        s->offset = scan_string_next(s);
        int c = scan_peek(s);
        if (c < 0)
            return scan_refuse(s, "expected the closing quote of the string");
        if (c < 0x20)
            return scan_refuse(s, "a control character in a string must be escaped");
        s->offset++;
        if (c == '"')
            return true;
        if (c != '\\')
            continue;
        c = scan_peek(s);
        if (!scan_is_one_of(c, "\"\\/bfnrtu"))
            return scan_refuse(s, "expected one of \" \\ / b f n r t u after the backslash");
        s->offset++;
        if (c == 'u' && !scan_unicode(s))
            return false;
    }
}
