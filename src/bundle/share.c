/* What the page offers its readers besides the story: a notice, the networks to share on, the sponsors. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "text/characters.h"
#include "text/pattern.h"
#include "url/parts.h"

/* --- notice ---------------------------------------------------------------------------------- */

/* The most bytes of a notice's id. The browser stores the ids of closed notices, in little room that all of a site's
 * pages share. */
enum { NOTICE_ID_MOST = 128 };

static void share_notice(story *s, json_node *object)
{
    json_node *node = reader_object(s, object, TEXT("notice"));
    notice n = {
        .id = reader_text(s, node, TEXT("id")),
        .title = reader_text(s, node, TEXT("title")),
        .body = reader_lines(s, node, TEXT("body")),
        .url = reader_url(s, node, TEXT("url"), URL_LINK),
        .image = bundle_thumbnail(s, node, TEXT("image")),
        .hours = reader_whole(s, node, TEXT("hours"), 24 * 365),
    };
    if (!n.hours)
        n.hours = 24;
    if (n.id.size > NOTICE_ID_MOST) {
        report_node(&s->report, REPORT_NOTICE_ID_TOO_LONG, json_member(node, TEXT("id")));
        n.id = NO_TEXT;
    }
    bool shows = n.title.size || characters_show(n.body) || n.image.src.href.size;
    if (n.id.size && shows)
        s->site.notice = n;
    reader_missing(s, node, TEXT("id"), REPORT_NOTICE_ID_MISSING);
    if (!shows && !reader_member(s, node, TEXT("image")))
        reader_missing(s, node, TEXT("title"), REPORT_NOTICE_TITLE_MISSING);
    if (n.image.src.href.size && !n.image.width)
        report_node(&s->report, REPORT_NOTICE_SIZE_MISSING, json_member(node, TEXT("image")));
    if (n.image.src.href.size && !reader_member(s, json_member(node, TEXT("image")), TEXT("alt")))
        report_node(&s->report, REPORT_PICTURE_ALT_MISSING, json_member(node, TEXT("image")));
}

/* --- share ----------------------------------------------------------------------------------- */

/* The fault of a template, or REPORT_COUNT: it is an address with {url}, and perhaps {title}, that leads to one host,
 * whatever is filled in. */
static report_code share_template_fault(story *s, text template)
{
    static const pattern_value values[] = {{TEXT_INIT("url"), TEXT_INIT("x")}, {TEXT_INIT("title"), TEXT_INIT("x")}};
    size_t addresses = pattern_places(template, TEXT("url")), titles = pattern_places(template, TEXT("title"));
    if (!addresses)
        return REPORT_SHARE_TEMPLATE_URL_MISSING;
    if (addresses > 1 || titles > 1) /* each once, since a title may be as long as the bundle */
        return REPORT_SHARE_TEMPLATE_PLACEHOLDER_TWICE;
    if (pattern_places(template, NO_TEXT) != addresses + titles)
        return REPORT_SHARE_TEMPLATE_PLACEHOLDER_UNKNOWN;
    url filled;
    if (!url_judge(&s->arena, pattern_fill(&s->arena, template, values, 2), URL_PAGE, &filled))
        return REPORT_SHARE_TEMPLATE_ADDRESS;
    text first, name, rest = template;
    pattern_next(&rest, &first, &name);
    url_parts fixed = url_split(first);
    bool whole = fixed.authority.size && fixed.path.size + fixed.query.size + fixed.fragment.size;
    return whole ? REPORT_COUNT : REPORT_SHARE_TEMPLATE_ADDRESS;
}

static share_network share_named(story *s, json_node *item, text name)
{
    static const text names[SHARE_COUNT] = {
        [SHARE_FACEBOOK] = TEXT_INIT("facebook"),   [SHARE_X] = TEXT_INIT("x"),
        [SHARE_KAKAOTALK] = TEXT_INIT("kakaotalk"), [SHARE_WHATSAPP] = TEXT_INIT("whatsapp"),
        [SHARE_REDDIT] = TEXT_INIT("reddit"),       [SHARE_MAIL] = TEXT_INIT("mail"),
        [SHARE_LINK] = TEXT_INIT("link"),           [SHARE_SYSTEM] = TEXT_INIT("system"),
    };
    for (size_t i = 0; i < SHARE_COUNT; i++)
        if (text_equal(names[i], name))
            return (share_network)i;
    if (name.size)
        report_node(&s->report, REPORT_SHARE_NETWORK_UNKNOWN,
                    item->kind == JSON_OBJECT ? json_member(item, TEXT("network")) : item);
    else if (item->kind == JSON_OBJECT)
        report_node(&s->report, REPORT_SHARE_NETWORK_MISSING, item);
    return SHARE_COUNT;
}

/* Reads an item: a network's name, or an object of the name and a template. */
static share share_read(story *s, json_node *item)
{
    share one = {SHARE_COUNT, NO_TEXT};
    if (item->kind != JSON_OBJECT) {
        one.network = share_named(s, item, reader_text_node(s, item));
    } else {
        one.network = share_named(s, item, reader_text(s, item, TEXT("network")));
        one.template = reader_text(s, item, TEXT("template"));
        report_code fault = one.template.size ? share_template_fault(s, one.template) : REPORT_COUNT;
        if (fault != REPORT_COUNT) {
            report_node(&s->report, fault, json_member(item, TEXT("template")));
            one.template = NO_TEXT;
        }
    }
    /* KakaoTalk has no built-in template, since the address holds the paper's own key. */
    if (one.network == SHARE_KAKAOTALK && !one.template.size) {
        report_node(&s->report, REPORT_SHARE_TEMPLATE_MISSING, item);
        one.network = SHARE_COUNT;
    }
    return one;
}

static void share_list(story *s, json_node *object)
{
    bool known[SHARE_COUNT] = {false};
    reader_items items = reader_list(s, object, TEXT("share"));
    s->site.shares = arena_array(&s->arena, items.count, sizeof *s->site.shares);
    for (json_node *item; (item = reader_next(s, &items));) {
        share one = share_read(s, item);
        if (one.network == SHARE_COUNT)
            continue;
        if (known[one.network])
            report_node(&s->report, REPORT_SHARE_NETWORK_TWICE, item);
        else
            s->site.shares[s->site.share_count++] = one;
        known[one.network] = true;
    }
}

/* --- sponsors -------------------------------------------------------------------------------- */

/* Reads a slot. False when there is nothing to show of it. */
static bool slot_read(story *s, json_node *object, slot *one)
{
    static const text sizes[SLOT_SIZES] = {[SLOT_BANNER] = TEXT_INIT("banner"),
                                           [SLOT_RECTANGLE] = TEXT_INIT("rectangle"),
                                           [SLOT_HALF_PAGE] = TEXT_INIT("half-page"),
                                           [SLOT_MOBILE] = TEXT_INIT("mobile")};
    one->id = object->key;
    one->label = reader_text(s, object, TEXT("label"));
    one->advertiser = reader_text(s, object, TEXT("advertiser"));
    one->url = reader_url(s, object, TEXT("url"), URL_LINK);
    one->image = reader_url(s, object, TEXT("image"), URL_MEDIA);
    one->alt = reader_member(s, object, TEXT("alt")) ? reader_lines(s, object, TEXT("alt")) : NO_TEXT;
    size_t size = reader_choice(s, object, TEXT("size"), sizes, SLOT_SIZES, REPORT_SLOT_SIZE_UNKNOWN);
    one->size = size == SLOT_SIZES ? SLOT_RECTANGLE : (slot_size)size;
    if (!reader_member(s, object, TEXT("size")))
        report_node(&s->report, REPORT_SLOT_SIZE_MISSING, object);
    if (!one->advertiser.size)
        report_node(&s->report, REPORT_SLOT_ADVERTISER_MISSING, object);
    if (one->image.href.size && !reader_member(s, object, TEXT("alt")))
        report_node(&s->report, REPORT_PICTURE_ALT_MISSING, object);
    return one->advertiser.size || one->image.href.size;
}

static void share_slots(story *s, json_node *object)
{
    site *paper = &s->site;
    reader_items items = reader_ids(s, object, TEXT("slots"));
    paper->slots = arena_array(&s->arena, items.count, sizeof *paper->slots);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        slot *one = &paper->slots[paper->slot_count];
        if (slot_read(s, item, one)) {
            bundle_placeable(s, PLACE_SLOT, one->id, one);
            paper->slot_count++;
        }
    }
}

void bundle_share(story *s, json_node *object)
{
    share_notice(s, object);
    share_list(s, object);
    share_slots(s, object);
}
