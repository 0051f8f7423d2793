/* The words of the interface: which language they are in, by the tag that was asked for. */
#include "check.h"

static text text_of(const char *s)
{
    return (text){s, strlen(s)};
}

#define BUNDLE(strings)                                                                                                \
    "{\"article\":{\"id\":\"1\",\"headline\":\"H\",\"body\":\"B\",\"published\":\"2024\"}" strings "}"

/* Whether a story in that language has words of it, and a text among its dates. */
static void check_words(const char *bundle, const char *locale, bool spoken, const char *shown)
{
    const broadsheet_options options = OPTIONS(.locale = text_of(locale));
    const text layer = text_of(bundle);
    broadsheet_story *story;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_buffer out;
    CHECK(broadsheet_open(&layer, 1, &options, &story, &error) == BROADSHEET_OK);
    const broadsheet_info *info = broadsheet_story_info(story);
    bool reported = false;
    for (size_t i = 0; i < info->diagnostic_count; i++)
        reported = reported || text_equal(broadsheet_story_diagnostic(story, i)->pointer, TEXT("/locale"));
    CHECK(reported == !spoken);
    CHECK(broadsheet_render(story, TEXT("dates"), NO_TEXT, &out) == BROADSHEET_OK);
    bool found = false;
    size_t size = strlen(shown);
    for (size_t at = 0; at + size <= out.size; at++)
        found = found || memcmp(out.at + at, shown, size) == 0;
    CHECK(found);
    broadsheet_free(&out);
    broadsheet_close(story);
}

#define LANGUAGE(tag, module) #tag,
#define X(name, says)
#define LANGUAGE_END
static const char *const listed[] = {
#include "story/languages.def"
};
enum { LISTED = sizeof listed / sizeof listed[0] };

static void built_in(void)
{
    TEST("the library names the languages that are listed");
    for (size_t i = 0; i < LISTED; i++)
        CHECK_TEXT(text_of(broadsheet_describe("language", i)), text_of(listed[i]));
    CHECK(!broadsheet_describe("language", LISTED));

    TEST("each has words of its own");
    for (size_t i = 0; i < LISTED; i++) {
        char said[64];
        snprintf(said, sizeof said, "lang=\"%s\"", listed[i]);
        check_words(BUNDLE(""), listed[i], true, said);
    }
    CHECK_TEXT(text_of(broadsheet_describe("language", 0)), TEXT("en"));

    TEST("its words serve every tag of that language, in any case");
    check_words(BUNDLE(""), "ko-KR", true, ">입력<");
    check_words(BUNDLE(""), "KO", true, ">입력<");

    TEST("and no language that begins with its letters");
    static const char *const others[] = {"kok", "kos-KR", "arc", "ara", "enm"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        check_words(BUNDLE(""), others[i], false, "lang=\"en\"");
}

static void of_the_bundle(void)
{
    const char *bundle =
        BUNDLE(",\"strings\":{\"fil\":{\"posted\":\"Inilathala\"},\"pt-BR\":{\"posted\":\"Publicado\"},"
               "\"pt\":{\"posted\":\"Publicada\"}}");
    TEST("a language of three letters serves its own tags");
    check_words(bundle, "fil", true, ">Inilathala<");
    check_words(bundle, "fil-PH", true, ">Inilathala<");
    check_words(bundle, "FIL", true, ">Inilathala<");

    TEST("and not the language of its first two, nor the other way round");
    check_words(bundle, "fi", false, ">Posted<");
    check_words(bundle, "fi-FI", false, ">Posted<");
    check_words(BUNDLE(",\"strings\":{\"fi\":{\"posted\":\"Julkaistu\"}}"), "fil", false, ">Posted<");

    TEST("the whole tag goes over the language, in any case");
    check_words(bundle, "pt-br", true, ">Publicado<");
    check_words(bundle, "pt-PT", true, ">Publicada<");
}

static void without_a_word(void)
{
    TEST("a language of which no word is used is not spoken: the words are English, and say so");
    static const char *const tables[] = {"{}", "null", "7", "{\"posted\":\"\"}", "{\"posted\":true,\"byline\":\"Ni\"}"};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char bundle[256];
        snprintf(bundle, sizeof bundle, BUNDLE(",\"strings\":{\"qq\":%s}"), tables[i]);
        check_words(bundle, "qq", false, "lang=\"en\"");
        check_words(bundle, "qq-Latn", false, "lang=\"en\"");
    }

    TEST("one word is enough, of the tag or of its language");
    check_words(BUNDLE(",\"strings\":{\"qq\":{\"print\":\"x\"}}"), "qq", true, "lang=\"qq\"");
    check_words(BUNDLE(",\"strings\":{\"qq\":{\"print\":\"x\"},\"qq-Latn\":{}}"), "qq-Latn", true, "lang=\"qq-Latn\"");
}

int main(void)
{
    built_in();
    of_the_bundle();
    without_a_word();
    return check_done();
}
