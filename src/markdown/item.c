/* List items, and the mark of a task. */
#include "base/module.h"
#include "markdown/state.h"

void markdown_task_mark(markdown_state *m)
{
    writer *w = &m->out;
    markdown_task task = m->task;
    m->task = TASK_NONE;
    m->paragraph.children++;
    m->last = 0;
    writer_open(w, "span");
    writer_set(w, "class", "bs-task__mark");
    writer_set(w, "role", "img");
    writer_attr(w, "aria-label", task == TASK_DONE ? m->use->task_done : m->use->task_open);
    if (m->use->words_language.size)
        writer_attr(w, "lang", m->use->words_language);
    if (task == TASK_DONE)
        writer_say(w, "\xE2\x98\x91"); /* U+2611 */
    else
        writer_say(w, "\xE2\x98\x90"); /* U+2610 */
    m->paragraph.said = true;
    writer_close(w, "span");
    writer_say(w, " ");
}

void markdown_item(markdown_state *m, const MD_BLOCK_LI_DETAIL *item)
{
    m->last = 0; /* what stood before it joins no line of it */
    markdown_open open = markdown_open_here(m);
    writer_open(&m->out, "li");
    if (MODULE_HAS_RARE && item->is_task) {
        writer_set(&m->out, "class", "bs-task");
        m->task = item->task_mark == ' ' ? TASK_OPEN : TASK_DONE;
        m->reached = item->task_mark_offset + 1; /* its bracket begins no link */
    }
    if (!markdown_is_commonmark(m))
        numbers_item(m, m->out.size);
    markdown_around_enter(m, open, m->out.size);
}
