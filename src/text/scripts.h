/* Scripts that a story in Korean, English or another language of Europe or East Asia hardly has a letter of: those of
 * India and South-East Asia, of Ethiopia and Georgia, Mongolian, the historic ones. Their rows are most of our tables
 * of Unicode, so the module of the story does without: at the first such letter that has to be looked up there it ends,
 * and a larger module is asked. web/elements/modules.js asks that one first where it knows the language. */
#ifndef SCRIPTS_H
#define SCRIPTS_H

#include "base/module.h"

#include <stdbool.h>
#include <stdint.h>

#define MODULE_HAS_SCRIPTS (BROADSHEET_MODULE >= MODULE_PAGE)

/* Languages that are written in them: an element that finds one of these asks for the module of the page at once. The
 * build reads them here (web/parts.mjs). */
#define SCRIPTS_LANGUAGES "am as bn bo chr dz gu hi ka km kn kok lo mai ml mr my ne or pa sa sat si ta te th ti"

/* By blocks: U+0800 to U+1DFF but for Hangul's letters, U+2C00 to U+2DFF, U+A4D0 to U+ABFF but for Hangul's, and plane
 * 1 up to its symbols. In the tables their rows stand behind MODULE_HAS_SCRIPTS. */
static inline bool scripts_are_rare(uint32_t c)
{
    return (c >= 0x800 && c < 0x1E00 && c >> 8 != 0x11) || (c >= 0x2C00 && c < 0x2E00) ||
           (c >= 0xA4D0 && c < 0xAC00 && c >> 5 != 0xA960 >> 5) || (c >= 0x10000 && c < 0x1F000);
}

/* Called before a character is looked up in such a table. */
static inline void scripts_need(uint32_t c)
{
    if (!MODULE_HAS_SCRIPTS && scripts_are_rare(c))
        arena_lack();
}

#endif
