/* Addresses: decoded first, judged once, printed in one form.
 *
 * A url can only be made by url_judge, and only a url can be written into an address
 * attribute, so that an address nobody judged cannot reach the page. */
#ifndef URL_H
#define URL_H

#include "url/type.h"

typedef enum url_use {
    URL_LINK,  /* http, https, mailto and tel (url/contact.h), relative */
    URL_MEDIA, /* http, https, relative */
    URL_PAGE   /* http, https, absolute only: canonical, JSON-LD, feeds */
} url_use;

/* Why an address is refused. */
typedef enum url_fault {
    URL_FAULT_NONE,
    URL_FAULT_EMPTY,
    URL_FAULT_SCRIPT,     /* a scheme that runs what stands behind it */
    URL_FAULT_SCHEME,     /* any other that is not allowed for this use */
    URL_FAULT_RELATIVE,   /* where only an absolute address is allowed */
    URL_FAULT_HOST,       /* none, or one that is not what it shows */
    URL_FAULT_MAILTO,     /* more than url_is_mailto allows */
    URL_FAULT_TEL,        /* more than url_is_tel allows */
    URL_FAULT_CHARACTERS, /* controls, or white space where the reader sees the address */
} url_fault;

/* Judges a decoded address (entities and escapes already undone) as the URL Standard
 * would read it: leading and trailing C0 and space stripped, TAB, LF and CR removed
 * wherever they stand. False when it is refused; *out is then empty. */
bool url_judge(arena *a, text decoded, url_use use, url *out);

/* The same for an address that the reader sees as it is written. It has no white space: what stands
 * behind a line break looks like something else, and a browser reads it as one host with what is before. */
bool url_judge_shown(arena *a, text decoded, url_use use, url *out);

/* Why url_judge or url_judge_shown refused an address, or gave an empty one. */
url_fault url_why(arena *a, text decoded, url_use use);

/* relative over base where base is an absolute http(s) address (RFC 3986, section 5.2);
 * an absolute http(s) address is returned as it is, and an empty one when it cannot be made
 * or leads to no page. For a base of many addresses: story/base.h. */
url url_resolve(arena *a, url base, url relative);

/* The host that an address names; empty when it names none. */
text url_host_of(url address);

/* Whether a link leads to another host than this one, which is taken apart once for all links. */
bool url_leaves(url address, text host);

/* A text as the value of one parameter: percent-encoded but for what RFC 3986 calls unreserved,
 * line breaks and the like as spaces. */
text url_component(arena *a, text t);

#endif
