/* Footnotes, of version 2 (tests/spec/markdown/footnotes.txt).
 *
 * The pass before md4c follows a definition as a container (markdown/lines.h), and moves it to the end of the text for
 * md4c, behind a paragraph of its own that holds its number between two marks; so it is read as any other text, and all
 * of the text shares its definitions of links. In its place stands a heading without text, which is not shown. A
 * reference becomes its number between two marks. Which note it names, and which number that has for the reader, is
 * known at the end: then the notes are written in the order in which they are referred to. */
#ifndef MARKDOWN_FOOTNOTES_H
#define MARKDOWN_FOOTNOTES_H

#include "markdown/state.h"

/* --- the callbacks ------------------------------------------------------------------------------- */

/* Takes what stands behind the first mark off a piece, with the second one. The source of it where it is a reference.
 */
text footnote_source(markdown_state *m, text *piece);
/* The same, in text that is shown. */
void footnote_write(markdown_state *m, text *piece);
/* The link or picture has ended in which references had no place: they stand behind it. */
void footnotes_due(markdown_state *m);

/* --- the end ------------------------------------------------------------------------------------- */

/* Numbers the notes. end: of the HTML. *main: where that of the first note begins. */
void footnotes_number(markdown_state *m, size_t end, size_t *main);
/* Writes a reference, and the notes. */
void footnote_reference(markdown_state *m, writer *w, const markdown_edit *e);
void footnotes_write(markdown_state *m, writer *w, text made);

#endif
