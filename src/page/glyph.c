/* Glyphs: a drawing beside a text that says the same. They stand in the page itself, since a Content Security Policy
 * might refuse an image, and a page would have to ask for it. Their paths are literals; CSS gives their colour. */
#include "page/part.h"

#define GLYPH(path) writer_set((w), "d", path)

static void glyph_path(writer *w, glyph which)
{
    switch (which) {
    case GLYPH_PRINT:
        GLYPH("M7 3.5h10V8h2.5A1.5 1.5 0 0 1 21 9.5V17h-4v3.5H7V17H3V9.5A1.5 1.5 0 0 1 4.5 8H7zm1.7 1.7V8h6.6V5.2zM4.8 "
              "9.7"
              "v5.6H7V13h10v2.3h2.2V9.7zm3.9 5v4.1h6.6v-4.1z");
        break;
    case GLYPH_FONT_DOWN:
        GLYPH("M3 18.5 7.6 6h2l4.6 12.5h-2.1L10.9 15H6.2L5 18.5zm3.8-5.2h3.5L8.6 8.2zm9-.8h6v1.7h-6z");
        break;
    case GLYPH_FONT_UP:
        GLYPH(
            "M1 20 6.9 4h2.3L15 20h-2.3l-1.5-4.3H4.8L3.3 20zm4.4-6.2h5L8 6.6zM18 8.5h1.7v2.8h2.8V13h-2.8v2.8H18V13h-2.8"
            "v-1.7H18z");
        break;
    case GLYPH_FACEBOOK:
        GLYPH(
            "M13.6 21.5v-8.2h2.8l.4-3.2h-3.2V8c0-.9.3-1.6 1.6-1.6h1.7V3.6c-.3 0-1.3-.1-2.5-.1-2.4 0-4.1 1.5-4.1 4.2v2.4"
            "H7.5v3.2h2.8v8.2z");
        break;
    case GLYPH_X:
        GLYPH("M3.5 4h5l4 5.5L17.3 4h2.2l-6 7 7 9h-5l-4.4-5.8L6 20H3.8l6.3-7.4zm3 1.6 9.8 12.8h1.2L7.8 5.6z");
        break;
    case GLYPH_KAKAOTALK:
        GLYPH("M12 3.8c5.1 0 9.2 3.2 9.2 7.2s-4.1 7.2-9.2 7.2l-1.6-.1L6 21.2l.9-4.1C4.4 15.8 2.8 13.6 2.8 11c0-4 "
              "4.1-7.2 9.2"
              "-7.2zM9.6 8v6h1.6v-1.5l.7-.8 1.6 2.3h2l-2.4-3.5L15.3 8h-2l-2.1 2.5V8z");
        break;
    case GLYPH_WHATSAPP:
        GLYPH("M12 3a9 9 0 0 0-7.7 13.6L3 21l4.5-1.2A9 9 0 1 0 12 3zm0 1.7a7.3 7.3 0 1 1-4.2 13.2l-2.4.7.7-2.4A7.3 7.3 "
              "0 0 1 12"
              " 4.7zM8.9 7.8c.3-.3.8-.2 1 .2l.7 1.6c.1.3 0 .6-.2.8l-.5.6c.6 1.2 1.6 2.2 2.9 "
              "2.8l.8-.9c.2-.2.5-.3.8-.1l1.6.8"
              "c.4.2.5.6.3 1-.4.9-1.3 1.4-2.3 1.2-3-.6-5.1-2.7-5.8-5.6-.3-.9 0-1.8.7-2.4z");
        break;
    case GLYPH_REDDIT:
        GLYPH(
            "M12 9c4.4 0 8 2.5 8 5.7s-3.6 5.7-8 5.7-8-2.5-8-5.7S7.6 9 12 9zm-3 3.4A1.3 1.3 0 1 0 9 15a1.3 1.3 0 0 0 "
            "0-2.6z"
            "m6 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zm-6.2 4.2c1 .8 2 1.1 3.2 1.1s2.2-.3 3.2-1.1l.6.8c-1.1 1-2.4 "
            "1.4-3.8"
            " 1.4s-2.7-.4-3.8-1.4zM4.2 10.1c.3 0 .6.1.8.2-1.1.8-1.9 1.8-2.3 2.9a1.9 1.9 0 0 1 1.5-3.1zm15.6 0a1.9 1.9 "
            "0 0 1"
            " 1.5 3.1c-.4-1.1-1.2-2.1-2.3-2.9.2-.1.5-.2.8-.2zM11.4 8.2l1-4.7 3.3.7a1.5 1.5 0 1 1-.2 1l-2.3-.5-.8 3.5z");
        break;
    case GLYPH_MAIL:
        GLYPH("M3 5.2h18v13.6H3zm1.7 2.4v9.5h14.6V7.6L12 13.3zm1.2-.7 6.1 4.7 6.1-4.7z");
        break;
    case GLYPH_LINK:
        GLYPH("M10.6 13.4a3.9 3.9 0 0 0 5.5 0l3.2-3.2a3.9 3.9 0 0 0-5.5-5.5l-1.6 1.6 1.2 1.2L15 5.9A2.2 2.2 0 0 1 18.1 "
              "9l-3.2"
              " 3.2a2.2 2.2 0 0 1-3.1 0zm2.8-2.8a3.9 3.9 0 0 0-5.5 0l-3.2 3.2a3.9 3.9 0 0 0 5.5 5.5l1.6-1.6-1.2-1.2L9 "
              "18.1A2.2"
              " 2.2 0 0 1 5.9 15l3.2-3.2a2.2 2.2 0 0 1 3.1 0z");
        break;
    case GLYPH_SYSTEM:
        GLYPH("m12 2.4 4.3 4.3-1.2 1.2-2.2-2.2v9.5h-1.8V5.7L8.9 7.9 7.7 6.7zM5.2 "
              "9.6H9v1.7H6.9v8h10.2v-8H15V9.6h3.8V21H5.2z");
        break;
    }
}

void part_glyph(render *r, glyph which)
{
    writer *w = r->w;
    writer_open_class(w, "svg", "bs-glyph");
    writer_set(w, "aria-hidden", "true");
    writer_set(w, "width", "20"); /* where the stylesheet is not there */
    writer_set(w, "height", "20");
    writer_set(w, "viewBox", "0 0 24 24");
    writer_open(w, "path");
    glyph_path(w, which);
    writer_close(w, "path");
    writer_close(w, "svg");
}
