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

text url_join(arena *a, const url_parts *p);

/* The byte for which "%XX" at offset i stands; -1 when there is no such escape. */
int url_escaped(text t, size_t i);

bool url_is_one_of(char c, text set);

/* Percent-encodes every byte but ASCII letters, digits and the bytes of kept. With "%" in kept, escapes that are there
 * stay, and a "%" that begins none is encoded. */
text url_encode(arena *a, text t, text kept);

#endif
