/* A token of a JSON pointer (RFC 6901), for json/tree.c and json/where.c only. */
#ifndef JSON_TOKEN_H
#define JSON_TOKEN_H

#include "base/text.h"

typedef struct json_token {
    bool is_key;
    text key;     /* of an object's member */
    size_t index; /* of an array's item */
} json_token;

/* The size of a token with its slash. For a key too long for any pointer it is some number above JSON_POINTER_MOST,
 * since such a key is not read to its end. */
size_t token_size(const json_token *token);

/* Writes a token with its slash, so that it ends before end. Returns where the slash is. */
char *token_write(const json_token *token, char *end);

#endif
