/* The rules for the words of the bundle's "strings": story/strings.def. */
#ifndef RULES_H
#define RULES_H

#include "base/module.h"
#include "story/model.h"

/* The words that the module has: those that version 2 of the format has added stand last. */
enum { WORDS_HERE = MODULE_HAS_RICH ? WORD_COUNT : WORD_NOTICE_LATER_HOUR + 1 };

/* The key of a word in "strings". */
text words_key(word which);

/* The fault of a word of the bundle's "strings", or REPORT_COUNT: it is used. */
report_code words_judge(word which, const json_node *node);

#endif
