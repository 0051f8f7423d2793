/* Addresses: decoded first, judged once, printed in one form.
 *
 * Only the files of this room make a url of a text, and only a url can be written into an address attribute. So no
 * address that nobody judged reaches the page. */
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
    URL_FAULT_SCRIPT,     /* a scheme that runs the rest as a script */
    URL_FAULT_SCHEME,     /* another scheme that is not allowed for this use */
    URL_FAULT_RELATIVE,   /* relative, where it must be absolute */
    URL_FAULT_HOST,       /* no host, or one that is not what it shows */
    URL_FAULT_MAILTO,     /* more than url_is_mailto allows */
    URL_FAULT_TEL,        /* more than url_is_tel allows */
    URL_FAULT_CHARACTERS, /* controls, or white space where the reader sees the address */
} url_fault;

/* Judges a decoded address (entities and escapes already undone) as the URL Standard would read it: C0 controls and
 * spaces are taken off both ends, and TAB, LF and CR are taken out everywhere. False, and *out empty, when it is
 * refused. An empty address is a URL_LINK, with *out empty too. */
bool url_judge(arena *a, text decoded, url_use use, url *out);

/* The same for an address that the reader sees as it is written. White space is refused: text after a line break looks
 * like something else, but a browser reads it as one host with the text before. */
bool url_judge_shown(arena *a, text decoded, url_use use, url *out);

/* Why url_judge or url_judge_shown refused an address, or gave an empty one. */
url_fault url_why(arena *a, text decoded, url_use use);

/* Whether an address seems to begin with a host, as "www.example.org" and "example.com/a" do, and has no scheme: it is
 * relative, and leads to a page of the site. */
bool url_lacks_scheme(text address);

/* Makes relative absolute over base, which must be an absolute http(s) address (RFC 3986, section 5.2). An absolute
 * http(s) address comes back as it is. Empty when there is no such address, or it leads to no page. For a base of many
 * addresses: html/base.h. */
url url_resolve(arena *a, url base, url relative);

/* Whether a text is this address of a page, as it is written or without its scheme or its last slash. */
bool url_is_shown(arena *a, text shown, url address);

/* What tells a page from others, however its address is written: the host without its port and without "www." or "m."
 * before it, the path without its dots, its escapes and its last slash, and the parameters of the query. Scheme and
 * fragment do not count. */
enum { URL_PARAMETERS = 16 };
typedef struct url_page {
    text host, path, parameters[URL_PARAMETERS];
    size_t count; /* of parameters; those above URL_PARAMETERS are only counted */
} url_page;
url_page url_page_of(arena *a, url address);

/* Whether two are one page, or may be: an address without a host may be of any; one may have parameters that the other
 * lacks, as of where a reader comes from, but not each some; and of more than URL_PARAMETERS nothing is known. */
bool url_same_page(const url_page *one, const url_page *other);

/* Whether an address takes its scheme, at least, from the document in which it stands. */
bool url_is_relative(url address);

/* The host that an address names; empty when it names none. */
text url_host_of(url address);

/* Whether an address is of https, with the port of https. (No address that was judged has a user.) */
bool url_is_secure(url address);

/* Whether a link leads to a host other than this one, which url_host_of gives once for all links. */
bool url_leaves(url address, text host);

/* A component of an address with its escapes decoded. The bytes need not be UTF-8. */
text url_unescape(arena *a, text component);

/* A text as the value of one parameter: line breaks and other controls become spaces, and all characters but those that
 * RFC 3986 calls unreserved are percent-encoded. */
text url_component(arena *a, text t);

#endif
