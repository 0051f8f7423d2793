/* What shows nothing is left out: readers who go from heading to heading, from item to item, would stop there for
 * nothing. That is a heading, a paragraph, an item with a bullet, a list of such items, a quotation, code or a table in
 * which nothing is to be seen: white space, line breaks and characters that are not drawn. An item with a number shows
 * that, and a cell holds its place. It is told, with the line. */
#include "base/module.h"
#include "base/scan.h"
#include "markdown/lines.h"
#include "markdown/state.h"
#include "text/utf8.h"

#if BROADSHEET_MODULE < MODULE_RICH

/* A small module asks a larger one where nothing is to be seen, so it looks at no HTML twice. A reference shows
 * something, unless it is that to a no-break space. */
static bool empty_shows(markdown_state *m, size_t from, bool pictures)
{
    text t = {m->out.at, m->out.size};
    bool tag = false;
    for (size_t at = from, size; at < t.size; at += size) {
        const char c = t.at[at];
        utf8_decode(t, at, &size);
        if (tag) {
            tag = c != '>';
        } else if (c == '<') {
            tag = true;
            if (pictures && text_starts(text_from(t, at), TEXT("<img")))
                return true;
        } else if (text_starts(text_from(t, at), TEXT("&nbsp;"))) {
            size = 6;
        } else if (characters_show(text_slice(t, at, at + size))) {
            return true;
        }
    }
    return false;
}

#else

/* Whether the tag at an offset of the HTML shows something by itself. */
static bool empty_tag(text tag, bool pictures)
{
    return text_starts(tag, TEXT("<hr")) || text_starts(tag, TEXT("<ol")) || text_starts(tag, TEXT("<sup")) ||
           (pictures && text_starts(tag, TEXT("<img")));
}

/* Whether anything is to be seen of the HTML from an offset on; pictures: one without a text counts too. What was seen
 * to be blank is not looked at again, nor what was seen to show something. */
static bool empty_shows(markdown_state *m, size_t from, bool pictures)
{
    text t = {m->out.at, m->out.size};
    if (pictures && m->blank.shown > from && m->blank.shown <= t.size)
        return true;
    for (size_t at = from, size; at < t.size; at += size) {
        const unsigned char c = (unsigned char)t.at[at];
        size = 1;
        if (c == '<') {
            if (at == m->blank.from && m->blank.to > at && m->blank.to <= t.size) {
                size = m->blank.to - at;
                continue;
            }
            bool shows = at + 1 < t.size && strchr("hios", t.at[at + 1]) && empty_tag(text_from(t, at), pictures);
            if (!shows) {
                size = scan_to(t, at, '>') + 1 - at;
                continue;
            }
        } else if (c == '&' && text_starts(text_from(t, at), TEXT("&nbsp;"))) {
            size = 6;
            continue;
        } else if (c <= ' ') {
            continue;
        } else if (c >= 0x80) {
            utf8_decode(t, at, &size);
            if (!characters_show(text_slice(t, at, at + size)))
                continue;
        }
        m->blank.shown = at + 1;
        return true;
    }
    if (pictures) {
        m->blank.from = from;
        m->blank.to = t.size;
    }
    return false;
}

#endif

markdown_open markdown_open_here(markdown_state *m)
{
    return (markdown_open){writer_here(&m->out), m->placement_count, MODULE_HAS_RARE ? m->reached : 0};
}

bool markdown_shows_since(markdown_state *m, markdown_open open, bool pictures)
{
    return markdown_is_commonmark(m) || m->placement_count > open.placed || empty_shows(m, open.mark.size, pictures);
}

/* Whether a line has nothing but the marks of blocks, the last of which is one of some; or where these have a backtick,
 * whether it begins a fence. */
static bool empty_is_marks(text t, size_t *at, size_t end, const char *last)
{
    for (; *at < end && (t.at[*at] == ' ' || t.at[*at] == '\t');)
        ++*at;
    const char *seen = NULL;
    for (size_t i = *at; i < end; i++) {
        const char c = t.at[i];
        if (*last == '`' && (c == '`' || c == '~'))
            return lines_row(t, i, c) >= i + 3;
        if (!c || !strchr(" \t>#-+*.):|0123456789", c))
            return false;
        seen = c == ' ' || c == '\t' ? seen : t.at + i;
    }
    return seen && strchr(last, *seen);
}

/* The next line with a block of which md4c gave no text. What is passed over is not looked at again. */
static text empty_marks(markdown_state *m, const char *last)
{
    text t = m->source;
    for (size_t at = m->blank.searched > m->reached ? m->blank.searched : m->reached; at < t.size;) {
        size_t end = lines_end(t, at), first = at, rule = 0;
        at = m->blank.searched = lines_next(t, at);
        if (!empty_is_marks(t, &first, end, last) || lines_rule(t, first, &rule))
            continue;
        if (*last == '`')
            m->blank.searched = lines_next(t, at); /* behind the fence that ends it */
        return text_slice(t, first, end);
    }
    return NO_TEXT;
}

void markdown_empty_tell(markdown_state *m, markdown_open open, const char *last)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    text t = m->source, where;
    bool own = false;
    if (m->reached > open.reached) { /* the line of the last text in it */
        size_t at = m->reached;
        while (at > open.reached && t.at[at - 1] != '\n' && t.at[at - 1] != '\r')
            at--;
        while (at < m->reached && (t.at[at] == ' ' || t.at[at] == '\t'))
            at++;
        if (m->reached <= m->blank.told) /* what is in it was told */
            return;
        m->blank.told = m->reached;
        where = text_slice(t, at, lines_end(t, m->reached));
    } else {
        where = empty_marks(m, last);
        own = *last == '#';
    }
    report_range range = markdown_range(m, where);
    if (own && range.size)
        own = !memchr(m->given.at + range.at, '#', range.size); /* a heading of ours: prepare_apart */
    if (range.size && !own)
        markdown_tell(m, REPORT_BODY_EMPTY, 0, range);
}

bool markdown_empty(markdown_state *m, markdown_open open)
{
    bool shows = markdown_shows_since(m, open, true);
    if (!MODULE_HAS_RARE && !shows)
        arena_lack();
    if (!shows) {
        writer_rewind(&m->out, open.mark);
        markdown_late_forget(m, open.mark.size);
    }
    return !shows;
}
