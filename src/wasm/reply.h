/* Replies, which wasm/wasm.h describes. Without memory a reply is NULL. */
#ifndef WASM_REPLY_H
#define WASM_REPLY_H

#include "base/text.h"

/* On wasm32 a pointer and a size have 32 bits each, so a text is the pair that JavaScript writes
 * and reads, and the lists need no conversion. */
_Static_assert(sizeof(void *) == 4 && sizeof(text) == 8, "the boundary is laid out for wasm32");

typedef struct wasm_reply {
    uint32_t status;
    broadsheet_story *story;
    uint32_t count;
    text items[];
} wasm_reply;

/* A reply with room for count texts, and for bytes more behind them. */
wasm_reply *reply_new(broadsheet_status status, size_t count, size_t bytes);

/* The texts of a reply, which are written twice: first they are counted, then copied. */
typedef struct reply_texts {
    wasm_reply *reply; /* NULL: they are counted */
    char *next;
    size_t count, bytes;
} reply_texts;

void reply_add(reply_texts *r, text t);
void reply_number(reply_texts *r, int64_t value);
static inline text c_text(const char *s)
{
    return (text){s, strlen(s)};
}

/* A reply of the texts that fill adds. */
wasm_reply *reply_make(broadsheet_status status, void (*fill)(reply_texts *, const void *), const void *from);

wasm_reply *reply_error(const broadsheet_error *error);

/* limit: the message of LIMIT; NULL: the status's own. */
wasm_reply *reply_status(broadsheet_status status, const char *limit);

/* A reply that hands over a story; without memory for it the story is closed. */
wasm_reply *reply_story(broadsheet_story *story);

/* Takes over the HTML. With wide: as UTF-16, unless it is ASCII, or there is no memory for that. */
wasm_reply *reply_html(broadsheet_buffer *made, bool wide);

/* The same for HTML that is copied. */
wasm_reply *reply_text(text html, bool wide);

#endif
