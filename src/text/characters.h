/* Which characters of a text are shown. Left out are those that let a text read otherwise than it is written, or be
 * drawn outside of its place:
 *
 * - Embeddings and overrides of direction (UAX #9, section 2; CVE-2021-42574), for which markup has dir (UTR #20,
 *   section 3.2). Isolates, where they are not wanted or not balanced. The marks LRM, RLM and ALM stay: each is no more
 *   than an invisible letter, and Arabic and Hebrew need them.
 * - Characters that are drawn on a letter, or not drawn at all, past the eighth in a row; white space does not end the
 *   row. UTS #39, section 5.4, allows an identifier four; Hebrew with its accents and stacks in Tibetan need up to
 *   eight.
 * - Tags, unless they name the region of a flag (UTS #51, ED-14a).
 * - Characters of no use in markup (UTR #20, section 3): deprecated ones and annotations. And those that are never
 *   drawn and have no meaning yet (Unicode, section 23.7).
 * - Letters written from right to left, and isolates, once the direction has changed 2,048 times in a block: browsers
 *   take time for the square of that, and a megabyte of "aא" would hold them for minutes.
 *
 * Controls, which HTML itself forbids, are left to the writer. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "base/text.h"

/* What the rules remember of the characters so far. All zero at the start of a text. */
typedef struct characters {
    uint8_t run;      /* marks and invisible characters in a row */
    uint8_t isolates; /* isolates that are open */
    bool flag;        /* the letter before the run is a black flag */
    uint8_t side;     /* from which the last letter is written: CHARACTERS_LEFT or CHARACTERS_RIGHT */
    uint32_t turns;   /* how often side has changed in this block */
} characters;

enum { CHARACTERS_NEITHER, CHARACTERS_LEFT, CHARACTERS_RIGHT };
enum { CHARACTERS_RUN = 8, CHARACTERS_ISOLATES = 8, CHARACTERS_TURNS = 2048 };

/* Whether letters written from the left, white space and punctuation would change nothing here. Text of them alone need
 * not be looked at character by character. */
static inline bool characters_settled(const characters *c)
{
    return !c->run && !c->flag && c->side == CHARACTERS_LEFT;
}

/* Notes a letter written from the left, which always stays. */
static inline void characters_letter(characters *c)
{
    if (c->side != CHARACTERS_LEFT && c->turns < CHARACTERS_TURNS)
        c->turns++;
    c->side = CHARACTERS_LEFT;
    c->run = 0;
    c->flag = false;
}

/* Notes a character of ASCII, which always stays. White space does not end a row of marks. */
static inline void characters_ascii(characters *c, char ascii)
{
    if (ascii_is_letter_or_digit(ascii)) {
        characters_letter(c);
        return;
    }
    if (ascii != ' ' && (ascii < '\t' || ascii > '\r'))
        c->run = 0;
    c->flag = false;
}

/* Begins a new block of text: each block has its own directions (UAX #9, section 3). */
void characters_block(characters *c);

/* Whether the next character stays. With isolates, balanced isolates stay too: at the end of the text, c->isolates of
 * them are still to be closed. */
bool characters_keep(characters *c, uint32_t code_point, bool isolates);

/* The kind of a character that was left out, judged without the text around it: a control, one that steers the
 * direction of writing, a mark, or one that is deprecated or never drawn. */
typedef enum characters_kind {
    CHARACTERS_CONTROL,
    CHARACTERS_DIRECTION,
    CHARACTERS_MARKS,
    CHARACTERS_INVISIBLE,
    CHARACTERS_REPLACED, /* not left out: what is no character becomes U+FFFD */
    CHARACTERS_KINDS
} characters_kind;

/* Whether a code point is a noncharacter (Unicode, section 23.7): a parse error in HTML, and no text. */
static inline bool characters_none(uint32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

characters_kind characters_kind_of(uint32_t code_point);

/* The side of the first strong letter of a text, which gives its direction (UAX #9, rules P2 and P3):
 * CHARACTERS_NEITHER when there is none. Letters in an isolate do not count; isolates: how many are open at the start.
 */
uint8_t characters_first(text t, size_t isolates);

/* Whether a reader sees anything of a text: anything but white space, marks without a letter, controls, and characters
 * that are not drawn. */
bool characters_show(text t);

/* Whether a text holds white space that a reader sees as a gap in a line: all but controls and the separators of lines
 * and paragraphs (U+2028 and U+2029). */
bool characters_space(text t);

#endif
