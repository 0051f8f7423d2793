/* UTF-8 as RFC 3629 has it: shortest form, no surrogates, at most U+10FFFF. */
#ifndef UTF8_H
#define UTF8_H

#include "base/text.h"

/* The code point at offset at, which is below t.size, and its size in *size. Bytes that are not UTF-8 give -1 and the
 * size of the maximal ill-formed subpart (Unicode, chapter 3, "U+FFFD Substitution of Maximal Subparts"), at least
 * 1. */
int32_t utf8_decode(text t, size_t at, size_t *size);

/* Writes 1 to 4 bytes and returns how many. A surrogate or a value past U+10FFFF becomes U+FFFD. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Whether a character of three bytes stands at s. It is asked first, since most of Hangul, Han and Kana have three.
 * False also where a fourth byte is missing: the four are compared at once, as yyjson does. */
static inline bool utf8_three(const unsigned char *s, size_t left)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t four, second;
    if (left < sizeof four)
        return false;
    memcpy(&four, s, sizeof four);
    second = four & 0x200F; /* 0x0000: not the shortest form; 0x200D: a surrogate */
    return (four & 0xC0C0F0) == 0x8080E0 && second && second != 0x200D;
#else
    return left > 3 && s[0] > 0xE0 && s[0] < 0xF0 && s[0] != 0xED && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
#endif
}

/* The offset of the first byte that is not UTF-8; t.size when there is none. */
size_t utf8_valid_prefix(text t);

/* Whether a character is a letter or a digit of any script, or a mark on one, judged by ranges of Unicode: for slugs
 * and hosts. Noncharacters are not, since the writer makes each of them U+FFFD, and two ids would be one. (What
 * CommonMark asks for around emphasis, White_Space and categories P and S, is md4c's own.) */
bool utf8_is_word(uint32_t code_point);

#endif
