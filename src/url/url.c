#include "url/url.h"

#include "base/concat.h"
#include "base/scan.h"
#include "text/utf8.h"
#include "url/contact.h"
#include "url/host.h"
#include "url/parts.h"

/* Characters that stay as they are in an address, besides letters and digits: the URL code points (URL Standard,
 * section 4.3) without the apostrophe, and the "%" of escapes that are there. cmark keeps the apostrophe;
 * percent-encoded it cannot end an attribute anywhere. */
#define URL_KEPT                                                                                                       \
    (URL_BIT('!') | URL_BIT('$') | URL_BIT('&') | URL_BIT('(') | URL_BIT(')') | URL_BIT('*') | URL_BIT('+') |          \
     URL_BIT(',') | URL_BIT('-') | URL_BIT('.') | URL_BIT('/') | URL_BIT(':') | URL_BIT(';') | URL_BIT('=') |          \
     URL_BIT('?') | URL_BIT('%'))
static const url_set url_kept = URL_SET(URL_KEPT, URL_BIT('@') | URL_BIT('_') | URL_BIT('~'));
static const url_set url_kept_host =
    URL_SET(URL_KEPT, URL_BIT('@') | URL_BIT('_') | URL_BIT('~') | URL_BIT('[') | URL_BIT(']'));

/* RFC 3986, section 2.3. */
static const url_set url_unreserved = URL_SET(URL_BIT('-') | URL_BIT('.'), URL_BIT('_') | URL_BIT('~'));

static bool url_is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7F;
}

static bool url_is_controlled(text t)
{
    size_t at = 0;
    SCAN_TO(t, at, scan_below(b, ' ') | (b == 0x7F));
    while (at < t.size && !url_is_control(t.at[at]))
        at++;
    return at < t.size;
}

/* The first steps of the basic URL parser: takes C0 controls and spaces off both ends, and TAB, LF and CR out. */
static text url_clean(arena *a, text t)
{
    while (t.size > 0 && (unsigned char)t.at[0] <= 0x20)
        t = text_from(t, 1);
    while (t.size > 0 && (unsigned char)t.at[t.size - 1] <= 0x20)
        t.size--;
    if (!url_is_controlled(t))
        return t;
    size_t kept = 0;
    for (size_t i = 0; i < t.size; i++)
        kept += !url_is_one_of(t.at[i], TEXT("\t\n\r"));
    char *clean = arena_room(a, kept);
    kept = 0;
    for (size_t i = 0; i < t.size; i++)
        if (!url_is_one_of(t.at[i], TEXT("\t\n\r")))
            clean[kept++] = t.at[i];
    return (text){clean, kept};
}

static bool url_has_scheme(const url_parts *p, text scheme)
{
    return text_equal_nocase(p->scheme, scheme);
}

/* What is wrong with an address that has no scheme. */
static url_fault url_relative_fault(text t, const url_parts *p, url_use use)
{
    if (use == URL_PAGE)
        return URL_FAULT_RELATIVE;
    if (p->authority.at != NULL)
        return url_is_authority(p->authority) ? URL_FAULT_NONE : URL_FAULT_HOST;
    /* "/\host" and its like lead to another host, as "//host" does, without saying so. */
    bool hidden = t.size >= 2 && url_is_one_of(t.at[0], TEXT("/\\")) && url_is_one_of(t.at[1], TEXT("/\\"));
    return hidden ? URL_FAULT_HOST : URL_FAULT_NONE;
}

static url_fault url_fault_of(text t, const url_parts *p, url_use use)
{
    if (t.size == 0)
        return use == URL_LINK ? URL_FAULT_NONE : URL_FAULT_EMPTY;
    if (url_has_scheme(p, TEXT("javascript")) || url_has_scheme(p, TEXT("vbscript")))
        return URL_FAULT_SCRIPT;
    if (url_is_controlled(t))
        return URL_FAULT_CHARACTERS;
    if (p->scheme.at == NULL)
        return url_relative_fault(t, p, use);
    if (url_has_scheme(p, TEXT("http")) || url_has_scheme(p, TEXT("https")))
        return p->authority.at != NULL && url_is_authority(p->authority) ? URL_FAULT_NONE : URL_FAULT_HOST;
    if (use == URL_LINK && url_has_scheme(p, TEXT("mailto")))
        return p->authority.at == NULL && url_is_mailto(p) ? URL_FAULT_NONE : URL_FAULT_MAILTO;
    if (use == URL_LINK && url_has_scheme(p, TEXT("tel")))
        return p->authority.at == NULL && url_is_tel(p) ? URL_FAULT_NONE : URL_FAULT_TEL;
    return URL_FAULT_SCHEME;
}

bool url_judge(arena *a, text decoded, url_use use, url *out)
{
    out->href = NO_TEXT;
    if (utf8_valid_prefix(decoded) != decoded.size)
        return false;
    text t = url_clean(a, decoded);
    url_parts p = url_split(t);
    if (url_fault_of(t, &p, use) != URL_FAULT_NONE)
        return false;
    if (t.size == 0)
        return true;
    p.authority = url_encode(a, p.authority, &url_kept_host);
    p.path = url_encode(a, p.path, &url_kept);
    p.query = url_encode(a, p.query, &url_kept);
    p.fragment = url_encode(a, p.fragment, &url_kept);
    out->href = url_join(a, &p);
    return true;
}

url_fault url_why(arena *a, text decoded, url_use use)
{
    text t = url_clean(a, decoded);
    url_parts p = url_split(t);
    url_fault fault = url_fault_of(t, &p, use);
    if (fault != URL_FAULT_NONE)
        return fault;
    return t.size == 0 ? URL_FAULT_EMPTY : URL_FAULT_CHARACTERS;
}

bool url_judge_shown(arena *a, text decoded, url_use use, url *out)
{
    out->href = NO_TEXT;
    for (size_t i = 0; i < decoded.size; i++)
        if (url_is_one_of(decoded.at[i], TEXT(" \t\n\r")))
            return false;
    return url_judge(a, decoded, use, out);
}

/* 1 for ".", 2 for "..", 0 for any other segment. Browsers read "%2e" as a dot (URL Standard, section 4.1), and the
 * address that they follow must be the one that is printed. */
static int url_dots(text segment)
{
    int dots = 0;
    for (size_t i = 0; i < segment.size; dots++) {
        bool escape = url_escaped(segment, i) == '.';
        if (dots == 2 || (!escape && segment.at[i] != '.'))
            return 0;
        i += escape ? 3 : 1;
    }
    return dots;
}

/* RFC 3986, section 5.2.4, for a path that is empty or begins with a slash. */
static text url_remove_dots(arena *a, text path)
{
    if (path.size == 0)
        return TEXT("/");
    char *out = arena_room(a, path.size);
    size_t size = 0;
    for (size_t start = 0, end; start < path.size; start = end) {
        for (end = start + 1; end < path.size && path.at[end] != '/'; end++)
            ;
        int dots = url_dots(text_slice(path, start + 1, end));
        if (dots == 2)
            while (size > 0 && out[--size] != '/')
                ;
        if (dots == 0) {
            memcpy(out + size, path.at + start, end - start);
            size += end - start;
        } else if (end == path.size) {
            out[size++] = '/';
        }
    }
    return (text){out, size};
}

/* name in the directory of path, which begins with a slash (RFC 3986, section 5.2.3). */
static text url_merge(arena *a, text path, text name)
{
    size_t end = path.size;
    while (path.at[end - 1] != '/')
        end--;
    return text_concat(a, (text[]){text_slice(path, 0, end), name}, 2);
}

url url_resolve(arena *a, url base, url relative)
{
    const url none = {NO_TEXT};
    if (relative.href.size == 0)
        return none;
    url_parts r = url_split(relative.href);
    if (r.scheme.at != NULL) /* without a host it is an address of mail or a telephone, not of a page */
        return r.authority.at != NULL ? relative : none;
    if (base.href.size == 0)
        return none;
    url_parts b = url_split(base.href);
    if (b.scheme.at == NULL || b.authority.at == NULL)
        return none;
    r.scheme = b.scheme;
    if (r.authority.at == NULL) {
        r.authority = b.authority;
        b.path = url_remove_dots(a, b.path);
        if (r.path.size > 0 && r.path.at[0] != '/')
            r.path = url_merge(a, b.path, r.path);
        if (r.path.size == 0 && r.query.at == NULL)
            r.query = b.query;
        if (r.path.size == 0)
            r.path = b.path;
    }
    r.path = url_remove_dots(a, r.path);
    return (url){url_join(a, &r)};
}

url_page url_page_of(arena *a, url address)
{
    static const text before[] = {TEXT_INIT("www."), TEXT_INIT("m.")};
    const url nowhere = {TEXT("http:///")}; /* without a host; with a path, for an address that is relative */
    url_parts p = url_split(url_resolve(a, nowhere, address).href);
    url_page page = {url_host(p.authority), url_unescape(a, url_remove_dots(a, p.path)), {NO_TEXT}, 0};
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
        if (text_starts_nocase(page.host, before[i]))
            page.host = text_from(page.host, before[i].size);
    while (page.path.size > 0 && page.path.at[page.path.size - 1] == '/')
        page.path.size--;
    while (p.query.size) {
        text one = text_take(&p.query, '&');
        if (one.size && page.count++ < URL_PARAMETERS)
            page.parameters[page.count - 1] = one;
    }
    return page;
}

/* Whether one has no parameter that the other lacks. */
static bool url_is_among(const url_page *one, const url_page *other)
{
    for (size_t i = 0; i < one->count; i++) {
        size_t at = 0;
        while (at < other->count && !text_equal(one->parameters[i], other->parameters[at]))
            at++;
        if (at == other->count)
            return false;
    }
    return true;
}

bool url_same_page(const url_page *one, const url_page *other)
{
    bool anywhere = one->host.size == 0 || other->host.size == 0;
    bool many = one->count > URL_PARAMETERS || other->count > URL_PARAMETERS;
    return (anywhere || text_equal_nocase(one->host, other->host)) && text_equal(one->path, other->path) &&
           (many || url_is_among(one, other) || url_is_among(other, one));
}

bool url_is_relative(url address)
{
    return url_head(&address.href).scheme.at == NULL;
}

text url_host_of(url address)
{
    return address.href.size > 0 ? url_host(url_head(&address.href).authority) : NO_TEXT;
}

bool url_is_secure(url address)
{
    url_parts p = url_head(&address.href);
    text port = text_from(p.authority, url_host(p.authority).size);
    return url_has_scheme(&p, TEXT("https")) && p.authority.size && (!port.size || text_equal(port, TEXT(":443")));
}

bool url_leaves(url address, text host)
{
    text own = url_host_of(address);
    return own.size > 0 && !text_equal_nocase(own, host);
}

text url_unescape(arena *a, text component)
{
    char *bytes = arena_room(a, component.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < component.size; size++) {
        int byte = url_escaped(component, i);
        bytes[size] = byte < 0 ? component.at[i] : (char)byte;
        i += byte < 0 ? 1 : 3;
    }
    return (text){bytes, size};
}

text url_component(arena *a, text t)
{
    bool breaks = false;
    for (size_t i = 0; i < t.size; i++)
        breaks = breaks || url_is_control(t.at[i]);
    if (breaks) { /* controls are no more than white space in a subject or a query */
        char *line = arena_alloc(a, t.size);
        for (size_t i = 0; i < t.size; i++)
            line[i] = url_is_control(t.at[i]) ? ' ' : t.at[i];
        t.at = line;
    }
    return url_encode(a, t, &url_unreserved);
}
