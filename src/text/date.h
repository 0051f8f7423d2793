/* Dates and times. No rules of time zones are known here: a date holds its instant, and the slot of the offset that the
 * host looks up for it.
 *
 * The form that is read is the profile of ISO 8601 that RFC 3339 and schema.org use: YYYY, YYYY-MM and YYYY-MM-DD, then
 * T (or t, or one space) hh:mm, :ss, a fraction (ignored), and Z or an offset (+hh:mm, +hhmm, +hh). The calendar is the
 * proleptic Gregorian one, years 0001 to 9999. */
#ifndef DATE_H
#define DATE_H

#include "base/text.h"

typedef enum date_precision { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_DAY, DATE_MINUTE } date_precision;

typedef struct date {
    date_precision precision; /* DATE_NONE: there is no date */
    bool local;               /* no offset was given: seconds count on the zone's own clock */
    int64_t seconds;          /* since 1970-01-01T00:00:00, UTC unless local */
    size_t slot;              /* index of its instant; set by whoever lists the instants */
} date;

typedef struct date_fields {
    int32_t year;
    int32_t month, day; /* from 1 */
    int32_t hour, minute, second;
    int32_t weekday; /* 0 is Sunday */
} date_fields;

/* Reads a date. False when the text has another form, or names a day or a time that does not exist. A leap second (:60)
 * is read as :59. A date without a time of day is always local. */
bool date_parse(text t, date *out);

/* The same, and why it is no date: it has another form, or names a day or a time that does not exist: 30 February,
 * 25:00. */
typedef enum date_fault { DATE_FAULT_NONE, DATE_FAULT_FORM, DATE_FAULT_IMPOSSIBLE } date_fault;
date_fault date_judge(text t, date *out);

/* Whether a date that was read names a leap second (:60). */
bool date_leaps(text t);

/* Whether a was certainly over before b began: 2024-01-01 was before 2024-01-05T10:00, wherever on Earth, but not
 * before 2024-01-01T10:00. False when one of them is no date. */
bool date_before(const date *a, const date *b);

/* The offset at which a date is shown: the host's, or 0 when the clock at that offset would show a year before 0001 or
 * after 9999. */
int32_t date_shown_offset(const date *d, int32_t offset);

/* The calendar day and the clock at an instant: seconds since 1970 in UTC, in a place offset seconds ahead of UTC. */
date_fields date_split(int64_t seconds, int32_t offset);

/* Writes the value of a datetime attribute (HTML, section 4.5.14) in the precision's own form; for DATE_MINUTE
 * "2023-02-04T10:35+09:00", with seconds only when they are not 0. A local date keeps its own clock, and the offset
 * stands behind it. Returns the size, at most 32. */
size_t date_machine(const date *d, int32_t offset, char out[32]);

#endif
