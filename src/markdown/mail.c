/* Mail addresses: those that are plain, and those in angle brackets, which are left alone. */
#include "base/module.h"
#include "markdown/addresses.h"
#include "markdown/prepare.h"

static bool is_autolink_local(char c)
{
    return address_is_host_byte(c) || (c && strchr("!#$%&'*+/=?^{|}~", c));
}

/* The local part has at most 64 bytes (RFC 5321, section 4.5.3.1.1); so the look around costs little. */
bool prepare_is_mail_autolink(text t, size_t at)
{
    size_t begin = at, end = at;
    while (begin > 0 && at - begin < 64 && is_autolink_local(t.at[begin - 1]))
        begin--;
    if (begin == 0 || t.at[begin - 1] != '<')
        return false;
    if (!MODULE_HAS_RARE)
        arena_lack();
    if (prepare_is_escaped(t, begin - 1))
        return false;
    while (end < t.size && end - begin <= 64 && is_autolink_local(t.at[end]))
        end++;
    return end < t.size && end > begin && t.at[end] == '@';
}

static bool is_local_byte(char c)
{
    return address_is_host_byte(c) || c == '+';
}

/* Where the domain of a mail address ends; 0 when there is none, or one with an empty label, or a label that begins or
 * ends with "-". */
static size_t mail_domain(text t, size_t begin, bool lined)
{
    size_t at = begin, dots = 0;
    while (at < t.size && address_is_host_byte(t.at[at]))
        at++;
    if (at < t.size && t.at[at] == '@')
        return 0;
    while (at > begin && (t.at[at - 1] == '.' || (lined && t.at[at - 1] == '_')))
        at--;
    for (size_t i = begin; i < at; i++) {
        dots += t.at[i] == '.';
        bool first = i == begin || t.at[i - 1] == '.';
        if ((t.at[i] == '.' && (first || t.at[i - 1] == '-')) || (t.at[i] == '-' && first))
            return 0;
    }
    return dots && t.at[at - 1] != '-' && t.at[at - 1] != '_' ? at : 0;
}

/* A mail address at its "@", with "mailto:" when that stands before it. */
size_t prepare_mail(edits *e, size_t at)
{
    text t = e->source;
    size_t begin = at, least = e->done;
    while (begin > least && is_local_byte(t.at[begin - 1]))
        begin--;
    size_t first = begin;
    while (begin < at && !ascii_is_letter_or_digit(t.at[begin]))
        begin++;
    char before = first ? t.at[first - 1] : ' ';
    if (prepare_is_mail_autolink(t, at))
        return at + 1;
    bool lined = begin > first && t.at[begin - 1] == '_'; /* emphasis, perhaps */
    if (begin == at || before == '/' || before == '@' || (begin > first && !lined))
        return at + 1;
    address_found a = {.begin = begin, .host = begin, .end = mail_domain(t, at + 1, lined)};
    if (!a.end)
        return at + 1;
    if (begin >= least + 7 && begin == first && text_equal_nocase(text_slice(t, begin - 7, begin), TEXT("mailto:")))
        a.begin -= 7;
    if (address_is_autolink(t, a.begin))
        return at + 1;
    a.destination = address_is_destination(t, a.begin);
    return address_put(e, &a);
}
