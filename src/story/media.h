/* What a story has to watch, to hear and to look at elsewhere: video, audio, frames of other sites, posts; and quotes.
 */
#ifndef STORY_MEDIA_H
#define STORY_MEDIA_H

#include "markdown/markdown.h"
#include "story/line.h"
#include "text/date.h"

typedef enum media_type { MEDIA_VIDEO, MEDIA_AUDIO, MEDIA_FRAME, MEDIA_POST, MEDIA_TYPES } media_type;

typedef enum track_kind { TRACK_SUBTITLES, TRACK_CAPTIONS, TRACK_DESCRIPTIONS, TRACK_CHAPTERS, TRACK_KINDS } track_kind;

typedef struct media_source {
    url src;
    text type; /* of MIME */
} media_source;

typedef struct media_track {
    url src;
    track_kind kind;
    text language, label;
    bool is_default;
} media_track;

typedef struct media {
    media_type type;
    text title, provider, warning;
    text author, handle, said, language; /* of a post */
    line_text caption, credit;
    url url;   /* of the page where it is, for a link */
    url frame; /* what a frame shows: https, a host other than the site's, no port; else empty */
    url poster;
    uint32_t width, height; /* 0: not known */
    uint32_t seconds;       /* how long it is; 0: not known */
    media_source *sources;
    size_t source_count;
    media_track *tracks;
    size_t track_count;
    date published;
    markdown transcript;
} media;

/* How much room a picture takes in the body. */
typedef enum figure_size {
    FIGURE_COLUMN,
    FIGURE_SIDE,
    FIGURE_HALF,
    FIGURE_SMALL,
    FIGURE_WIDE,
    FIGURE_FULL,
    FIGURE_SIZES
} figure_size;

/* A pull quote. */
typedef struct quote {
    line_text text, source;
} quote;

#endif
