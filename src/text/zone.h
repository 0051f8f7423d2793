/* Time zones, of which C knows only the names. */
#ifndef ZONE_H
#define ZONE_H

#include "base/text.h"

/* Whether a text has the form of a name of the IANA time zone database: letters, digits and
 * "+-_/", at most 64 bytes. Whether there is such a zone the host must say. */
bool zone_valid(text name);

/* Whether it is one of the names of UTC, whose offset needs no asking. */
bool zone_is_utc(text name);

#endif
