#include "json/json.h"

/* An array or object that is open, and how far it has been read. */
typedef struct where_level {
    bool is_object;
    text key;     /* of an object's member, as it is written in the text */
    size_t index; /* of an array's item */
} where_level;

/* Behind the string whose opening quote stands at an offset. */
static size_t where_string(text json, size_t at)
{
    for (at++; json.at[at] != '"'; at++)
        at += json.at[at] == '\\';
    return at + 1;
}

/* The open arrays and objects at an offset, outermost first; how many there are. */
static size_t where_read(text json, size_t offset, where_level *levels, size_t most)
{
    size_t depth = 0;
    bool key_next = false;
    for (size_t at = 0; at < offset;) {
        char c = json.at[at];
        if (c == '"') {
            size_t start = at + 1;
            at = where_string(json, at);
            if (key_next)
                levels[depth - 1].key = text_slice(json, start, at - 1);
            continue;
        }
        if ((c == '{' || c == '[') && depth < most)
            levels[depth++] = (where_level){.is_object = c == '{'};
        else if (c == '}' || c == ']')
            depth--;
        else if (c == ',' && !levels[depth - 1].is_object)
            levels[depth - 1].index++;
        if (c == '{' || c == '[' || c == ',')
            key_next = levels[depth - 1].is_object;
        else if (c == ':')
            key_next = false;
        at++;
    }
    return depth;
}

/* Appends a token with its slash; false when there is no room, or the key has an escape, which
 * nobody has decoded yet. */
static bool where_token(const where_level *level, char *to, size_t *size)
{
    char digits[20];
    size_t start = sizeof digits, rest = level->index;
    do
        digits[--start] = (char)('0' + rest % 10);
    while (rest /= 10);
    text token = level->is_object ? level->key : (text){digits + start, sizeof digits - start};
    size_t room = JSON_POINTER_MOST - *size; /* for a slash, and twice the token */
    if (!room || token.size > (room - 1) / 2 || (token.size && memchr(token.at, '\\', token.size)))
        return false;
    to[(*size)++] = '/';
    for (size_t i = 0; i < token.size; i++) {
        char c = token.at[i];
        bool escaped = c == '~' || c == '/';
        if (escaped)
            to[(*size)++] = '~';
        to[(*size)++] = !escaped ? c : c == '~' ? '0' : '1';
    }
    return true;
}

text json_where(arena *a, text json, size_t offset, size_t depth_most)
{
    where_level *levels = arena_array(a, depth_most, sizeof *levels);
    size_t depth = where_read(json, offset, levels, depth_most);
    char *at = arena_alloc(a, JSON_POINTER_MOST);
    size_t size = 0;
    for (size_t i = 0; i < depth && where_token(&levels[i], at, &size); i++)
        ;
    return (text){at, size};
}
