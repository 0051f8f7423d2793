#include "metadata.h"

#include "words.h"

static text first_of(text a, text b)
{
    return a.size ? a : b;
}

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
    char machine[32];
    if (d->precision != DATE_NONE)
        head_property(w, property, (text){machine, date_machine(d, words_offset(s, d), machine)});
}

static void head_title(writer *w, const story *s)
{
    writer_line(w);
    writer_open(w, "title");
    writer_text(w, first_of(s->article.headline_search, s->article.headline));
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

static void head_open_graph(writer *w, const story *s)
{
    const article *a = &s->article;
    head_property(w, TEXT("og:type"), TEXT("article"));
    head_property(w, TEXT("og:title"), first_of(a->headline_social, a->headline));
    head_property(w, TEXT("og:description"), a->standfirst);
    head_property(w, TEXT("og:url"), a->canonical.href);
    head_property(w, TEXT("og:site_name"), s->site.name);
    if (a->lead_address.href.size) {
        head_property(w, TEXT("og:image"), a->lead_address.href);
        if (a->lead_sized) {
            head_number(w, TEXT("og:image:width"), a->lead->width);
            head_number(w, TEXT("og:image:height"), a->lead->height);
        }
        head_property(w, TEXT("og:image:alt"), a->lead->alt);
    }
    head_date(w, s, TEXT("article:published_time"), &a->published);
    head_date(w, s, TEXT("article:modified_time"), &a->modified);
    if (a->section_count)
        head_property(w, TEXT("article:section"), a->sections[a->section_count - 1]->label);
    for (size_t i = 0; i < a->tag_count; i++)
        head_property(w, TEXT("article:tag"), a->tags[i].label);
}

void metadata_head(writer *w, const story *s)
{
    head_title(w, s);
    head_name(w, TEXT("description"), s->article.standfirst);
    head_links(w, s);
    head_open_graph(w, s);
    writer_line(w);
    writer_open(w, "script");
    writer_set(w, "type", "application/ld+json");
    metadata_article(w, s);
    writer_close(w, "script");
}

/* --- JSON-LD (schema.org/NewsArticle, with the properties that Google documents) --------- */

/* Behind the first property of an object: ',"name":' and its value. */
#define json_text(w, name, value)                                                                                      \
    do {                                                                                                               \
        if ((value).size) {                                                                                            \
            writer_json(w, ",\"" name "\":");                                                                          \
            writer_json_string(w, value);                                                                              \
        }                                                                                                              \
    } while (0)

#define json_date(w, s, name, value)                                                                                   \
    do {                                                                                                               \
        char machine[32];                                                                                              \
        if ((value)->precision != DATE_NONE) {                                                                         \
            writer_json(w, ",\"" name "\":");                                                                          \
            writer_json_string(w, (text){machine, date_machine(value, words_offset(s, value), machine)});              \
        }                                                                                                              \
    } while (0)

static void json_authors(writer *w, const article *a)
{
    if (!a->author_count)
        return;
    writer_json(w, ",\"author\":[");
    for (size_t i = 0; i < a->author_count; i++) {
        if (i)
            writer_json(w, ",");
        writer_json(w, "{\"@type\":\"Person\"");
        json_text(w, "name", a->authors[i].name);
        json_text(w, "url", a->authors[i].address.href);
        json_text(w, "jobTitle", a->authors[i].role);
        writer_json(w, "}");
    }
    writer_json(w, "]");
}

void metadata_article(writer *w, const story *s)
{
    const article *a = &s->article;
    writer_json(w, "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"");
    json_text(w, "headline", first_of(a->headline_search, a->headline));
    if (a->headline_short.size)
        json_text(w, "alternativeHeadline", a->headline_short);
    json_text(w, "description", a->standfirst);
    if (a->canonical.href.size) {
        json_text(w, "url", a->canonical.href);
        writer_json(w, ",\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":");
        writer_json_string(w, a->canonical.href);
        writer_json(w, "}");
    }
    if (a->lead_address.href.size) {
        writer_json(w, ",\"image\":[");
        writer_json_string(w, a->lead_address.href);
        writer_json(w, "]");
    }
    json_date(w, s, "datePublished", &a->published);
    json_date(w, s, "dateModified", &a->modified);
    json_authors(w, a);
    if (s->site.name.size) {
        writer_json(w, ",\"publisher\":{\"@type\":\"Organization\"");
        json_text(w, "name", s->site.name);
        json_text(w, "url", s->site.url.href);
        writer_json(w, "}");
    }
    if (a->section_count)
        json_text(w, "articleSection", a->sections[a->section_count - 1]->label);
    json_text(w, "inLanguage", a->language);
    if (a->tag_count) {
        writer_json(w, ",\"keywords\":[");
        for (size_t i = 0; i < a->tag_count; i++) {
            if (i)
                writer_json(w, ",");
            writer_json_string(w, a->tags[i].label);
        }
        writer_json(w, "]");
    }
    json_text(w, "copyrightNotice", a->rights);
    writer_json(w, "}");
}
