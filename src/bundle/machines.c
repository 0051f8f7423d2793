/* Which addresses search engines and other machines are not told of: relative ones that cannot be made absolute, as
 * head/ would write them. They stand in the page as they are, and each is reported. */
#include "bundle/bundle.h"
#include "story/mark.h"

/* Reports the address of an object's member, if it is relative and its base is not known or too long. */
static void machines_address(story *s, const json_node *object, text key)
{
    const json_node *node = json_member(object, key);
    url address;
    if (!node || node->kind != JSON_STRING || !url_judge(&s->arena, node->string, URL_MEDIA, &address) ||
        !address.href.size || url_absolute(&s->arena, &s->base, url_rebased(&s->arena, &s->rebase, address)).href.size)
        return;
    bool based = story_page(s).href.size != 0;
    report_node(&s->report, based ? REPORT_URL_BASE_LONG : REPORT_URL_BASE_UNKNOWN, node);
}

static void machines_list(story *s, const json_node *object, text list, text key)
{
    const json_node *node = json_member(object, list);
    for (node = node ? node->first : NULL; node; node = node->next)
        if (story_marked(s, node, MARK_KNOWN) && !story_marked(s, node, MARK_OPAQUE))
            machines_address(s, node, key);
}

/* What the whole page tells of the site and of the lists. */
static void machines_page(story *s, const json_node *paper, const json_node *all)
{
    const json_node *ranked = json_member(all, TEXT("ranked"));
    const json_node *gallery_list = json_member(json_member(all, TEXT("galleries")), TEXT("items"));
    machines_list(s, paper, TEXT("follow"), TEXT("url"));
    for (const json_node *list = ranked ? ranked->first : NULL; list; list = list->next) {
        machines_address(s, list, TEXT("url"));
        machines_list(s, list, TEXT("items"), TEXT("url"));
    }
    for (const json_node *one = gallery_list ? gallery_list->first : NULL; one; one = one->next) {
        machines_address(s, one, TEXT("url"));
        machines_list(s, one, TEXT("pictures"), TEXT("src"));
    }
}

void bundle_machines(story *s)
{
    const json_node *root = s->tree.root, *object = json_member(root, TEXT("article"));
    const json_node *paper = json_member(root, TEXT("site"));
    if (s->article.lead && s->article.lead->src.href.size && !s->article.lead_address.href.size)
        machines_address(s, json_member(json_member(object, TEXT("figures")), s->article.lead->id), TEXT("src"));
    machines_list(s, object, TEXT("authors"), TEXT("url"));
    machines_address(s, json_member(paper, TEXT("logo")), TEXT("src"));
    if (s->page)
        machines_page(s, paper, json_member(root, TEXT("lists")));
}
