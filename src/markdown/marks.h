/* The marks: characters that the pass before md4c (markdown/prepare.h) puts into the text, and that are taken out
 * again, or become the character that they stand for, wherever text is written (markdown/unmark.h): between tags, in
 * code, in alternative texts, titles, addresses, ids.
 *
 * All but one are noncharacters, U+FDD0 to U+FDDF, which md4c takes for letters. One that a text has itself becomes
 * two, MARK_OWN and one of U+FDE0 to U+FDEF, which are written as the one that it was. The mark that md4c must take for
 * punctuation can be no noncharacter: it is U+FFFC, and one that a text has itself becomes MARK_OBJECT. */
#ifndef MARKDOWN_MARKS_H
#define MARKDOWN_MARKS_H

/* U+FDD0 and on, in this order, which are the bytes EF B7 and the value; and the text that each is written as, "" for
 * none. From MARK_STAR to MARK_CLOSE they stand in a plain address. */
#define MARKS(X)                                                                                                       \
    X(MARK_LETTER, "")             /* a letter, so that a delimiter run may open or close */                           \
    X(MARK_OBJECT, "\xEF\xBF\xBC") /* U+FFFC of the text itself */                                                     \
    X(MARK_TILDE, "~")             /* a tilde that does not strike */                                                  \
    X(MARK_STAR, "*")                                                                                                  \
    X(MARK_LINE, "_")                                                                                                  \
    X(MARK_OPEN, "[")                                                                                                  \
    X(MARK_CLOSE, "]")                                                                                                 \
    X(MARK_ADDRESS, "")     /* a plain address begins */                                                               \
    X(MARK_ADDRESS_END, "") /* and ends */                                                                             \
    X(MARK_BREAK, "")       /* a line break begins: the tag behind it */                                               \
    X(MARK_START, "")       /* a line begins: the no-break space behind it is of the pass */                           \
    X(MARK_RAISED, "^")     /* the text up to the next one is raised, or lowered (markdown/raised.c) */                \
    X(MARK_LOWERED, "~")                                                                                               \
    X(MARK_FOOTNOTE, "") /* a reference to a footnote, or a footnote, begins, and ends (markdown/footnotes.h) */       \
    X(MARK_NOTE, "")     /* something is to be told of what stands here; or a comment stood here */

enum markdown_mark {
    MARK_FIRST = 0x90,
    MARK_BEFORE = MARK_FIRST - 1,
#define X(name, shown) name,
    MARKS(X)
#undef X
        MARK_END,
    MARK_OWN = 0x9F,        /* the next character, less 16, is one that the text has itself */
    MARK_PUNCTUATION = 0xA0 /* its number, where marks are told apart; its bytes are others */
};
_Static_assert(MARK_END <= MARK_OWN, "there are sixteen noncharacters for marks");

/* The bytes of a mark, and of the one that is punctuation. */
#define MARK_TEXT(mark)       ((text){(const char[3]){'\xEF', '\xB7', (char)(mark)}, 3})
#define MARK_PUNCTUATION_TEXT TEXT("\xEF\xBF\xBC")

/* Before a line of line Markdown (markdown/use.h). No block begins with it, and to md4c the line begins behind white
 * space. */
#define MARK_START_SPACE TEXT("\xC2\xA0")

#endif
