/* Names of time zones; more is not known of them here. */
#ifndef ZONE_H
#define ZONE_H

#include "base/text.h"

/* Whether a text has the form of a name of the IANA time zone database: letters, digits and "+-_/", at most 64 bytes.
 * Only the host knows whether there is such a zone. */
bool zone_valid(text name);

/* Whether a name is one of UTC, so that no offset need be looked up. */
bool zone_is_utc(text name);

#endif
