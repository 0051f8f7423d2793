/* Plain addresses, when they are written: their text comes in pieces, between the marks that the pass has put around it
 * (markdown/addresses.c). */
#include "markdown/state.h"

void markdown_plain_begin(markdown_state *m, text mark)
{
    if (m->link.depth || m->picture.depth || m->code)
        return; /* HTML has no links in links (section 4.5.1) */
    m->in_plain = true;
    m->plain_at = mark;
    m->plain_address.size = 0;
}

/* What the address leads to. */
static text plain_address(markdown_state *m, text shown)
{
    static const text schemes[] = {TEXT_INIT("https://"), TEXT_INIT("http://"), TEXT_INIT("ftp://"),
                                   TEXT_INIT("mailto:")};
    text scheme = TEXT("mailto:");
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (text_starts_nocase(shown, schemes[i]))
            return shown;
    if (text_starts_nocase(shown, TEXT("www.")))
        scheme = TEXT("http://");
    m->decoded.size = 0;
    markdown_text_add(m, &m->decoded, scheme);
    markdown_text_add(m, &m->decoded, shown);
    return markdown_text_all(&m->decoded);
}

void markdown_plain_end(markdown_state *m, text mark)
{
    text shown = markdown_text_all(&m->plain_address);
    text whole = {m->plain_at.at, (size_t)(mark.at - m->plain_at.at) + mark.size};
    url address;
    m->in_plain = false;
    m->hard = m->broken = false;
    m->last = 1;
    markdown_count_link(m);
    markdown_deeper(m);
    m->addresses++;
    text to = plain_address(m, shown);
    if (url_judge_shown(m->scratch, to, URL_LINK, &address)) {
        writer_open(&m->out, "a");
        if (!text_starts(address.href, TEXT("mailto:"))) /* on paper it is not printed twice */
            writer_set(&m->out, "class", "bs-bare");
        writer_link(&m->out, address, "");
        if (!m->link.tag)
            markdown_left(m, m->out.size);
        writer_text(&m->out, shown);
        writer_close(&m->out, "a");
        if (m->in_heading)
            markdown_text_add(m, &m->plain, shown);
    } else {
        markdown_tell(m, report_url(url_why(m->scratch, to, URL_LINK)), m->addresses, markdown_range(m, whole));
        markdown_write(m, shown);
    }
    m->depth--;
}
