#include "bundle/line.h"

#include "bundle/clean.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
#include "markdown/raised.h"
#include "text/language.h"

static bool line_is_space(text t, size_t at)
{
    return at >= t.size || t.at[at] == ' ' || t.at[at] == '\t';
}

/* Whether a letter or digit stands at an offset, or a byte of a character beyond ASCII. */
static bool line_is_letter(text t, size_t at)
{
    return at < t.size && (ascii_is_letter_or_digit(t.at[at]) || (signed char)t.at[at] < 0);
}

/* A time of day, a sum with spaces around its signs and a lone tilde are none. */
bool line_marks(text t, size_t at)
{
    switch (t.at[at]) {
    case '*':
    case '_':
        return !line_is_space(t, at + 1) || (at > 0 && !line_is_space(t, at - 1));
    case ':':
        return text_starts(text_from(t, at), TEXT("://"));
    case '@':
        return at > 0 && !line_is_space(t, at - 1) && line_is_letter(t, at + 1);
    case '&':
        return line_is_letter(t, at + 1) || (at + 1 < t.size && t.at[at + 1] == '#');
    case '~':
    case '^':
        return raised_may(t, at) || (at + 1 < t.size && t.at[at + 1] == '~');
    case 'w':
    case 'W':
        return text_starts_nocase(text_from(t, at), TEXT("www."));
    default:
        return t.at[at] && strchr("\\`[<\r\n\v\f", t.at[at]);
    }
}

bool line_is_marked(text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (line_marks(t, i))
            return true;
    return false;
}

typedef struct line_context {
    story *story;
    const json_node *node;
} line_context;

static void line_tell(void *context, report_code code, size_t place, report_range range)
{
    const line_context *c = context;
    if (code == REPORT_TEXT_REPLACED &&
        (!range.size || c->node->string.at[range.at] != '&')) /* clean_line has told it */
        return;
    report_within_place(&c->story->report, code, c->node, place, range);
}

static line_text line_read(story *s, const json_node *node, text source)
{
    line_context context = {s, node};
    markdown made;
    url home = story_home(s);
    markdown_use use = {
        .version = s->version,
        .line = true,
        .id_prefix = s->id_prefix,
        .right_to_left = text_equal(s->article.direction, TEXT("rtl")),
        .korean = language_is(s->article.language, TEXT("ko")),
        .home = &home,
        .base = &s->rebase,
        .page = &s->base,
        .paid = s->paid,
        .limits = &s->limits,
        .tell = line_tell,
        .context = &context,
    };
    markdown_render(&s->arena, &s->line_work, source, &use, &made);
    arena_close(&s->line_work);
    return (line_text){clean_plain(s, made.plain), made.html};
}

/* Keeps a text without its markup for alts.c. */
static void line_keep(story *s, const json_node *node, text plain)
{
    if (!MODULE_IS_WHOLE)
        return;
    text *kept = arena_room(&s->arena, sizeof *kept);
    *kept = plain;
    index_add(&s->lines, &s->arena, node->string, kept);
}

line_text bundle_line_node(story *s, json_node *node)
{
    line_text none = {NO_TEXT, {NO_TEXT}}, made = none;
    if (s->version < 2)
        return (line_text){reader_text_node(s, node), {NO_TEXT}};
    if (!taken_is_text(s, node)) {
        taken_wrong_type(s, node);
        return none;
    }
    made.plain = taken_trimmed(clean_line(s, node));
    if (line_is_marked(made.plain)) {
        if (!MODULE_HAS_RICH)
            arena_lack();
        made = line_read(s, node, made.plain);
        line_keep(s, node, made.plain);
    }
    if (characters_show(made.plain))
        return made;
    report_node(&s->report, REPORT_TEXT_EMPTY, node);
    return none;
}

line_text bundle_line(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    return node ? bundle_line_node(s, node) : (line_text){NO_TEXT, {NO_TEXT}};
}

size_t line_weight(const line_text *l)
{
    return l->html.bytes.size ? l->html.bytes.size : escaped_most(l->plain);
}
