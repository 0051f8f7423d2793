/* The components of an address: taken apart, percent-encoded, put together again. Only
 * url/url.c takes addresses apart; everyone else has url/url.h. */
#ifndef URL_PARTS_H
#define URL_PARTS_H

#include "base/arena.h"

/* RFC 3986, section 3. One that is absent has a NULL at, which is not the same as an
 * empty one: "?" ends in an empty query. */
typedef struct url_parts {
    text scheme, authority, path, query, fragment;
} url_parts;

/* Slices of t, which is not empty, and holds no control character. */
url_parts url_split(text t);

text url_join(arena *a, const url_parts *p);

/* The byte that "%XX" at offset i stands for; -1 when there is no such escape. */
int url_escaped(text t, size_t i);

bool url_is_one_of(char c, text set);

/* Percent-encodes every byte but ASCII letters, digits and those of kept. With "%" in
 * kept, escapes that are there already stay, and a "%" that begins none is encoded. */
text url_encode(arena *a, text t, text kept);

#endif
