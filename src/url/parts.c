#include "url/parts.h"

#include "base/concat.h"
#include "base/digits.h"

int url_escaped(text t, size_t i)
{
    uint64_t byte;
    if (t.size - i < 3 || t.at[i] != '%' || !digits_read(text_slice(t, i + 1, i + 3), 16, &byte))
        return -1;
    return (int)byte;
}

/* Cuts off and returns the part before the first byte of set; everything when there is none. */
static text url_take(text *t, text set)
{
    size_t end = 0;
    while (end < t->size && !url_is_one_of(t->at[end], set))
        end++;
    text taken = text_slice(*t, 0, end);
    *t = text_from(*t, end);
    return taken;
}

url_parts url_head(text *t)
{
    url_parts p = {0};
    size_t end = 0;
    while (end < t->size && (ascii_is_alpha(t->at[end]) ||
                             (end > 0 && (ascii_is_digit(t->at[end]) || url_is_one_of(t->at[end], TEXT("+-."))))))
        end++;
    if (end > 0 && end < t->size && t->at[end] == ':') {
        p.scheme = text_slice(*t, 0, end);
        *t = text_from(*t, end + 1);
    }
    if (t->size >= 2 && t->at[0] == '/' && t->at[1] == '/') {
        *t = text_from(*t, 2);
        p.authority = url_take(t, TEXT("/?#"));
    }
    return p;
}

url_parts url_split(text t)
{
    url_parts p = url_head(&t);
    p.path = url_take(&t, TEXT("?#"));
    if (t.size > 0 && t.at[0] == '?') {
        t = text_from(t, 1);
        p.query = url_take(&t, TEXT("#"));
    }
    if (t.size > 0)
        p.fragment = text_from(t, 1);
    return p;
}

/* Whether the byte at i stays as it is in the printed address. */
static inline bool url_is_kept(text t, size_t i, const url_set *kept)
{
    return url_set_has(kept, t.at[i]) && (t.at[i] != '%' || url_escaped(t, i) >= 0);
}

text url_encode(arena *a, text t, const url_set *kept)
{
    size_t encoded = 0;
    for (size_t i = 0; i < t.size; i++)
        encoded += !url_is_kept(t, i, kept);
    if (encoded == 0)
        return t;
    if (encoded > (SIZE_MAX - t.size) / 2)
        arena_leave(a, BROADSHEET_MEMORY); /* cannot happen: the text would fill a third of all memory */
    text out = {NULL, t.size + 2 * encoded};
    char *to = arena_room(a, out.size);
    out.at = to;
    for (size_t i = 0; i < t.size; i++) {
        if (url_is_kept(t, i, kept)) {
            *to++ = t.at[i];
        } else {
            unsigned char byte = (unsigned char)t.at[i];
            *to++ = '%';
            *to++ = "0123456789ABCDEF"[byte >> 4];
            *to++ = "0123456789ABCDEF"[byte & 15];
        }
    }
    return out;
}

/* RFC 3986, section 5.3. */
text url_join(arena *a, const url_parts *p)
{
    text pieces[] = {
        p->scheme,
        p->scheme.at != NULL ? TEXT(":") : NO_TEXT,
        p->authority.at != NULL ? TEXT("//") : NO_TEXT,
        p->authority,
        p->path,
        p->query.at != NULL ? TEXT("?") : NO_TEXT,
        p->query,
        p->fragment.at != NULL ? TEXT("#") : NO_TEXT,
        p->fragment,
    };
    return text_concat(a, pieces, sizeof pieces / sizeof *pieces);
}
