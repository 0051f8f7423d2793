#include "text/slug.h"

#include "base/concat.h"
#include "base/digits.h"
#include "text/characters.h"
#include "text/utf8.h"

/* What is remembered of an id in use. */
typedef struct slug_name {
    uint64_t next; /* the number to try first for the next heading of this name */
} slug_name;

void slugs_open(slugs *s, arena *a)
{
    *s = (slugs){.arena = a};
}

void slugs_take(slugs *s, text id)
{
    slug_name *name = arena_alloc(s->arena, sizeof *name);
    name->next = 2;
    index_add(&s->known, s->arena, id, name);
}

static text slug_text(arena *a, text heading)
{
    char slug[SLUG_MOST];
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
    return size ? arena_text(a, (text){slug, size}) : TEXT("section");
}

static text slug_numbered(arena *a, text slug, uint64_t number)
{
    char room[DIGITS_ROOM];
    text pieces[] = {slug, TEXT("-"), digits_of(number, 1, room)};
    return text_concat(a, pieces, sizeof pieces / sizeof pieces[0]);
}

text slugs_make(slugs *s, text heading)
{
    text slug = slug_text(s->arena, heading);
    slug_name *name = index_find(&s->known, slug);
    /* "x-7" is tried only for the name "x", and only once, so all tries together are no more than the ids. */
    text id = slug;
    while (name && index_find(&s->known, id))
        id = slug_numbered(s->arena, slug, name->next++);
    slugs_take(s, id);
    return id;
}
