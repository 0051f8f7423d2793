/* The options of a call: checked, and with the defaults filled in. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "story/model.h"

/* Why headingBase is refused. */
#define OPTIONS_NO_LEVEL "headingBase is not a whole number from 1 to 6"

/* The limits, with the default for each that is 0, and none above what the stack can bear. */
broadsheet_limits options_limits(const broadsheet_limits *wanted);

/* Copies the options into a story, and into *o as this release knows them. given may be NULL. False, with the error
 * filled, when one is wrong. */
bool options_read(story *s, const broadsheet_options *given, broadsheet_options *o, broadsheet_error *error);

/* The deepest JSON, whatever the host's limit. */
enum { OPTIONS_JSON_DEPTH_MOST = 500 };

/* Reports each limit that is above what can be kept. The options are those that options_read has copied. */
void options_report(story *s, const broadsheet_options *o);

#endif
