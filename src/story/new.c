#include "base/memory.h"
#include "story/model.h"

story *story_new(void)
{
    story *s = memory_resize(NULL, sizeof *s);
    if (!s)
        return NULL;
    memset(s, 0, sizeof *s);
    arena_open(&s->arena, NULL);
    arena_open(&s->line_work, &s->arena);
    arena_open(&s->text_work, &s->arena);
    arena_open(&s->try_work, &s->arena);
    return s;
}
