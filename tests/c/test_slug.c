#include "check.h"
#include "text/slug.h"

static arena a;
static slugs s;

static void begin(const char *what)
{
    TEST(what);
    arena_close(&a);
    slugs_open(&s, &a);
}

static broadsheet_status all(void *context)
{
    (void)context;
    begin("letters and digits stay, ASCII in lower case, the rest is one hyphen");
    CHECK_TEXT(slugs_make(&s, TEXT("  The G7, in 2026 -- again!")), TEXT("the-g7-in-2026-again"));
    CHECK_TEXT(slugs_make(&s, TEXT("서울 (Seoul)")), TEXT("서울-seoul"));
    CHECK_TEXT(slugs_make(&s, TEXT("Élan")), TEXT("Élan"));

    begin("nothing left is a section");
    CHECK_TEXT(slugs_make(&s, NO_TEXT), TEXT("section"));
    CHECK_TEXT(slugs_make(&s, TEXT("... \xFF")), TEXT("section-2"));

    begin("80 bytes at most, and no half character or hyphen at the end");
    char long_text[100];
    memset(long_text, 'a', sizeof long_text);
    CHECK(slugs_make(&s, (text){long_text, sizeof long_text}).size == 80);
    memcpy(long_text + 78, "\xED\x95\x9C", 3); /* would end at 81 */
    CHECK(slugs_make(&s, (text){long_text, sizeof long_text}).size == 78);
    memcpy(long_text + 77, "\xED\x95\x9C", 3); /* ends at 80 */
    CHECK(slugs_make(&s, (text){long_text, sizeof long_text}).size == 80);
    memcpy(long_text + 79, " bbbb", 5);
    memset(long_text + 77, 'a', 2);
    CHECK(slugs_make(&s, (text){long_text, sizeof long_text}).size == 79);

    begin("what the writer would leave out or replace makes no difference between ids");
#define FOUR "\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
    CHECK_TEXT(slugs_make(&s, TEXT("q" FOUR FOUR)), TEXT("q" FOUR FOUR));
    CHECK_TEXT(slugs_make(&s, TEXT("q" FOUR FOUR FOUR)), TEXT("q" FOUR FOUR "-2"));
    CHECK_TEXT(slugs_make(&s, TEXT("a\xE2\x80\xAE"
                                   "b")),
               TEXT("ab"));
    CHECK_TEXT(slugs_make(&s, TEXT("c\xEF\xB7\x90")), TEXT("c"));
    CHECK_TEXT(slugs_make(&s, TEXT("c\xEF\xB7\x91")), TEXT("c-2"));
    CHECK_TEXT(slugs_make(&s, TEXT("c\xF0\xAF\xBF\xBF")), TEXT("c-3"));
    CHECK_TEXT(slugs_make(&s, TEXT("c\xEF\xBF\xBD")), TEXT("c-4"));
    CHECK_TEXT(slugs_make(&s, TEXT("c\xED\xA0\x80")), TEXT("c-5"));

    begin("ids that are taken are not given");
    slugs_take(&s, TEXT("lead"));
    slugs_take(&s, TEXT("lead-2"));
    slugs_take(&s, TEXT("lead"));
    CHECK_TEXT(slugs_make(&s, TEXT("Lead")), TEXT("lead-3"));
    CHECK_TEXT(slugs_make(&s, TEXT("Lead")), TEXT("lead-4"));

    begin("numbers that headings have themselves are passed over");
    CHECK_TEXT(slugs_make(&s, TEXT("a 2")), TEXT("a-2"));
    CHECK_TEXT(slugs_make(&s, TEXT("a")), TEXT("a"));
    CHECK_TEXT(slugs_make(&s, TEXT("a")), TEXT("a-3"));
    CHECK_TEXT(slugs_make(&s, TEXT("a 2")), TEXT("a-2-2"));
    CHECK_TEXT(slugs_make(&s, TEXT("a")), TEXT("a-4"));

    begin("a fragment names an id, whatever its case and its hyphens");
    static const struct {
        text heading, fragment;
    } same[] = {
        {TEXT_INIT("What's new?"), TEXT_INIT("WHATS-NEW")},
        {TEXT_INIT("Über Öl ×"), TEXT_INIT("ÜBER-öl-×")},
        {TEXT_INIT("Łódź Żółw"), TEXT_INIT("łódź-żółw")},
        {TEXT_INIT("Ÿ Āē Ńň Ạ"), TEXT_INIT("ÿ-āĒ-ńŇ-ạ")},
        {TEXT_INIT("Άνοιξη Έξι Όμορφη Ύδωρ Ώρα Αθήνα"), TEXT_INIT("άνοιξη-έξι-όμορφη-ύδωρ-ώρα-ΑΘήΝα")},
        {TEXT_INIT("Ёлка Ґанок"), TEXT_INIT("ёЛКА-ґанок")},
        {TEXT_INIT("Հայ"), TEXT_INIT("հայ")},
        {TEXT_INIT("Ｎｅｗ 1"), TEXT_INIT("ｎＥｗ1")},
        {TEXT_INIT("Ĳ Ŷ Ѡ Ҋ Ӑ Ԯ Ḁ"), TEXT_INIT("ĳ-ŷ-ѡ-ҋ-ӑ-ԯ-ḁ")},
    };
    enum { SAME = sizeof same / sizeof same[0] };
    text made[SAME];
    for (size_t i = 0; i < SAME; i++)
        made[i] = slugs_make(&s, same[i].heading);
    slugs_take(&s, TEXT("taken"));
    for (size_t i = 0; i < SAME; i++)
        CHECK_TEXT(slugs_find(&s, same[i].fragment), made[i]);

    begin("letters whose other case is none of the same language, or none, are themselves");
    text dotted = slugs_make(&s, TEXT("İa")), sharp = slugs_make(&s, TEXT("ẞa")), cross = slugs_make(&s, TEXT("a×b"));
    CHECK_TEXT(slugs_find(&s, TEXT("İA")), dotted);
    CHECK_TEXT(slugs_find(&s, TEXT("ıa")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("ia")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("ẞA")), sharp);
    CHECK_TEXT(slugs_find(&s, TEXT("ẟa")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("A÷B")), cross);

    begin("what is taken, missing or no word names none");
    slugs_make(&s, TEXT("new"));
    slugs_take(&s, TEXT("taken"));
    CHECK_TEXT(slugs_find(&s, TEXT("taken")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("missing")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("?!")), NO_TEXT);
    CHECK_TEXT(slugs_find(&s, TEXT("new\0")), NO_TEXT);
    return BROADSHEET_OK;
}

int main(void)
{
    arena_open(&a, NULL);
    broadsheet_status status = arena_run(&a, all, NULL);
    arena_close(&a);
    TEST("memory was enough");
    CHECK(status == BROADSHEET_OK);
    return check_done();
}
