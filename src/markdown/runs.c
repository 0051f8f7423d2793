/* Delimiter runs: "*" for emphasis, "~~" for what is struck out (tests/spec/markdown/emphasis.txt, strikethrough.txt).
 *
 * md4c asks of which kind the characters on both sides of a run are: white space (or the line's end), punctuation, or a
 * letter. "*" opens where what follows is of a higher kind than what stands before, or of the same, and is no space; it
 * closes the other way round. "~~" opens where what stands before is no letter, and closes where what follows is none.
 * So a mark of the right kind on a side makes a run open and close where our own dialect says. */
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"
#include "text/flank.h"

static bool run_holds(text t, size_t at)
{
    return at < t.size && (t.at[at] == '*' || t.at[at] == '_' || t.at[at] == '~');
}

/* Whether the ">" before an offset is a block quote's, so that the line of its text begins there. */
static bool run_is_quoted(text t, size_t at)
{
    while (at > 0 && (t.at[at - 1] == '>' || t.at[at - 1] == ' '))
        at--;
    return at == 0 || t.at[at - 1] == '\n' || t.at[at - 1] == '\r';
}

/* The last insertion, when it stands right at an offset, and is not the start of a line; else NULL. */
static const edit *run_inserted(const edits *e, size_t at)
{
    const edit *last = e->count ? &e->list[e->count - 1] : NULL;
    if (!last || last->at != at || last->taken)
        return NULL;
    const char end = e->result[last->put_at + last->size - 1];
    return end == MARK_START_SPACE.at[1] || end == '\n' ? NULL : last;
}

/* What md4c sees right before an offset: a mark of the run before, or the text. */
static flank_kind run_seen(const edits *e, size_t at, flank before)
{
    const edit *last = run_inserted(e, at);
    if (last)
        return e->result[last->put_at + last->size - 1] == (char)0xBC ? FLANK_PUNCTUATION : FLANK_LETTER;
    const char *s = e->source.at + at;
    bool selector = at >= 3 && before.kind == FLANK_PUNCTUATION && s[-3] == '\xEF' && s[-2] == '\xB8' &&
                    (unsigned char)s[-1] < 0x90;
    return selector ? FLANK_LETTER : before.kind; /* md4c takes a variation selector for a letter */
}

static void run_put(edits *e, size_t at, flank_kind kind)
{
    edits_put(e, at, 0, kind == FLANK_PUNCTUATION ? MARK_PUNCTUATION_TEXT : MARK_TEXT(MARK_LETTER));
}

/* The sides of a run: what stands there, and what md4c is to see there. */
typedef struct run_sides {
    flank before, behind;
    flank_kind left, right;
} run_sides;

static void run_mark(edits *e, size_t at, size_t end, const run_sides *s)
{
    if (run_seen(e, at, s->before) != s->left) {
        /* The run before must not see a letter where it has seen this run. */
        if (s->left == FLANK_LETTER && at > 0 && run_holds(e->source, at - 1) && !run_inserted(e, at))
            run_put(e, at, FLANK_PUNCTUATION);
        run_put(e, at, s->left);
    }
    if (s->behind.kind != s->right) {
        run_put(e, end, s->right);
        if (s->right == FLANK_LETTER && end < e->source.size &&
            e->source.at[end] == '_') /* which sees a run in the source */
            run_put(e, end, FLANK_PUNCTUATION);
    }
}

/* Before a run stands what comments that were taken out right before it have left there. */
static flank run_before(const edits *e, size_t at)
{
    for (size_t i = MODULE_HAS_RARE ? e->count : 0; i > 0; i--) {
        const edit *one = &e->list[i - 1];
        if (one->size || !one->taken || one->at + one->taken != at)
            break;
        at = one->at;
    }
    return flank_before(e->source, at);
}

/* Behind a run stands what comes behind the comments that will be taken out there. */
static flank run_behind(text t, size_t at)
{
    enum { FAR = 512 }; /* so far a comment is looked for: every run asks */
    while (MODULE_HAS_RARE && text_starts(text_from(t, at), TEXT("<!--"))) {
        size_t end = at + 4, most = t.size - at < FAR ? t.size : at + FAR;
        while (end < most && !(t.at[end] == '>' && t.at[end - 1] == '-' && t.at[end - 2] == '-'))
            end++;
        if (end == most)
            break;
        at = end + 1;
    }
    return flank_behind(t, at);
}

/* The amended rule. Beside a CJK character a run that white space does not touch opens and closes. "|" may be the
 * border of a cell, where the cell's text begins or ends. */
static void run_flank(const edits *e, size_t at, size_t end, run_sides *s, bool *opens, bool *closes)
{
    text t = e->source;
    s->before = run_before(e, at);
    s->behind = run_behind(t, end);
    if (at > 0 && t.at[at - 1] == '>' && run_is_quoted(t, at))
        s->before = (flank){FLANK_SPACE, false};
    bool border = (at > 0 && t.at[at - 1] == '|') || (end < t.size && t.at[end] == '|');
    bool cjk = (s->before.cjk || s->behind.cjk) && !border;
    flank_kind left = s->before.kind, right = s->behind.kind;
    s->left = left;
    s->right = right;
    *opens = right != FLANK_SPACE && (right == FLANK_LETTER || left != FLANK_LETTER || cjk);
    *closes = left != FLANK_SPACE && (left == FLANK_LETTER || right != FLANK_LETTER || cjk);
}

/* Whether printable ASCII alone stands beside a run, which ends no comment and begins none, or a space or line end on
 * one side, so that the amended rule is md4c's own. */
static bool run_is_plain(text t, size_t at, size_t end)
{
    unsigned char before = at ? (unsigned char)t.at[at - 1] : '\n';
    unsigned char behind = end < t.size ? (unsigned char)t.at[end] : '\n';
    if (before == ' ' || before == '\n' || behind == ' ' || behind == '\n')
        return true;
    return before > ' ' && before < 0x7F && before != '>' && behind > ' ' && behind < 0x7F && behind != '<';
}

size_t prepare_stars(edits *e, size_t at)
{
    text t = e->source;
    size_t end = at;
    run_sides s;
    bool opens, closes;
    if (prepare_is_escaped(t, at))
        return at + 1; /* what is left of the run, if anything, is another one */
    while (end < t.size && t.at[end] == '*')
        end++;
    if (run_is_plain(t, at, end) && !run_inserted(e, at))
        return end;
    run_flank(e, at, end, &s, &opens, &closes);
    if (opens && closes && s.left != s.right)
        s.left = s.right = FLANK_LETTER;
    run_mark(e, at, end, &s);
    return end;
}

/* One tilde is no delimiter. md4c would strike with it, so a mark stands for it, and where a run is its neighbour that
 * sees punctuation, as it does in the source. */
static size_t run_tilde(edits *e, size_t at)
{
    text t = e->source;
    if (at > 0 && run_holds(t, at - 1) && !run_inserted(e, at))
        run_put(e, at, FLANK_PUNCTUATION);
    edits_put(e, at, 1, MARK_TEXT(MARK_TILDE));
    if (run_holds(t, at + 1))
        run_put(e, at + 1, FLANK_PUNCTUATION);
    return at + 1;
}

size_t prepare_tildes(edits *e, size_t at)
{
    text t = e->source;
    size_t end = at;
    run_sides s;
    bool opens, closes;
    if (!MODULE_HAS_RARE && at + 1 < t.size && t.at[at + 1] == '~')
        arena_lack();
    if (!MODULE_HAS_RARE) /* where md4c does not strike, a tilde is text */
        return at + 1;
    if (prepare_is_escaped(t, at) || prepare_is_mail_autolink(t, at))
        return at + 1;
    while (end < t.size && t.at[end] == '~')
        end++;
    if (end - at == 1)
        return run_tilde(e, at);
    if (end - at > 2) /* a fence, or text */
        return end;
    run_flank(e, at, end, &s, &opens, &closes);
    if (opens == (s.left == FLANK_LETTER))
        s.left = opens ? FLANK_PUNCTUATION : FLANK_LETTER;
    if (closes == (s.right == FLANK_LETTER))
        s.right = closes ? FLANK_PUNCTUATION : FLANK_LETTER;
    run_mark(e, at, end, &s);
    return end;
}
