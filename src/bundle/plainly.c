/* The body of version 1, so that version 2 shows it as version 1 does.
 *
 * Where a text has a notation of version 2 (markdown_use.takes) it is written so that it is none: by a backslash, or by
 * a reference, or by a capital letter in an address, which is refused as it was. What comes to light behind that is
 * asked for again. In the end both are rendered, and compared: what cannot be put so is said, and not passed over. */
#include "base/module.h"
#include "bundle/upgrade.h"
#include "markdown/markdown.h"
#include "text/entities.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

enum { PLAINLY_ROUNDS = 8 };

/* A "[" of the source, and the offset behind the "]" that belongs to it, or the source's size. */
typedef struct plainly_bracket {
    size_t at, end;
} plainly_bracket;

typedef struct plainly {
    story *story;
    arena *arena;
    text source;
    const edits *edits;        /* of the text that is rendered now */
    unsigned char *what;       /* for each byte of the source: the notation that begins there, plus 1 */
    plainly_bracket *brackets; /* of the source; NULL: they were not looked for */
    size_t bracket_count;
    bool found;    /* one that was not known */
    bool noted;    /* a footnote's among them */
    bool defined;  /* definitions were looked for */
    bool referred; /* the "^" of a footnote is written as a reference */
} plainly;

/* The offset of an address, with escapes in it, behind the "[" of a link or behind the colon of a definition; SIZE_MAX:
 * none that version 2 would read otherwise. */
static size_t plainly_address(text t, size_t at)
{
    for (at++; at < t.size && (t.at[at] == ' ' || t.at[at] == '\n' || t.at[at] == '\r' || t.at[at] == '\t');)
        at++;
    at += at < t.size && t.at[at] == '<';
    char begin[16], room[4];
    size_t size = 0, i = at;
    while (i < t.size && size < 12 && (unsigned char)t.at[i] > ' ') {
        text one = text_slice(t, i, i + 1);
        size_t end = i + 1;
        if (t.at[i] == '\\' && i + 1 < t.size) {
            one = text_slice(t, i + 1, i + 2);
            end = i + 2;
        } else if (t.at[i] == '&') {
            while (end < t.size && end - i < 40 && t.at[end] != ';')
                end++;
            one = entity_decode(text_slice(t, i, end < t.size ? ++end : end), room);
        }
        for (size_t j = 0; j < one.size && size < sizeof begin; j++)
            begin[size++] = one.at[j];
        i = end;
    }
    text said = {begin, size};
    bool takes = text_starts(said, TEXT("lang:"));
#define X(KIND, name, form, since, ...) takes = takes || (since > 1 && text_starts(said, TEXT(#name ":")));
#include "markdown/places.def"
#undef X
    return takes ? at : SIZE_MAX;
}

static void plainly_note(plainly *p, markdown_notation notation, size_t at)
{
    if (at >= p->source.size || p->what[at])
        return;
    p->what[at] = (unsigned char)(notation + 1);
    p->found = true;
}

/* Finds all brackets at once: each link looks for its own, and a text may have as many links as words. While one is
 * open its end is the number of the one around it, plus 1. */
static void plainly_pair(plainly *p)
{
    text t = p->source;
    size_t count = 0, open = 0;
    for (size_t at = 0; at < t.size; at++)
        count += t.at[at] == '[';
    p->brackets = arena_array(p->arena, count, sizeof *p->brackets);
    for (size_t at = 0; at < t.size; at += t.at[at] == '\\' ? 2 : 1) {
        if (t.at[at] == '[') {
            p->brackets[p->bracket_count] = (plainly_bracket){at, open};
            open = ++p->bracket_count;
        } else if (t.at[at] == ']' && open) {
            plainly_bracket *b = &p->brackets[open - 1];
            open = b->end;
            b->end = at + 1;
        }
    }
    while (open) {
        plainly_bracket *b = &p->brackets[open - 1];
        open = b->end;
        b->end = t.size;
    }
}

/* Behind the "]" that belongs to the "[" at an offset; the text's size where none does. */
static size_t plainly_label(plainly *p, size_t at)
{
    if (!p->brackets)
        plainly_pair(p);
    size_t low = 0, high = p->bracket_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->brackets[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->bracket_count && p->brackets[low].at == at ? p->brackets[low].end : p->source.size;
}

/* An address with escapes: that behind the text of the link, or else any behind a bracket: that of a definition, or of
 * a link in whose text code or a tag has a bracket. */
static void plainly_link(plainly *p, size_t at)
{
    text t = p->source;
    size_t label = plainly_label(p, at);
    size_t address = label < t.size && t.at[label] == '(' ? plainly_address(t, label) : SIZE_MAX;
    if (address != SIZE_MAX)
        plainly_note(p, NOTATION_ADDRESS, address);
    bool first = address == SIZE_MAX && !p->defined;
    p->defined = p->defined || first;
    for (at = 0; first && at + 2 < t.size; at++)
        if (t.at[at] == ']' && (t.at[at + 1] == ':' || t.at[at + 1] == '(') &&
            (address = plainly_address(t, at + 1)) != SIZE_MAX)
            plainly_note(p, NOTATION_ADDRESS, address);
}

/* An autolink. Behind what looks like the label of a definition, which is text because of it, that must stay so. */
static void plainly_autolink(plainly *p, size_t at)
{
    text t = p->source;
    size_t before = at;
    while (before && (t.at[before - 1] == ' ' || t.at[before - 1] == '\t'))
        before--;
    if (before > 1 && t.at[before - 1] == ':' && t.at[before - 2] == ']')
        plainly_note(p, NOTATION_CAPTION, before - 1);
    plainly_note(p, NOTATION_AUTOLINK, at);
}

static void plainly_take(void *context, markdown_notation notation, size_t at)
{
    plainly *p = context;
    text t = p->source;
    at = edits_source(p->edits, at, false);
    if (notation == NOTATION_NOTE) {
        plainly_note(p, NOTATION_REFERENCE, at);
        p->noted = p->found;
        return;
    }
    if (p->noted) /* what a footnote holds may be code where there is none */
        return;
    if (notation == NOTATION_LINK) {
        plainly_link(p, at);
        return;
    }
    if (notation == NOTATION_AUTOLINK) {
        plainly_autolink(p, at);
        return;
    }
    while (notation == NOTATION_SOURCE && at < t.size && !text_starts(text_from(t, at), TEXT("\xE2\x80\x94")))
        at++;
    plainly_note(p, notation, at);
}

/* A comment in the empty corner behind a "|", in as much room as there is. */
static size_t plainly_corner(edits *e, size_t at)
{
    static const text comment = TEXT_INIT(" <!-- --> ");
    size_t first = at + 1, end = first;
    while (end < e->source.size && (e->source.at[end] == ' ' || e->source.at[end] == '\t'))
        end++;
    edits_put(e, first, end - first < comment.size ? end - first : comment.size, comment);
    return end;
}

/* Writes what begins at an offset otherwise. Returns the offset behind it. */
static size_t plainly_put(const plainly *p, edits *e, size_t at)
{
    text t = p->source;
    char c = t.at[at];
    switch ((markdown_notation)(p->what[at] - 1)) {
    case NOTATION_REFERENCE:
        if (p->referred)
            edits_put(e, at + 1, 1, TEXT("&#94;"));
        else
            edits_put(e, at + 1, 0, TEXT("\\"));
        return at + 2;
    case NOTATION_DEFINED:
        edits_put(e, at + 1, 0, TEXT(" "));
        return at + 1;
    case NOTATION_ADDRESS:
        if (c >= 'a' && c <= 'z') {
            char capital = (char)(c - 'a' + 'A');
            edits_put(e, at, 1, (text){&capital, 1});
        } else {
            edits_put(e, at, 0, TEXT("X"));
        }
        return at + 1;
    case NOTATION_SOURCE:
        edits_put(e, at, 3, TEXT("&mdash;"));
        return at + 3;
    case NOTATION_CAPTION:
        if (c == ':')
            edits_put(e, at, 0, TEXT("\\"));
        else
            edits_put(e, at, 3, TEXT("&#65306;"));
        return at + (c == ':' ? 1 : 3);
    case NOTATION_CORNER:
        return plainly_corner(e, at);
    default:
        edits_put(e, at, 0, TEXT("\\"));
        return at + 1;
    }
}

static void plainly_edit(const plainly *p, edits *made)
{
    edits_open(made, p->arena, p->source);
    for (size_t at = 0; at < p->source.size;)
        at = p->what[at] ? plainly_put(p, made, at) : at + 1;
}

/* The HTML of a text in a version, in the arena; p: whom the notation is told, or NULL. */
static text plainly_html(story *s, arena *a, text source, unsigned version, plainly *p)
{
    markdown out;
    markdown_use use = plainly_use(s, version);
    if (p) {
        use.takes = plainly_take;
        use.context = p;
    }
    markdown_render(a, &s->line_work, source, &use, &out);
    arena_close(&s->line_work);
    return out.html.bytes;
}

/* Tries to write the body so that it has no notation of version 2 and shows what is wanted. */
static bool plainly_try(plainly *p, text wanted, edits *made)
{
    bool same = false;
    p->defined = false;
    p->found = true;
    for (size_t round = 0; p->found && round < PLAINLY_ROUNDS; round++) {
        arena *work = &p->story->try_work;
        plainly_edit(p, made);
        text source = edits_end(made);
        p->edits = made;
        p->found = p->noted = false;
        same = text_equal(plainly_html(p->story, work, source, 2, p), wanted);
        arena_close(work);
    }
    return same && !p->found;
}

bool plainly_body(story *s, arena *a, text source, edits *made)
{
    plainly p = {.story = s, .arena = a, .source = source};
    edits_open(made, a, source);
    if (!source.size)
        return true;
    p.what = arena_alloc(a, source.size + 1);
    p.edits = made;
    text wanted = plainly_html(s, a, source, 1, &p);
    if (plainly_try(&p, wanted, made))
        return true;
    p.referred = true;
    return plainly_try(&p, wanted, made);
}

#endif
