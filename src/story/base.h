/* The base that a story's relative addresses are made absolute with: the address of its page, or of the site, taken
 * apart once. */
#ifndef URL_BASE_H
#define URL_BASE_H

#include "url/url.h"

typedef struct url_base {
    url page, directory, origin; /* bases for "?query" and "#fragment", for "name", for "/path" */
} url_base;

/* The most bytes that an address takes over from its base, as written in the output; an address that would take more is
 * not made. A bundle has the base once, and a page shows it with each of many addresses. */
enum { URL_BASE_SHOWN = 128 };

url_base url_base_of(arena *a, url address);

/* The absolute form of relative (RFC 3986, section 5.2); empty when it cannot be made. */
url url_absolute(arena *a, const url_base *base, url relative);

#endif
