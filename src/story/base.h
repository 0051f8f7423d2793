/* Where a story's relative addresses lead from: its page, or the site, taken apart once. */
#ifndef URL_BASE_H
#define URL_BASE_H

#include "url/url.h"

typedef struct url_base {
    url page, directory, origin; /* what "?query" stands on, what "name" does, and what "/path" does */
} url_base;

/* A bundle has the base once, and shows it with each of many addresses: so what would take more than
 * so many bytes of it is not made. */
enum { URL_BASE_SHOWN = 128 };

url_base url_base_of(arena *a, url address);

/* relative, absolute (RFC 3986, section 5.2); empty when it cannot be made. */
url url_absolute(arena *a, const url_base *base, url relative);

#endif
