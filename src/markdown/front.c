/* The very start of a text: a byte order mark, which is skipped, and front matter: what some tools keep of a text at
 * its very start, between two lines of "---" (YAML) or "+++" (TOML). It is not shown. A rule, text and another rule are
 * none: each line must have the form of a key, of a part of its value, or of a comment. Text may have that form, too
 * ("Note: it rains"), so YAML needs a key that text hardly begins with, or two names as programs have them. */
#include "base/module.h"
#include "markdown/lines.h"
#include "markdown/prepare.h"

/* Whether a line is three of a character, and white space. */
static bool front_fence(text t, size_t at, char c)
{
    size_t end = lines_end(t, at);
    if (end - at < 3 || t.at[at] != c || t.at[at + 1] != c || t.at[at + 2] != c)
        return false;
    for (at += 3; at < end; at++)
        if (t.at[at] != ' ' && t.at[at] != '\t')
            return false;
    return true;
}

/* Whether a line begins with a key: "key:" and white space, or "key =". */
static bool front_key(text line, bool yaml)
{
    const char *sign = line.size ? memchr(line.at, yaml ? ':' : '=', line.size) : NULL;
    size_t at = sign ? (size_t)(sign - line.at) : 0;
    if (!at || (yaml && at + 1 < line.size && line.at[at + 1] != ' ' && line.at[at + 1] != '\t'))
        return false;
    for (size_t i = 0; i < at; i++) /* a key is a word, or is quoted */
        if (strchr(".,;!?()[]{}<>`*|\\", line.at[i]))
            return false;
    size_t words = 1;
    for (size_t i = 0; yaml && line.at[0] != '"' && line.at[0] != '\'' && i < at; i++)
        words += line.at[i] == ' ';
    return words <= 3;
}

/* How much a line of YAML says for front matter: 2 for a key that most of it has, 1 for another name. A name is written
 * in small letters, as text begins none. */
static unsigned front_weight(text line)
{
    static const text usual[] = {TEXT_INIT("title"),    TEXT_INIT("date"),       TEXT_INIT("author"),
                                 TEXT_INIT("authors"),  TEXT_INIT("tags"),       TEXT_INIT("layout"),
                                 TEXT_INIT("category"), TEXT_INIT("categories"), TEXT_INIT("slug"),
                                 TEXT_INIT("draft"),    TEXT_INIT("permalink")};
    if (!front_key(line, true))
        return 0;
    text key = text_take(&line, ':');
    if (key.size > 2 && (key.at[0] == '"' || key.at[0] == '\'') && key.at[key.size - 1] == key.at[0])
        key = text_slice(key, 1, key.size - 1);
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (text_equal(key, usual[i]))
            return 2;
    return key.at[0] >= 'a' && key.at[0] <= 'z' && text_is_plain(key, key.size, TEXT("-_"));
}

static bool front_goes_on(text line, bool yaml)
{
    if (!line.size || strchr(yaml ? " \t-#]}" : " \t#]['\"", line.at[0]))
        return true;
    return front_key(line, yaml);
}

size_t prepare_front(markdown_state *m)
{
    text t = m->given;
    size_t begin = 0;
    if (MODULE_HAS_RICH && m->use->line) /* which is no file, and has none of a file */
        return 0;
    if (text_starts(t, TEXT("\xEF\xBB\xBF"))) { /* of the file that the text was read from */
        if (!MODULE_HAS_RARE)
            arena_lack();
        begin = 3;
        edits_put(&m->edits, 0, begin, NO_TEXT);
        markdown_tell(m, REPORT_BYTE_ORDER_MARK, 0, (report_range){0, begin});
    }
    bool yaml = front_fence(t, begin, '-');
    if (!yaml && !front_fence(t, begin, '+'))
        return begin;
    if (!MODULE_HAS_RARE)
        arena_lack();
    size_t first = lines_next(t, begin), at = first, weight = yaml ? 0 : 2;
    while (at < t.size && !front_fence(t, at, yaml ? '-' : '+') && !(yaml && front_fence(t, at, '.'))) {
        text line = text_slice(t, at, lines_end(t, at));
        if (at == first ? !front_key(line, yaml) && !text_starts(line, TEXT("#")) && !text_starts(line, TEXT("["))
                        : !front_goes_on(line, yaml))
            return begin;
        weight += weight < 2 ? front_weight(line) : 0;
        at = lines_next(t, at);
    }
    if (at == first || at >= t.size || weight < 2)
        return begin;
    at = lines_next(t, at);
    edits_put(&m->edits, begin, at - begin, NO_TEXT);
    markdown_tell(m, REPORT_BODY_FRONT_MATTER, 0, (report_range){begin, at - begin});
    return at;
}
