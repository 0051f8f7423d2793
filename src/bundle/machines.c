/* Which addresses search engines and other machines are not told of: relative ones that cannot be made absolute, as
 * head/ would write them. They stand in the page as they are, and the first of them is reported. */
#include "bundle/bundle.h"
#include "story/mark.h"

typedef struct machines {
    story *story;
    bool told;
} machines;

/* Reports the address of an object's member, if it is relative and its base is not known or too long. Only the first is
 * reported: a list may have many, and they would push other diagnostics out. */
static void machines_address(machines *m, const json_node *object, text key)
{
    story *s = m->story;
    const json_node *node = json_member(object, key);
    url address;
    if (m->told || !node || node->kind != JSON_STRING || !url_judge(&s->arena, node->string, URL_MEDIA, &address) ||
        !address.href.size || url_absolute(&s->arena, &s->base, url_rebased(&s->arena, &s->rebase, address)).href.size)
        return;
    m->told = true;
    bool based = story_page(s).href.size != 0;
    report_node(&s->report, based ? REPORT_URL_BASE_LONG : REPORT_URL_BASE_UNKNOWN, node);
}

static void machines_list(machines *m, const json_node *object, text list, text key)
{
    const json_node *node = json_member(object, list);
    for (node = node ? node->first : NULL; node; node = node->next)
        if (story_marked(m->story, node, MARK_KNOWN) && !story_marked(m->story, node, MARK_OPAQUE))
            machines_address(m, node, key);
}

/* What is told of the videos and recordings of the story: head/media.c. */
static void machines_media(machines *m, const json_node *all)
{
    for (const json_node *one = all ? all->first : NULL; one; one = one->next) {
        const json_node *files = json_member(one, TEXT("sources")), *type = json_member(one, TEXT("type"));
        if (!files || files->kind != JSON_ARRAY || !type ||
            (!text_equal(type->string, TEXT("video")) && !text_equal(type->string, TEXT("audio"))))
            continue;
        machines_address(m, one, TEXT("poster"));
        machines_address(m, files->first, TEXT("src"));
    }
}

/* What the whole page tells of the site and of the lists. */
static void machines_page(machines *m, const json_node *paper, const json_node *all)
{
    const json_node *ranked = json_member(all, TEXT("ranked"));
    const json_node *gallery_list = json_member(json_member(all, TEXT("galleries")), TEXT("items"));
    machines_list(m, paper, TEXT("follow"), TEXT("url"));
    for (const json_node *list = ranked ? ranked->first : NULL; list; list = list->next) {
        machines_address(m, list, TEXT("url"));
        machines_list(m, list, TEXT("items"), TEXT("url"));
    }
    for (const json_node *one = gallery_list ? gallery_list->first : NULL; one; one = one->next) {
        machines_address(m, one, TEXT("url"));
        machines_list(m, one, TEXT("pictures"), TEXT("src"));
    }
}

void bundle_machines(story *s)
{
    const json_node *root = s->tree.root, *object = json_member(root, TEXT("article"));
    machines m = {s, false};
    const json_node *paper = json_member(root, TEXT("site"));
    if (s->article.lead && s->article.lead->src.href.size && !s->article.lead_address.href.size)
        machines_address(&m, json_member(json_member(object, TEXT("figures")), s->article.lead->id), TEXT("src"));
    machines_list(&m, object, TEXT("authors"), TEXT("url"));
    if (s->article.media_count)
        machines_media(&m, json_member(object, TEXT("media")));
    machines_address(&m, json_member(paper, TEXT("logo")), TEXT("src"));
    if (s->page)
        machines_page(&m, paper, json_member(root, TEXT("lists")));
}
