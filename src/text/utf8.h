/* UTF-8 as RFC 3629 has it: shortest form, no surrogates, at most U+10FFFF. */
#ifndef UTF8_H
#define UTF8_H

#include "base/text.h"

/* The code point that starts at at (at < t.size), and its size in *size. Bytes that
 * are not UTF-8 give -1 and the size of the maximal ill-formed subpart (Unicode,
 * chapter 3, "U+FFFD Substitution of Maximal Subparts"), at least 1. */
int32_t utf8_decode(text t, size_t at, size_t *size);

/* Writes 1 to 4 bytes; a surrogate or a value past U+10FFFF becomes U+FFFD. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Whether a character of three bytes stands at s, where more than three are left: most of Hangul, Han and Kana, so this
 * is asked first. The four bytes are compared at once, as yyjson does. */
static inline bool utf8_three(const unsigned char *s, size_t left)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t four, second;
    if (left < sizeof four)
        return false;
    memcpy(&four, s, sizeof four);
    second = four & 0x200F; /* 0x0000: longer than need be; 0x200D: a surrogate */
    return (four & 0xC0C0F0) == 0x8080E0 && second && second != 0x200D;
#else
    return left > 3 && s[0] > 0xE0 && s[0] < 0xF0 && s[0] != 0xED && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
#endif
}

/* The offset of the first byte that is not UTF-8; t.size when all is well. */
size_t utf8_valid_prefix(text t);

/* White_Space or general category P or S, as CommonMark uses them for flanking are
 * md4c's own; this is for slugs and hosts: letters and digits of every script, by the
 * blocks that hold them. Not what the writer writes as U+FFFD: two ids would be one. */
bool utf8_is_word(uint32_t code_point);

#endif
