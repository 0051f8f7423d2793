/* The base that a story's relative addresses are made absolute with: the address of its page, or of the site, taken
 * apart once. */
#ifndef HTML_BASE_H
#define HTML_BASE_H

#include "url/url.h"

typedef struct url_base {
    url page, directory, origin; /* bases for "?query" and "#fragment", for "name", for "/path" */
} url_base;

/* The most bytes that an address takes over from its base, as written in the output; an address that would take more is
 * not made. A bundle has the base once, and a page shows it with each of many addresses. */
enum { URL_BASE_SHOWN = 128 };

/* most: bytes, as written in the output; URL_BASE_SHOWN where the address is the bundle's. */
url_base url_base_of(arena *a, url address, size_t most);

/* The absolute form of relative (RFC 3986, section 5.2); empty when it cannot be made. */
url url_absolute(arena *a, const url_base *base, url relative);

/* The absolute form of an address that is relative to the document, where base is known, and else the address itself.
 * "#fragment" stays: it is a place in the document. */
url url_rebased(arena *a, const url_base *base, url address);

/* What paper shows of a link: the absolute form of a relative address. Empty for one that is absolute, for a place in
 * the document, and where base is not known. */
url url_printed(arena *a, const url_base *base, url address);

#endif
