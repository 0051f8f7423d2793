/* Texts of one line of version 1, which are plain, as line Markdown that shows the same; and how both these and the
 * body (plainly.c) are rendered to compare them. */
#include "base/module.h"
#include "bundle/clean.h"
#include "bundle/line.h"
#include "bundle/taken.h"
#include "bundle/upgrade.h"
#include "html/writer.h"
#include "markdown/markdown.h"
#include "story/words.h"
#include "text/language.h"
#include "text/utf8.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

static const void *plainly_find(void *context, place_kind kind, text id, report_code *why)
{
    (void)context;
    (void)kind;
    (void)id;
    *why = REPORT_PLACEMENT_ID_UNKNOWN; /* and nobody is told */
    return NULL;
}

markdown_use plainly_use(const story *s, unsigned version)
{
    return (markdown_use){
        .version = version,
        .ids = true,
        .outline = true,
        .heading_base = 1,
        .right_to_left = text_equal(s->article.direction, TEXT("rtl")),
        .korean = language_is(s->article.language, TEXT("ko")),
        .task_done = TEXT("1"),
        .task_open = TEXT("0"),
        .table_label = TEXT("Table"),
        .table_word = words_table_word,
        .note_label = TEXT("{number}"),
        .note_back = TEXT("{number}"),
        .notes_label = TEXT("Notes"),
        .limits = &s->limits,
        .find = plainly_find,
    };
}

static bool plainly_is_sign(char c)
{
    return c > ' ' && c < 0x7F && !ascii_is_letter_or_digit(c);
}

/* The reference for a character that ends a line; NO_TEXT for any other. *size: of the character. */
static text plainly_end(text t, size_t at, size_t *size)
{
    bool high = text_starts(text_from(t, at), TEXT("\xE2\x80\xA8"));
    *size = 1;
    if (t.at[at] == '\n')
        return TEXT("&#10;");
    if (t.at[at] == '\r')
        return TEXT("&#13;");
    if (!high && !text_starts(text_from(t, at), TEXT("\xE2\x80\xA9")))
        return NO_TEXT;
    *size = 3;
    return high ? TEXT("&#8232;") : TEXT("&#8233;");
}

/* Writes a text so that each sign stands for itself: those with which markup may begin, or all. clean is what is left
 * of the source when it is read, from begin to end; where characters are left out, all signs are written so. */
static void plainly_signs(edits *e, text clean, size_t begin, size_t end, bool all)
{
    text t = e->source;
    for (size_t at = begin, size; at < end; at += size) {
        text line = plainly_end(t, at, &size);
        if (line.size) {
            edits_put(e, at, size, line);
        } else if (all ? plainly_is_sign(t.at[at]) : line_marks(clean, at - begin)) {
            size_t sign = at + (t.at[at] == 'w' || t.at[at] == 'W' ? 3 : 0); /* "www\." */
            edits_put(e, sign, 0, TEXT("\\"));
            size = sign + 1 - at;
        }
    }
}

/* Where the first character of a text that was cleaned stands in its source, and behind its last one. */
static void plainly_range(text source, text clean, size_t *begin, size_t *end)
{
    size_t last = clean.size - 1, size;
    utf8_decode(clean, 0, &size);
    text first = text_slice(clean, 0, size);
    while (last && ((unsigned char)clean.at[last] & 0xC0) == 0x80)
        last--;
    text character = text_from(clean, last);
    *begin = 0;
    while (*begin < source.size && !text_starts(text_from(source, *begin), first))
        ++*begin;
    *end = source.size;
    while (*end > *begin + character.size && !text_equal(text_slice(source, *end - character.size, *end), character))
        --*end;
}

/* Whether version 2 shows a text as these characters. */
static bool plainly_is_shown(story *s, arena *a, text source, text clean)
{
    markdown out;
    broadsheet_buffer bytes;
    writer w;
    markdown_use use = plainly_use(s, 2);
    text read = taken_trimmed(clean_plain(s, source));
    use.line = true;
    use.find = NULL;
    markdown_render(a, &s->line_work, read, &use, &out);
    arena_close(&s->line_work);
    writer_begin(&w, a, s->limits.output_bytes, (url){NO_TEXT});
    writer_text(&w, clean);
    return writer_end(&w, &bytes) == BROADSHEET_OK && text_equal(out.html.bytes, (text){bytes.at, bytes.size}) &&
           text_equal(clean_plain(s, out.plain), clean);
}

bool plainly_line(story *s, arena *a, text source, edits *made)
{
    size_t bom = text_starts(source, TEXT("\xEF\xBB\xBF")) ? 3 : 0, begin, end;
    text behind = text_from(source, bom), clean = taken_trimmed(clean_plain(s, behind));
    edits_open(made, a, source);
    if (!line_is_marked(clean))
        return true;
    plainly_range(source, clean, &begin, &end);
    plainly_signs(made, clean, begin, end, !text_equal(clean, text_slice(source, begin, end)));
    return plainly_is_shown(s, a, text_from(edits_end(made), bom), clean);
}

#endif
