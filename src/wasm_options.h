/* The options of a request, by their JavaScript names. */
#ifndef WASM_OPTIONS_H
#define WASM_OPTIONS_H

#include "text.h"

struct wasm_list {
    uint32_t count;
    text items[];
};

/* Reads the pairs (name, value) up to the empty text that ends them; *used counts it too. False,
 * with the error filled, when a name is not known or a number is none. */
bool wasm_options(const struct wasm_list *request, broadsheet_options *o, uint32_t *used, broadsheet_error *error);

#endif
