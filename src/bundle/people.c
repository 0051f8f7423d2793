/* Who has given what to a story: the authors' fields of version 2, and the wording of the byline.
 *
 * Nobody may be shown as the author of what somebody else has done. So the authors of the text stand first, and
 * author_count counts them alone: whatever names the story's authors names no one else. A credit that is not known is
 * none of the text's. A wording that names an author who is not there is not used at all, since with a hole in it
 * it could credit the next one: the usual byline stands in its place. */
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "html/escape.h"
#include "story/wording.h"

void bundle_person(story *s, json_node *object, author *one)
{
    static const text credits[CREDIT_OTHER] = {TEXT_INIT("text"),   TEXT_INIT("photo"),       TEXT_INIT("video"),
                                               TEXT_INIT("audio"),  TEXT_INIT("translation"), TEXT_INIT("production"),
                                               TEXT_INIT("editing")};
    if (reader_member(s, object, TEXT("credit")))
        one->credit =
            (credit_kind)reader_choice(s, object, TEXT("credit"), credits, CREDIT_OTHER, REPORT_AUTHOR_CREDIT_UNKNOWN);
    one->bio = reader_text(s, object, TEXT("bio"));
    one->place = reader_text(s, object, TEXT("place"));
    one->organization = reader_flag(s, object, TEXT("organization"));
}

/* Puts the authors of the text first; otherwise the bundle's order stays. */
static void people_sort(story *s)
{
    article *a = &s->article;
    author *sorted = arena_array(&s->arena, a->people_count, sizeof *sorted);
    size_t count = 0;
    for (unsigned others = 0; others < 2; others++) {
        for (size_t i = 0; i < a->people_count; i++)
            if ((a->authors[i].credit != CREDIT_TEXT) == others)
                sorted[count++] = a->authors[i];
        if (!others)
            a->author_count = count;
    }
    a->authors = sorted;
}

/* The number of the last author of the bundle's list that was read. */
static size_t people_last(const article *a)
{
    size_t last = 0;
    for (size_t i = 0; i < a->people_count; i++)
        if (a->authors[i].number > last)
            last = a->authors[i].number;
    return last;
}

void bundle_numbered(story *s)
{
    article *a = &s->article;
    a->numbered_count = people_last(a);
    a->numbered = arena_array(&s->arena, a->numbered_count, sizeof(author *));
    for (size_t i = 0; i < a->people_count; i++)
        a->numbered[a->authors[i].number - 1] = &a->authors[i];
}

static bool people_has_brace(text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (t.at[i] == '{' || t.at[i] == '}')
            return true;
    return false;
}

/* The fault for which the wording cannot be used; REPORT_COUNT when there is none. Marks the authors that it names, and
 * says whether it has other braces. An author who is named again takes his bytes from a budget, or little text would
 * become much. */
static report_code people_judge(article *a, bool *braces)
{
    enum { AGAIN = 1024 };
    size_t again = AGAIN, number;
    text literal, rest = a->byline;
    while (wording_next(&rest, &literal, &number)) {
        *braces = *braces || people_has_brace(literal);
        if (number == WORDING_END)
            continue;
        author *one = number && number <= a->numbered_count ? a->numbered[number - 1] : NULL;
        if (!one)
            return REPORT_BYLINE_NUMBER_UNKNOWN;
        size_t weight = one->worded ? escaped_most(one->name) + escaped_most(one->url.href) : 0;
        if (weight > again)
            return REPORT_BYLINE_NUMBER_REPEATED;
        again -= weight;
        one->worded = true;
    }
    return REPORT_COUNT;
}

static void people_word(story *s, json_node *object)
{
    article *a = &s->article;
    bool braces = false;
    const json_node *node = json_member(object, TEXT("byline"));
    bundle_numbered(s);
    report_code fault = people_judge(a, &braces);
    if (fault == REPORT_COUNT) {
        if (braces)
            report_node(&s->report, REPORT_BYLINE_BRACES, node);
        return;
    }
    report_node(&s->report, fault, node);
    a->byline = NO_TEXT;
    for (size_t i = 0; i < a->people_count; i++)
        a->authors[i].worded = false;
}

void bundle_people(story *s, json_node *object)
{
    article *a = &s->article;
    people_sort(s);
    if (a->byline.size)
        people_word(s, object);
    a->credited = a->byline.size || a->people_count > a->author_count;
    for (size_t i = 0; i < a->author_count; i++)
        a->credited = a->credited || a->authors[i].place.size;
}
