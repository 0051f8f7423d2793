/* Links, and the plain text or span that replaces a link without an address. */
#include "page/part.h"

void part_anchor_open_literal(render *r, text href, const char *types, size_t size)
{
    if (!href.size)
        return;
    writer_open(r->w, "a");
    writer_link_literal(r->w, href, types, size);
}

void part_anchor_close(render *r, url address)
{
    if (address.href.size)
        writer_close(r->w, "a");
}

void part_link_to(render *r, text class_start, text class_end, text href)
{
    bool linked = href.size != 0;
    if (linked)
        writer_open(r->w, "a");
    else
        writer_open(r->w, "span");
    if (class_end.size)
        writer_pair(r->w, "class", class_start, class_end);
    if (linked)
        writer_link_literal(r->w, href, "", 0);
}

void part_link_close(render *r, url address)
{
    if (address.href.size)
        writer_close(r->w, "a");
    else
        writer_close(r->w, "span");
}

void part_printed(render *r, url address)
{
    url printed = url_printed(r->scratch, &r->story->base, address);
    if (printed.href.size)
        writer_url(r->w, "data-bs-address", printed);
}

void part_label(render *r, text label, url address)
{
    part_anchor_open(r, address, "");
    writer_text(r->w, label);
    part_anchor_close(r, address);
}

void part_link(render *r, text label, url address, bool current)
{
    part_link_open(r, NO_TEXT, NO_TEXT, address);
    if (current)
        writer_set(r->w, "aria-current", "true"); /* not "page": it leads to the section */
    writer_text(r->w, label);
    part_link_close(r, address);
}
