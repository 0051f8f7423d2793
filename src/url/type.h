/* The type of an address that was judged. Only url/url.h and url/contact.h make one. */
#ifndef URL_TYPE_H
#define URL_TYPE_H

#include "base/arena.h"

typedef struct url {
    text href; /* percent-encoded, no control, space, quote, backtick or angle bracket; empty: none */
} url;

#endif
