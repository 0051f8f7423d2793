/* The small fields of a story, which version 2 of the format has: its label, series, rating, notices, points, what else
 * to read, its comments and who may read it. */
#ifndef EXTRAS_H
#define EXTRAS_H

#include "story/line.h"

/* What sort of story it is. LABEL_OTHER: one that this version has no word for. */
typedef enum label_kind {
    LABEL_SPONSORED,
    LABEL_OPINION,
    LABEL_ANALYSIS,
    LABEL_REVIEW,
    LABEL_BREAKING,
    LABEL_LIVE,
    LABEL_OTHER
} label_kind;

typedef struct story_label {
    label_kind kind;
    text said; /* in place of the kind's word; of a sponsored story behind it */
    url url;
    bool shows; /* there is a label */
} story_label;

typedef enum notice_kind {
    NOTICE_OF_WARNING,
    NOTICE_OF_AFFILIATE,
    NOTICE_OF_AI,
    NOTICE_OF_AGE,
    NOTICE_KINDS
} notice_kind;

typedef struct story_notice {
    notice_kind kind;
    text said; /* in place of the kind's words; never empty for a warning */
    url url;
} story_notice;

typedef enum access_kind { ACCESS_FREE, ACCESS_REGISTRATION, ACCESS_SUBSCRIPTION, ACCESS_UNKNOWN } access_kind;

typedef struct extras {
    story_label label;
    text series; /* empty: there is none */
    url series_url;
    uint32_t series_part, series_of; /* 0: not known */
    text rating;                     /* its digits, with a point among them or none; empty: there is none */
    double rating_value;
    uint32_t rating_most;
    story_notice *notices;
    size_t notice_count;
    uint32_t years; /* how old the story is; 0: less than one, or not known */
    line_text *points;
    size_t point_count;
    const struct related **more;
    size_t more_count;
    url comments; /* empty: there are none */
    bool comments_counted;
    uint32_t comment_count;
    access_kind access;
} extras;

/* What a correction is. */
typedef enum correction_kind {
    CORRECTION_PLAIN, /* the bundle does not say */
    CORRECTION_CORRECTION,
    CORRECTION_CLARIFICATION,
    CORRECTION_UPDATE,
    CORRECTION_NOTE,
    CORRECTION_KINDS
} correction_kind;

#endif
