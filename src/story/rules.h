/* The rules for the words of the bundle's "strings": story/strings.def. */
#ifndef RULES_H
#define RULES_H

#include "story/model.h"

/* The key of a word in "strings". */
text words_key(word which);

/* The fault of a word of the bundle's "strings", or REPORT_COUNT: it is used. */
report_code words_judge(word which, const json_node *node);

#endif
