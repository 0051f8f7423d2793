/* What the HTML of a part was made from: the digest, and the attribute data-bs-provenance. */
#include "base/digest.h"
#include "check.h"

#include <stdlib.h>

static const text layer = TEXT_INIT(
    "{\"article\":{\"id\":\"a\",\"headline\":\"A & \xF0\x9F\x98\x80\",\"body\":\"One.\\n\\nT\xC3\xA9l *two*\xC2\xA0.\","
    "\"figures\":{\"f\":{\"src\":\"f.png\",\"alt\":\"x\"}}}}");

static text digest_of(size_t count, const text *texts)
{
    static char room[2][17];
    static unsigned next;
    char *digits = room[next++ % 2];
    broadsheet_digest(texts, count, digits);
    return (text){digits, strlen(digits)};
}
#define DIGEST(...) digest_of(sizeof((text[]){__VA_ARGS__}) / sizeof(text), (text[]){__VA_ARGS__})

static void test_digest(void)
{
    TEST("known digests, which JavaScript makes too (tests/node/provenance.test.mjs)");
    CHECK_TEXT(digest_of(0, NULL), TEXT("243f6a8813198a2e"));
    CHECK_TEXT(DIGEST(TEXT("a")), TEXT("5614aa5bde5bc87d"));
    CHECK_TEXT(DIGEST(TEXT("abcdefg"), NO_TEXT, TEXT("h")), TEXT("fdcd4d0197db644d"));

    TEST("where a layer ends makes a difference, and so does a zero");
    CHECK(!text_equal(DIGEST(TEXT("ab"), TEXT("c")), DIGEST(TEXT("a"), TEXT("bc"))));
    CHECK(!text_equal(DIGEST(TEXT("abcd"), NO_TEXT), DIGEST(TEXT("abcd"))));
    CHECK(!text_equal(DIGEST(TEXT("a")), DIGEST(TEXT("a\0"))));
    CHECK(!text_equal(DIGEST(NO_TEXT), DIGEST(NO_TEXT, NO_TEXT)));

    TEST("each bit of a text changes both halves of the digest");
    char bytes[40];
    memset(bytes, 'x', sizeof bytes);
    digest before = digest_begin();
    digest_add(&before, (text){bytes, sizeof bytes});
    char was[16], is[16];
    digest_write(&before, was);
    for (size_t bit = 0; bit < 8 * sizeof bytes; bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        digest after = digest_begin();
        digest_add(&after, (text){bytes, sizeof bytes});
        digest_write(&after, is);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        CHECK(memcmp(was, is, 8) != 0 && memcmp(was + 8, is + 8, 8) != 0);
    }
}

/* The value on the root of a part; empty without one. It lives until the next call. */
static text provenance(const broadsheet_options *options, text part, text id)
{
    static char room[200];
    broadsheet_story *story;
    broadsheet_buffer html;
    size_t size = 0;
    if (broadsheet_open(&layer, 1, options, &story, NULL) != BROADSHEET_OK)
        abort();
    CHECK(broadsheet_render(story, part, id, &html) == BROADSHEET_OK);
    for (size_t i = 0; i + 21 < html.size && html.at[i] != '\n' && !size; i++) {
        if (memcmp(html.at + i, "data-bs-provenance=\"", 20) != 0)
            continue;
        const char *end = memchr(html.at + i + 20, '"', html.size - i - 20);
        size = (size_t)(end - html.at) - i - 20;
        memcpy(room, html.at + i + 20, size);
    }
    broadsheet_free(&html);
    broadsheet_close(story);
    return (text){room, size};
}

/* Whether an option changes the digest of the options, and nothing else. */
static bool changes(broadsheet_options options, text part, text id)
{
    char before[200];
    text plain = provenance(&OPTIONS(.provenance = true), TEXT("story"), NO_TEXT);
    memcpy(before, plain.at, plain.size);
    options.provenance = true;
    text other = provenance(&options, part, id);
    return other.size == plain.size && memcmp(before, other.at, 6) == 0 && memcmp(before + 6, other.at + 6, 16) != 0 &&
           memcmp(before + 22, other.at + 22, 17) == 0;
}

static void test_attribute(void)
{
    TEST("the value has one form, whatever the bundle and the options are");
    static const char *const parts[] = {"story", "headline", "figure", "document", "body"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        text value =
            provenance(&OPTIONS(.provenance = true, .base = TEXT("https://x.example/<\">"), .locale = TEXT("ko")),
                       (text){parts[i], strlen(parts[i])}, TEXT("f"));
        CHECK(value.size == 5 + 2 * 17 + 2 * 9);
        for (size_t j = 0; j < value.size; j++)
            CHECK(ascii_is_digit(value.at[j]) || (value.at[j] >= 'a' && value.at[j] <= 'f') || value.at[j] == '-');
    }
    CHECK(text_starts(provenance(&OPTIONS(.provenance = true), TEXT("story"), NO_TEXT), TEXT("0-2-0-")));
    CHECK(provenance(&OPTIONS(), TEXT("story"), NO_TEXT).size == 0);
    CHECK(provenance(&OPTIONS(.provenance = true), TEXT("kicker"), NO_TEXT).size == 0);

    TEST("its end counts the elements, and sums the text behind the last start tag");
    text value = provenance(&OPTIONS(.provenance = true), TEXT("headline"), NO_TEXT);
    CHECK_TEXT(text_from(value, value.size - 17), TEXT("00000001-03a50c27")); /* "A & \U0001F600" */
    value = provenance(&OPTIONS(.provenance = true), TEXT("body"), NO_TEXT);
    CHECK_TEXT(text_from(value, value.size - 17),
               TEXT("00000004-ccb3e870")); /* "two", a no-break space, ".", a line break */

    TEST("each option that changes what a part shows is in it, and the id");
    text story = TEXT("story");
    CHECK(changes(OPTIONS(.locale = TEXT("ko")), story, NO_TEXT) &&
          changes(OPTIONS(.heading_base = 2), story, NO_TEXT));
    CHECK(changes(OPTIONS(.time_zone = TEXT("Asia/Seoul")), story, NO_TEXT));
    CHECK(changes(OPTIONS(.now = TEXT("2026-01-17T09:30:00Z")), story, NO_TEXT));
    CHECK(changes(OPTIONS(.id_prefix = TEXT("x-")), story, NO_TEXT) &&
          changes(OPTIONS(.signed_in = true), story, NO_TEXT));
    CHECK(changes(OPTIONS(.base = TEXT("https://x.example/")), story, NO_TEXT));
    CHECK(changes(OPTIONS(), story, TEXT("f")));
    CHECK(!changes(OPTIONS(), story, NO_TEXT) && !changes(OPTIONS(.heading_base = 1), story, NO_TEXT));
    CHECK(!changes(OPTIONS(.id_prefix = TEXT("bs-"), .furniture = true, .page = true), story, NO_TEXT));
    CHECK(!changes(OPTIONS(.stylesheet = TEXT("a.css"), .limits = LIMITS(.links = 9)), story, NO_TEXT));
}

int main(void)
{
    test_digest();
    test_attribute();
    return check_done();
}
