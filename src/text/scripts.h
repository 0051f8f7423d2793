/* Scripts that a story in Korean, English or another language of Europe or East Asia hardly has a letter of: those that
 * are written from the right, those of India and South-East Asia, of Ethiopia and Georgia, Mongolian, the historic
 * ones. Their rows are most of our tables of Unicode, and a text that has but one direction needs no look at it. So the
 * modules before WORLD do without both: at the first such letter that has to be looked at they end, and a larger module
 * is asked. web/elements/modules.js asks WORLD first where it knows the language. But the page around a story has links
 * to a paper's editions in other languages, in their letters. So the module of the page has what a plain text wants of
 * the scripts up to Khmer, which are in use, and ends at such a letter in Markdown or in a host. */
#ifndef SCRIPTS_H
#define SCRIPTS_H

#include "base/module.h"

#include <stdbool.h>
#include <stdint.h>

#define MODULE_HAS_SCRIPTS (BROADSHEET_MODULE >= MODULE_WORLD)
#define MODULE_HAS_LABELS  (BROADSHEET_MODULE >= MODULE_PAGE) /* in plain texts, below SCRIPTS_LABELS_END */
#define SCRIPTS_LABELS_END 0x1800

/* Languages that are written in them: an element that finds one of these asks for the module WORLD at once. The build
 * reads them here (web/languages.mjs). */
#define SCRIPTS_LANGUAGES                                                                                              \
    "am as bn bo chr ckb dv dz fa gu he hi ka km kn kok lo mai ml mr my ne or pa ps sa sat sd si syr ta te th ti ug "  \
    "ur yi"

/* By blocks: U+0590 to U+1DFF but for Hangul's letters, U+2C00 to U+2DFF, U+A4D0 to U+ABFF but for Hangul's, the forms
 * of Hebrew and Arabic for compatibility (among them are noncharacters, which md4c is given as marks), and plane 1 up
 * to its symbols. In the tables their rows stand behind these two. And the characters that steer the direction
 * and stay in a text: LRM, RLM and isolates. */
static inline bool scripts_are_rare(uint32_t c)
{
    return (c >= 0x590 && c < 0x1E00 && c >> 8 != 0x11) || (c >= 0x2C00 && c < 0x2E00) ||
           (c >= 0xA4D0 && c < 0xAC00 && c >> 5 != 0xA960 >> 5) ||
           (c >= 0xFB1D && c < 0xFE00 && (c < 0xFDD0 || c > 0xFDEF)) || (c >= 0xFE70 && c < 0xFEFF) ||
           (c >= 0x10000 && c < 0x1F000) || c >> 1 == 0x200E >> 1 || (c >= 0x2066 && c < 0x206A);
}

/* Called before the table or the direction of a character is looked at. */
static inline void scripts_need(uint32_t c)
{
    if (!MODULE_HAS_SCRIPTS && scripts_are_rare(c))
        arena_lack();
}

/* The same for a character that may stand in a plain text; Markdown has been looked at (markdown_scripts). */
static inline void scripts_need_plain(uint32_t c)
{
    if (!MODULE_HAS_LABELS || c >= SCRIPTS_LABELS_END)
        scripts_need(c);
}

#endif
