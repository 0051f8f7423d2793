/* A token of a JSON pointer (RFC 6901), for json/tree.c and json/where.c only. */
#ifndef JSON_TOKEN_H
#define JSON_TOKEN_H

#include "base/text.h"

typedef struct json_token {
    bool is_key;
    text key;     /* of an object's member */
    size_t index; /* of an array's item */
} json_token;

/* The bytes that it takes with its slash; of a key that is too long for any pointer some number past JSON_POINTER_MOST,
 * since reading all of it is not worth it. */
size_t token_size(const json_token *token);

/* Writes it so that it ends before end; returns where its slash is. */
char *token_write(const json_token *token, char *end);

#endif
