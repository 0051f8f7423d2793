/* The words of the user interface: which language they are in, and what they say. */
#ifndef WORDS_H
#define WORDS_H

#include "html/writer.h"
#include "story/model.h"

/* The tag of built-in language i, in the order of story/languages.def; 0 is "en". NULL past the end. */
const char *words_language(size_t i);

/* Chooses each word of a story: from the bundle's "strings" of the wanted tag, else from those of its primary language,
 * else from the built-in table of that language, else from English in the same order. Reports what is wrong in
 * "strings", in every language. False when there is not one word of the wanted language, so that all are English. */
bool words_choose(story *s, text wanted, const json_node *strings);

/* What says each built-in word in a language, or in English. */
typedef text words_said(word which);
words_said *words_built_in(text wanted);

/* What built-in language i calls a table; empty past the last. */
text words_table_word(size_t i);

/* Takes the next piece off a pattern: writes the literal text before the next placeholder, and gives the placeholder's
 * name. The caller then writes the value that replaces it. False when nothing is left. */
bool words_next(writer *w, text *pattern, text *name);

/* A date for machines on the zone's clock, as date_machine writes it. Returns its size. */
size_t words_machine(const story *s, const date *d, char out[32]);

/* Whether a pattern of the words shows the name of the time zone. */
bool words_name_zone(const story *s);

/* Whether two dates are shown as the same text. */
bool words_same_date(const story *s, const date *a, const date *b);

/* Writes a date by the pattern of the words' language, on the zone's clock. A time that is in UTC says so: where
 * the pattern has {zone}, or else behind it. */
void words_date(writer *w, const story *s, const date *d);

/* Writes the time of rendering with the name of its weekday; it must have a time of day, not a day alone. */
void words_date_line(writer *w, const story *s);

/* The text behind a time that is in UTC. */
#define WORDS_UTC TEXT(" UTC")

#endif
