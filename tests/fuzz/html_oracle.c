#include "html_oracle.h"

#include "fuzz.h"
#include "html_values.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct listed {
    text element, attribute, rule;
    bool document;
} listed;

static const listed list[] = {
#include "output_list.h"
};

enum { MOST_DEPTH = 1024, MOST_IDS = 4096, MOST_ATTRIBUTES = 32 };

typedef struct walk {
    text rest;
    const html_rules *rules;
    size_t depth, ids;
    text open[MOST_DEPTH], id[MOST_IDS];
} walk;

static int compare(text a, text b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size ? memcmp(a.at, b.at, size) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int compare_ids(const void *a, const void *b)
{
    return compare(*(const text *)a, *(const text *)b);
}

static const listed *find(const walk *w, text element, text attribute)
{
    size_t low = 0, high = sizeof list / sizeof list[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(element, list[middle].element);
        if (order == 0)
            order = compare(attribute, list[middle].attribute);
        if (order == 0)
            return list[middle].document && !w->rules->document ? NULL : &list[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool take(walk *w, text expected)
{
    if (w->rest.size < expected.size || memcmp(w->rest.at, expected.at, expected.size) != 0)
        return false;
    w->rest = text_from(w->rest, expected.size);
    return true;
}

/* Up to the first of some bytes, which must come. */
static text take_until(walk *w, text ends)
{
    size_t i = 0;
    while (i < w->rest.size && !memchr(ends.at, w->rest.at[i], ends.size))
        i++;
    fuzz_expect(i < w->rest.size);
    text taken = text_slice(w->rest, 0, i);
    w->rest = text_from(w->rest, i);
    return taken;
}

/* The only references there are; no angle bracket, and no control but TAB and LF. */
static void expect_characters(text t, bool in_attribute)
{
    static const text references[] = {TEXT_INIT("&amp;"), TEXT_INIT("&lt;"), TEXT_INIT("&gt;"), TEXT_INIT("&nbsp;"),
                                      TEXT_INIT("&quot;")};
    for (size_t i = 0; i < t.size; i++) {
        unsigned char c = (unsigned char)t.at[i];
        fuzz_expect(c != '<' && c != '>' && c != 0x7F && (c >= 0x20 || c == '\t' || c == '\n'));
        fuzz_expect(c != '"' || !in_attribute);
        fuzz_expect(c != 0xC2 || (unsigned char)t.at[i + 1] > 0xA0); /* it is UTF-8 */
        bool known = c != '&';
        for (size_t r = 0; r < (in_attribute ? 5 : 4); r++)
            known = known ||
                    (t.size - i >= references[r].size && memcmp(t.at + i, references[r].at, references[r].size) == 0);
        fuzz_expect(known);
    }
}

static void expect_attribute(walk *w, text element, text name, text value)
{
    const listed *row = find(w, element, name);
    text rule = row ? row->rule : NO_TEXT;
    fuzz_about(name, value);
    fuzz_expect(row != NULL);
    expect_characters(value, true);
    if (text_equal(rule, TEXT("code")) && w->rules->commonmark)
        fuzz_expect(value.size >= 9 && memcmp(value.at, "language-", 9) == 0);
    else
        fuzz_expect(html_value_fits(value, rule, w->rules->id_prefix));
    if (text_equal(rule, TEXT("id"))) {
        fuzz_expect(w->ids < MOST_IDS);
        w->id[w->ids++] = value;
    }
    fuzz_about(NO_TEXT, NO_TEXT);
}

/* Behind "<". Returns the element's name. */
static text expect_start_tag(walk *w)
{
    text names[MOST_ATTRIBUTES];
    size_t count = 0;
    text element = take_until(w, TEXT(" >"));
    fuzz_expect(element.size > 0 && find(w, element, TEXT("")) != NULL);
    while (take(w, TEXT(" "))) {
        text name = take_until(w, TEXT("= >\""));
        for (size_t i = 0; i < count; i++)
            fuzz_expect(!text_equal(names[i], name));
        fuzz_expect(count < MOST_ATTRIBUTES);
        names[count++] = name;
        fuzz_expect(take(w, TEXT("=\"")));
        expect_attribute(w, element, name, take_until(w, TEXT("\"")));
        fuzz_expect(take(w, TEXT("\"")));
    }
    fuzz_expect(take(w, TEXT(">")));
    return element;
}

static bool is_void(text element)
{
    static const text voids[] = {TEXT_INIT("br"),     TEXT_INIT("hr"),    TEXT_INIT("img"),
                                 TEXT_INIT("input"),  TEXT_INIT("link"),  TEXT_INIT("meta"),
                                 TEXT_INIT("source"), TEXT_INIT("track"), TEXT_INIT("wbr")};
    for (size_t i = 0; i < sizeof voids / sizeof voids[0]; i++)
        if (text_equal(element, voids[i]))
            return true;
    return false;
}

static void expect_tag(walk *w)
{
    if (take(w, TEXT("/"))) {
        text name = take_until(w, TEXT(">"));
        fuzz_expect(w->depth > 0 && text_equal(w->open[--w->depth], name));
        take(w, TEXT(">"));
        return;
    }
    text element = expect_start_tag(w);
    if (is_void(element))
        return;
    fuzz_expect(w->depth < MOST_DEPTH);
    w->open[w->depth++] = element;
    /* HTML leaves the text of a script alone up to its end tag: in ours there is no "<" before. */
    if (text_equal(element, TEXT("script")))
        html_json_expect(take_until(w, TEXT("<")));
}

static void expect_ids(walk *w)
{
    qsort(w->id, w->ids, sizeof w->id[0], compare_ids);
    for (size_t i = 1; i < w->ids; i++) {
        fuzz_about(TEXT("id"), w->id[i]);
        fuzz_expect(!text_equal(w->id[i - 1], w->id[i]));
    }
    fuzz_about(NO_TEXT, NO_TEXT);
}

void html_expect(text html, const html_rules *rules)
{
    static walk w; /* too large for a stack */
    w.rest = html;
    w.rules = rules;
    w.depth = w.ids = 0;
    fuzz_expect(utf8_valid_prefix(html) == html.size);
    if (rules->document && html.size)
        fuzz_expect(take(&w, TEXT("<!DOCTYPE html>")));
    while (w.rest.size) {
        if (take(&w, TEXT("<"))) {
            expect_tag(&w);
        } else {
            const char *next = memchr(w.rest.at, '<', w.rest.size);
            size_t size = next ? (size_t)(next - w.rest.at) : w.rest.size;
            expect_characters(text_slice(w.rest, 0, size), false);
            w.rest = text_from(w.rest, size);
        }
    }
    fuzz_expect(w.depth == 0);
    expect_ids(&w);
}
