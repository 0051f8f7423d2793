/* Stars that are taken for emphasis and not meant so: "5*3=15, 2*4=8" is 5<em>3=15, 2</em>4=8, as CommonMark has it.
 * They are told. */
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/state.h"
#include "text/flank.h"
#include "text/utf8.h"

/* Few texts have emphasis within a word, so what looks at it is compiled for size. */
#define RARE __attribute__((cold, noinline))

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

static bool RARE is_letter_before(text t, size_t at)
{
    return flank_before(t, at).kind == FLANK_LETTER;
}

/* Whether a run stands within a word, or between the hyphens of a number. */
static bool RARE is_within(text t, size_t begin, size_t end)
{
    bool word = is_letter_before(t, begin) && flank_behind(t, end).kind == FLANK_LETTER;
    return word || (begin && end < t.size && t.at[begin - 1] == '-' && t.at[end] == '-');
}

/* The character before an offset; 0: there is none. */
static uint32_t RARE character_before(text t, size_t at)
{
    size_t begin = at, size;
    while (begin > 0 && at - begin < 4 && (begin == at || ((unsigned char)t.at[begin] & 0xC0) == 0x80))
        begin--;
    return begin < at ? (uint32_t)utf8_decode(t, begin, &size) : 0;
}
static uint32_t RARE character_behind(text t, size_t at)
{
    size_t size;
    return at < t.size ? (uint32_t)utf8_decode(t, at, &size) : 0;
}

static bool is_hangul(uint32_t c)
{
    return c >= 0xAC00 && c <= 0xD7A3;
}

/* A letter of a name in Chinese, Japanese or Korean. U+318D is written as a middle dot. */
static bool RARE is_cjk_letter(uint32_t c)
{
    const flank f = flank_of(c);
    return c >= 0x80 && c != 0x318D && f.kind == FLANK_LETTER && f.cjk;
}

/* Chinese and Japanese put no space beside emphasis, so there a run between two letters says nothing. */
static bool is_spaceless(uint32_t c)
{
    return is_cjk_letter(c) && !is_hangul(c);
}

static size_t cjk_size(uint32_t c)
{
    return c < 0x10000 ? 3 : 4;
}

/* How many of these letters stand before an offset, or behind it, up to 3. */
enum { NAME_MOST = 2 };
static size_t RARE letters_before(text t, size_t at)
{
    size_t count = 0;
    for (; count <= NAME_MOST && is_cjk_letter(character_before(t, at)); at -= cjk_size(character_before(t, at)))
        count++;
    return count;
}
static size_t RARE letters_behind(text t, size_t at, size_t end)
{
    size_t count = 0;
    for (; at < end && count <= NAME_MOST && is_cjk_letter(character_behind(t, at)); count++)
        at += cjk_size(character_behind(t, at));
    return at < end ? count : 0; /* one word is no list of names */
}

/* The parts of a text that its emphasis makes: the runs begin and end there. */
typedef struct runs {
    size_t begin, inner, last, end;
    uint32_t before, first, behind; /* the characters beside the first run, and the one behind the second */
} runs;

/* Whether the stars stand for letters of short names: "Kim*su and Lee*hee", in Korean, Chinese and Japanese. */
static bool is_names(text t, const runs *r)
{
    size_t before = letters_before(t, r->begin), first = letters_behind(t, r->inner, r->last),
           second = letters_before(t, r->last);
    return before && before <= NAME_MOST && second && second <= NAME_MOST && is_cjk_letter(r->behind) && first &&
           first <= (is_hangul(r->before) ? NAME_MOST : 1);
}

/* Whether the stars stand behind words, for notes or what is hidden. No emphasis begins with a sign that parts or
 * ends something: "sales*, profit*"; where no space tells, that is sure of one star alone. */
static bool RARE is_behind_words(text t, const runs *r)
{
    static const uint32_t parts[] = {0xB7,   0x2027, 0x25CB, 0x25CF, 0x25EF, 0x3001, 0x3002,
                                     0x30FB, 0x318D, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1B};
    if (!is_letter_before(t, r->begin))
        return false;
    if (r->first && r->first < 0x80 && strchr(",;:)", (int)r->first))
        return true;
    if (r->first == '/' || r->first == '~')
        return r->inner == r->begin + 1;
    if (r->first == '.' || r->first == '!' || r->first == '?')
        return flank_behind(t, r->inner + 1).kind == FLANK_SPACE;
    if (r->first == '(' || r->first == 0xFF08) /* "Kim*(35) and Lee*(40)" */
        return r->behind == r->first && is_letter_before(t, r->last);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (r->first == parts[i])
            return character_before(t, r->last) != r->first && (!is_spaceless(r->before) || r->inner == r->begin + 1);
    /* The particle behind a word that is hidden: "abc***wa def***", and in Korean "Kim*gwa Lee*". */
    bool own = character_before(t, r->last) < 0x80 && ascii_is_letter_or_digit((char)character_before(t, r->last));
    if (r->before < 0x80 && own && is_cjk_letter(r->first))
        return is_hangul(r->first) || r->inner > r->begin + 2;
    return is_hangul(r->before) && letters_behind(t, r->inner, r->last) == 1 &&
           t.at[r->inner + cjk_size(r->first)] == ' ' && is_hangul(character_before(t, r->last));
}

/* Whether the stars stand between signs that no emphasis has there: "211.234.**.**", "(*) and (*)", "(*.hwp, *.pdf)",
 * and "Kim*ssi and Lee*ssi", with the same letter behind both. */
static bool RARE is_between_signs(text t, const runs *r)
{
    if (r->last == r->inner + 1 && r->first && r->first < 0x80 && strchr(".,:;-/~", (int)r->first))
        return true;
    if (r->first == ')' && r->before == '(')
        return true;
    if (r->first == '.' && r->behind == '.')
        return ascii_is_letter_or_digit(t.at[r->inner + 1]) && flank_behind(t, r->end + 1).kind == FLANK_LETTER;
    return r->inner == r->begin + 1 && r->first == r->behind && is_cjk_letter(r->first) && is_cjk_letter(r->before) &&
           is_cjk_letter(character_before(t, r->last));
}

/* Whether the stars of emphasis stand for what is hidden, or for notes. */
static bool RARE is_mask(text t, report_range range)
{
    size_t begin = range.at, end = range.at + range.size, inner = run_end(t, begin), last = run_begin(t, end);
    if (inner >= last)
        return false;
    runs r = {
        begin, inner, last, end, character_before(t, begin), character_behind(t, inner), character_behind(t, end)};
    if (begin > 1 && t.at[begin - 1] == '-' && t.at[last - 1] == '-' && ascii_is_digit(t.at[begin - 2]))
        return true; /* "010-1234-****, 010-5678-****" */
    if (is_behind_words(t, &r) || is_names(t, &r) || is_between_signs(t, &r))
        return true;
    bool spaceless = is_spaceless(r.before) || is_spaceless(r.first) || is_spaceless(character_before(t, last)) ||
                     is_spaceless(r.behind);
    bool several = memchr(t.at + inner, ' ', last - inner) || memchr(t.at + inner, '-', last - inner);
    return several && !spaceless && is_within(t, begin, inner) && is_within(t, last, end);
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
