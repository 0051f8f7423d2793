#include "check.h"
#include "url/contact.h"
#include "url/url.h"

#include <stdlib.h>

static arena memory;

static text address_of(const char *at, size_t size)
{
    return (text){at, size};
}
#define ADDRESS(literal) address_of("" literal "", sizeof(literal) - 1)

/* Judges for one use, and says "refused" for what is. The bytes stand in a block of their
 * own size, so that a look past their end is seen. */
static text judged(text decoded, url_use use)
{
    char *block = decoded.size > 0 ? malloc(decoded.size) : NULL;
    if (block)
        memcpy(block, decoded.at, decoded.size);
    url u = {TEXT("not set")};
    bool good = url_judge(&memory, address_of(block, decoded.size), use, &u);
    free(block);
    CHECK(good || u.href.size == 0);
    return good ? u.href : TEXT("refused");
}

static void test_case(const char *uses, text decoded, text href)
{
    for (size_t i = 0; i < 3; i++) {
        text want = strchr(uses, "LMP"[i]) != NULL ? href : TEXT("refused");
        CHECK_TEXT(judged(decoded, (url_use[]){URL_LINK, URL_MEDIA, URL_PAGE}[i]), want);
    }
}

static void test_cases(void)
{
#define URL_TEST(name)                TEST(name);
#define URL_CASE(uses, decoded, href) test_case(uses, ADDRESS(decoded), ADDRESS(href));
#include "url_cases.def"
}

static bool is_in(char c, const char *set)
{
    return c != 0 && strchr(set, c) != NULL;
}

static bool begins(text t, const char *with)
{
    size_t size = strlen(with);
    return t.size >= size && text_equal_nocase(text_slice(t, 0, size), address_of(with, size));
}

/* What must hold for every address that is printed, said without the code under test. */
static void check_printed(text decoded, text href)
{
    bool schemes =
        begins(href, "http://") || begins(href, "https://") || begins(href, "mailto:") || begins(href, "tel:");
    size_t colon = 0, hashes = 0, first = 0;
    while (colon < href.size && (ascii_is_alpha(href.at[colon]) || ascii_is_digit(href.at[colon])))
        colon++;
    bool scheme = colon > 0 && ascii_is_alpha(href.at[0]) && colon < href.size && href.at[colon] == ':';
    CHECK(schemes == scheme);
    for (size_t i = 0; i < href.size; i++) {
        char c = href.at[i];
        CHECK(ascii_is_alpha(c) || ascii_is_digit(c) || is_in(c, "!$&()*+,-./:;=?@_~%#[]"));
        CHECK(c != '%' || (i + 2 < href.size && is_in(href.at[i + 1], "0123456789ABCDEFabcdef") &&
                           is_in(href.at[i + 2], "0123456789ABCDEFabcdef")));
        hashes += c == '#';
    }
    CHECK(hashes <= 1);
    while (first < decoded.size && (unsigned char)decoded.at[first] <= 0x20)
        first++;
    CHECK(!begins(href, "//") || decoded.at[first] == '/');
    if (begins(href, "http") && scheme)
        for (size_t i = colon + 3; i < href.size && !is_in(href.at[i], "/?#"); i++)
            CHECK(href.at[i] != '@');
    CHECK_TEXT(judged(href, URL_LINK), href);
}

static void test_hostile_strings(void)
{
    static const char *const prefixes[] = {"", "http:", "https://", "https://a", "//", "/", "mailto:", "\tjava", "a%"};
    static const char bytes[] = "/\\:@#?%2a[\t\0\xC3";
    const size_t count = sizeof bytes - 1;
    size_t printed = 0;

    TEST("every hostile string of up to four bytes behind a prefix prints safely or is refused");
    for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++)
        for (size_t n = 0; n < count * count * count * count; n++) {
            char room[16];
            size_t size = strlen(prefixes[p]);
            memcpy(room, prefixes[p], size);
            for (size_t left = n, i = 0; i < 4; i++, left /= count)
                room[size++] = bytes[left % count];
            text decoded = address_of(room, size), href = judged(decoded, URL_LINK);
            if (href.size > 0 && !text_equal(href, TEXT("refused"))) {
                check_printed(decoded, href);
                printed++;
            }
            arena_close(&memory);
        }
    CHECK(printed > 10000); /* the loop saw both outcomes */
}

static void test_long(void)
{
    TEST("a long address costs what its size says");
    static char room[300000];
    memset(room, '%', sizeof room);
    text href = judged(address_of(room, sizeof room), URL_LINK);
    CHECK(href.size == 3 * sizeof room);
    memset(room, ':', sizeof room);
    CHECK(judged(address_of(room, sizeof room), URL_LINK).size == sizeof room);
    memset(room, '\t', sizeof room);
    room[sizeof room / 2] = 'a';
    CHECK_TEXT(judged(address_of(room, sizeof room), URL_LINK), TEXT("a"));

    for (size_t i = 0; i + 3 <= sizeof room; i += 3)
        memcpy(room + i, "/..", 3);
    url base = {judged(TEXT("https://a.example/b"), URL_PAGE)};
    url path = {judged(address_of(room, sizeof room), URL_LINK)};
    CHECK_TEXT(url_resolve(&memory, base, path).href, TEXT("https://a.example/"));
}

static void check_resolved(text base, text relative, text want)
{
    url b = {NO_TEXT}, r = {NO_TEXT};
    CHECK(base.size == 0 || url_judge(&memory, base, URL_LINK, &b));
    CHECK(url_judge(&memory, relative, URL_LINK, &r));
    CHECK_TEXT(url_resolve(&memory, b, r).href, want);
}
#define RESOLVED(base, relative, want) check_resolved(ADDRESS(base), ADDRESS(relative), ADDRESS(want))

static void test_resolve(void)
{
    /* The examples of RFC 3986, sections 5.4.1 and 5.4.2, with http for the base. */
#define RFC(relative, want) RESOLVED("http://a/b/c/d;p?q", relative, want)
    TEST("references resolve as RFC 3986, section 5.4.1, has them");
    RFC("g", "http://a/b/c/g");
    RFC("./g", "http://a/b/c/g");
    RFC("g/", "http://a/b/c/g/");
    RFC("/g", "http://a/g");
    RFC("//g", "http://g/"); /* the RFC has http://g; browsers write the slash */
    RFC("?y", "http://a/b/c/d;p?y");
    RFC("g?y", "http://a/b/c/g?y");
    RFC("#s", "http://a/b/c/d;p?q#s");
    RFC("g#s", "http://a/b/c/g#s");
    RFC("g?y#s", "http://a/b/c/g?y#s");
    RFC(";x", "http://a/b/c/;x");
    RFC("g;x?y#s", "http://a/b/c/g;x?y#s");
    RFC(".", "http://a/b/c/");
    RFC("./", "http://a/b/c/");
    RFC("..", "http://a/b/");
    RFC("../", "http://a/b/");
    RFC("../g", "http://a/b/g");
    RFC("../..", "http://a/");
    RFC("../../", "http://a/");
    RFC("../../g", "http://a/g");

    TEST("references resolve as RFC 3986, section 5.4.2, has them");
    RFC("../../../g", "http://a/g");
    RFC("../../../../g", "http://a/g");
    RFC("/./g", "http://a/g");
    RFC("/../g", "http://a/g");
    RFC("g.", "http://a/b/c/g.");
    RFC(".g", "http://a/b/c/.g");
    RFC("g..", "http://a/b/c/g..");
    RFC("..g", "http://a/b/c/..g");
    RFC("./../g", "http://a/b/g");
    RFC("./g/.", "http://a/b/c/g/");
    RFC("g/./h", "http://a/b/c/g/h");
    RFC("g/../h", "http://a/b/c/h");
    RFC("g;x=1/./y", "http://a/b/c/g;x=1/y");
    RFC("g;x=1/../y", "http://a/b/c/y");
    RFC("g?y/./x", "http://a/b/c/g?y/./x");
    RFC("g?y/../x", "http://a/b/c/g?y/../x");
    RFC("g#s/./x", "http://a/b/c/g#s/./x");
    RFC("g#s/../x", "http://a/b/c/g#s/../x");

    TEST("references resolve as browsers have them where the RFC says less");
    RESOLVED("https://a.example", "b", "https://a.example/b");
    RESOLVED("https://a.example", "?b", "https://a.example/?b");
    RESOLVED("https://a.example?q", "#b", "https://a.example/?q#b");
    RESOLVED("https://a.example:8080/x#y", "b", "https://a.example:8080/b");
    RESOLVED("https://a.example/b/c/..", "d", "https://a.example/b/d");
    RESOLVED("https://a.example/b/c", "%2e%2E/d", "https://a.example/d");
    RESOLVED("https://a.example/b/", "%2e./.%2e", "https://a.example/");
    RESOLVED("https://a.example/b/", "%2E", "https://a.example/b/");
    RESOLVED("https://a.example/b/", ".../c", "https://a.example/b/.../c");
    RESOLVED("https://a.example/b/", "/c//../d", "https://a.example/c/d");
    RESOLVED("https://a.example/b/", "/..//c.example", "https://a.example//c.example");
    RESOLVED("https://a.example/b/", "//c.example/d/../e", "https://c.example/e");

    TEST("an absolute address stays as it is, and nothing comes of no base");
    RESOLVED("https://a.example/", "http://b.example/c/../d", "http://b.example/c/../d");
    RESOLVED("", "https://b.example/", "https://b.example/");
    RESOLVED("", "b", "");
    RESOLVED("c", "b", "");
    RESOLVED("//c.example/", "b", "");
    RESOLVED("mailto:a@b.example", "b", "");
    RESOLVED("https://a.example/b", "", "");

    TEST("what is absolute leads to a page, not to mail or a telephone");
    RESOLVED("https://a.example/", "mailto:a@b.example", "");
    RESOLVED("", "MAILTO:a@b.example", "");
    RESOLVED("https://a.example/", "tel:110", "");
}

static text mailed(text address)
{
    url u = {TEXT("not set")};
    bool good = url_mail(&memory, address, &u);
    CHECK(good || u.href.size == 0);
    return good ? u.href : TEXT("refused");
}
#define MAIL(address, want) CHECK_TEXT(mailed(ADDRESS(address)), ADDRESS(want))
#define NO_MAIL(address)    MAIL(address, "refused")

static void test_mail(void)
{
    TEST("mail addresses become mailto addresses");
    MAIL("a@b.example", "mailto:a@b.example");
    MAIL("First.Last+tag@Sub-1.Example", "mailto:First.Last+tag@Sub-1.Example");
    MAIL("a@b.c", "mailto:a@b.c");
    MAIL("a@localhost", "mailto:a@localhost");
    MAIL("kim@\xED\x95\x9C\xEA\xB5\xAD.example", "mailto:kim@%ED%95%9C%EA%B5%AD.example");

    TEST("what means something in a mailto address is percent-encoded (RFC 6068)");
    MAIL("!#$%&'*+-/=?^_`{|}~@b.example", "mailto:!%23$%25%26%27*+-%2F%3D%3F%5E_%60%7B%7C%7D~@b.example");
    MAIL("a%40c@b.example", "mailto:a%2540c@b.example");
    MAIL("a?bcc=c@b.example", "mailto:a%3Fbcc%3Dc@b.example");

    TEST("what is no mail address is refused");
    CHECK_TEXT(mailed(NO_TEXT), TEXT("refused"));
    NO_MAIL("");
    NO_MAIL("a");
    NO_MAIL("@");
    NO_MAIL("a@");
    NO_MAIL("@b.example");
    NO_MAIL("a@b@c.example");
    NO_MAIL("a b@c.example");
    NO_MAIL(" a@c.example");
    NO_MAIL("a@c.example ");
    NO_MAIL("a@c.example\n");
    NO_MAIL("a\0@c.example");
    NO_MAIL("a@c\0.example");
    NO_MAIL("a@c.example,d@e.example");
    NO_MAIL("mailto:a@c.example");
    NO_MAIL("A <a@c.example>");
    NO_MAIL("\"a b\"@c.example");
    NO_MAIL("a@[127.0.0.1]");
    NO_MAIL(".a@c.example");
    NO_MAIL("a.@c.example");
    NO_MAIL("a..b@c.example");
    NO_MAIL("\xC3\xA9@c.example");
    NO_MAIL("a@.c");
    NO_MAIL("a@c.");
    NO_MAIL("a@c..d");
    NO_MAIL("a@-c.example");
    NO_MAIL("a@c-.example");
    NO_MAIL("a@c.-d.example");
    NO_MAIL("a@c.d-");
    NO_MAIL("a@c_d.example");
    NO_MAIL("a@c.example?subject=x");
    NO_MAIL("a@c.ex\xFFmple");
    NO_MAIL("a@c.\xC2\xA0.example");
    NO_MAIL("a@c.\xE2\x80\xAE.example");
    NO_MAIL("a@\xEF\xBC\x91.example");

    TEST("the sizes of RFC 5321, section 4.5.3.1, hold to the byte");
    char room[300];
    memset(room, 'a', sizeof room);
    room[64] = '@';
    CHECK(mailed(address_of(room, 66)).size == 7 + 66);
    CHECK(mailed(address_of(room, 65 + 63)).size == 7 + 65 + 63);
    CHECK_TEXT(mailed(address_of(room, 65 + 64)), TEXT("refused"));
    for (size_t i = 65 + 63; i < sizeof room; i += 64)
        room[i] = '.';
    CHECK(mailed(address_of(room, 254)).size == 7 + 254);
    CHECK_TEXT(mailed(address_of(room, 255)), TEXT("refused"));
    memset(room, 'a', 65);
    room[65] = '@';
    CHECK_TEXT(mailed(address_of(room, 68)), TEXT("refused"));
}

static bool leaves(text address, text home)
{
    url a = {address}, h = {home};
    return url_leaves(a, url_host_of(h));
}

static void test_leaves(void)
{
    TEST("a link leaves the site when its host is another one");
    CHECK(leaves(TEXT("https://b.example/"), TEXT("https://a.example/x")));
    CHECK(leaves(TEXT("//b.example"), TEXT("https://a.example/x")));
    CHECK(leaves(TEXT("https://www.a.example/"), TEXT("https://a.example")));
    CHECK(leaves(TEXT("https://a.example.b.example/"), TEXT("https://a.example")));
    CHECK(leaves(TEXT("https://[::1]:80/"), TEXT("https://[::2]/")));
    CHECK(!leaves(TEXT("http://A.example:8080/y"), TEXT("https://a.example/x")));
    CHECK(!leaves(TEXT("//a.example/y"), TEXT("https://a.example:80")));
    CHECK(!leaves(TEXT("https://[::1]:80/"), TEXT("https://[::1]/")));
    CHECK(!leaves(TEXT("/y?https://b.example/"), TEXT("https://a.example/")));
    CHECK(!leaves(TEXT("#y"), TEXT("https://a.example/")));
    CHECK(!leaves(TEXT("mailto:a@b.example"), TEXT("https://a.example/")));
    CHECK(!leaves(TEXT("tel:110"), TEXT("https://a.example/")));
    TEST("without a site every host is another one");
    CHECK(leaves(TEXT("https://a.example/"), NO_TEXT));
    CHECK(!leaves(TEXT("/a"), NO_TEXT));
    CHECK(!leaves(NO_TEXT, NO_TEXT));
}

static bool same_page(text one, text other)
{
    url addresses[2];
    CHECK(url_judge(&memory, one, URL_LINK, &addresses[0]) && url_judge(&memory, other, URL_LINK, &addresses[1]));
    url_page pages[] = {url_page_of(&memory, addresses[0]), url_page_of(&memory, addresses[1])};
    return url_same_page(&pages[0], &pages[1]);
}

static void test_same_page(void)
{
    TEST("scheme, port, dots, escapes, a last slash and a fragment do not tell a page from another");
    CHECK(same_page(TEXT("HTTPS://A.example:443/x"), TEXT("http://a.example/x/?y#z")));
    CHECK(same_page(TEXT("https://www.a.example/x"), TEXT("https://m.a.example/x")));
    CHECK(!same_page(TEXT("https://wwwa.example/x"), TEXT("https://a.example/x")));
    CHECK(same_page(TEXT("https://a.example/y/../%78"), TEXT("//a.example/./x")));
    CHECK(same_page(TEXT("https://a.example"), TEXT("https://a.example/")));
    CHECK(!same_page(TEXT("https://a.example/x"), TEXT("https://a.example/X")));
    CHECK(!same_page(TEXT("https://a.example/x"), TEXT("https://b.example/x")));
    CHECK(!same_page(TEXT("https://a.example/x/y"), TEXT("https://a.example/x")));
    TEST("of parameters one may have more than the other, but not each some; of very many nothing is known");
    CHECK(same_page(TEXT("/v?id=1"), TEXT("/v?from=list&id=1")));
    CHECK(same_page(TEXT("/v?id=1&&from=list"), TEXT("/v?id=1")));
    CHECK(same_page(TEXT("/v"), TEXT("/v?id=1")));
    CHECK(!same_page(TEXT("/v?id=1"), TEXT("/v?id=2")));
    CHECK(!same_page(TEXT("/v?id=1&a"), TEXT("/v?id=1&b")));
    CHECK(!same_page(TEXT("/v?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&1"), TEXT("/v?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&2")));
    CHECK(same_page(TEXT("/v?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&1"), TEXT("/v?2")));
    TEST("an address without a host may be of any");
    CHECK(same_page(TEXT("x"), TEXT("https://a.example/x")));
    CHECK(same_page(TEXT("/x"), TEXT("x")));
    CHECK(!same_page(TEXT("/y"), TEXT("https://a.example/x")));
    CHECK(!same_page(TEXT("mailto:a@b.example"), TEXT("https://a.example/x")));
}

static void test_component(void)
{
    TEST("in a component only letters, digits and -._~ stay as they are; a control is a space");
    CHECK_TEXT(url_component(&memory, TEXT("aZ09-._~")), TEXT("aZ09-._~"));
    CHECK_TEXT(url_component(&memory, TEXT("a&b=c?d#e/f%20+'\xC3\xA9")),
               TEXT("a%26b%3Dc%3Fd%23e%2Ff%2520%2B%27%C3%A9"));
    CHECK_TEXT(url_component(&memory, TEXT("a\r\nBcc:b\t\0\x1B\x1F\x7F")), TEXT("a%20%20Bcc%3Ab%20%20%20%20%20"));
    CHECK_TEXT(url_component(&memory, NO_TEXT), NO_TEXT);
}

int main(void)
{
    arena_open(&memory, NULL);
    test_cases();
    test_component();
    test_hostile_strings();
    test_long();
    test_resolve();
    test_mail();
    test_leaves();
    test_same_page();
    arena_close(&memory);
    return check_done();
}
