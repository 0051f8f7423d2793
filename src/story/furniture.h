/* The furniture of the paper around the story, as plain structs: bundle/furniture.c, with share.c and imprint.c, and
 * bundle/lists.c fill them from "site" and "lists"; the parts render them. The rules of story/model.h hold: a missing
 * text or address is empty, a missing count is 0. */
#ifndef FURNITURE_H
#define FURNITURE_H

#include "base/index.h"
#include "text/date.h"
#include "url/url.h"
#include "json/json.h"

/* A small picture: a logo, the picture of an item, a cover. Without src there is none. */
typedef struct thumbnail {
    url src;
    text alt;
    uint32_t width, height; /* 0: not known */
} thumbnail;

/* A label that leads somewhere: navigation, quick links, footer links. */
typedef struct site_link {
    text label;
    url url;
    url icon;                      /* of quick links: decoration */
    text network;                  /* of follow links: the network's name, in lower case */
    text language;                 /* of the label, when it is not the site's */
    const struct section *section; /* of navigation: the section that the link stands for, or NULL */
} site_link;

typedef struct link_group {
    text label;
    url url; /* of the label */
    site_link *links;
    size_t count;
} link_group;

typedef struct account {
    url login, logout, register_, subscribe, profile;
} account;

typedef struct search {
    url action;
    text parameter; /* the name of the query's field; "q" where the bundle has none */
} search;

typedef struct notice {
    text id, title, body; /* body is plain text, lines are paragraphs; the title may be missing */
    url url;
    thumbnail image;
    uint32_t hours; /* how long it stays closed when the reader asks for that; 24 where the bundle has none */
} notice;

typedef enum share_network {
    SHARE_FACEBOOK,
    SHARE_X,
    SHARE_KAKAOTALK,
    SHARE_WHATSAPP,
    SHARE_REDDIT,
    SHARE_MAIL,
    SHARE_LINK,
    SHARE_SYSTEM,
    SHARE_COUNT
} share_network;

typedef struct share {
    share_network network;
    text template; /* an address with {url} and {title}, checked: KakaoTalk needs it, for others it replaces ours */
} share;

typedef enum slot_size {
    SLOT_BANNER /* 728x90 */,
    SLOT_RECTANGLE /* 300x250 */,
    SLOT_HALF_PAGE /* 300x600 */,
    SLOT_MOBILE /* 320x100 */,
    SLOT_SIZES
} slot_size;

typedef struct slot {
    text id, label, advertiser, alt;
    url url, image;
    slot_size size;
} slot;

/* A slot that the paper puts into the text of every story. */
typedef struct insert {
    text slot;
    uint32_t after; /* which paragraph */
    size_t next;    /* bundle/inserts.c */
    json_node *node;
} insert;

typedef enum imprint_kind { IMPRINT_TEXT, IMPRINT_EMAIL, IMPRINT_TELEPHONE, IMPRINT_URL, IMPRINT_DATE } imprint_kind;

typedef struct imprint_line {
    text label, value, language; /* language of the value, when it is not the site's */
    imprint_kind kind;
    date date; /* DATE_NONE: the value is no date, or its own */
    url url;   /* mailto:, tel: or an address, by kind */
} imprint_line;

typedef struct feed {
    text label, type; /* application/rss+xml, application/atom+xml or application/feed+json */
    url url;
} feed;

typedef struct ranked_item {
    uint32_t rank; /* from 1: what the bundle says, or else its place in the list */
    text kicker, headline;
    url url;
    thumbnail image;
    date published;
    const story_label *label; /* without an address; NULL: there is none */
} ranked_item;

typedef struct ranked_list {
    text id, label;
    text anchor; /* the id of its heading, with the prefix */
    url url;
    ranked_item *items;
    size_t count;
} ranked_list;

/* How a gallery that the body places stands there: side by side, one below another, or as a cover that opens a viewer.
 */
typedef enum gallery_layout { GALLERY_ROW, GALLERY_STACK, GALLERY_VIEWER, GALLERY_LAYOUTS } gallery_layout;

typedef struct gallery {
    text id, title;
    text anchor; /* the id of its viewer, with the prefix; the id of each picture is in its figure */
    text place;  /* the id where it stands, with the prefix: the viewer leads back there */
    url url;
    thumbnail cover;
    uint32_t picture_total; /* what the paper says, and never less than the number of pictures */
    const struct figure **pictures;
    size_t picture_count;
    gallery_layout layout; /* of one that the body places */
} gallery;

typedef struct galleries {
    text label;
    text anchor; /* the id of the heading, with the prefix */
    url url;
    gallery *items;
    size_t count;
} galleries;

#endif
