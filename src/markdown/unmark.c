#include "markdown/unmark.h"

#include "base/module.h"
#include "base/scan.h"
#include "markdown/marks.h"

/* Which mark stands at an offset; 0 for none. */
static unsigned unmark_is(text t, size_t at)
{
    const unsigned char *s = (const unsigned char *)t.at + at;
    if (t.size - at < 3 || s[0] != 0xEF)
        return 0;
    if (s[1] == 0xB7 && s[2] >= MARK_FIRST && s[2] <= MARK_OWN)
        return s[2];
    return s[1] == 0xBF && s[2] == 0xBC ? MARK_PUNCTUATION : 0;
}

/* The offset of the next mark; the text's size when there is none. */
static size_t unmark_find(text t, size_t at)
{
    for (; at < t.size; at++) {
        size_t first = SCAN_SIZE;
        for (; SCAN_WIDE && first == SCAN_SIZE && t.size - at >= SCAN_SIZE; at += first)
            first = scan_first(scan_load(t.at + at) == (signed char)0xEF);
        while (at < t.size && (unsigned char)t.at[at] != 0xEF)
            at++;
        if (at < t.size && unmark_is(t, at))
            return at;
    }
    return t.size;
}

static text unmark_shown(unsigned mark, text behind)
{
    static const text shown[] = {
#define X(name, shown) TEXT_INIT(shown),
        MARKS(X)
#undef X
    };
    static const char own[] = "\xEF\xB7\x90\xEF\xB7\x91\xEF\xB7\x92\xEF\xB7\x93\xEF\xB7\x94\xEF\xB7\x95\xEF\xB7\x96"
                              "\xEF\xB7\x97\xEF\xB7\x98\xEF\xB7\x99\xEF\xB7\x9A\xEF\xB7\x9B\xEF\xB7\x9C\xEF\xB7\x9D"
                              "\xEF\xB7\x9E\xEF\xB7\x9F";
    if (MODULE_HAS_RARE && mark == MARK_OWN && behind.size >= 3)
        return (text){own + (size_t)3 * (behind.at[2] & 15), 3};
    return mark < MARK_END ? shown[mark - MARK_FIRST] : NO_TEXT;
}

text unmark_next(text *rest, unsigned *mark)
{
    text all = *rest;
    *mark = unmark_is(all, 0);
    if (!*mark) {
        size_t size = unmark_find(all, 0);
        *rest = text_from(all, size);
        return text_slice(all, 0, size);
    }
    *rest = text_from(all, 3);
    text shown = unmark_shown(*mark, *rest);
    if (MODULE_HAS_RICH && *mark == MARK_START && text_starts(*rest, MARK_START_SPACE))
        *rest = text_from(*rest, MARK_START_SPACE.size);
    if (MODULE_HAS_RARE && *mark == MARK_OWN && rest->size >= 3)
        *rest = text_from(*rest, 3);
    return shown;
}
