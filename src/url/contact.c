#include "url/contact.h"

#include "base/concat.h"
#include "base/digits.h"
#include "text/utf8.h"
#include "url/host.h"

/* Characters of a mail address that stay as they are in mailto (RFC 6068, section 2). "%" is encoded, since in a mail
 * address it is a character and no escape; so are "&", ";", "=", "/" and "?", which mean something to the program that
 * reads the mailto address. */
static const url_set url_kept_mail =
    URL_SET(URL_BIT('!') | URL_BIT('$') | URL_BIT('*') | URL_BIT('+') | URL_BIT('-') | URL_BIT('.'),
            URL_BIT('_') | URL_BIT('~'));

/* --- mailto: ---------------------------------------------------------------------------------- */

/* Whether a text has the escape of a control character, which could begin a mail header of its own. With lines, line
 * breaks are allowed: the body may have them (RFC 6068, section 5). */
static bool contact_is_controlled(text t, bool lines)
{
    for (size_t i = 0; i < t.size; i++) {
        int c = url_escaped(t, i);
        if (c >= 0 && (c < 0x20 || c == 0x7F) && !(lines && (c == '\r' || c == '\n')))
            return true;
    }
    return false;
}

/* Only "subject=" and "body=" are allowed, since they are safe (RFC 6068, section 7). "bcc", "attach" and fields that a
 * mail program may know besides act behind the reader's back. */
static bool contact_is_field(text field)
{
    bool is_body = text_starts_nocase(field, TEXT("body="));
    return (is_body || text_starts_nocase(field, TEXT("subject="))) && !contact_is_controlled(field, is_body);
}

bool url_is_mailto(const url_parts *p)
{
    text query = p->query;
    if (p->fragment.at != NULL) /* some mail programs read on in the fragment, and find headers */
        return false;
    if (p->path.size + query.size == 0 || contact_is_controlled(p->path, false))
        return false;
    while (query.size > 0)
        if (!contact_is_field(text_take(&query, '&')))
            return false;
    return true;
}

/* --- tel: ------------------------------------------------------------------------------------- */

/* RFC 3966, section 3: perhaps a "+", then digits and visual separators, perhaps ";ext=" and digits. "*" and "#" are
 * refused, since some telephones obey such a code as soon as it is dialled. */
bool url_is_tel(const url_parts *p)
{
    text t = p->path, extension = TEXT(";ext=");
    uint64_t number;
    size_t i = t.size > 0 && t.at[0] == '+', digits = 0;
    for (; i < t.size && t.at[i] != ';'; i++) {
        if (!ascii_is_digit(t.at[i]) && !url_is_one_of(t.at[i], TEXT("-.()")))
            return false;
        digits += ascii_is_digit(t.at[i]);
    }
    if (i < t.size) {
        t = text_from(t, i);
        if (!text_starts_nocase(t, extension) || !digits_read(text_from(t, extension.size), 10, &number))
            return false;
    }
    return digits > 0 && p->query.at == NULL && p->fragment.at == NULL;
}

/* --- an address of one person (RFC 5321) --------------------------------------------------------- */

/* RFC 5321, section 4.1.2: Dot-string. */
static bool url_is_mail_local(text t)
{
    char before = '.';
    for (size_t i = 0; i < t.size; before = t.at[i++])
        if (t.at[i] == '.' ? before == '.'
                           : !ascii_is_letter_or_digit(t.at[i]) && !url_is_one_of(t.at[i], TEXT("!#$%&'*+-/=?^_`{|}~")))
            return false;
    return t.size <= 64 && before != '.';
}

/* RFC 5321, section 4.1.2: Domain, whose labels may be written in any script (RFC 6531). */
static bool url_is_mail_domain(text t)
{
    size_t label = 0; /* offset at which the label starts */
    for (size_t i = 0, size; i <= t.size; i += size) {
        size = 1;
        if (i == t.size || t.at[i] == '.') {
            if (i == label || i - label > 63 || t.at[label] == '-' || t.at[i - 1] == '-')
                return false;
            label = i + 1;
        } else if (t.at[i] != '-') {
            int32_t c = utf8_decode(t, i, &size);
            if (c < 0 || !(c < 0x80 ? ascii_is_letter_or_digit((char)c) : url_is_host_letter((uint32_t)c)))
                return false;
        }
    }
    return true;
}

bool url_mail(arena *a, text address, url *out)
{
    out->href = NO_TEXT;
    /* 254 bytes is the most that stands between the angle brackets of a path (RFC 5321, section 4.5.3.1.3). */
    const char *at = address.size == 0 || address.size > 254 ? NULL : memchr(address.at, '@', address.size);
    if (at == NULL)
        return false;
    text local = text_slice(address, 0, (size_t)(at - address.at));
    text domain = text_from(address, local.size + 1);
    if (!url_is_mail_local(local) || !url_is_mail_domain(domain))
        return false;
    text pieces[] = {TEXT("mailto:"), url_encode(a, local, &url_kept_mail), TEXT("@"),
                     url_encode(a, domain, &url_kept_mail)};
    out->href = text_concat(a, pieces, sizeof pieces / sizeof *pieces);
    return true;
}
