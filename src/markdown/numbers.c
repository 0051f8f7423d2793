/* The numbers of ordered lists. CommonMark counts from the first one on; here an item has the number that its author
 * wrote, which may be the day of a date. A list of three items or more that are all 1, or all 0, is counted: so are
 * lists written that may change. */
#include "base/array.h"
#include "base/module.h"
#include "markdown/state.h"

void numbers_list(markdown_state *m, bool ordered, uint32_t start)
{
    size_t none = SIZE_MAX;
    m->open_lists = array_grow(m->scratch, m->open_lists, m->open_list_count, &m->open_list_room, sizeof none);
    m->open_lists[m->open_list_count++] = ordered ? m->list_count : none;
    if (!ordered)
        return;
    m->lists = array_grow(m->scratch, m->lists, m->list_count, &m->list_room, sizeof *m->lists);
    m->lists[m->list_count++] = (markdown_list){start, 0, 0, true, false, false};
}

void numbers_item(markdown_state *m, size_t at)
{
    size_t list = m->open_lists[m->open_list_count - 1];
    if (list == SIZE_MAX)
        return;
    m->items = array_grow(m->scratch, m->items, m->item_count, &m->item_room, sizeof *m->items);
    m->items[m->item_count++] = (markdown_numbered){at, list, 0, 0};
}

void numbers_end(markdown_state *m)
{
    if (m->item_numbered < m->item_count)
        return; /* cannot happen: each item has its number in the text */
    for (size_t i = 0; i < m->item_count; i++) {
        markdown_list *l = &m->lists[m->items[i].list];
        l->same = l->same && m->items[i].number == l->start && l->start <= 1;
        l->count++;
    }
    for (size_t i = 0; i < m->item_count; i++) {
        const markdown_numbered *item = &m->items[i];
        markdown_list *l = &m->lists[item->list];
        bool counted = l->same && l->count > 2, first = !l->seen;
        uint32_t next = first ? l->start : l->last + 1;
        l->seen = true;
        l->last = item->number;
        if (item->number == next)
            continue;
        if (!l->told)
            markdown_tell(m, counted ? REPORT_BODY_LIST_COUNTED : REPORT_BODY_LIST_NUMBERS, 0,
                          markdown_range(m, text_slice(m->source, item->source, item->source + 1)));
        l->told = true;
        if (!counted && !MODULE_HAS_RARE)
            arena_lack();
        if (!counted)
            markdown_late_add(m, &m->late[LATE_VALUES], (markdown_edit){EDIT_VALUE, item->at, item->number, NO_TEXT});
    }
}
