#include "text/slug.h"

#include "base/concat.h"
#include "base/digits.h"
#include "text/characters.h"
#include "text/utf8.h"

/* What is remembered of an id in use. */
typedef struct slug_name {
    uint64_t next; /* the number to try first for the next heading of this name */
    text id;       /* empty: not made here, but taken */
    struct slug_name *after;
} slug_name;

void slugs_open(slugs *s, arena *a)
{
    *s = (slugs){.arena = a};
}

static slug_name *slug_add(slugs *s, text id)
{
    slug_name *name = arena_alloc(s->arena, sizeof *name);
    name->next = 2;
    index_add(&s->known, s->arena, id, name);
    return name;
}

void slugs_take(slugs *s, text id)
{
    slug_add(s, id);
}

/* The letters and digits of a heading, in slug. */
static text slug_text(text heading, char slug[SLUG_MOST])
{
    characters before = {0};
    size_t size = 0, step;
    bool gap = false;
    for (size_t at = 0; at < heading.size; at += step) {
        int32_t c = utf8_decode(heading, at, &step);
        if (c >= 0 && !characters_keep(&before, (uint32_t)c, false))
            continue; /* the writer would leave it out, and two ids could become one */
        if (c < 0 || !utf8_is_word((uint32_t)c)) {
            gap = size > 0;
            continue;
        }
        if (size + gap + step > SLUG_MOST)
            break;
        if (gap)
            slug[size++] = '-';
        gap = false;
        for (size_t i = 0; i < step; i++)
            slug[size++] = ascii_lower(heading.at[at + i]);
    }
    return (text){slug, size};
}

static text slug_numbered(arena *a, text slug, uint64_t number)
{
    char room[DIGITS_ROOM];
    text pieces[] = {slug, TEXT("-"), digits_of(number, 1, room)};
    return text_concat(a, pieces, sizeof pieces / sizeof pieces[0]);
}

text slugs_make(slugs *s, text heading)
{
    char room[SLUG_MOST];
    text words = slug_text(heading, room);
    text slug = words.size ? arena_text(s->arena, words) : TEXT("section");
    slug_name *name = index_find(&s->known, slug);
    /* "x-7" is tried only for the name "x", and only once, so all tries together are no more than the ids. */
    text id = slug;
    while (name && index_find(&s->known, id))
        id = slug_numbered(s->arena, slug, name->next++);
    name = slug_add(s, id);
    name->id = id;
    *(s->last ? &s->last->after : &s->first) = name;
    s->last = name;
    return id;
}

/* --- from a fragment to an id ---------------------------------------------------------------- */

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* A letter in lower case, for the alphabets that have two cases in common use: Latin, Greek, Cyrillic, Armenian, and
 * those of full width. */
uint32_t slug_lower(uint32_t c)
{
    if (c < 0x80)
        return (uint32_t)(unsigned char)ascii_lower((char)c);
    if (is_between(c, 0xC0, 0xDE)) /* but U+00D7, which is no letter */
        return c + 32;
    if (is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E))
        return c + (c & 1);
    if (is_between(c, 0x100, 0x177) || is_between(c, 0x460, 0x481) || is_between(c, 0x48A, 0x4BF) ||
        is_between(c, 0x4D0, 0x52F) || is_between(c, 0x1E00, 0x1EFF))
        return c == 0x130 || c == 0x1E9E ? c
                                         : c | 1; /* U+0138 has no other case, and U+0139 is one of another letter */
    if (c == 0x178)
        return 0xFF;
    if (c == 0x386)
        return 0x3AC;
    if (is_between(c, 0x388, 0x38A))
        return c + 37;
    if (c == 0x38C)
        return 0x3CC;
    if (is_between(c, 0x38E, 0x38F))
        return c + 63;
    if (is_between(c, 0x391, 0x3AB) || is_between(c, 0x410, 0x42F) || is_between(c, 0xFF21, 0xFF3A))
        return c + 32;
    if (is_between(c, 0x400, 0x40F))
        return c + 80;
    return is_between(c, 0x531, 0x556) ? c + 48 : c;
}

text slug_key(arena *a, text id)
{
    char *key = arena_room(a, id.size + 1), one[4];
    size_t size = 0, step;
    for (size_t at = 0; at < id.size; at += step) {
        int32_t c = utf8_decode(id, at, &step);
        if (c < 0 || !utf8_is_word((uint32_t)c))
            continue;
        size_t wide = utf8_encode(slug_lower((uint32_t)c), one);
        memcpy(key + size, one, wide); /* never more bytes than the letter itself */
        size += wide;
    }
    return (text){key, size};
}

text slugs_find(slugs *s, text fragment)
{
    for (slug_name *name = s->first; name && !s->keyed; name = name->after) {
        text key = slug_key(s->arena, name->id);
        index_add(&s->keys, s->arena, key, name);
    }
    s->keyed = true;
    for (size_t i = 0; i < fragment.size; i++)
        if (!fragment.at[i])
            return NO_TEXT; /* no id holds a NUL, and a key must not */
    slug_name *name = index_find(&s->known, fragment);
    if (name && name->id.size)
        return name->id;
    char cut[SLUG_MOST];
    text slug = slug_text(fragment, cut); /* as long as an id */
    text key = slug_key(s->arena, slug);
    name = key.size ? index_find(&s->keys, key) : NULL;
    return name ? name->id : NO_TEXT;
}
