/* The boundary to JavaScript. These functions are NOT part of the C interface; web/module/boundary.js is
 * their only caller, and the only JavaScript that sees a pointer.
 *
 * Everything crosses as lists of texts, all integers little-endian 32 bit.
 *
 * A request has flags, count, then count times (address, size). The caller allocates it with broadsheet_wasm_alloc,
 * list and bytes in one block or several, and frees it; C copies what it keeps.
 *
 * A reply has status (broadsheet_status), story (an address or 0), count, then count times (address, size). It is one
 * block; the caller frees it with broadsheet_wasm_free. Address 0 instead of a reply: no memory. A reply whose status
 * is not OK holds seven texts: layer, offset, line, column, pointer, message, operation, with "-1" for none.
 *
 * A text is UTF-8. With WASM_UTF16 in its size it is UTF-16, and the rest of the size counts units. In a request such a
 * text has a room of 3 bytes for each unit and one more, and its units stand behind as many bytes as there are units,
 * or one more, to be even: C makes UTF-8 of them there. A text of a reply may have WASM_ASCII in its size: all its
 * bytes are ASCII. A small module has UTF-8 alone. Numbers inside lists are decimal texts.
 *
 * Options come as pairs of texts (name, value), then one empty text that ends them. A name is the option's JSON
 * pointer, "/now" or "/limits/links". A text as value stands behind a quotation mark, a number or boolean is bare, so
 * that C can tell their types. Names and types: wasm/options.def, report/limits.def. An option that a call
 * does not take gives the status OPTION, with that pointer. */
#ifndef WASM_H
#define WASM_H

#include <stdint.h>

/* Flags of a request: HTML in the reply may be UTF-16; all texts are strings of JavaScript, so that the Markdown of
 * broadsheet_wasm_markdown is sure to be well-formed, and is not judged. */
#define WASM_WIDE    1u
#define WASM_STRINGS 2u

typedef struct broadsheet_story broadsheet_story;
struct wasm_list;
struct wasm_reply;

void *broadsheet_wasm_alloc(uint32_t size);
void broadsheet_wasm_free(void *block);

/* Request: kinds of broadsheet_describe, or "version". Reply: pairs of (kind, value), for every entry of each. A small
 * module always tells its version and the limit "bundleBytes", and nothing else. */
struct wasm_reply *broadsheet_wasm_describe(struct wasm_list *request);

/* Request: options, an empty text, the layers. Reply: the story. */
struct wasm_reply *broadsheet_wasm_open(struct wasm_list *request);

/* Reply: id, title, language, direction, time zone, the language of the zone's names (empty: none is shown), the zone
 * on whose clock local instants are read (empty: the same; below RICH it always is), the number of instants, for
 * each instant its seconds and "1" when local, else "0"; then for each diagnostic its code, severity
 * ("error", "warning", "information"), layer, pointer, message; offset, line and column in the layer; first and last
 * byte, line and column of the part in the text. "-1" is none. A small module tells the severity alone. */
struct wasm_reply *broadsheet_wasm_info(const broadsheet_story *story);

/* Request: one offset in seconds for each instant, and then, or not, one name of the zone for each; an empty list says
 * that the zone is unknown. Where the clock of local instants is another zone's, its offset stands behind a comma, and
 * nothing before it where the zone alone is unknown. */
struct wasm_reply *broadsheet_wasm_offsets(broadsheet_story *story, struct wasm_list *request);

/* Request: options, an empty text, the part's name. Reply: one text, the HTML. */
struct wasm_reply *broadsheet_wasm_render(const broadsheet_story *story, struct wasm_list *request);

/* Request: options, an empty text, the Markdown. Reply: one text, the HTML. */
struct wasm_reply *broadsheet_wasm_markdown(struct wasm_list *request);

/* Request: options, an empty text, layers. Reply: each layer as version 2 of the format has it. */
struct wasm_reply *broadsheet_wasm_upgrade(struct wasm_list *request);

void broadsheet_wasm_close(broadsheet_story *story);

/* Request: "merge" or "patch", the texts of broadsheet_update. Reply: the story that is made; the other stays. */
struct wasm_reply *broadsheet_wasm_update(const broadsheet_story *story, struct wasm_list *request);

/* Reply: "1" when the story after is the newer one, "-1" when it is the older one, else "0"; the
 * word that it was updated, that word's language and direction; then for each part that
 * differs its name and its id. */
struct wasm_reply *broadsheet_wasm_compare(const broadsheet_story *before, const broadsheet_story *after);

#endif
