/* The components of an address: taken apart, percent-encoded, put together again. Addresses are judged, resolved and
 * compared in url/url.h. */
#ifndef URL_PARTS_H
#define URL_PARTS_H

#include "base/arena.h"

/* The components of RFC 3986, section 3. The at of an absent one is NULL. An empty one is not absent: an address that
 * ends in "?" has an empty query. */
typedef struct url_parts {
    text scheme, authority, path, query, fragment;
} url_parts;

/* The components as slices of t. */
url_parts url_split(text t);

/* Cuts off and returns scheme and authority alone: the others may be as long as the address. */
url_parts url_head(text *t);

text url_join(arena *a, const url_parts *p);

/* The byte for which "%XX" at offset i stands; -1 when there is no such escape. */
int url_escaped(text t, size_t i);

/* For a set of few characters. */
static inline bool url_is_one_of(char c, text set)
{
    for (size_t i = 0; i < set.size; i++)
        if (set.at[i] == c)
            return true;
    return false;
}

/* A set of ASCII letters and digits and some other characters of ASCII: a bit for each character. */
typedef struct url_set {
    uint64_t below_64, from_64;
} url_set;
#define URL_BIT(c) ((uint64_t)1 << ((c)&63))
#define URL_SET(below_64, from_64)                                                                                     \
    {                                                                                                                  \
        0x03FF000000000000 | (below_64), 0x07FFFFFE07FFFFFE | (from_64)                                                \
    }

static inline bool url_set_has(const url_set *set, char c)
{
    uint64_t bits = c & 64 ? set->from_64 : set->below_64;
    return !(c & 0x80) && (bits >> (c & 63) & 1);
}

/* Percent-encodes every byte that is not in kept. With "%" in kept, escapes that are there stay, and a "%" that begins
 * none is encoded. */
text url_encode(arena *a, text t, const url_set *kept);

#endif
