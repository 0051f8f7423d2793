/* Looks at the alternative texts that the page shows: one that repeats what stands beside the picture, or is the name
 * of a file, tells nothing to those who cannot see it (WCAG 2.2, 1.1.1). They are reported, and shown as they are. */
#include "base/concat.h"
#include "bundle/bundle.h"
#include "story/mark.h"
#include "text/alt.h"

typedef struct alts {
    story *story;
    arena *scratch;
    index captions; /* the picture that has a caption, by the caption's letters */
} alts;

/* The letters of a member that is a text, without its markup; empty when there is none. */
static text alts_letters(const alts *all, const json_node *object, const char *key)
{
    const json_node *node = json_member(object, (text){key, strlen(key)});
    if (!node || node->kind != JSON_STRING)
        return NO_TEXT;
    const text *line = index_find(&all->story->lines, node->string);
    return alt_letters(all->scratch, line ? *line : node->string);
}

static bool alts_are(text alt, text first, text second)
{
    return alt.size == first.size + second.size && text_equal(text_slice(alt, 0, first.size), first) &&
           text_equal(text_from(alt, first.size), second);
}

/* Judges the alternative text of a picture, whose address has the key src. titles are the letters of what stands beside
 * it; an empty one is none. */
static void alts_judge(const alts *all, const json_node *picture, const char *src, const text *titles, size_t count)
{
    const json_node *node = json_member(picture, TEXT("alt"));
    const json_node *address = json_member(picture, (text){src, strlen(src)});
    if (!node || node->kind != JSON_STRING || !address || address->kind != JSON_STRING)
        return;
    text alt = alt_letters(all->scratch, node->string);
    text caption = alts_letters(all, picture, "caption"), credit = alts_letters(all, picture, "credit");
    const json_node *other = alt.size ? index_find(&all->captions, alt) : NULL;
    alt_fault fault = alt_judge(node->string, address->string);
    report_code code = fault == ALT_FILE ? REPORT_PICTURE_ALT_FILE : REPORT_COUNT;
    if (alt.size && caption.size && (text_equal(alt, caption) || alts_are(alt, caption, credit)))
        code = REPORT_PICTURE_ALT_CAPTION;
    else if (other && other != picture)
        code = REPORT_PICTURE_ALT_OTHER;
    else if (code == REPORT_COUNT && fault == ALT_START)
        code = REPORT_PICTURE_ALT_START;
    for (size_t i = 0; i < count; i++)
        if (alt.size && text_equal(alt, titles[i]))
            code = REPORT_PICTURE_ALT_TITLE;
    if (code != REPORT_COUNT)
        report_node(&all->story->report, code, node);
}

/* The first picture of a list or of an object of ids, from an item on: those that are ignored, or past the limit, are
 * not looked at. */
static json_node *alts_next(const alts *all, json_node *item)
{
    const story *s = all->story;
    while (item &&
           (item->kind != JSON_OBJECT || story_marked(s, item, MARK_OPAQUE) || !story_marked(s, item, MARK_KNOWN)))
        item = item->next;
    return item;
}

static json_node *alts_first(const alts *all, const json_node *object, text key)
{
    const json_node *list = json_member(object, key);
    return alts_next(all, list ? list->first : NULL);
}

static void alts_caption(alts *all, json_node *picture)
{
    text both[] = {alts_letters(all, picture, "caption"), alts_letters(all, picture, "credit")};
    if (!both[0].size)
        return;
    index_add(&all->captions, all->scratch, both[0], picture);
    if (both[1].size)
        index_add(&all->captions, all->scratch, text_concat(all->scratch, both, 2), picture);
}

static void alts_captions(alts *all, const json_node *object, text key)
{
    for (json_node *one = alts_first(all, object, key); one; one = alts_next(all, one->next))
        alts_caption(all, one);
}

static void alts_list(const alts *all, const json_node *object, text key, text title)
{
    for (json_node *one = alts_first(all, object, key); one; one = alts_next(all, one->next))
        alts_judge(all, one, "src", &title, 1);
}

static void alts_site(const alts *all, const json_node *paper)
{
    const json_node *told = json_member(paper, TEXT("notice"));
    text beside[] = {alts_letters(all, told, "title"), alts_letters(all, told, "body")};
    alts_judge(all, json_member(paper, TEXT("logo")), "src", NULL, 0);
    alts_judge(all, json_member(told, TEXT("image")), "src", beside, 2);
    for (json_node *one = alts_first(all, paper, TEXT("slots")); one; one = alts_next(all, one->next)) {
        text names[] = {alts_letters(all, one, "advertiser"), alts_letters(all, one, "label")};
        alts_judge(all, one, "image", names, 2);
    }
}

static void alts_galleries(alts *all, const json_node *object)
{
    json_node *first = alts_first(all, object, TEXT("items"));
    for (json_node *one = first; one; one = alts_next(all, one->next))
        alts_captions(all, one, TEXT("pictures"));
    for (json_node *one = first; one; one = alts_next(all, one->next)) {
        text title = alts_letters(all, one, "title");
        alts_judge(all, json_member(one, TEXT("cover")), "src", &title, 1);
        alts_list(all, one, TEXT("pictures"), title);
    }
}

void bundle_alts(story *s, arena *scratch)
{
    alts all = {s, scratch, {NULL}};
    const json_node *root = s->tree.root, *object = json_member(root, TEXT("article"));
    alts_captions(&all, object, TEXT("figures"));
    alts_galleries(&all, json_member(json_member(root, TEXT("lists")), TEXT("galleries")));
    alts_list(&all, object, TEXT("figures"), alts_letters(&all, object, "headline"));
    alts_site(&all, json_member(root, TEXT("site")));
}
