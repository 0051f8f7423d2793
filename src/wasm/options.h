/* The options of a request, by their JavaScript names. */
#ifndef WASM_OPTIONS_H
#define WASM_OPTIONS_H

#include "base/text.h"

struct wasm_list {
    uint32_t flags; /* wasm/wasm.h */
    uint32_t count;
    text items[];
};

/* Makes UTF-8 of the texts of a request: wasm/reply.c. */
void request_take(struct wasm_list *request);

enum wasm_call { WASM_OPEN = 1, WASM_MARKDOWN = 2, WASM_RENDER = 4, WASM_UPGRADE = 8 };

/* The options that a request gives. Empty and zero: not given. */
struct wasm_given {
    broadsheet_options options; /* its member limits points to those below */
    broadsheet_limits limits;
    text id; /* which figure, list and so on to render */
};

/* Reads the pairs (name, value) up to the empty text that ends them. *used: how many texts were read, that one
 * included. False, with the error filled, when the call does not take an option, or a value is of another type. */
bool wasm_options(const struct wasm_list *request, enum wasm_call call, struct wasm_given *given, uint32_t *used,
                  broadsheet_error *error);

#endif
