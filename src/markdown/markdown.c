#include "markdown/markdown.h"

#include "base/module.h"
#include "base/scan.h"
#include "markdown/prepare.h"

/* The most bytes of a source: md4c's offsets, and its sums of them, are unsigned int. */
enum { MARKDOWN_BYTES_MOST = 1 << 30 };

/* MARKDOWN_STEPS: the most steps for each byte of the text. MARKDOWN_STEPS_FREE: those that any text may take beside
 * them. A step is md4c's visit to one open container for one line: it visits all of them for each line, blank lines
 * included, so text with many containers and many lines takes quadratic time. 16 steps cost less than the rest of the
 * work on a byte, and a text whose lines begin with at most 16 marks always stays below. */
enum { MARKDOWN_STEPS = 16, MARKDOWN_STEPS_FREE = 1 << 12 };

static bool is_line_end(text t, size_t at)
{
    return at >= t.size || t.at[at] == '\n' || t.at[at] == '\r';
}

/* The size of the container mark at an offset: a block quote's or a list item's; 0 for
 * none (CommonMark 0.31.2, sections 5.1 and 5.2). */
static size_t markdown_mark(text t, size_t at)
{
    size_t size = 0;
    if (at < t.size && t.at[at] == '>')
        return 1;
    while (at + size < t.size && size < 10 && ascii_is_digit(t.at[at + size]))
        size++;
    if (at + size >= t.size || !strchr(size ? ".)" : "-+*", t.at[at + size]) || !t.at[at + size])
        return 0;
    size++;
    return is_line_end(t, at + size) || t.at[at + size] == ' ' || t.at[at + size] == '\t' ? size : 0;
}

/* How many containers can be open after a line because of it, at most: each of its marks opens or continues one, and
 * every two columns of white space continue one that an earlier mark has opened. *opened counts the marks of all lines
 * so far. *at moves behind the line's marks. */
static size_t markdown_containers(markdown_state *m, size_t *at, size_t *opened)
{
    text t = m->source;
    size_t marks = 0, columns = 0;
    for (size_t size; *at < t.size; *at += size) {
        size = 1;
        if (t.at[*at] == ' ')
            columns += 1;
        else if (t.at[*at] == '\t')
            columns += 4;
        else if ((size = markdown_mark(t, *at)) > 0) {
            marks++;
            if (ascii_is_digit(t.at[*at]))
                watch_number(m, *at, size);
        } else
            break;
    }
    *opened += marks;
    return marks + columns / 2 < *opened ? marks + columns / 2 : *opened;
}

/* The bytes that a container's mark, or the white space that continues a container, begins with. */
static const bool markdown_begins[256] = {
    [' '] = true, ['\t'] = true, ['>'] = true, ['-'] = true, ['+'] = true, ['*'] = true, ['0'] = true, ['1'] = true,
    ['2'] = true, ['3'] = true,  ['4'] = true, ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
};

/* What the survey of a text has counted so far. */
typedef struct markdown_counts {
    size_t deepest, opened; /* containers */
    size_t bracket;         /* where the last line that begins with "[" does */
    uint64_t steps, allowed;
} markdown_counts;

static inline void markdown_survey_line(markdown_state *m, markdown_counts *c, size_t at)
{
    text t = m->source;
    if (markdown_begins[(unsigned char)t.at[at]]) {
        size_t containers = markdown_containers(m, &at, &c->opened);
        if (containers > c->deepest)
            c->deepest = containers;
    }
    if (at < t.size && t.at[at] == '[')
        c->bracket = at;
    c->steps += c->deepest;
    if (c->steps > c->allowed)
        arena_limit(m->scratch, "the Markdown has too many lines for how deep it is nested");
}

/* Looks at a byte that ends a line, or may end the label of a link. */
static inline void markdown_survey_byte(markdown_state *m, markdown_counts *c, size_t at)
{
    text t = m->source;
    if (at + 1 == t.size)
        return;
    if (t.at[at] != ']') {
        markdown_survey_line(m, c, at + 1);
    } else if (t.at[at + 1] == ':' || t.at[at + 1] == '(') {
        if (t.at[at + 1] == ':')
            markdown_count_link(m);
        watch_bracket(m, at, c->bracket);
    }
}

/* Reads the text once before md4c does, and leaves with LIMIT where md4c would take too long. Counts each "]:" as a
 * link, since it may end the label of a link reference definition, of which md4c does not tell. */
static void markdown_survey(markdown_state *m)
{
    text t = m->source;
    markdown_counts c = {.bracket = SIZE_MAX, .allowed = (uint64_t)t.size * MARKDOWN_STEPS + MARKDOWN_STEPS_FREE};
    size_t at = 0;
    if (t.size)
        markdown_survey_line(m, &c, 0);
    for (; SCAN_WIDE && t.size - at >= SCAN_SIZE; at += SCAN_SIZE) {
        scan_bytes b = scan_load(t.at + at);
        for (uint32_t mask = scan_mask((b == ']') | (b == '\n') | (b == '\r')); mask; mask &= mask - 1)
            markdown_survey_byte(m, &c, at + (size_t)__builtin_ctz(mask));
    }
    for (; at < t.size; at++)
        if (is_line_end(t, at) || t.at[at] == ']')
            markdown_survey_byte(m, &c, at);
}

#if BROADSHEET_MODULE < MODULE_WHOLE
/* base/third_party.h declares them for md4c. */
void third_party_enter_block(MD_BLOCKTYPE type, void *detail, void *state);
void third_party_leave_block(MD_BLOCKTYPE type, void *detail, void *state);
void third_party_enter_span(MD_SPANTYPE type, void *detail, void *state);
void third_party_leave_span(MD_SPANTYPE type, void *detail, void *state);
void third_party_text(MD_TEXTTYPE type, const char *at, unsigned size, void *state);

void third_party_enter_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    markdown_enter_block(type, detail, state);
}

void third_party_leave_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    markdown_leave_block(type, detail, state);
}

void third_party_enter_span(MD_SPANTYPE type, void *detail, void *state)
{
    markdown_enter_span(type, detail, state);
}

void third_party_leave_span(MD_SPANTYPE type, void *detail, void *state)
{
    markdown_leave_span(type, detail, state);
}

void third_party_text(MD_TEXTTYPE type, const char *at, unsigned size, void *state)
{
    markdown_on_text(type, at, size, state);
}
#endif

static void markdown_parse(markdown_state *m)
{
#if BROADSHEET_MODULE < MODULE_WHOLE
    const MD_PARSER parser = {0}; /* base/third_party_small.h */
#else
    const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML |
                 (markdown_is_commonmark(m) ? 0u : MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS),
        .enter_block = markdown_enter_block,
        .leave_block = markdown_leave_block,
        .enter_span = markdown_enter_span,
        .leave_span = markdown_leave_span,
        .text = markdown_on_text,
        .syntax = (void (*)(void))columns_uneven, /* base/third_party_tables.h */
    };
#endif
    arena *before = arena_use(m->scratch);
    const char *at = m->source.size ? m->source.at : "";
    int result = md_parse(at, (MD_SIZE)m->source.size, &parser, m);
    arena_use(before);
    /* md_parse fails without memory, or when a callback asks it to stop. */
    if (result != 0 && m->out.status == BROADSHEET_OK)
        arena_leave(m->scratch, BROADSHEET_MEMORY); /* cannot happen: an arena has memory, or is left */
}

void markdown_render(arena *keep, arena *scratch, text source, const markdown_use *use, markdown *out)
{
    *out = (markdown){0};
    if (source.size > use->limits->body_bytes || source.size > MARKDOWN_BYTES_MOST)
        arena_limit(scratch, "the Markdown is larger than the limit");
    markdown_state *m = arena_room(scratch, sizeof *m);
    memset(m, 0, offsetof(markdown_state, out));
    m->use = use;
    m->scratch = scratch;
    m->given = source;
    writer_begin(&m->out, scratch, use->limits->output_bytes, use->home ? *use->home : (url){NO_TEXT});
    if (MODULE_HAS_RICH)
        writer_paid(&m->out, use->paid);
    slugs_open(&m->slugs, scratch);
    for (size_t i = 0; i < use->taken_count; i++)
        slugs_take(&m->slugs, use->taken[i]);

    m->watch_at = SIZE_MAX;
    m->in_heading = MODULE_HAS_RICH && use->line; /* its plain text is kept, as a heading's */
    markdown_prepare(m);
    markdown_survey(m);
    markdown_parse(m);
    if (!markdown_is_commonmark(m)) {
        watch_end(m);
        numbers_end(m);
    }

    if (MODULE_IS_WHOLE)
        markdown_left_out(m, REPORT_WHOLE, m->out.text, false);
    broadsheet_buffer bytes;
    broadsheet_status status = writer_end(&m->out, &bytes);
    if (status == BROADSHEET_LIMIT)
        arena_limit(scratch, "the HTML of the Markdown is larger than the limit");
    if (status != BROADSHEET_OK)
        arena_leave(scratch, status); /* cannot happen: without memory the arena leaves; md4c closes what it opens */
    text made = markdown_late_write(m, (text){bytes.at, bytes.size});
    if (MODULE_IS_WHOLE)
        watch_tell(m);
    out->html.bytes = arena_hand(keep, scratch, made);
    if (MODULE_HAS_RICH && use->line)
        out->plain = arena_text(keep, markdown_text_all(&m->plain));
    out->id_count = MODULE_HAS_RICH ? m->id_count : 0;
    if (out->id_count) {
        out->ids = arena_array(keep, out->id_count, sizeof *out->ids);
        memcpy(out->ids, m->ids, out->id_count * sizeof *out->ids);
    }
    out->count = m->placement_count;
    out->placements = arena_array(keep, out->count, sizeof *out->placements);
    if (out->count)
        memcpy(out->placements, m->placements, out->count * sizeof *out->placements);
}
