/* JSON-LD of what the page shows around the story: BreadcrumbList, Organization, ItemList for each ranked list,
 * ImageGallery for each gallery whose pictures are in the bundle. */
#include "head/page.h"

static void page_position(const metadata *m, bool first, uint32_t position)
{
    if (!first)
        writer_json(m->w, ",");
    writer_json(m->w, "{\"@type\":\"ListItem\",\"position\":");
    writer_integer(m->w, position);
}

static void page_breadcrumb(const metadata *m, uint32_t *position, text label, url address)
{
    page_position(m, *position == 0, *position + 1);
    metadata_text(m, "name", label);
    metadata_url(m, "item", address);
    writer_json(m->w, "}");
    *position += 1;
}

/* The same sections, in the same order, as the part "breadcrumbs" shows. */
static void page_breadcrumbs(const metadata *m)
{
    const article *a = &m->story->article;
    const site *paper = &m->story->site;
    uint32_t position = 0;
    if (!a->section_count)
        return;
    metadata_open(m, "BreadcrumbList");
    writer_json(m->w, ",\"itemListElement\":[");
    if (paper->name.size)
        page_breadcrumb(m, &position, paper->name, paper->url);
    for (size_t i = 0; i < a->section_count; i++)
        page_breadcrumb(m, &position, a->sections[i]->label, a->sections[i]->url);
    writer_json(m->w, "]");
    metadata_close(m);
}

static void page_organization(const metadata *m)
{
    const site *paper = &m->story->site;
    bool any = false;
    if (!paper->name.size)
        return;
    metadata_open(m, "Organization");
    metadata_paper(m);
    for (size_t i = 0; i < paper->follow_count && m->w->status == BROADSHEET_OK; i++) {
        text address = metadata_address(m, paper->follow[i].url);
        if (!address.size)
            continue;
        if (any)
            writer_json(m->w, ",");
        else
            writer_json(m->w, ",\"sameAs\":[");
        writer_json_string(m->w, address);
        arena_close(m->scratch);
        any = true;
    }
    if (any)
        writer_json(m->w, "]");
    metadata_close(m);
}

static void page_ranked(const metadata *m, const ranked_list *list)
{
    metadata_open(m, "ItemList");
    metadata_text(m, "name", list->label);
    metadata_url(m, "url", list->url);
    writer_json(m->w, ",\"itemListElement\":[");
    for (size_t i = 0; i < list->count && m->w->status == BROADSHEET_OK; i++) {
        page_position(m, i == 0, list->items[i].rank);
        metadata_text(m, "name", list->items[i].headline);
        metadata_url(m, "url", list->items[i].url);
        writer_json(m->w, "}");
    }
    writer_json(m->w, "]");
    metadata_close(m);
}

static void page_picture(const metadata *m, const figure *f)
{
    writer_json(m->w, "{\"@type\":\"ImageObject\"");
    metadata_url(m, "contentUrl", f->src);
    metadata_size(m, f->width, f->height);
    metadata_text(m, "caption", f->caption.plain);
    metadata_text(m, "creditText", f->credit.plain);
    writer_json(m->w, "}");
}

static void page_gallery(const metadata *m, const gallery *g)
{
    metadata_open(m, "ImageGallery");
    metadata_text(m, "name", g->title);
    metadata_url(m, "url", g->url);
    writer_json(m->w, ",\"image\":[");
    for (size_t i = 0; i < g->picture_count && m->w->status == BROADSHEET_OK; i++) {
        if (i)
            writer_json(m->w, ",");
        page_picture(m, g->pictures[i]);
    }
    writer_json(m->w, "]");
    metadata_close(m);
}

void metadata_page(const metadata *m)
{
    const lists *l = &m->story->lists;
    page_breadcrumbs(m);
    page_organization(m);
    for (size_t i = 0; i < l->ranked_count; i++)
        page_ranked(m, &l->ranked[i]);
    for (size_t i = 0; i < l->galleries.count; i++)
        if (l->galleries.items[i].picture_count)
            page_gallery(m, &l->galleries.items[i]);
}
