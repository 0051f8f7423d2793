/* Arithmetic that is taken for emphasis: "5*3=15, 2*4=8" is 5<em>3=15, 2</em>4=8, as CommonMark has it. It is told. */
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/state.h"

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

void markdown_emphasis_enter(markdown_state *m)
{
    /* A run that follows another one at once begins inside of it. */
    m->begins[m->depth] = m->in_text && is_times(run_sides(m->source, m->reached)) ? m->reached + 1 : 0;
}

void markdown_emphasis_leave(markdown_state *m)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    size_t begin = m->begins[m->depth], end = m->reached;
    if (!begin-- || m->times_told || !m->in_text)
        return;
    sides first = run_sides(m->source, begin), last = run_sides(m->source, end);
    bool digit = ascii_is_digit(first.before) || ascii_is_digit(first.behind) || ascii_is_digit(last.before) ||
                 ascii_is_digit(last.behind);
    while (end < m->source.size && (m->source.at[end] == '*' || m->source.at[end] == '_'))
        end++;
    /* "un*frigging*believable" is a word. */
    bool variable = is_variable(m->source, begin, true) || is_variable(m->source, end, false);
    if ((!digit && !variable) || !is_times(last))
        return;
    m->times_told = true;
    markdown_tell(m, REPORT_BODY_ARITHMETIC, 0, markdown_range(m, text_slice(m->source, begin, end)));
}
