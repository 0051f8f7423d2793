/* Texts of one line. */
#ifndef STORY_LINE_H
#define STORY_LINE_H

#include "html/writer.h"

/* A text of one line: plain, for machines and where it has no markup, and its line Markdown (markdown/use.h). html is
 * empty where plain is all there is, as in a bundle of version 1. */
typedef struct line_text {
    text plain;
    html html;
} line_text;

#endif
