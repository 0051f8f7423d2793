/* What a text has of version 2, for the conversion of texts of version 1, which asks (markdown_use.takes). */
#include "markdown/notation.h"
#include "base/module.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

void markdown_takes_at(markdown_state *m, markdown_notation notation, size_t at)
{
    m->use->takes(m->use->context, notation, at);
}

void markdown_takes_piece(markdown_state *m, markdown_notation notation, const char *piece, size_t begin)
{
    size_t at = (uintptr_t)piece - (uintptr_t)m->source.at;
    markdown_takes_at(m, notation, edits_source(&m->edits, at < m->source.size ? at : begin, false));
}

void markdown_takes_address(markdown_state *m, const MD_ATTRIBUTE *attribute, bool shown, text address)
{
    bool takes = !shown && text_starts(address, TEXT("lang:"));
#define X(KIND, name, form, since, ...) takes = takes || (since > 1 && text_starts(address, TEXT(#name ":")));
#include "markdown/places.def"
#undef X
    size_t at = (uintptr_t)attribute->text - (uintptr_t)m->source.at, begin = m->begins[m->depth];
    if (!takes)
        return;
    if (shown)
        markdown_takes_piece(m, NOTATION_AUTOLINK, m->source.at + begin, begin);
    else
        markdown_takes_piece(m, at < m->source.size ? NOTATION_ADDRESS : NOTATION_LINK, attribute->text, begin);
}

void markdown_takes_caption(markdown_state *m, text made)
{
    enum { MOST = 140 }; /* a word has 128 bytes */
    size_t at = (uintptr_t)m->above.first - (uintptr_t)m->source.at, size = 0;
    if (at >= m->source.size)
        return;
    text source = text_from(m->source, at);
    while (size < MOST && size < source.size && size < made.size && source.at[size] == made.at[size] &&
           !strchr(":<\n", source.at[size]) && !text_starts(text_from(source, size), TEXT("\xEF\xBC\x9A")))
        size++;
    size += text_starts(text_from(source, size), TEXT("\xC2\xA0")) ? 2 : 0;
    if (size < source.size && (source.at[size] == ':' || text_starts(text_from(source, size), TEXT("\xEF\xBC\x9A"))))
        markdown_takes_piece(m, NOTATION_CAPTION, source.at + size, 0);
}

#endif
