/* Links by which the story can be shared, in the paper's order. Two are buttons, which JavaScript shows, since they
 * need it: to copy the address, and to open the system's own sheet. */
#include "page/part.h"

#include "text/pattern.h"

static const struct {
    text name, template; /* a template of the bundle goes first */
    word label;
    glyph drawn;
} networks[SHARE_COUNT] = {
    [SHARE_FACEBOOK] = {TEXT_INIT("facebook"), TEXT_INIT("https://www.facebook.com/sharer/sharer.php?u={url}"),
                        WORD_SHARE_FACEBOOK, GLYPH_FACEBOOK},
    [SHARE_X] = {TEXT_INIT("x"), TEXT_INIT("https://x.com/intent/post?url={url}&text={title}"), WORD_SHARE_X, GLYPH_X},
    [SHARE_KAKAOTALK] = {TEXT_INIT("kakaotalk"), TEXT_INIT(""), WORD_SHARE_KAKAOTALK,
                         GLYPH_KAKAOTALK}, /* needs the paper's key */
    [SHARE_WHATSAPP] = {TEXT_INIT("whatsapp"), TEXT_INIT("https://wa.me/?text={title}%20{url}"), WORD_SHARE_WHATSAPP,
                        GLYPH_WHATSAPP},
    [SHARE_REDDIT] = {TEXT_INIT("reddit"), TEXT_INIT("https://www.reddit.com/submit?url={url}&title={title}"),
                      WORD_SHARE_REDDIT, GLYPH_REDDIT},
    [SHARE_MAIL] = {TEXT_INIT("mail"), TEXT_INIT("mailto:?subject={title}&body={url}"), WORD_SHARE_MAIL, GLYPH_MAIL},
    [SHARE_LINK] = {TEXT_INIT("link"), TEXT_INIT(""), WORD_SHARE_LINK, GLYPH_LINK},
    [SHARE_SYSTEM] = {TEXT_INIT("system"), TEXT_INIT(""), WORD_SHARE_SYSTEM, GLYPH_SYSTEM},
};

static text share_title(const article *a)
{
    return text_or(a->headline_social, a->headline);
}

/* A template filled in; empty when that gives no address. */
static url share_address(render *r, text template)
{
    const article *a = &r->story->article;
    url address = {NO_TEXT};
    const pattern_value values[] = {
        {TEXT("url"), url_component(r->scratch, a->canonical.href)},
        {TEXT("title"), url_component(r->scratch, share_title(a))},
    };
    url_judge(r->scratch, pattern_fill(r->scratch, template, values, sizeof values / sizeof values[0]), URL_LINK,
              &address);
    return address;
}

/* A drawing is seen, and the name is heard. */
static void share_name(render *r, share_network network)
{
    writer *w = r->w;
    part_glyph(r, networks[network].drawn);
    writer_open_class(w, "span", "bs-share__name");
    part_say(r, networks[network].label);
    writer_close(w, "span");
}

static void share_button(render *r, share_network network)
{
    writer *w = r->w;
    writer_open_class(w, "button", "bs-share__button");
    writer_set(w, "type", "button");
    writer_pair(w, "data-bs-action", TEXT("share-"), networks[network].name);
    writer_url(w, "data-bs-url", r->story->article.canonical);
    writer_attr(w, "data-bs-title", share_title(&r->story->article));
    writer_flag(w, "hidden");
    share_name(r, network);
    writer_close(w, "button");
}

static void share_item(render *r, const share *s)
{
    writer *w = r->w;
    bool button = s->network == SHARE_LINK || s->network == SHARE_SYSTEM;
    url address = {NO_TEXT};
    if (!button) {
        address = share_address(r, s->template.size ? s->template : networks[s->network].template);
        if (!address.href.size)
            return; /* cannot happen: bundle/share.c keeps only templates that give an address */
    }
    part_list_item(r);
    writer_pair(w, "class", TEXT("bs-share__item bs-share__item--"), networks[s->network].name);
    if (button) {
        share_button(r, s->network);
    } else {
        writer_open_class(w, "a", "bs-share__link");
        writer_link(w, address, "nofollow");
        share_name(r, s->network);
        writer_close(w, "a");
        arena_close(r->scratch); /* the address may be long, as the headline is, and has been written */
    }
    writer_close(w, "li");
}

/* The line that says whether the address was copied: its words wait in attributes for JavaScript. A network is in the
 * list once, and so this line. */
static void share_status(render *r)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "p", "bs-share__status");
    writer_set(w, "role", "status");
    writer_attr(w, "data-bs-done", part_word(r, WORD_SHARE_COPIED));
    writer_attr(w, "data-bs-failed", part_word(r, WORD_SHARE_NOT_COPIED));
    writer_close(w, "p");
}

void part_share(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->share_count || !r->story->article.canonical.href.size)
        return;
    writer_mark before = writer_here(w);
    part_open_words(r, "div", "share");
    writer_set(w, "role", "group");
    writer_attr(w, "aria-label", part_word(r, WORD_SHARE));
    writer_line(w);
    writer_open_class(w, "span", "bs-share__label");
    writer_set(w, "aria-hidden", "true"); /* the group's name, which is said already */
    part_say(r, WORD_SHARE);
    writer_close(w, "span");
    part_list_open(r, TEXT("bs-share__list"));
    writer_mark empty = writer_here(w);
    for (size_t i = 0; i < paper->share_count && w->status == BROADSHEET_OK; i++)
        share_item(r, &paper->shares[i]);
    if (w->size == empty.size) {  /* no address could be made */
        writer_rewind(w, before); /* cannot happen: see share_item */
        return;                   /* cannot happen: see share_item */
    }
    part_list_close(r);
    for (size_t i = 0; i < paper->share_count; i++)
        if (paper->shares[i].network == SHARE_LINK)
            share_status(r);
    writer_line(w);
    writer_close(w, "div");
}
