/* Values that are taken otherwise than they are written, and are reported: numbers for texts, texts for numbers. */
#ifndef TAKEN_H
#define TAKEN_H

#include "story/mark.h"

/* Reports a value of the wrong type. Its members are not read, so they are not reported as unknown either. */
void taken_wrong_type(story *s, json_node *node);

/* Whether a value is a text. A number becomes one, of its digits as they are written. */
bool taken_is_text(story *s, json_node *node);

/* Whether a value is a number. A text of digits, with a point among them or none, becomes one. */
bool taken_is_number(story *s, json_node *node);

/* How high a version of the format a value is, a number or a text of one; below 0 where it is none, or NULL. */
double taken_version(const json_node *node);

/* A text without white space at its ends. */
text taken_trimmed(text t);

/* Reports what of an address is taken otherwise than it is written, or than it may be meant. */
void taken_url(story *s, const json_node *node);

#endif
