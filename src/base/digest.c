/* Two sums of 32 bits, each over all words of the texts, the first byte of a word lowest. Either one is a bijection of
 * the word that comes in, so one word that differs always changes both; they differ in how they take it. 32 bits, since
 * JavaScript multiplies those. */
#include "base/digest.h"

static uint32_t turned(uint32_t value, unsigned by)
{
    return value << by | value >> (32 - by);
}

static void digest_word(digest *d, uint32_t word)
{
    d->first = turned((d->first ^ word) * 0x9E3779B1u, 13);
    d->second = turned((d->second + word) * 0x85EBCA77u, 17);
}

digest digest_begin(void)
{
    return (digest){0x243F6A88u, 0x13198A2Eu};
}

void digest_add(digest *d, text t)
{
    const unsigned char *at = (const unsigned char *)t.at;
    digest sum = *d; /* in registers */
    size_t i = 0;
    digest_word(&sum, (uint32_t)t.size); /* the boundary; and zeros at the end are no words of their own */
    for (; i + 4 <= t.size; i += 4)
        digest_word(&sum,
                    (uint32_t)at[i] | (uint32_t)at[i + 1] << 8 | (uint32_t)at[i + 2] << 16 | (uint32_t)at[i + 3] << 24);
    uint32_t rest = 0;
    for (unsigned shift = 0; i < t.size; i++, shift += 8)
        rest |= (uint32_t)at[i] << shift;
    digest_word(&sum, rest);
    *d = sum;
}

void digest_hex(uint32_t value, char *to, size_t digits)
{
    for (size_t i = digits; i-- > 0; value >>= 4)
        to[i] = "0123456789abcdef"[value & 15];
}

void digest_write(const digest *d, char to[DIGEST_DIGITS])
{
    digest_hex(d->first, to, 8);
    digest_hex(d->second, to + 8, 8);
}
