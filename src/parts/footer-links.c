/* Links to what else the publisher has to say and to offer, in groups, as one landmark. */
#include "page/part.h"

/* Writes lang and dir on the link, inside of the item, so that a label of the other direction stands in line with the
 * others. */
static void footer_link(render *r, const site_link *link)
{
    part_link_open(r, NO_TEXT, NO_TEXT, link->url);
    part_text_language(r, link->language);
    writer_text(r->w, link->label);
    part_link_close(r, link->url);
}

static void footer_group(render *r, const link_group *group)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "div", "bs-footer-links__group");
    if (group->label.size) {
        writer_line(w);
        part_heading_open(r, 1);
        writer_set(w, "class", "bs-footer-links__label");
        part_label(r, group->label, group->url);
        part_heading_close(r, 1);
    }
    part_list_open(r, NO_TEXT);
    for (size_t i = 0; i < group->count; i++) {
        const site_link *link = &group->links[i];
        part_list_item(r);
        footer_link(r, link);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "div");
}

void part_footer_links(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->footer_count)
        return;
    part_open_site(r, "nav", "footer-links");
    writer_attr(w, "aria-label", part_word(r, WORD_FOOTER_LINKS));
    for (size_t i = 0; i < paper->footer_count; i++)
        footer_group(r, &paper->footer[i]);
    writer_line(w);
    writer_close(w, "nav");
}
