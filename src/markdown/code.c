/* Blocks of code. md4c gives each of their lines and each line end alone; plain lines that stand in one piece in its
 * source are written as one. Any other line is written alone, since what is told of it has its place.
 *
 * md4c gives the white space before a line as so many spaces. CommonMark keeps it as it is written, but for columns
 * that belong to a container or to the block: of a tab that stands across that border, spaces are left (cmark does the
 * same). So a tab of a Makefile stays one; it is read from the source. */
#include "base/module.h"
#include "base/scan.h"
#include "markdown/state.h"

/* Whether the word after a code fence looks like the name of a language. If so it becomes a class, as in the
 * specification; the dialect commonmark makes a class of any word. */
static bool markdown_is_language(text t)
{
    return text_is_plain(t, 32, TEXT("+#.-"));
}

static bool code_is_white(char c)
{
    return c == ' ' || c == '\t';
}

/* The first word of an info string, which loses the white space around it: md4c takes away spaces, and leaves tabs. */
static __attribute__((cold, noinline)) text code_word(text *info)
{
    while (info->size && code_is_white(info->at[0]))
        *info = text_from(*info, 1);
    while (info->size && code_is_white(info->at[info->size - 1]))
        info->size--;
    size_t end = 0;
    while (end < info->size && !code_is_white(info->at[end]))
        end++;
    return text_slice(*info, 0, end);
}

void markdown_code_enter(markdown_state *m, const MD_BLOCK_CODE_DETAIL *code)
{
    writer *w = &m->out;
    const unsigned left = w->left_out;
    text info = markdown_decode(m, &code->info), language = info;
    if (code->lang.size < code->info.size) /* more than a word */
        language = code_word(&info);
    m->out.left_out = left; /* nothing of it is shown but a name of ASCII */
    m->block = markdown_open_here(m);
    writer_open(w, "pre");
    if (!markdown_is_commonmark(m))
        writer_set(w, "tabindex", "0"); /* it may scroll, so a keyboard must reach it */
    markdown_left(m, w->size);
    writer_open(w, "code");
    if (markdown_is_commonmark(m) ? language.size > 0 : markdown_is_language(language))
        writer_pair(w, "class", TEXT("language-"), language);
    m->code = true;
    m->in_code = true;
    m->code_untold = MODULE_IS_WHOLE && !code->fence_char && !markdown_is_commonmark(m);
    m->indent = 0;
    if (!markdown_is_commonmark(m) && (info.size > language.size || (language.size && !markdown_is_language(language))))
        markdown_tell(m, REPORT_BODY_CODE_INFO, 0, markdown_where_info(m, &code->info));
}

void markdown_code_leave(markdown_state *m)
{
    writer *w = &m->out;
    markdown_code_write(m);
    m->in_code = false;
    m->code = false;
    if (markdown_empty(m, m->block)) {
        markdown_empty_tell(m, m->block, "`");
        return;
    }
    writer_close(w, "code");
    writer_close(w, "pre");
    writer_line(w);
}

/* Writes a piece of a block of code as md4c would have given it. */
static void code_text(markdown_state *m, text piece)
{
    m->in_code = false; /* it is not to wait again */
    markdown_on_text(MD_TEXT_CODE, piece.at, (MD_SIZE)piece.size, m);
    m->in_code = true;
}

void markdown_code_write(markdown_state *m)
{
    text waits = m->waits;
    m->waits = NO_TEXT;
    if (!waits.at)
        return;
    size_t size = waits.size;
    while (waits.at[size - 1] == '\n') /* it begins with a line */
        size--;
    code_text(m, text_slice(waits, 0, size));
    for (; size < waits.size; size++) /* as those of md4c: m->reached stays behind the last line */
        code_text(m, TEXT("\n"));
}

/* Whether nothing can be told of a piece: it is ASCII without controls, and not empty to the eye. */
static bool code_is_plain(text piece)
{
    size_t at = 0;
    scan_bytes rest;
    if (piece.at[0] == ' ' && piece.at[piece.size - 1] == ' ')
        return false;
    SCAN_TO(piece, at, scan_outside(b, ' ', '~'));
    if (piece.size - at < SCAN_SIZE && scan_rest(piece, at, &rest))
        return !scan_mask(scan_outside(rest, ' ', '~'));
    while (at < piece.size && piece.at[at] >= ' ' && piece.at[at] < 0x7F)
        at++;
    return at == piece.size;
}

static bool code_in_source(const markdown_state *m, text piece)
{
    return (uintptr_t)piece.at - (uintptr_t)m->source.at < m->source.size;
}

static size_t code_column(char c, size_t column)
{
    return c == '\t' ? column - column % LINES_CODE + LINES_CODE : column + 1;
}

/* The white space that stands for so many columns before an offset of the source; empty when it is none. spaces: how
 * many of them belong to a tab that begins before it. */
static text code_white(const markdown_state *m, size_t end, size_t columns, size_t *spaces)
{
    const char *at = m->source.at;
    size_t begin = end, all = 0, column = 0;
    while (begin && !lines_is_end(m->source, begin - 1))
        begin--;
    for (size_t i = begin; i < end; i++)
        all = code_column(at[i], all);
    while (all - column > columns)
        column = code_column(at[begin++], column);
    for (size_t i = begin; i < end; i++)
        if (!code_is_white(at[i]))
            begin = end;
    *spaces = begin < end ? columns - (all - column) : columns;
    return text_slice(m->source, begin, end);
}

/* Writes the white space before a piece, or gives it together with the piece where both are plain. */
static text code_indented(markdown_state *m, text piece)
{
    static const char room[] = "                "; /* as many as md4c gives at once */
    size_t spaces = m->indent;
    text white = NO_TEXT;
    if (code_in_source(m, piece))
        white = code_white(m, (size_t)(piece.at - m->source.at), m->indent, &spaces);
    m->indent = 0;
    text both = {white.at, white.size + piece.size};
    if (!spaces && code_is_plain(both))
        return both;
    markdown_code_write(m);
    for (size_t size; spaces; spaces -= size) {
        size = spaces < sizeof room - 1 ? spaces : sizeof room - 1;
        code_text(m, (text){room, size});
    }
    if (white.size)
        code_text(m, white);
    return piece;
}

bool markdown_code_waits(markdown_state *m, text *given)
{
    if (!code_in_source(m, *given) && *given->at == ' ') { /* the columns of white space that stand before a line */
        m->indent += given->size;
        return true;
    }
    if (m->code_untold && code_in_source(m, *given) && characters_show(*given)) { /* a pasted paragraph, it may be */
        m->code_untold = false;
        markdown_tell(m, REPORT_BODY_INDENTED, 0, markdown_range(m, *given));
    }
    if (m->indent)
        *given = code_indented(m, *given);
    text piece = *given;
    const char *behind = m->waits.at ? m->waits.at + m->waits.size : NULL;
    bool line = piece.size == 1 && *piece.at == '\n', plain = !line && code_is_plain(piece);
    if (behind && (line ? behind < m->source.at + m->source.size && *behind == '\n' : plain && piece.at == behind)) {
        m->waits.size += piece.size;
        return true;
    }
    markdown_code_write(m);
    if (!plain || !code_in_source(m, piece))
        return false; /* a line end of md4c's is among them */
    m->waits = piece;
    return true;
}
