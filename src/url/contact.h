/* Addresses of mail and telephones, which open a program of the reader's. */
#ifndef URL_CONTACT_H
#define URL_CONTACT_H

#include "url/parts.h"
#include "url/type.h"

/* Whether a mailto address does only what a reader expects of it: names whom to write to, a subject and a body. */
bool url_is_mailto(const url_parts *p);

/* Whether a tel address is a number, perhaps with an extension. */
bool url_is_tel(const url_parts *p);

/* Makes a mailto address of a mail address: RFC 5321's Mailbox without quoted strings and address literals, perhaps
 * with an internationalised domain. False, and *out empty, when address has another form. */
bool url_mail(arena *a, text address, url *out);

#endif
