/* The rules for attribute values that src/output.md names. For html_oracle.c. */
#ifndef HTML_VALUES_H
#define HTML_VALUES_H

#include "base/text.h"

/* Whether a value, as it stands between its quotes, is what a rule of output_list.h wants. */
bool html_value_fits(text value, text rule, text id_prefix);

/* The text of a JSON-LD script: JSON, in ASCII where HTML or an old JavaScript could stumble. */
void html_json_expect(text json);

#endif
