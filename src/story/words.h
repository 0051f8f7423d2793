/* The words of the user interface: which language they are in, and what they say. */
#ifndef WORDS_H
#define WORDS_H

#include "html/writer.h"
#include "story/model.h"

/* The tag of built-in language i, in the order of story/languages.def; 0 is "en". NULL past the end. */
const char *words_language(size_t i);

/* Chooses the words of a story: for each the bundle's "strings" of the wanted tag, then of its
 * primary language, then the built-in table of that language, then English the same way.
 * Reports what is wrong in "strings", in every language. False when there is not one word of the
 * wanted language, so that all are English. */
bool words_choose(story *s, text wanted, const json_node *strings);

/* Writes the literal text before the next placeholder of a pattern, and gives its name, for the
 * caller to write what it stands for. False when nothing is left. */
bool words_next(writer *w, text *pattern, text *name);

/* The zone's offset at a date, as the host answered. */
int32_t words_offset(const story *s, const date *d);

/* A date by its language's pattern, on the zone's clock; "UTC" behind a time that is in UTC. */
void words_date(writer *w, const story *s, const date *d);

/* The time of rendering, which has a time of day, with the name of its day. */
void words_date_line(writer *w, const story *s);

/* What stands behind a time that is in UTC. */
#define WORDS_UTC TEXT(" UTC")

#endif
