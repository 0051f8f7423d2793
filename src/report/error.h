/* Filling a broadsheet_error. */
#ifndef ERROR_H
#define ERROR_H

#include "json/json.h"

/* Everything unknown, with the status's own message. */
void error_clear(broadsheet_error *error, broadsheet_status status);

/* A call was left with a status of which nobody said more: memory, or a limit of the Markdown. root is of
 * the merged bundle, or NULL; limit says which one it was. */
void error_left(broadsheet_error *error, broadsheet_status status, const json_node *root, const char *limit);

/* Copies a JSON pointer; a longer one than there is room for is cut before a token. */
void error_pointer(broadsheet_error *error, text pointer);

/* The gate refused a layer. */
void error_fault(broadsheet_error *error, const json_fault *fault, int32_t layer);

/* An option is wrong: OPTION, and "/" and the option's name as the pointer. Always false. */
bool error_option(broadsheet_error *error, text name, const char *message);

/* Hands what was found to the caller, as much as its struct has room for. error may be NULL. */
void error_hand_over(broadsheet_error *error, const broadsheet_error *found);

#endif
