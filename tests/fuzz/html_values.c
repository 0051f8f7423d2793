#include "html_values.h"

#include "fuzz.h"
#include "json/json.h"

static bool all_of(text t, bool (*fits)(char))
{
    for (size_t i = 0; i < t.size; i++)
        if (!fits(t.at[i]))
            return false;
    return true;
}

static bool is_one_of(char c, text set)
{
    return memchr(set.at, c, set.size) != NULL;
}

static bool is_word(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}
static bool is_hex(char c)
{
    return is_one_of(c, TEXT("0123456789ABCDEFabcdef"));
}
static bool is_class(char c)
{
    return (c >= 'a' && c <= 'z') || ascii_is_digit(c) || is_one_of(c, TEXT("-_"));
}
static bool is_code(char c)
{
    return is_word(c) || is_one_of(c, TEXT("+#.-"));
}
static bool is_language(char c)
{
    return is_word(c) || c == '-';
}
static bool is_zone(char c)
{
    return is_word(c) || is_one_of(c, TEXT("+-_/"));
}
static bool is_scheme(char c)
{
    return is_word(c) || is_one_of(c, TEXT("+-."));
}
static bool is_field(char c)
{
    return is_word(c) || is_one_of(c, TEXT("_.-"));
}
static bool is_path(char c)
{
    return ascii_is_digit(c) || is_one_of(c, TEXT("MmLlHhVvCcSsAaZz .-"));
}
static bool is_time(char c)
{
    return ascii_is_digit(c) || is_one_of(c, TEXT("-:+TZPMS"));
}

static bool starts(text t, text with)
{
    return t.size >= with.size && memcmp(t.at, with.at, with.size) == 0;
}

/* Takes what stands before a separator off the front; false when nothing is left. */
static bool next_of(text *rest, text separator, text *item)
{
    if (!rest->at)
        return false;
    for (size_t i = 0; i + separator.size <= rest->size; i++) {
        if (memcmp(rest->at + i, separator.at, separator.size) == 0) {
            *item = text_slice(*rest, 0, i);
            *rest = text_from(*rest, i + separator.size);
            return true;
        }
    }
    *item = *rest;
    *rest = NO_TEXT;
    return true;
}

static bool is_type(char c)
{
    return is_word(c) || is_one_of(c, TEXT(".+-"));
}

static bool is_mime(text value)
{
    static const text tops[] = {TEXT_INIT("video/"), TEXT_INIT("audio/"), TEXT_INIT("application/")};
    for (size_t i = 0; i < sizeof tops / sizeof tops[0]; i++)
        if (starts(value, tops[i]))
            return value.size > tops[i].size && value.size <= tops[i].size + 64 &&
                   all_of(text_from(value, tops[i].size), is_type);
    return false;
}

static bool is_listed(text value, text values)
{
    for (text item; next_of(&values, TEXT("\n"), &item);)
        if (text_equal(value, item))
            return true;
    return false;
}

static bool are_classes(text value)
{
    for (text item; next_of(&value, TEXT(" "), &item);)
        if (!starts(item, TEXT("bs-")) || !all_of(item, is_class))
            return false;
    return true;
}

static bool is_part(text value)
{
    const char *part;
    for (size_t i = 0; (part = broadsheet_describe("part", i)) != NULL; i++)
        if (text_equal(value, (text){part, strlen(part)}))
            return true;
    return false;
}

static bool are_ids(text value, text id_prefix)
{
    for (text item; next_of(&value, TEXT(" "), &item);)
        if (!starts(item, id_prefix) || item.size == id_prefix.size || memchr(item.at, '\t', item.size) ||
            memchr(item.at, '\n', item.size))
            return false;
    return true;
}

/* Behind "//": a host, and nobody before it who is not one. */
static bool has_host(text t)
{
    size_t end = 0;
    while (end < t.size && !is_one_of(t.at[end], TEXT("/?#")))
        end++;
    return end > 0 && !memchr(t.at, '@', end);
}

static bool is_address_byte(text t, size_t i)
{
    if (t.at[i] == '%')
        return t.size - i > 2 && is_hex(t.at[i + 1]) && is_hex(t.at[i + 2]);
    return is_word(t.at[i]) || is_one_of(t.at[i], TEXT("!$&()*+,-./:;=?@_~#[]"));
}

/* "#" and an id, which may be of any letters. */
static bool is_place(text t)
{
    for (size_t i = 1; i < t.size; i++)
        if ((unsigned char)t.at[i] < 0x80 && !is_address_byte(t, i))
            return false;
    return starts(t, TEXT("#"));
}

/* What an address is made of, and where it leads. */
static bool is_address(text t, bool mail, bool relative)
{
    text rest = t, scheme;
    if (relative && is_place(t))
        return true;
    for (size_t i = 0; i < t.size; i++)
        if (!is_address_byte(t, i))
            return false;
    size_t end = 0;
    while (end < t.size && (ascii_is_alpha(t.at[end]) || (end > 0 && is_scheme(t.at[end]))))
        end++;
    if (end == 0 || end == t.size || t.at[end] != ':')
        return relative && (!starts(t, TEXT("//")) || has_host(text_from(t, 2)));
    next_of(&rest, TEXT(":"), &scheme);
    if (text_equal_nocase(scheme, TEXT("http")) || text_equal_nocase(scheme, TEXT("https")))
        return starts(rest, TEXT("//")) && has_host(text_from(rest, 2));
    return mail && (text_equal_nocase(scheme, TEXT("mailto")) || text_equal_nocase(scheme, TEXT("tel")));
}

static bool is_hosts(char c)
{
    return (c >= 'a' && c <= 'z') || ascii_is_digit(c) || is_one_of(c, TEXT("-. "));
}

/* https, a host, and the port of https. */
static bool is_frame(text value)
{
    text rest = value;
    if (!is_address(value, false, false) || value.size < 9)
        return false;
    for (size_t i = 0; i < 8; i++)
        if (ascii_lower(value.at[i]) != "https://"[i])
            return false;
    rest = text_from(rest, 8);
    size_t end = 0;
    while (end < rest.size && !is_one_of(rest.at[end], TEXT("/?#")))
        end++;
    text host = text_slice(rest, 0, end);
    const char *port = rest.at[0] == '[' ? NULL : end ? memchr(host.at, ':', end) : NULL;
    return end > 0 && (!port || text_equal(text_from(host, (size_t)(port - host.at)), TEXT(":443")));
}

static bool is_srcset(text value)
{
    for (text item; next_of(&value, TEXT(", "), &item);) {
        text address, width, rest = item;
        if (!next_of(&rest, TEXT(" "), &address) || !next_of(&rest, TEXT(" "), &width) || rest.at)
            return false;
        if (starts(address, TEXT(",")) || (address.size && address.at[address.size - 1] == ','))
            return false;
        if (!is_address(address, false, true) || width.size < 2 || width.at[width.size - 1] != 'w' ||
            !all_of(text_slice(width, 0, width.size - 1), ascii_is_digit))
            return false;
    }
    return true;
}

/* What a search field may be called: nothing that a form has of its own. */
static bool is_field_name(text value)
{
    if (value.size == 0 || value.size > 32 || !ascii_is_alpha(value.at[0]) || !all_of(value, is_field))
        return false;
#define START(own)                                                                                                     \
    if (starts(value, TEXT(own)))                                                                                      \
        return false;
#define NAME(own)                                                                                                      \
    if (text_equal(value, TEXT(own)))                                                                                  \
        return false;
#include "bundle/form_names.def"
#undef START
#undef NAME
    return true;
}

bool html_value_fits(text value, text rule, text id_prefix)
{
    if (starts(rule, TEXT("=")))
        return is_listed(value, text_from(rule, 1));
    if (text_equal(rule, TEXT("text")))
        return true;
    if (text_equal(rule, TEXT("class")))
        return are_classes(value);
    if (text_equal(rule, TEXT("code")))
        return starts(value, TEXT("language-")) && value.size <= 41 && all_of(text_from(value, 9), is_code);
    if (text_equal(rule, TEXT("part")))
        return is_part(value);
    if (text_equal(rule, TEXT("id")) || text_equal(rule, TEXT("ids")))
        return are_ids(value, id_prefix);
    if (text_equal(rule, TEXT("number")))
        return value.size > 0 && all_of(value, ascii_is_digit);
    if (text_equal(rule, TEXT("language")))
        return value.size > 0 && value.size <= 35 && all_of(value, is_language);
    if (text_equal(rule, TEXT("time")))
        return value.size > 0 && all_of(value, is_time);
    if (text_equal(rule, TEXT("zone")))
        return value.size > 0 && value.size <= 64 && all_of(value, is_zone);
    if (text_equal(rule, TEXT("field")))
        return is_field_name(value);
    if (text_equal(rule, TEXT("store")))
        return value.size <= 128;
    if (text_equal(rule, TEXT("provenance")))
        return value.size > 0 && value.size <= 96 && all_of(value, is_language);
    if (text_equal(rule, TEXT("link")))
        return is_address(value, true, true);
    if (text_equal(rule, TEXT("media")))
        return is_address(value, false, true);
    if (text_equal(rule, TEXT("page")))
        return is_address(value, false, false);
    if (text_equal(rule, TEXT("frame")))
        return is_frame(value);
    if (text_equal(rule, TEXT("hosts")))
        return value.size > 0 && all_of(value, is_hosts);
    if (text_equal(rule, TEXT("mime")))
        return is_mime(value);
    if (text_equal(rule, TEXT("path")))
        return value.size > 0 && value.size <= 1024 && all_of(value, is_path);
    if (text_equal(rule, TEXT("srcset")))
        return is_srcset(value);
    return false; /* a rule that nobody taught us */
}

void html_json_expect(text json)
{
    static const broadsheet_limits limits = {.bundle_bytes = UINT32_MAX, .json_depth = 100, .json_nodes = UINT32_MAX};
    json_fault fault;
    json_values values = {0};
    arena a;
    arena_open(&a, NULL);
    fuzz_expect(json_gate(&a, json, &limits, &values, &fault).at != NULL);
    arena_close(&a);
    for (size_t i = 0; i < json.size; i++) {
        fuzz_expect((unsigned char)json.at[i] >= 0x20 && !is_one_of(json.at[i], TEXT("<>&\x7F")));
        fuzz_expect(json.size - i < 3 ||
                    (memcmp(json.at + i, "\xE2\x80\xA8", 3) != 0 && memcmp(json.at + i, "\xE2\x80\xA9", 3) != 0));
    }
}
