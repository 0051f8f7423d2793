/* Addresses that open a program of the reader's: mail and telephone. */
#ifndef URL_CONTACT_H
#define URL_CONTACT_H

#include "url/parts.h"

/* Whether what stands behind "mailto:" does no more than a reader expects of it. */
bool url_is_mailto(const url_parts *p);

/* Whether what stands behind "tel:" is a number, perhaps with an extension. */
bool url_is_tel(const url_parts *p);

#endif
