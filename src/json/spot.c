#include "json/spot.h"

#include "json/items.h"

/* The token that a pointer begins with, decoded. False when it is none. */
static bool spot_token(arena *a, text pointer, size_t end, text *token)
{
    char *at = arena_room(a, end);
    size_t size = 0;
    bool good = pointer.at[0] == '/';
    for (size_t i = 1; i < end; i++) {
        char c = pointer.at[i];
        if (c == '~') {
            char next = i + 1 < end ? pointer.at[++i] : '\0';
            good = good && (next == '0' || next == '1');
            c = next == '0' ? '~' : '/';
        }
        at[size++] = c;
    }
    *token = (text){at, size};
    return good;
}

/* The place that a token names in an array: "-" is the one behind the last item. False when it names none. */
static bool spot_place(const json_node *array, text token, size_t *place)
{
    *place = 0;
    if (text_equal(token, TEXT("-"))) {
        *place = array->count;
        return true;
    }
    if (token.size == 0 || (token.size > 1 && token.at[0] == '0'))
        return false;
    for (size_t i = 0; i < token.size; i++) {
        if (!ascii_is_digit(token.at[i]))
            return false;
        *place = *place * 10 + (size_t)(token.at[i] - '0');
        if (*place > array->count)
            return false;
    }
    return true;
}

static const char *spot_step(json_tree *tree, text token, spot *s)
{
    json_node *parent = s->node;
    if (parent == NULL)
        return "the pointer leads through a value that is not there";
    *s = (spot){.parent = parent, .key = token};
    if (parent->kind == JSON_OBJECT) {
        s->node = json_member(parent, token);
        return NULL;
    }
    if (parent->kind != JSON_ARRAY)
        return "the pointer leads into a value that is no object and no array";
    if (!spot_place(parent, token, &s->place))
        return "the pointer names no place in the array";
    if (s->place < parent->count)
        s->node = items_at(tree->arena, parent, s->place);
    return NULL;
}

const char *spot_find(json_tree *tree, text pointer, spot *s)
{
    *s = (spot){.node = tree->root};
    while (pointer.size > 0) {
        size_t end = 1;
        text token;
        while (end < pointer.size && pointer.at[end] != '/')
            end++;
        if (!spot_token(tree->arena, pointer, end, &token))
            return "a JSON pointer begins with \"/\", and has \"~0\" for \"~\" and \"~1\" for \"/\"";
        const char *message = spot_step(tree, token, s);
        if (message != NULL)
            return message;
        pointer = text_from(pointer, end);
    }
    return NULL;
}
