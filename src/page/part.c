#include "page/part.h"

#include "base/module.h"
#include "html/heading.h"
#include "page/provenance.h"
#include "story/words.h"
#include "text/language.h"

static void part_begin(render *r, text name, text language, text direction)
{
    bool told = r->nested && (!language.size || text_equal_nocase(language, r->language));
    r->name = name;
    writer_attr(r->w, "data-part", name);
    if (!r->nested)
        r->provenance = provenance_begin(r->w, r->story, r->id);
    if (!told && language.size)
        writer_attr(r->w, "lang", language);
    if (direction.size && (!r->nested || !text_equal(direction, r->direction)))
        writer_attr(r->w, "dir", direction);
    r->nested = true;
    r->language = language;
    r->direction = direction;
}

NOT_INLINED void part_root(render *r, text name)
{
    part_begin(r, name, r->story->article.language, r->story->article.direction);
}

void part_open_literal(render *r, const char *opening, size_t size, bool block, const char *class, size_t class_size)
{
    writer_open_class_literal(r->w, opening, size, block, class, class_size);
    part_root(r, text_from((text){class, class_size}, sizeof "bs-" - 1));
}

NOT_INLINED void part_root_site(render *r, text name)
{
    text language = r->story->site.language;
    if (language.size)
        part_begin(r, name, language, language_direction(language));
    else /* the site names no language: take the story's */
        part_root(r, name);
}

NOT_INLINED void part_root_words(render *r, text name)
{
    part_begin(r, name, r->story->locale, r->story->locale_direction);
}

text part_word(const render *r, word which)
{
    return r->story->words[which];
}

NOT_INLINED void part_say(render *r, word which)
{
    writer_text(r->w, part_word(r, which));
}

NOT_INLINED void part_own_id_literal(render *r, const char *name, size_t size, text id)
{
    writer_pair_literal(r->w, name, size, r->story->id_prefix, id);
}

NOT_INLINED void part_span_literal(render *r, const char *class, size_t size, text said)
{
    writer_open_class_literal(r->w, WRITER_OPENING("span"), class, size);
    writer_text(r->w, said);
    writer_close(r->w, "span");
}

void part_line(render *r, const line_text *l)
{
    if (MODULE_HAS_RICH && l->html.bytes.size)
        writer_html(r->w, l->html);
    else
        writer_text(r->w, l->plain);
}

static void part_other_language(render *r, text language, text direction)
{
    if (text_equal_nocase(language, r->language))
        return;
    writer_attr(r->w, "lang", language);
    if (!text_equal(direction, r->direction))
        writer_attr(r->w, "dir", direction);
}

void part_words_language(render *r)
{
    part_other_language(r, r->story->locale, r->story->locale_direction);
}

void part_text_language(render *r, text language)
{
    if (language.size)
        part_other_language(r, language, language_direction(language));
}

void part_story_language(render *r)
{
    const story *s = r->story;
    if (s->article.language.size && !text_equal_nocase(s->locale, s->article.language))
        writer_attr(r->w, "lang", s->article.language);
}

/* The level of a heading: it stands deeper in a live update than by itself. */
static uint32_t part_level(const render *r, unsigned deeper)
{
    return r->story->heading_base + (MODULE_HAS_RICH ? r->deeper : 0) + deeper;
}

void part_heading_open(render *r, unsigned deeper)
{
    writer_heading_open(r->w, part_level(r, deeper));
}

void part_heading_close(render *r, unsigned deeper)
{
    writer_heading_close(r->w, part_level(r, deeper));
}

void part_time(render *r, const date *d)
{
    char machine[32];
    if (d->precision == DATE_NONE)
        return;
    writer_open(r->w, "time");
    writer_attr(r->w, "datetime", ((text){machine, words_machine(r->story, d, machine)}));
    part_words_language(r);
    words_date(r->w, r->story, d);
    writer_close(r->w, "time");
}

void part_name(render *r, const author *a, bool worded)
{
    if (MODULE_HAS_RICH && a->credit != CREDIT_TEXT)
        part_anchor_open(r, a->url, "");
    else
        part_anchor_open(r, a->url, "author");
    writer_open(r->w, "bdi");
    if (worded)
        part_story_language(r);
    writer_text(r->w, a->name);
    writer_close(r->w, "bdi");
    part_anchor_close(r, a->url);
}

static void part_authors(render *r)
{
    const article *a = &r->story->article;
    for (size_t i = 0; i < a->author_count; i++) {
        if (i)
            part_say(r, i + 1 == a->author_count ? WORD_NAME_LAST_SEPARATOR : WORD_NAME_SEPARATOR);
        part_name(r, &a->authors[i], true);
    }
}

void part_word_number(render *r, word which, text name, int64_t number)
{
    text found, rest = part_word(r, which);
    while (words_next(r->w, &rest, &found))
        if (text_equal(found, name))
            writer_integer(r->w, number);
}

void part_button_open(render *r, text class, text action)
{
    writer *w = r->w;
    writer_line(w);
    writer_open(w, "button");
    writer_attr(w, "class", class);
    writer_set(w, "type", "button");
    writer_attr(w, "data-bs-action", action);
    writer_flag(w, "hidden");
}

void part_names(render *r, word which)
{
    text name, rest = part_word(r, which);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("names")))
            part_authors(r);
}
