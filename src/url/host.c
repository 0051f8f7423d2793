#include "url/host.h"

#include "base/digits.h"
#include "base/module.h"
#include "text/ranges.h"
#include "text/scripts.h"
#include "text/utf8.h"
#include "url/parts.h"

/* --- numbers (URL Standard, sections 3.5 and 3.6) ------------------------------------------- */

/* Four decimal numbers, each written in the shortest way. A browser takes more for IPv4: "127.1", "0x7f.1" and
 * "0177.0.0.1" lead to 127.0.0.1 and do not say so. */
static bool host_is_ipv4(text t)
{
    for (size_t i = 0; i < 4; i++) {
        bool last = i == 3;
        text number = last ? t : text_take(&t, '.');
        uint64_t value;
        if (number.size > 3 || (number.size > 1 && number.at[0] == '0'))
            return false;
        if (!digits_read(number, 10, &value) || value > 255)
            return false;
    }
    return true;
}

/* The text between the brackets: eight pieces, of which "::" may once stand for one or more, and an IPv4 address for
 * the last two. */
static bool host_is_ipv6(text t)
{
    size_t pieces = 0;
    uint64_t value;
    bool squeezed = false;
    if (t.size >= 2 && t.at[0] == ':' && t.at[1] == ':') {
        squeezed = true;
        t = text_from(t, 2);
    }
    while (t.size > 0) {
        size_t before = t.size;
        text piece = text_take(&t, ':');
        bool colon = piece.size < before;
        if (!colon && memchr(piece.at, '.', piece.size) != NULL) {
            pieces += 2;
            return host_is_ipv4(piece) && (squeezed ? pieces < 8 : pieces == 8);
        }
        if (piece.size > 4 || !digits_read(piece, 16, &value))
            return false;
        pieces++;
        if (colon && t.size > 0 && t.at[0] == ':') {
            if (squeezed)
                return false;
            squeezed = true;
            t = text_from(t, 1);
        } else if (colon && t.size == 0) {
            return false;
        }
    }
    return squeezed ? pieces < 8 : pieces == 8;
}

/* --- names (sections 3.2, 3.3 and 3.5) ------------------------------------------------------- */

/* Characters that may stand in a host and need no escape. */
static const url_set host_plain =
    URL_SET(URL_BIT('-') | URL_BIT('.') | URL_BIT('!') | URL_BIT('$') | URL_BIT('&') | URL_BIT('(') | URL_BIT(')') |
                URL_BIT('*') | URL_BIT('+') | URL_BIT(',') | URL_BIT(';') | URL_BIT('='),
            URL_BIT('_') | URL_BIT('~'));

/* Whether an ASCII character may stand in a host: the forbidden domain code points and the colon may not. A character
 * that needs no escape must not have one, which would only hide it. */
static bool host_is_ascii(char c, bool escaped)
{
    if (url_set_has(&host_plain, c))
        return !escaped;
    return c > 0x20 && c < 0x7F && !url_is_one_of(c, TEXT("#%/:<>?@[\\]^|"));
}

static const range others_bmp[] = {
#define BMP(first, last) {first, last},
#define SMP(first, last)
#include "url/host.def"
#undef BMP
#undef SMP
};

static const range others_smp[] = {
#define BMP(first, last)
#define SMP(first, last) {first, last},
#include "url/host.def"
#undef BMP
#undef SMP
};

RANGES(others);

bool url_is_host_letter(uint32_t c)
{
    scripts_need(c);
    return utf8_is_word(c) && !ranges_hold(&others, c);
}

/* The size of the character at i, escaped or not; 0 when it may not stand in a host. */
static size_t host_character(text t, size_t i)
{
    char bytes[4];
    size_t count = 0, taken = 0, used;
    do {
        int byte = url_escaped(t, i + taken);
        bytes[count++] = byte < 0 ? t.at[i + taken] : (char)byte;
        taken += byte < 0 ? 1 : 3;
        int32_t c = utf8_decode((text){bytes, count}, 0, &used);
        if (c >= 0x80)
            return url_is_host_letter((uint32_t)c) ? taken : 0;
        if (c >= 0)
            return host_is_ascii((char)c, byte >= 0) ? taken : 0;
    } while (count < sizeof bytes && used == count && i + taken < t.size);
    return 0;
}

/* Whether the URL Standard takes a last label for a number ("ends in a number checker"). Such a host must be IPv4. */
static bool host_is_number(text label)
{
    bool hex = label.size > 1 && label.at[0] == '0' && ascii_lower(label.at[1]) == 'x';
    uint64_t value;
    return hex ? label.size == 2 || digits_read(text_from(label, 2), 16, &value) : digits_read(label, 10, &value);
}

static bool host_is_name(text t)
{
    text last = NO_TEXT;
    for (size_t i = 0, size; i < t.size; i += size)
        if ((size = url_set_has(&host_plain, t.at[i]) ? 1 : host_character(t, i)) == 0)
            return false;
    for (text rest = t; rest.size > 0;) {
        text label = text_take(&rest, '.');
        if (label.size > 0 || rest.size > 0) /* a dot at the end stands for the root */
            last = label;
    }
    return t.size > 0 && (!host_is_number(last) || host_is_ipv4(t));
}

text url_host(text authority)
{
    size_t end = authority.size;
    while (end > 0 && ascii_is_digit(authority.at[end - 1]))
        end--;
    return end > 0 && authority.at[end - 1] == ':' ? text_slice(authority, 0, end - 1) : authority;
}

bool url_is_authority(text t)
{
    text host = url_host(t);
    uint64_t port = 0;
    if (host.size < t.size)
        digits_read(text_from(t, host.size + 1), 10, &port);
    if (port > 65535)
        return false;
    if (!MODULE_IS_WHOLE && host.size && host.at[0] == '[')
        arena_lack();
    if (host.size >= 2 && host.at[0] == '[' && host.at[host.size - 1] == ']')
        return host_is_ipv6(text_slice(host, 1, host.size - 1));
    return host_is_name(host);
}
