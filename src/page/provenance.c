#include "page/provenance.h"

#include "base/module.h"
#include "text/utf8.h"

/* "0.2.0" has its dots replaced; then digest, digest, count, count. */
#define COUNTS "-00000000-00000000"
enum {
    VERSION = sizeof BROADSHEET_VERSION - 1,
    COUNT = 8,
    VALUE = VERSION + 2 * (1 + DIGEST_DIGITS) + 2 * (1 + COUNT)
};

size_t provenance_begin(writer *w, const story *s, text id)
{
    if (!MODULE_IS_WHOLE || !s->provenance)
        return 0;
    char value[VALUE], *at = value;
    for (size_t i = 0; i < VERSION; i++)
        *at++ = ascii_is_letter_or_digit(BROADSHEET_VERSION[i]) ? BROADSHEET_VERSION[i] : '-';
    digest options = s->options_digest;
    digest_add(&options, id);
    *at++ = '-';
    digest_write(&options, at);
    at += DIGEST_DIGITS;
    *at++ = '-';
    digest_write(&s->layers_digest, at);
    memcpy(at + DIGEST_DIGITS, COUNTS, sizeof COUNTS - 1);
    writer_attr(w, "data-bs-provenance", ((text){value, VALUE}));
    return w->size - 1 - (2 * COUNT + 1); /* before the quotation mark */
}

/* The elements in HTML of ours, in which each "<" begins a tag; and where the last start tag ends. */
static size_t count_elements(text bytes, size_t *end)
{
    size_t count = 0;
    const char *from = bytes.at, *behind = bytes.at + bytes.size;
    while ((from = memchr(from, '<', (size_t)(behind - from)))) {
        from++;
        if (*from == '/' || *from == '!')
            continue;
        count++;
        from = memchr(from, '>', (size_t)(behind - from));
        *end = (size_t)(from - bytes.at) + 1;
    }
    return count;
}

/* The character that a reference of ours stands for; *size: how long the reference is. */
static uint32_t reference(text at, size_t *size)
{
    static const struct {
        text name;
        uint32_t code_point;
    } known[] = {{TEXT_INIT("&amp;"), '&'}, {TEXT_INIT("&lt;"), '<'}, {TEXT_INIT("&gt;"), '>'}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        *size = known[i].name.size;
        if (text_starts(at, known[i].name))
            return known[i].code_point;
    }
    *size = sizeof "&nbsp;" - 1;
    return 0xA0;
}

/* A sum of the text between tags: each code point, added to 31 times the sum before. */
static uint32_t text_sum(text bytes)
{
    uint32_t sum = 0, code_point;
    for (size_t i = 0, size; i < bytes.size; i += size) {
        if (bytes.at[i] == '<') {
            for (size = 1; bytes.at[i + size - 1] != '>';)
                size++;
            continue;
        }
        if (bytes.at[i] == '&')
            code_point = reference(text_from(bytes, i), &size);
        else
            code_point = (uint32_t)utf8_decode(bytes, i, &size);
        sum = sum * 31 + code_point;
    }
    return sum;
}

void provenance_end(writer *w, size_t place)
{
    writer_here(w);                             /* ends the start tag */
    if (w->status != BROADSHEET_OK || !w->size) /* a part without data takes back what it has written */
        return;
    text bytes = {w->at, w->size};
    size_t end = 0;
    size_t elements = count_elements(bytes, &end);
    writer_fill(w, place, (uint32_t)elements, COUNT);
    writer_fill(w, place + COUNT + 1, text_sum(text_from(bytes, end)), COUNT);
}
