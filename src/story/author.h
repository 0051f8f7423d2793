/* Who has given what to a story. */
#ifndef AUTHOR_H
#define AUTHOR_H

#include "url/url.h"

/* What a person has given to a story. CREDIT_OTHER: something that this version has no word for. */
typedef enum credit_kind {
    CREDIT_TEXT,
    CREDIT_PHOTO,
    CREDIT_VIDEO,
    CREDIT_AUDIO,
    CREDIT_TRANSLATION,
    CREDIT_PRODUCTION,
    CREDIT_EDITING,
    CREDIT_OTHER,
    CREDIT_COUNT
} credit_kind;

typedef struct author {
    text name, role, email;
    url mail; /* mailto: */
    url url, image;
    url address;   /* of the author's page, absolute */
    size_t number; /* its place in the bundle's list, from 1 */
    text bio, place;
    credit_kind credit;
    bool organization; /* an agency, a desk: no person */
    bool worded;       /* article.byline names it */
    bool told;         /* its role stands in the part contact, whether there is a way to reach it or not */
    size_t again;      /* bytes that it takes to name it once more; 0: no live update names it */
    const void *named; /* the last live update that names it */
} author;

#endif
