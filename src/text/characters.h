/* Which characters of a text are shown. Left out are those by which a text can read otherwise than
 * it is written, or be drawn outside of its place:
 *
 * - embeddings and overrides of direction (UAX #9, section 2; CVE-2021-42574), which markup has dir
 *   for (UTR #20, section 3.2), and isolates where they are not wanted or not balanced. The marks LRM,
 *   RLM and ALM stay: they are no more than an invisible letter, and Arabic and Hebrew need them.
 * - what is drawn on a letter, or not at all, past the eighth in a row; white space does not end the row.
 *   UTS #39, section 5.4, allows an identifier four; text in Hebrew with its accents and Tibetan stacks
 *   need up to eight.
 * - tags, unless they name the region of a flag (UTS #51, ED-14a), the characters that UTR #20, section
 *   3, has no use for in markup: those that are deprecated, annotations; and what is never drawn and has
 *   no meaning yet (Unicode, section 23.7).
 * - letters written from right to left, and isolates, once the direction has changed 2,048 times in a
 *   block: browsers take time for the square of that, and a megabyte of "aא" would hold them for minutes.
 *
 * What HTML itself forbids, the controls, is left to the writer. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "base/text.h"

/* What stands before, and which isolates are open. All zero at the start of a text. */
typedef struct characters {
    uint8_t run;      /* characters in a row that are drawn on another, or not at all */
    uint8_t isolates; /* open */
    bool flag;        /* the letter before the run is a black flag */
    uint8_t side;     /* where the last letter is written from: */
    uint32_t turns;   /* how often that has changed */
} characters;

enum { CHARACTERS_NEITHER, CHARACTERS_LEFT, CHARACTERS_RIGHT };
enum { CHARACTERS_RUN = 8, CHARACTERS_ISOLATES = 8, CHARACTERS_TURNS = 2048 };

/* Whether letters written from the left, white space and punctuation change nothing of what is known: text of them
 * alone need not be looked at one by one. */
static inline bool characters_settled(const characters *c)
{
    return !c->run && !c->flag && c->side == CHARACTERS_LEFT;
}

/* A new block of text begins: directions are resolved in each by itself (UAX #9, section 3). */
void characters_block(characters *c);

/* Whether the character that comes next stays; with isolates also those, as long as they are balanced:
 * at the end c->isolates of them are still to be closed. */
bool characters_keep(characters *c, uint32_t code_point, bool isolates);

/* What a character is that was left out, by itself: a control, one that has to do with the direction of writing, a
 * mark, or one that is never drawn or is deprecated. */
typedef enum characters_kind {
    CHARACTERS_CONTROL,
    CHARACTERS_DIRECTION,
    CHARACTERS_MARKS,
    CHARACTERS_INVISIBLE,
    CHARACTERS_KINDS
} characters_kind;

characters_kind characters_kind_of(uint32_t code_point);

/* Whether a reader sees anything of a text: more than white space, marks without a letter, and what is not drawn or
 * not written. */
bool characters_show(text t);

#endif
