/* The furniture around the story: colour, logo, menus, account and search. */
#include "base/digits.h"
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/reader.h"

/* --- values ---------------------------------------------------------------------------------- */

/* "#rrggbb", the only form that every reader of a theme colour knows. */
static text furniture_color(story *s, json_node *object)
{
    text color = reader_text(s, object, TEXT("themeColor"));
    uint64_t value;
    bool good = color.size == 7 && color.at[0] == '#' && digits_read(text_from(color, 1), 16, &value);
    if (good || !color.size)
        return good ? color : NO_TEXT;
    report_node(&s->report, REPORT_THEME_COLOR_FORM, json_member(object, TEXT("themeColor")));
    return NO_TEXT;
}

static void furniture_logo(story *s, json_node *object)
{
    thumbnail *logo = &s->site.logo;
    *logo = bundle_thumbnail(s, object, TEXT("logo"));
    if (!logo->src.href.size)
        return;
    json_node *node = json_member(object, TEXT("logo"));
    if (!logo->width)
        report_node(&s->report, REPORT_LOGO_SIZE_MISSING, node);
    if (!logo->alt.size)
        logo->alt = s->site.name;
    if (!logo->alt.size)
        report_node(&s->report, REPORT_PICTURE_ALT_MISSING, node);
}

/* --- links ----------------------------------------------------------------------------------- */

typedef void link_details(story *s, json_node *object, site_link *link);

static void link_navigation(story *s, json_node *object, site_link *link)
{
    text id = reader_text(s, object, TEXT("section"));
    link->section = id.size ? site_section(&s->site, id) : NULL;
    if (id.size && !link->section)
        report_node(&s->report, REPORT_NAVIGATION_SECTION_UNKNOWN, json_member(object, TEXT("section")));
}

static void link_quick(story *s, json_node *object, site_link *link)
{
    link->icon = reader_url(s, object, TEXT("icon"), URL_MEDIA);
}

/* The network's name becomes part of a class, by which a theme gives the link its colour and picture. */
static void link_follow(story *s, json_node *object, site_link *link)
{
    text name = reader_text(s, object, TEXT("network"));
    bool good = text_is_plain(name, 20, TEXT("-"));
    for (size_t i = 0; good && i < name.size; i++)
        good = ascii_lower(name.at[i]) == name.at[i];
    if (good)
        link->network = name;
    else if (name.size)
        report_node(&s->report, REPORT_FOLLOW_NETWORK_FORM, json_member(object, TEXT("network")));
}

static void link_footer(story *s, json_node *object, site_link *link)
{
    link->language = reader_language(s, object, TEXT("language"));
}

static site_link *links_read(story *s, json_node *object, text key, link_details *details, size_t *read)
{
    reader_items items = reader_list(s, object, key);
    site_link *links = arena_array(&s->arena, items.count, sizeof *links);
    *read = 0;
    for (json_node *item; (item = reader_next_object(s, &items));) {
        site_link link = {.label = reader_text(s, item, TEXT("label")),
                          .url = reader_url(s, item, TEXT("url"), URL_LINK)};
        details(s, item, &link);
        if (!link.label.size || !reader_member(s, item, TEXT("url")))
            report_node(&s->report, link.label.size ? REPORT_LINK_URL_MISSING : REPORT_LINK_LABEL_MISSING, item);
        if (link.label.size) /* without an address the label stands as text */
            links[(*read)++] = link;
    }
    return links;
}

static void furniture_footer(story *s, json_node *object)
{
    reader_items items = reader_list(s, object, TEXT("footer"));
    s->site.footer = arena_array(&s->arena, items.count, sizeof *s->site.footer);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        link_group group = {.label = reader_text(s, item, TEXT("label")),
                            .url = reader_url(s, item, TEXT("url"), URL_LINK)};
        group.links = links_read(s, item, TEXT("links"), link_footer, &group.count);
        if (!group.label.size || !group.count)
            report_node(&s->report, group.count ? REPORT_FOOTER_GROUP_LABEL_MISSING : REPORT_FOOTER_GROUP_EMPTY, item);
        if (group.count)
            s->site.footer[s->site.footer_count++] = group;
    }
}

/* --- account and search -------------------------------------------------------------------------- */

static void furniture_account(story *s, json_node *object)
{
    json_node *node = reader_object(s, object, TEXT("account"));
    s->site.account = (account){
        .login = reader_url(s, node, TEXT("login"), URL_LINK),
        .logout = reader_url(s, node, TEXT("logout"), URL_LINK),
        .register_ = reader_url(s, node, TEXT("register"), URL_LINK),
        .subscribe = reader_url(s, node, TEXT("subscribe"), URL_LINK),
        .profile = reader_url(s, node, TEXT("profile"), URL_LINK),
    };
}

/* A module without the names of a form knows three letters of each, and its size, and ends at a name that has the same.
 */
static void form_names_need(text name)
{
#if BROADSHEET_MODULE < MODULE_WORLD
    static const struct {
        char first, middle, last;
        uint8_t size;
    } outlines[] = {
#define START(text)
#define NAME(text) {(text)[0], (text)[(sizeof(text) - 1) / 2], (text)[sizeof(text) - 2], sizeof(text) - 1},
#include "bundle/form_names.def"
#undef START
#undef NAME
    };
    for (size_t i = 0; i < sizeof outlines / sizeof outlines[0]; i++)
        if (name.size == outlines[i].size && name.at[0] == outlines[i].first &&
            name.at[name.size / 2] == outlines[i].middle && name.at[name.size - 1] == outlines[i].last)
            arena_lack();
#else
    (void)name;
#endif
}

/* Whether a name is one of a form's own, or may become one. "__proto__" and the like do not come here: a field's name
 * begins with a letter. */
static bool is_of_form(text name)
{
    static const struct {
        text own;
        bool whole;
    } names[] = {
#define START(text) {TEXT_INIT(text), false},
#if BROADSHEET_MODULE < MODULE_WORLD
#define NAME(text)
#else
#define NAME(text) {TEXT_INIT(text), true},
#endif
#include "bundle/form_names.def"
#undef START
#undef NAME
    };
    form_names_need(name);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        text own = names[i].own;
        if (text_starts(name, own) && (!names[i].whole || name.size == own.size))
            return true;
    }
    return false;
}

/* The fault of a field's name; REPORT_COUNT when there is none. */
static report_code field_fault(text name)
{
    if (!text_is_plain(name, 32, TEXT("_.-")) || !ascii_is_alpha(name.at[0]))
        return REPORT_SEARCH_PARAMETER_FORM;
    return is_of_form(name) ? REPORT_SEARCH_PARAMETER_RESERVED : REPORT_COUNT;
}

static void furniture_search(story *s, json_node *object)
{
    json_node *node = reader_object(s, object, TEXT("search"));
    search *find = &s->site.search;
    find->action = reader_url(s, node, TEXT("action"), URL_MEDIA);
    find->parameter = reader_text(s, node, TEXT("parameter"));
    if (find->parameter.size && field_fault(find->parameter) != REPORT_COUNT) {
        report_node(&s->report, field_fault(find->parameter), json_member(node, TEXT("parameter")));
        find->parameter = NO_TEXT;
    }
    if (!find->parameter.size)
        find->parameter = TEXT("q");
    if (node && !reader_member(s, node, TEXT("action")))
        report_node(&s->report, REPORT_SEARCH_ACTION_MISSING, node);
}

void bundle_furniture(story *s, json_node *object)
{
    site *paper = &s->site;
    if (s->now.precision == DATE_MINUTE) /* the date line shows it on the zone's clock */
        reader_instant(s, &s->now);
    paper->theme_color = furniture_color(s, object);
    furniture_logo(s, object);
    paper->navigation = links_read(s, object, TEXT("navigation"), link_navigation, &paper->navigation_count);
    paper->quick_links = links_read(s, object, TEXT("quickLinks"), link_quick, &paper->quick_link_count);
    paper->follow = links_read(s, object, TEXT("follow"), link_follow, &paper->follow_count);
    furniture_account(s, object);
    furniture_search(s, object);
    bundle_share(s, object);
    bundle_imprint(s, object);
    furniture_footer(s, object);
}
