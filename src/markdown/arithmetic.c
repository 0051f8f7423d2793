/* Stars that are taken for emphasis and not meant so: "5*3=15, 2*4=8" is 5<em>3=15, 2</em>4=8, as CommonMark has it.
 * They are told. */
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/state.h"
#include "text/flank.h"

/* The byte before a delimiter run, and the one behind it; 0 at the ends, and for what is not ASCII. */
typedef struct sides {
    char before, behind;
} sides;

/* The run at an offset, with the marks beside it. */
static sides run_sides(text t, size_t at)
{
    sides s = {at ? t.at[at - 1] : '\0', '\0'};
    while (at < t.size && (t.at[at] == '*' || t.at[at] == '_'))
        at++;
    s.behind = at < t.size ? t.at[at] : '\0';
    return s;
}

static bool is_factor(char c)
{
    return ascii_is_letter_or_digit(c) || c == '(' || c == ')';
}

/* Whether the factor before an offset, or the one that begins there, is a letter alone. */
static bool is_variable(text t, size_t at, bool before)
{
    if (before)
        return at && ascii_is_alpha(t.at[at - 1]) && (at < 2 || !ascii_is_letter_or_digit(t.at[at - 2]));
    return at < t.size && ascii_is_alpha(t.at[at]) && (at + 1 == t.size || !ascii_is_letter_or_digit(t.at[at + 1]));
}

/* Whether a run stands between two factors. */
static bool is_times(sides s)
{
    return is_factor(s.before) && is_factor(s.behind);
}

/* Where the run ends that begins at an offset; where the one begins that ends there. */
static size_t run_end(text t, size_t at)
{
    while (at < t.size && (t.at[at] == '*' || t.at[at] == '_'))
        at++;
    return at;
}
static size_t run_begin(text t, size_t at)
{
    while (at > 0 && (t.at[at - 1] == '*' || t.at[at - 1] == '_'))
        at--;
    return at;
}

/* Whether a run stands within a word, or between the hyphens of a number. */
static bool is_within(text t, size_t begin, size_t end)
{
    bool word = flank_before(t, begin).kind == FLANK_LETTER && flank_behind(t, end).kind == FLANK_LETTER;
    return word || (begin && end < t.size && t.at[begin - 1] == '-' && t.at[end] == '-');
}

/* Whether the stars of emphasis stand for what is hidden, as in the names of persons and in numbers ("Kim*su and
 * Lee*hee", "010-****-1234, 010-****-5678"), or for notes ("sales*, profit*"): the first two are in the middle of
 * words, of which there are several; the third follows a word, and a sign that ends something follows it. */
static bool is_mask(text t, report_range range)
{
    size_t begin = range.at, end = range.at + range.size, inner = run_end(t, begin), last = run_begin(t, end);
    if (inner >= last)
        return false;
    if (strchr(",.;:!?)", t.at[inner]) && t.at[inner])
        return flank_before(t, begin).kind == FLANK_LETTER;
    bool several = memchr(t.at + inner, ' ', last - inner) || memchr(t.at + inner, '-', last - inner);
    return several && is_within(t, begin, inner) && is_within(t, last, end);
}

void markdown_emphasis_enter(markdown_state *m)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    size_t around = m->depth ? m->begins[m->depth - 1] : 0;
    bool meant = !m->reached || (unsigned char)m->source.at[m->reached - 1] <= ' '; /* white space stands before it */
    if (!m->in_text) /* it follows another one at once, as the second of "****" */
        m->begins[m->depth] = around == m->reached + 1 ? around : 0;
    else
        m->begins[m->depth] = meant ? 0 : m->reached + 1;
}

void markdown_emphasis_leave(markdown_state *m)
{
    if (!MODULE_IS_WHOLE)
        return;
    size_t begin = m->begins[m->depth], end = m->reached;
    if (!begin-- || m->times_told || !m->in_text)
        return;
    sides first = run_sides(m->source, begin), last = run_sides(m->source, end);
    bool digit = ascii_is_digit(first.before) || ascii_is_digit(first.behind) || ascii_is_digit(last.before) ||
                 ascii_is_digit(last.behind);
    /* "un*frigging*believable" is a word. */
    bool variable = is_variable(m->source, begin, true) || is_variable(m->source, end, false);
    report_range range = markdown_range(m, text_slice(m->source, begin, run_end(m->source, end)));
    if (!((digit || variable) && is_times(first) && is_times(last)) && !is_mask(m->given, range))
        return;
    m->times_told = true;
    markdown_tell(m, REPORT_BODY_ARITHMETIC, 0, range);
}
