/* Addresses that open a program of the reader's: mail and telephone. */
#ifndef URL_CONTACT_H
#define URL_CONTACT_H

#include "url/parts.h"
#include "url/type.h"

/* Whether what stands behind "mailto:" does no more than a reader expects of it. */
bool url_is_mailto(const url_parts *p);

/* Whether what stands behind "tel:" is a number, perhaps with an extension. */
bool url_is_tel(const url_parts *p);

/* "mailto:" and an address that looks like one (RFC 5321's Mailbox without quoted
 * strings and address literals, or with an internationalised domain); false otherwise. */
bool url_mail(arena *a, text address, url *out);

#endif
