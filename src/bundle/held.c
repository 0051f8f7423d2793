/* What the page around a story says of it while it is under an embargo: in a list, a menu, the footer, the notice, a
 * slot, a section, the imprint.
 *
 * Before any of that is read, each text and each address is compared with the story's. The object that has one like it
 * is held back, or the member where that object is all of the site or of the lists: its readers do not find it, and
 * nothing tells of it, since that would name the story. */
#include "bundle/bundle.h"
#include "bundle/clean.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
#include "html/base.h"
#include "text/alike.h"

/* Of a headline within a longer text the embargo is certain from so many bytes of its letters on (alike_letters): six
 * syllables of Hangul have as many, and a shorter one may be a word of other texts. One of more than the most is
 * compared as a whole, as nobody quotes it in a longer text. */
enum { WITHIN_LEAST = 16, WITHIN_MOST = 4096 };

typedef struct held_headline {
    text letters;
    uint16_t *back; /* Knuth, Morris and Pratt: how much is matched still when the byte behind so much is not */
} held_headline;

/* By what the story is known: each of its headlines, and its page. All of it is made once, so that what is compared
 * with it costs no more than its own bytes. */
typedef struct held {
    held_headline says[4];
    url_base site;
    url_page page, based; /* the same, where the host's option base has made it another one */
    bool paged;
} held;

/* The letters and digits of a text: others have other spaces, quotation marks and capitals than the story, and another
 * normal form. A text that has none stays what it is. */
static text held_letters(story *s, text said)
{
    return text_or(alike_letters(&s->arena, said), said);
}

static held_headline held_headline_of(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    held_headline h = {NO_TEXT, NULL};
    if (!node || !taken_is_text(s, node))
        return h;
    h.letters = held_letters(s, taken_trimmed(clean_plain(s, node->string)));
    if (h.letters.size < WITHIN_LEAST || h.letters.size > WITHIN_MOST)
        return h;
    h.back = arena_array(&s->arena, h.letters.size, sizeof *h.back);
    h.back[0] = 0;
    for (size_t at = 1, matched = 0; at < h.letters.size; at++) {
        while (matched && h.letters.at[at] != h.letters.at[matched])
            matched = h.back[matched - 1];
        matched += h.letters.at[at] == h.letters.at[matched];
        h.back[at] = (uint16_t)matched;
    }
    return h;
}

/* Whether letters are those of a headline, or have them. */
static bool held_says(const held_headline *h, text letters)
{
    if (!letters.size || !h->letters.size || !h->back)
        return letters.size && text_equal(letters, h->letters);
    for (size_t at = 0, matched = 0; at < letters.size; at++) {
        while (matched && letters.at[at] != h->letters.at[matched])
            matched = h->back[matched - 1];
        matched += letters.at[at] == h->letters.at[matched];
        if (matched == h->letters.size)
            return true;
    }
    return false;
}

static url_page held_page(story *s, const held *h, url address)
{
    url whole = url_absolute(&s->arena, &h->site, address);
    return url_page_of(&s->arena, whole.href.size ? whole : address);
}

/* Whether an address, as it is written or with the option base, is that of the story, in one of these forms. */
static bool held_leads(story *s, const held *h, text address)
{
    url written = {NO_TEXT};
    if (!h->paged || !url_judge(&s->arena, address, URL_MEDIA, &written) || !written.href.size)
        return false;
    const url_page pages[] = {held_page(s, h, written), held_page(s, h, url_rebased(&s->arena, &s->rebase, written))};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        if (url_same_page(&pages[i], &h->page) || url_same_page(&pages[i], &h->based))
            return true;
    return false;
}

static void held_know(story *s, held *h)
{
    json_node *object = reader_object(s, s->tree.root, TEXT("article"));
    json_node *others = reader_object(s, object, TEXT("headlines"));
    json_node *address = reader_member(s, object, TEXT("url"));
    h->says[0] = held_headline_of(s, object, TEXT("headline"));
    h->says[1] = held_headline_of(s, others, TEXT("short"));
    h->says[2] = held_headline_of(s, others, TEXT("search"));
    h->says[3] = held_headline_of(s, others, TEXT("social"));
    json_node *home = json_member(json_member(s->tree.root, TEXT("site")), TEXT("url"));
    url page = {NO_TEXT}, own = {NO_TEXT};
    if (home && home->kind == JSON_STRING)
        url_judge(&s->arena, home->string, URL_PAGE, &page);
    h->site = url_base_of(&s->arena, page, URL_BASE_SHOWN);
    if (address && taken_is_text(s, address))
        url_judge(&s->arena, address->string, URL_MEDIA, &own);
    h->paged = own.href.size;
    h->page = held_page(s, h, own);
    h->based = held_page(s, h, url_rebased(&s->arena, &s->rebase, own));
}

/* Whether a value names the story, or the id that it has. A number does only where a text is meant. */
static bool held_names(story *s, const held *h, const json_node *node, const json_node *top)
{
    static const text titles[] = {TEXT_INIT("headline"), TEXT_INIT("title"), TEXT_INIT("label")};
    bool said = node->kind == JSON_STRING, titled = false, leads = text_equal(node->key, TEXT("url"));
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        titled = titled || text_equal(node->key, titles[i]);
    if (node->parent == top && node->kind != JSON_OBJECT && node->kind != JSON_ARRAY &&
        !text_equal(node->key, TEXT("copyright")))
        return false; /* what the paper is, and not what it says */
    said = said || (node->kind == JSON_NUMBER && (titled || leads));
    bool named = text_equal(node->parent->key, TEXT("ranked")) || text_equal(node->parent->key, TEXT("slots"));
    const text letters[] = {named ? held_letters(s, node->key) : NO_TEXT,
                            said ? held_letters(s, taken_trimmed(clean_plain(s, node->string))) : NO_TEXT};
    for (size_t i = 0; i < sizeof h->says / sizeof h->says[0]; i++)
        if (held_says(&h->says[i], letters[0]) || held_says(&h->says[i], letters[1]))
            return true;
    return said && leads && held_leads(s, h, node->string);
}

/* Holds back what a value belongs to. Returns that. */
static json_node *held_back(story *s, json_node *node, const json_node *top)
{
    json_node *object = node;
    while (object->kind != JSON_OBJECT)
        object = object->parent;
    if (object == top)
        object = node;
    story_mark(s, object, MARK_KNOWN | MARK_OPAQUE | MARK_HELD);
    return object;
}

/* Whether a list of items or links has lost all of them: what it stands in would be told to be empty. */
static bool held_empties(const story *s, const json_node *list)
{
    if (list->kind != JSON_ARRAY || !list->first ||
        !(text_equal(list->key, TEXT("items")) || text_equal(list->key, TEXT("links"))))
        return false;
    for (const json_node *item = list->first; item; item = item->next)
        if (!story_marked(s, item, MARK_HELD))
            return false;
    return true;
}

/* Without recursion, since a host may raise the depth limit. */
static void held_walk(story *s, const held *h, json_node *top)
{
    json_node *node = top ? top->first : NULL;
    while (node) {
        if (held_names(s, h, node, top))
            node = held_back(s, node, top);
        else if (node->first) {
            node = node->first;
            continue;
        }
        while (node != top && !node->next) {
            node = node->parent;
            if (node != top && node->parent != top && held_empties(s, node))
                node = held_back(s, node, top);
        }
        node = node == top ? NULL : node->next;
    }
}

void bundle_hold(story *s)
{
    held h = {.paged = false};
    held_know(s, &h);
    held_walk(s, &h, json_member(s->tree.root, TEXT("site")));
    held_walk(s, &h, json_member(s->tree.root, TEXT("lists")));
}
