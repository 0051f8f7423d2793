/* Fills a broadsheet_error, for each way in which a call can fail. */
#ifndef ERROR_H
#define ERROR_H

#include "json/json.h"

/* Sets the status and its own message; every other field says that nothing is known. */
void error_clear(broadsheet_error *error, broadsheet_status status);

/* Fills error for a status that was raised without details: MEMORY, or a limit of the Markdown, which limit names. root
 * is the merged bundle, or NULL. */
void error_left(broadsheet_error *error, broadsheet_status status, const json_node *root, const char *limit);

/* Copies a JSON pointer. One that does not fit is cut before a token. */
void error_pointer(broadsheet_error *error, text pointer);

/* Fills error for a layer that the gate refused. */
void error_fault(broadsheet_error *error, const json_fault *fault, int32_t layer);

/* Fills error for an option that is wrong: OPTION, and "/" and the option's name as the pointer. Always false. */
bool error_option(broadsheet_error *error, text name, const char *message);

/* Copies found to the caller's struct, as much as it has room for. error may be NULL. */
void error_hand_over(broadsheet_error *error, const broadsheet_error *found);

/* Whether the size with which a caller's error begins can be its own: that of 0.2.0, the first release with sizes, at
 * least. */
bool error_is_sized(const broadsheet_error *error);

#endif
