/* Where a limit was passed: the JSON pointer of an offset in a text that is not parsed yet. */
#include "json/json.h"
#include "json/token.h"

/* The offset behind the string whose opening quote stands at an offset. */
static size_t where_string(text json, size_t at)
{
    for (at++; json.at[at] != '"'; at++)
        at += json.at[at] == '\\';
    return at + 1;
}

/* Reads into levels the arrays and objects that are open at an offset, outermost first, and returns how many there are.
 * Each level is the token of the value last read in it; a key is a slice of the text, as it is written there. */
static size_t where_read(text json, size_t offset, json_token *levels, size_t most)
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
            levels[depth++] = (json_token){.is_key = c == '{'};
        else if (c == '}' || c == ']')
            depth--;
        else if (c == ',' && !levels[depth - 1].is_key)
            levels[depth - 1].index++;
        if (c == '{' || c == '[' || c == ',')
            key_next = levels[depth - 1].is_key;
        else if (c == ':')
            key_next = false;
        at++;
    }
    return depth;
}

/* Whether a key is written without an escape: nobody has decoded the escapes of this text yet. */
static bool where_is_plain(text key)
{
    return !key.size || !memchr(key.at, '\\', key.size);
}

text json_where(arena *a, text json, size_t offset, size_t depth_most)
{
    json_token *levels = arena_array(a, depth_most, sizeof *levels);
    size_t depth = where_read(json, offset, levels, depth_most), size = 0, named = 0;
    for (; named < depth; named++) {
        size_t more = token_size(&levels[named]);
        if (more > JSON_POINTER_MOST - size || !where_is_plain(levels[named].key))
            break;
        size += more;
    }
    char *at = arena_alloc(a, size);
    for (char *end = at + size; named > 0; named--)
        end = token_write(&levels[named - 1], end);
    return (text){at, size};
}
