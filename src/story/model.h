/* A story as plain structs: bundle/ fills them from the merged JSON, checked, and the parts render them. Everything
 * lives in the story's arena.
 *
 * Where the bundle lacks a value, a text is empty, a url's href too, a count is 0, and a date has DATE_NONE. Text is
 * cleaned: no control characters but TAB, LF and CR (which the writer makes LF), and only characters that
 * text/characters.h keeps; in the body's Markdown the writer sees to the latter. */
#ifndef MODEL_H
#define MODEL_H

#include "base/digest.h"
#include "base/index.h"
#include "html/base.h"
#include "markdown/markdown.h"
#include "report/report.h"
#include "story/author.h"
#include "story/box.h"
#include "story/extras.h"
#include "story/furniture.h"
#include "story/media.h"
#include "story/update.h"
#include "text/date.h"
#include "url/url.h"

typedef struct picture_source {
    url src;
    uint32_t width;
} picture_source;

/* The field of the picture that must stay in view: one of nine in a grid of thirds, row by row. */
typedef enum focus {
    FOCUS_NONE,
    FOCUS_1,
    FOCUS_2,
    FOCUS_3,
    FOCUS_4,
    FOCUS_5,
    FOCUS_6,
    FOCUS_7,
    FOCUS_8,
    FOCUS_9
} focus;

/* Of a thing or a label that the body places: the first time is free, repeats share a budget (bundle/places.c). */
typedef struct placing {
    bool placed;   /* it has been shown */
    size_t weight; /* bytes that it takes each time; 0 until they are counted */
} placing;

/* What a paragraph of the body may place by its id: one of the kinds of markdown/places.def. */
typedef struct placeable {
    text id;
    void *model; /* the struct of its kind: a figure, a related story */
    placing placing;
    bool listed;    /* a gallery shows it */
    uint32_t shown; /* how often it stands in the story, up to now */
    uint32_t again; /* 0 where it stands first; else which time this is, for ids (writer_again) */
} placeable;

typedef struct figure {
    text id, alt;
    url url, src; /* what the picture links to; it has a name then */
    figure_size size;
    line_text caption, credit;
    picture_source *sources;
    size_t source_count;
    uint32_t width, height; /* 0: not known */
    focus focus;
} figure;

typedef struct section {
    text id, label;
    url url;
    const struct section *parent;
    bool cut;        /* more sections stand directly in it than the limit allows */
    bool in_path;    /* the article's path holds it */
    placing placing; /* of its label, with the related stories that the body places */
} section;

typedef struct related {
    text id, kicker, headline;
    url url, image;
    date published;
    text section;                  /* a label */
    struct section *section_named; /* the section of the site whose label it is, or NULL */
    story_label label;
} related;

typedef struct correction {
    date date;
    line_text text;
    correction_kind kind;
    bool quiet; /* machines are not told of it */
} correction;

typedef struct tag {
    text label;
    url url;
} tag;

typedef struct alternate {
    text language;
    url url;
    text label;
    bool shown; /* the page has a link to it */
} alternate;

/* Why a story is gone. */
typedef enum gone { GONE_NOT, GONE_WITHDRAWN, GONE_EXPIRED } gone;

typedef struct article {
    bool missing;                 /* only where the option "furniture" allows it */
    bool hidden;                  /* under an embargo: it is missing, too */
    bool credited;                /* the byline is not the usual one: bundle/people.c */
    bool lead_sized;              /* the picture at lead_address has the lead's width and height */
    gone gone;                    /* then it has its headline, and nothing of what it told */
    date expires;                 /* a time in UTC */
    text id, language, direction; /* direction is empty when the article is missing and no language is known */
    url url;
    const section **sections; /* the path, from the top */
    size_t section_count;
    text kicker, headline, headline_short, headline_search, headline_social, dateline, rights;
    line_text standfirst;
    date published, modified;
    const figure *lead;
    place_kind lead_kind; /* of what stands above the story in its place */
    const placeable *lead_placed;
    url lead_address, canonical; /* absolute; empty where the site's address is not known */
    author *authors;             /* everybody; first those of the text */
    size_t author_count;         /* of the text */
    size_t people_count;         /* of all kinds of credit */
    text byline;                 /* its wording, with numbers of authors in braces: story/wording.h */
    author **numbered;           /* by number, from 1; NULL where that one was left out */
    size_t numbered_count;
    correction *corrections;
    size_t correction_count;
    tag *tags;
    size_t tag_count;
    alternate *alternates;
    size_t alternate_count;
    bool alternates_shown; /* one of them is */
    extras *extras;        /* NULL: there are none */
    media **media;         /* in the bundle's order */
    size_t media_count;
    markdown body;
    live live;
} article;

typedef struct site {
    text name, language, time_zone;
    url url;
    section *sections; /* the whole tree, parents before their children */
    size_t section_count;
    index section_by_id;
    text theme_color;
    bool reading_time; /* the story shows how long it takes to read */
    uint32_t age_days; /* from which age on a story says that it is old; 0: never */
    thumbnail logo;
    site_link *navigation, *quick_links, *follow;
    size_t navigation_count, quick_link_count, follow_count;
    account account;
    search search;
    notice notice; /* without id there is none */
    share *shares;
    size_t share_count;
    slot *slots; /* in the bundle's order */
    size_t slot_count;
    insert *inserts;
    size_t insert_count;
    imprint_line *imprint;
    size_t imprint_count;
    link_group *footer;
    size_t footer_count;
    text copyright;
    feed *feeds;
    size_t feed_count;
} site;

/* The section of an id; NULL when there is none. */
static inline section *site_section(const site *paper, text id)
{
    return index_find(&paper->section_by_id, id);
}

/* The lists, which change by the minute. */
typedef struct lists {
    ranked_item *ticker; /* by rank */
    size_t ticker_count;
    uint32_t ticker_hours; /* how long it stays hidden when the reader asks for that; 0: it is not offered */
    ranked_list *ranked;   /* in the bundle's order */
    size_t ranked_count;
    index ranked_by_id;
    galleries galleries;
    ranked_item *more_by_author;
    size_t more_by_author_count;
} lists;

static inline const ranked_list *lists_ranked(const lists *l, text id)
{
    return index_find(&l->ranked_by_id, id);
}

/* The words of the user interface, in the language that was chosen. */
typedef enum word {
#define X(name, key, rule) WORD_##name,
#include "story/strings.def"
#undef X
    WORD_COUNT
} word;

/* The short name of the time zone at an instant. It has its room from the beginning, so that a host may answer as often
 * as it likes and takes no memory by it. */
enum { ZONE_NAME_MOST = 64 };
typedef struct zone_name {
    char at[ZONE_NAME_MOST];
    size_t size;
} zone_name;

struct broadsheet_story {
    arena arena;
    text *layers; /* as the gate has copied them */
    size_t layer_count;
    bool updated; /* the one layer is a bundle that was merged here, and of which nobody has the text */
    json_tree tree;
    unsigned char *marks; /* of the tree's nodes: story/mark.h */
    unsigned version;     /* of the bundle's format: 1 or 2 */
    report report;
    broadsheet_limits limits;
    text id_prefix, frames; /* frames: hosts */
    url stylesheet;
    uint32_t heading_base;
    date now;
    text locale, locale_direction; /* of the words */
    bool signed_in,
        page;        /* the reader is, as "account" shows; the part "document" holds the page, not the story alone */
    bool furniture;  /* the article may be missing */
    bool provenance; /* the root of each part says what it was made from */
    digest options_digest, layers_digest; /* for that */
    bool cut;                             /* some list has more items than the limit */
    article article;
    size_t places_size, places_spent;     /* bytes of what places, and of what it placed again: bundle/places.c */
    uint32_t proses;                      /* Markdown read beside the body, up to now */
    bool paid;                            /* what is read now stands in paid room, which its links say */
    index lines, placeables[PLACE_KINDS]; /* texts of one line to those without markup; by id: figures, slots, ... */
    url_base base;                        /* of the article's relative addresses, for those that only machines read */
    url_base rebase;                      /* the host's, of all relative addresses; empty: they stay as they are */
    broadsheet_instant *instants;
    size_t instant_count, instant_room;
    int32_t *offsets;      /* one per instant; all 0 until the host answers */
    zone_name *zone_names; /* one per instant; empty until the host answers. NULL: none is shown */
    bool in_utc, local;    /* times are shown in UTC, and say so; one of the instants is local */
    bool zone_option;      /* the zone came from the options */
    broadsheet_info info;
    site site; /* this and what follows is large, and last: code that reads what stands within 1 KB is shorter */
    arena line_work, text_work, try_work; /* for a line of Markdown; for a text to convert, and a try of it */
    text words[WORD_COUNT];
    lists lists;
    broadsheet_options given; /* the options, as they were asked for; of the whole alone */
    broadsheet_limits asked;  /* given.limits */
    int32_t *clocks;          /* offsets of the clock on which local dates are read; NULL: that is the zone's own */
};
typedef struct broadsheet_story story;

/* The model of an id, or what holds it; NULL when there is none:
 *
 *     const figure *f = story_placed(s, PLACE_FIGURE, id);
 */
static inline placeable *story_placeable(const story *s, place_kind kind, text id)
{
    return index_find(&s->placeables[kind], id);
}
static inline void *story_placed(const story *s, place_kind kind, text id)
{
    const placeable *p = story_placeable(s, kind, id);
    return p ? p->model : NULL;
}

/* A picture more than twice as high as wide is cut, or too small to read: it gets a link to the whole. */
static inline bool figure_is_tall(const figure *f)
{
    return f->width && f->height > 2 * f->width;
}

/* The address by which links leave the site or not: the site's, or else the story's. */
static inline url story_home(const story *s)
{
    return s->site.url.href.size ? s->site.url : s->article.canonical;
}

/* The address that a browser would make addresses absolute with: the story's page, where that is known, or else the
 * site. */
static inline url story_page(const story *s)
{
    return s->article.canonical.href.size ? s->article.canonical : s->site.url;
}

/* A story without content, whose arena is open; broadsheet_close frees it. NULL: there is no memory. */
story *story_new(void);

#endif
