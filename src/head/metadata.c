/* The metadata in the head of a document, but for the JSON-LD, which head/article.c and head/page.c write. */
#include "head/metadata.h"

#include "head/article.h"
#include "head/page.h"
#include "story/words.h"

/* --- the head (HTML, section 4.2; Open Graph protocol, ogp.me) ------------------------ */

static void head_name(writer *w, text name, text content)
{
    if (!content.size)
        return;
    writer_line(w);
    writer_void(w, "meta");
    writer_attr(w, "name", name);
    writer_attr(w, "content", content);
}

static void head_property(writer *w, text property, text content)
{
    if (!content.size)
        return;
    writer_line(w);
    writer_void(w, "meta");
    writer_attr(w, "property", property);
    writer_attr(w, "content", content);
}

static void head_number(writer *w, text property, uint32_t value)
{
    writer_line(w);
    writer_void(w, "meta");
    writer_attr(w, "property", property);
    writer_number(w, "content", value);
}

static void head_date(writer *w, const story *s, text property, const date *d)
{
    if (d->precision != DATE_NONE) {
        char machine[32];
        head_property(w, property, (text){machine, words_machine(s, d, machine)});
    }
}

static void head_title(writer *w, const story *s)
{
    writer_line(w);
    writer_open(w, "title");
    writer_text(w, text_or(s->article.headline_search, s->article.headline));
    if (s->site.name.size) {
        writer_say(w, " | ");
        writer_text(w, s->site.name);
    }
    writer_close(w, "title");
}

static void head_links(writer *w, const story *s)
{
    const article *a = &s->article;
    if (a->canonical.href.size) {
        writer_line(w);
        writer_void(w, "link");
        writer_set(w, "rel", "canonical");
        writer_url(w, "href", a->canonical);
    }
    for (size_t i = 0; i < a->alternate_count; i++) {
        writer_line(w);
        writer_void(w, "link");
        writer_set(w, "rel", "alternate");
        writer_attr(w, "hreflang", a->alternates[i].language);
        writer_url(w, "href", a->alternates[i].url);
    }
}

static void head_feeds(writer *w, const site *paper)
{
    for (size_t i = 0; i < paper->feed_count; i++) {
        writer_line(w);
        writer_void(w, "link");
        writer_set(w, "rel", "alternate");
        writer_attr(w, "type", paper->feeds[i].type);
        if (paper->feeds[i].label.size)
            writer_attr(w, "title", paper->feeds[i].label);
        writer_url(w, "href", paper->feeds[i].url);
    }
}

static void head_open_graph(writer *w, const story *s)
{
    const article *a = &s->article;
    head_property(w, TEXT("og:type"), TEXT("article"));
    head_property(w, TEXT("og:title"), text_or(a->headline_social, a->headline));
    head_property(w, TEXT("og:description"), a->standfirst.plain);
    head_property(w, TEXT("og:url"), a->canonical.href);
    head_property(w, TEXT("og:site_name"), s->site.name);
    if (a->lead_address.href.size) {
        head_property(w, TEXT("og:image"), a->lead_address.href);
        if (a->lead_sized) {
            head_number(w, TEXT("og:image:width"), a->lead->width);
            head_number(w, TEXT("og:image:height"), a->lead->height);
        }
        if (a->lead)
            head_property(w, TEXT("og:image:alt"), a->lead->alt);
    }
    head_date(w, s, TEXT("article:published_time"), &a->published);
    head_date(w, s, TEXT("article:modified_time"), &a->modified);
    if (a->section_count)
        head_property(w, TEXT("article:section"), a->sections[a->section_count - 1]->label);
    for (size_t i = 0; i < a->tag_count; i++)
        head_property(w, TEXT("article:tag"), a->tags[i].label);
}

/* The tags that X wants besides those of Open Graph (its "Cards markup"). */
static void head_card(writer *w, const article *a)
{
    bool picture = a->lead_address.href.size != 0;
    head_name(w, TEXT("twitter:card"), picture ? TEXT("summary_large_image") : TEXT("summary"));
    if (picture && a->lead)
        head_name(w, TEXT("twitter:image:alt"), a->lead->alt);
}

/* What search engines may keep of a story that is gone, or that ends. */
static void head_robots(writer *w, const article *a)
{
    char said[64] = "unavailable_after: ";
    const size_t start = strlen(said);
    if (a->gone)
        head_name(w, TEXT("robots"), TEXT("noindex"));
    else if (a->expires.precision != DATE_NONE)
        head_name(w, TEXT("robots"), (text){said, start + date_machine(&a->expires, 0, said + start)});
}

void metadata_head(const metadata *m)
{
    writer *w = m->w;
    head_title(w, m->story);
    head_robots(w, &m->story->article);
    head_name(w, TEXT("description"), m->story->article.standfirst.plain);
    head_name(w, TEXT("theme-color"), m->story->site.theme_color);
    head_links(w, m->story);
    head_feeds(w, &m->story->site);
    head_open_graph(w, m->story);
    head_card(w, &m->story->article);
    metadata_article(m);
    if (m->story->page)
        metadata_page(m);
}
