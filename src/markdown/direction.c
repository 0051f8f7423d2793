/* Directions. A block whose first strong letter is written from the other side than the text around it gets a dir (UAX
 * #9, rules P2 and P3; HTML's dir="auto", which would leave the list around an item as it is). Code, telephone numbers
 * and addresses that are shown are written from the left in any text: in one from the right they get a dir too, which
 * also isolates them from what stands beside them (HTML, section 15.3.5), and their letters give no block its
 * direction. */
#include "base/array.h"
#include "markdown/state.h"
#include "text/scripts.h"
#include "text/utf8.h"

bool markdown_right(const markdown_state *m, size_t depth)
{
    return MODULE_HAS_SCRIPTS && (depth ? m->around[depth - 1].right : m->use->right_to_left);
}

void markdown_scripts(text t)
{
    if (!MODULE_HAS_LABELS || MODULE_HAS_SCRIPTS)
        return;
    for (size_t at = 0, size; at < t.size; at += size)
        scripts_need((uint32_t)utf8_decode(t, at, &size));
}

/* Gives what waited for a block's direction its own, in a text from the right. */
static void markdown_waiting(markdown_state *m, bool right)
{
    for (size_t i = 0; right && i < m->late[LATE_WAITING].count; i++)
        markdown_late_add(m, &m->late[LATE_TURNS], m->late[LATE_WAITING].items[i]);
    m->late[LATE_WAITING].count = 0;
}

void markdown_around_enter(markdown_state *m, markdown_open open, size_t at)
{
    if (markdown_is_commonmark(m))
        return;
    m->around = array_grow(m->scratch, m->around, m->around_count, &m->around_room, sizeof *m->around);
    bool right = markdown_right(m, m->around_count);
    m->around[m->around_count++] = (markdown_around){.open = open, .at = at, .right = right};
    m->seeking = MODULE_HAS_SCRIPTS;
}

void markdown_around_known(markdown_state *m)
{
    m->around[m->around_count - 1].known = true;
    m->seeking = false;
}

/* The blocks whose letter is not known yet are the innermost ones: a letter is that of all blocks around it. */
static void markdown_turn(markdown_state *m, bool right)
{
    size_t depth = m->around_count;
    while (depth && !m->around[depth - 1].known)
        depth--;
    for (; depth < m->around_count; depth++) {
        markdown_around *b = &m->around[depth];
        bool other = right != markdown_right(m, depth);
        b->known = true;
        b->right = right;
        if (other && b->at != MARKDOWN_NOWHERE)
            markdown_late_add(m, &m->late[LATE_TURNS],
                              (markdown_edit){right ? EDIT_RIGHT : EDIT_LEFT, b->at, 0, NO_TEXT});
    }
    m->seeking = false;
    markdown_waiting(m, right);
}

void markdown_letters(markdown_state *m, text t)
{
    if (!MODULE_HAS_SCRIPTS)
        return;
    uint8_t side = characters_first(t, m->out.text.isolates);
    if (side != CHARACTERS_NEITHER)
        markdown_turn(m, side == CHARACTERS_RIGHT);
}

void markdown_above_turn(markdown_state *m, size_t at, bool around)
{
    if (!MODULE_HAS_SCRIPTS)
        return;
    size_t which = markdown_late_find(&m->late[LATE_TURNS], at);
    if (m->above.known && m->above.right != around &&
        (which == m->late[LATE_TURNS].count || m->late[LATE_TURNS].items[which].at != at))
        markdown_late_add(m, &m->late[LATE_TURNS],
                          (markdown_edit){m->above.right ? EDIT_RIGHT : EDIT_LEFT, at, 0, NO_TEXT});
}

const markdown_around *markdown_around_leave(markdown_state *m)
{
    static const markdown_around none;
    if (markdown_is_commonmark(m))
        return &none;
    markdown_around *b = &m->around[--m->around_count];
    size_t depth = m->around_count;
    if (!MODULE_HAS_SCRIPTS)
        return b;
    bool around = markdown_right(m, depth);
    m->seeking = depth && !m->around[depth - 1].known;
    if (!b->known && !m->seeking)
        markdown_waiting(m, around);
    b->turns = b->right != around && b->at == MARKDOWN_NOWHERE;
    return b;
}

void markdown_direction(markdown_state *m, bool right)
{
    if (right)
        writer_set(&m->out, "dir", "rtl");
    else
        writer_set(&m->out, "dir", "ltr");
}

void markdown_left(markdown_state *m, size_t at)
{
    if (!MODULE_HAS_SCRIPTS || markdown_is_commonmark(m))
        return;
    markdown_edit left = {EDIT_LEFT, at, 0, NO_TEXT};
    if (m->seeking)
        markdown_late_add(m, &m->late[LATE_WAITING], left);
    else if (markdown_right(m, m->around_count))
        markdown_late_add(m, &m->late[LATE_TURNS], left);
}
