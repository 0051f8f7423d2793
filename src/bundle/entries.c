/* Lists of the article: its corrections, its topics, and the same story in other languages. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/reader.h"

static correction_kind bundle_correction_kind(story *s, json_node *item)
{
    static const text kinds[] = {TEXT_INIT("correction"), TEXT_INIT("clarification"), TEXT_INIT("update"),
                                 TEXT_INIT("note")};
    enum { KINDS = sizeof kinds / sizeof kinds[0] };
    size_t kind = reader_choice(s, item, TEXT("kind"), kinds, KINDS, REPORT_CORRECTION_KIND_UNKNOWN);
    return kind < KINDS ? (correction_kind)(CORRECTION_CORRECTION + kind) : CORRECTION_PLAIN;
}

void bundle_corrections(story *s, json_node *object)
{
    article *a = &s->article;
    static const reader_field fields[] = {READER_FIELD(correction, date, "date", DATE),
                                          READER_FIELD(correction, text, "text", LINE)};
    reader_items items = reader_list(s, object, TEXT("corrections"));
    a->corrections = arena_array(&s->arena, items.count, sizeof *a->corrections);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        correction *c = &a->corrections[a->correction_count];
        reader_fields(s, item, c, fields, sizeof fields / sizeof fields[0]);
        c->kind = reader_rich(s, item, TEXT("kind")) ? bundle_correction_kind(s, item) : CORRECTION_PLAIN;
        c->quiet = MODULE_IS_WHOLE && reader_is_rich(s, item, TEXT("quiet")) && reader_flag(s, item, TEXT("quiet"));
        if (c->text.plain.size)
            a->correction_count++;
        else /* the next one takes its place */
            report_node(&s->report, REPORT_CORRECTION_TEXT_MISSING, item);
    }
}

void bundle_tags(story *s, json_node *object)
{
    article *a = &s->article;
    static const reader_field fields[] = {READER_FIELD(tag, label, "label", TEXT), READER_FIELD(tag, url, "url", LINK)};
    reader_items items = reader_list(s, object, TEXT("tags"));
    a->tags = arena_array(&s->arena, items.count, sizeof *a->tags);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        tag *t = &a->tags[a->tag_count];
        reader_fields(s, item, t, fields, sizeof fields / sizeof fields[0]);
        if (t->label.size)
            a->tag_count++;
        else /* the next one takes its place */
            report_node(&s->report, REPORT_TAG_LABEL_MISSING, item);
    }
}

/* The language of an alternate, or "x-default", by which search engines know the page for all other languages. */
static text bundle_hreflang(story *s, json_node *item)
{
    const json_node *language = json_member(item, TEXT("language"));
    if (language && text_equal(language->string, TEXT("x-default")))
        return reader_text(s, item, TEXT("language"));
    return reader_language(s, item, TEXT("language"));
}

/* Whether readers are shown a link to an alternate. That for all other languages is for machines alone. */
static bool bundle_alternate_shown(story *s, json_node *item, text language)
{
    if (s->version < 2 || reader_flag(s, item, TEXT("hidden")) || text_equal(language, TEXT("x-default")) ||
        text_equal_nocase(language, s->article.language))
        return false;
    if (!MODULE_HAS_RICH)
        arena_lack();
    return true;
}

void bundle_alternates(story *s, json_node *object)
{
    article *a = &s->article;
    if (!MODULE_HAS_PAGE) {
        reader_left(s, object, TEXT("alternates"));
        if (s->version >= 2 && json_member(object, TEXT("alternates")))
            arena_lack(); /* one of them may be shown */
        return;
    }
    reader_items items = reader_list(s, object, TEXT("alternates"));
    a->alternates = arena_array(&s->arena, items.count, sizeof *a->alternates);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        alternate t = {.language = bundle_hreflang(s, item), .url = reader_url(s, item, TEXT("url"), URL_PAGE)};
        if (reader_rich(s, item, TEXT("label")))
            t.label = reader_text(s, item, TEXT("label"));
        if (MODULE_IS_WHOLE)
            reader_is_rich(s, item, TEXT("hidden")); /* known, of one that is left out too */
        if (t.language.size && t.url.href.size) {
            t.shown = bundle_alternate_shown(s, item, t.language);
            a->alternates_shown = a->alternates_shown || t.shown;
            a->alternates[a->alternate_count++] = t;
        }
        reader_missing(s, item, TEXT("language"), REPORT_ALTERNATE_LANGUAGE_MISSING);
        reader_missing(s, item, TEXT("url"), REPORT_ALTERNATE_URL_MISSING);
    }
}
