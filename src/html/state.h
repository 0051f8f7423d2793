/* The state of a writer. Only the files of this room change it; all others call html/writer.h. */
#ifndef HTML_STATE_H
#define HTML_STATE_H

#include "text/characters.h"
#include "url/url.h"

enum { WRITER_DEPTH = 512 };

typedef struct writer {
    arena *arena; /* where the bytes live; NULL: in a block of their own */
    char *at;
    size_t size, room;
    size_t limit; /* bytes; more is LIMIT */
    broadsheet_status status;
    bool in_tag; /* a start tag is open: attributes may follow */
    text home_host;
    bool paid;              /* the links that are written now stand in paid room */
    characters text, value; /* the characters before, between the tags and in the open attribute */
    unsigned left_out;      /* a bit for each characters_kind of which a character was left out or replaced */
    size_t depth;
    struct {
        const char *at;
        size_t size;
    } open[WRITER_DEPTH]; /* element names, literals */
} writer;

#endif
