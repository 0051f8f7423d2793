/* The options of a call, checked and with their defaults. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "story/model.h"

/* Fills in the defaults where a limit is 0, and bounds what the stack bounds. */
broadsheet_limits options_limits(const broadsheet_limits *wanted);

/* Copies the options into a story, and into *o as this release knows them. given may be NULL. False, with the error
 * filled, when one is wrong. */
bool options_read(story *s, const broadsheet_options *given, broadsheet_options *o, broadsheet_error *error);

#endif
