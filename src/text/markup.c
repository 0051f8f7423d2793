#include "text/markup.h"

#include "text/entities.h"

/* The end of the character reference that begins at an offset; 0 when none does. It ends in ";": a text such as "AT&T"
 * or an address such as "?a=1&copy=2" has none. */
static size_t markup_reference_end(text t, size_t at)
{
    char room[4];
    size_t end = at + 1;
    while (end < t.size && end - at <= ENTITY_NAME_MOST && (ascii_is_letter_or_digit(t.at[end]) || t.at[end] == '#'))
        end++;
    if (end == t.size || t.at[end] != ';')
        return 0;
    text reference = text_slice(t, at, end + 1);
    return entity_decode(reference, room).at != reference.at ? end + 1 : 0;
}

/* Whether a name is an element's of HTML (HTML, section 4, and the obsolete ones of section 16.2). */
static bool markup_is_element(text name)
{
    static const text elements = TEXT_INIT(
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote "
        "body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div "
        "dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
        "hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav "
        "nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb "
        "rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary "
        "sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp");
    for (text rest = elements; rest.size;)
        if (text_equal_nocase(text_take(&rest, ' '), name))
            return true;
    return false;
}

/* Whether a tag, a comment or a declaration begins at an offset, where a "<" stands. "<3", "a < b" and the title of a
 * film in "<Parasite>" are none. */
static bool markup_begins(text t, size_t at)
{
    text rest = text_from(t, at + 1);
    if (text_starts(rest, TEXT("!--")) || text_starts_nocase(rest, TEXT("!doctype")) || text_starts(rest, TEXT("?xml")))
        return true;
    if (text_starts(rest, TEXT("/")))
        rest = text_from(rest, 1);
    size_t size = 0;
    while (size < rest.size && size <= 10 && ascii_is_letter_or_digit(rest.at[size]))
        size++;
    return size < rest.size && memchr(" \t\r\n/>", rest.at[size], 6) && markup_is_element(text_slice(rest, 0, size));
}

/* The end of the tag that begins at an offset: behind the next ">", before which no "<" stands; 0 when none does. */
static size_t markup_tag_end(text t, size_t at)
{
    size_t end = at + 1;
    if (!markup_begins(t, at))
        return 0;
    while (end < t.size && t.at[end] != '>' && t.at[end] != '<')
        end++;
    return end < t.size && t.at[end] == '>' ? end + 1 : 0;
}

/* Looks for a byte, and asks of each one that it finds whether it begins what is looked for. */
static bool markup_each(text t, char c, size_t end_of(text, size_t), size_t *start, size_t *end)
{
    for (size_t at = 0; at < t.size; at++) {
        const char *found = memchr(t.at + at, c, t.size - at);
        if (!found)
            return false;
        at = (size_t)(found - t.at);
        size_t behind = end_of(t, at);
        if (behind) {
            *start = at;
            *end = behind;
            return true;
        }
    }
    return false;
}

bool markup_reference(text t, size_t *start, size_t *end)
{
    return markup_each(t, '&', markup_reference_end, start, end);
}

bool markup_find(text t, size_t *start, size_t *end)
{
    size_t tag, tag_end;
    bool any = markup_reference(t, start, end);
    if (!markup_each(t, '<', markup_tag_end, &tag, &tag_end) || (any && *start < tag))
        return any;
    *start = tag;
    *end = tag_end;
    return true;
}
