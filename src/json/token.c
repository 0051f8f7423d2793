#include "json/token.h"

#include "base/digits.h"
#include "json/json.h"

static bool token_escapes(char c)
{
    return c == '~' || c == '/';
}

size_t token_size(const json_token *token)
{
    size_t size = token->is_key ? 1 + token->key.size : 2;
    if (!token->is_key)
        for (size_t rest = token->index; rest >= 10; rest /= 10)
            size++;
    else if (size <= JSON_POINTER_MOST)
        for (size_t i = 0; i < token->key.size; i++)
            size += token_escapes(token->key.at[i]);
    return size;
}

char *token_write(const json_token *token, char *end)
{
    char room[DIGITS_ROOM];
    text bytes = token->is_key ? token->key : digits_of(token->index, 1, room);
    for (size_t i = bytes.size; i-- > 0;) {
        char c = bytes.at[i];
        bool escaped = token_escapes(c);
        *--end = !escaped ? c : c == '~' ? '0' : '1';
        if (escaped)
            *--end = '~';
    }
    *--end = '/';
    return end;
}
