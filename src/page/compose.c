/* The table of parts, parts inside parts, and the note that part_cut writes: a part does not show all, since a list of
 * the bundle has more items than the limit. No note tells of the candidates of a picture's srcset, which no reader
 * misses, or of feeds and alternates, which are for machines. */
#include "page/compose.h"

#include "base/module.h"
#include "story/mark.h"

/* A part that the module lacks has no row. */
#define ROW_STORY(...) {__VA_ARGS__},
#define ROW_PAGE(...)  {__VA_ARGS__},
#define ROW_RICH(...)  {__VA_ARGS__},
#define ROW_WHOLE(...) {__VA_ARGS__},
#if BROADSHEET_MODULE < MODULE_PAGE
#undef ROW_PAGE
#define ROW_PAGE(...)
#endif
#if BROADSHEET_MODULE < MODULE_RICH
#undef ROW_RICH
#define ROW_RICH(...)
#endif
#if BROADSHEET_MODULE < MODULE_WHOLE
#undef ROW_WHOLE
#define ROW_WHOLE(...)
#endif

/* The parts that the module has. */
static const struct {
    text name, lists;
    part_function *function;
} table[] = {
#define X(function, name, takes, lists, ids, module) ROW_##module(TEXT_INIT(name), TEXT_INIT(lists), part_##function)
#include "page/parts.def"
#undef X
};

enum { PARTS = sizeof table / sizeof table[0] };

/* The place of a part in the table; PARTS when there is none of that name. */
static size_t part_index(text name)
{
    size_t i = 0;
    while (i < PARTS && !text_equal(table[i].name, name))
        i++;
    return i;
}

part_function *part_named(text name)
{
    size_t i = part_index(name);
    return i < PARTS ? table[i].function : NULL;
}

/* --- what was cut ---------------------------------------------------------------------------- */

static bool top_section_cut(const render *r)
{
    const section *top = part_section(r);
    while (top && top->parent)
        top = top->parent;
    return top && top->cut;
}

/* Whether a list that a part shows was cut. entry is one of the part's lists in page/parts.def. */
static bool entry_cut(const render *r, text entry, text id)
{
    text owner = text_take(&entry, '.');
    text list = text_take(&entry, '.');
    if (text_equal(entry, TEXT("TOP")))
        return top_section_cut(r);
    return story_list_cut(r->story, owner, list, text_equal(entry, TEXT("ID")) ? id : NO_TEXT);
}

void part_cut(render *around, text name, text id)
{
    writer *w = around->w;
    size_t i = around->story->cut ? part_index(name) : PARTS;
    text shown = i < PARTS ? table[i].lists : NO_TEXT;
    bool cut = false;
    while (shown.size && !cut)
        cut = entry_cut(around, text_take(&shown, ' '), id);
    if (!cut)
        return;
    writer_line(w);
    writer_open_class(w, "p", "bs-cut");
    part_words_language(around);
    writer_text(w, part_word(around, WORD_CUT));
    writer_close(w, "p");
}

/* --- parts inside parts ------------------------------------------------------------------------ */

void part_inside(render *r, part_function *part, text id)
{
    render inner = *r;
    inner.id = id;
    inner.name = NO_TEXT;
    inner.nested = true;
    part(&inner);
    part_cut(r, inner.name, id);
}

void part_sequence(render *r, part_function *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        writer_mark before = writer_here(r->w);
        writer_line(r->w);
        writer_mark start = writer_here(r->w);
        part_inside(r, parts[i], NO_TEXT);
        if (r->w->size == start.size) /* the part had no data */
            writer_rewind(r->w, before);
    }
}
