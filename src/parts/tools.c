/* Buttons to print and to change the font size. They need JavaScript, which shows them; without it the browser's own
 * commands do the same. */
#include "page/part.h"

static void tools_button(render *r, text action, word label, glyph drawn)
{
    writer *w = r->w;
    part_button_open(r, TEXT("bs-tools__button"), action);
    part_glyph(r, drawn);
    writer_open_class(w, "span", "bs-tools__name");
    part_say(r, label);
    writer_close(w, "span");
    writer_close(w, "button");
}

void part_tools(render *r)
{
    writer *w = r->w;
    part_open_words(r, "div", "tools");
    writer_set(w, "role", "group");
    writer_attr(w, "aria-label", part_word(r, WORD_TOOLS));
    tools_button(r, TEXT("print"), WORD_PRINT, GLYPH_PRINT);
    tools_button(r, TEXT("font-down"), WORD_FONT_DOWN, GLYPH_FONT_DOWN);
    tools_button(r, TEXT("font-up"), WORD_FONT_UP, GLYPH_FONT_UP);
    writer_line(w);
    writer_open_class(w, "p", "bs-tools__status");
    writer_set(w, "role", "status");
    writer_attr(w, "data-bs-pattern", part_word(r, WORD_FONT_SIZE));
    writer_close(w, "p");
    writer_line(w);
    writer_close(w, "div");
}
