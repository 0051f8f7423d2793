/* What the files that find plain addresses share (markdown/addresses.c, markdown/mail.c). */
#ifndef MARKDOWN_ADDRESSES_H
#define MARKDOWN_ADDRESSES_H

#include "markdown/edits.h"

/* An address: where it begins, where its host does, and where it ends. */
typedef struct address_found {
    size_t begin, host, end;
    bool destination; /* it stands where a link's destination may stand */
    bool www;         /* it has no scheme */
    bool row;         /* it stands in a table, or behind "|" on its line: the next one may be the border of its cell */
    char quote;       /* the quotation mark that it stands in; 0 for none */
} address_found;

static inline bool address_is_host_byte(char c)
{
    return ascii_is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
}

/* Whether a destination of a link may begin at an offset: behind "](" or, in a definition, "]:", white space and "<".
 */
bool address_is_destination(text t, size_t at);

/* Whether the "<" before an offset may begin an autolink (CommonMark 0.31.2, section 6.5). */
bool address_is_autolink(text t, size_t at);

/* Puts the marks of an address. Returns the offset behind it. */
size_t address_put(edits *e, const address_found *a);

#endif
