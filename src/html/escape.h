/* Text escaped for the place where it stands. */
#ifndef HTML_ESCAPE_H
#define HTML_ESCAPE_H

#include "html/state.h"

/* Whether a character separates lines or paragraphs. */
static inline bool escaped_is_separator(int32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

/* Writes a text, escaped for where it stands: element text, running text (writer_prose), or a double-quoted attribute
 * value (HTML, section 13.3). */
typedef enum writer_place { IN_TEXT, IN_PROSE, IN_ATTRIBUTE } writer_place;
void writer_escaped(writer *w, text t, writer_place place);

/* Writes a string of JSON, with its quotes, that cannot end the script element in which it stands. */
void writer_json_string(writer *w, text t);

/* The most bytes that a text takes in the output, be it between tags, in an attribute or in JSON. */
size_t escaped_most(text t);

#endif
