/* Structs of callers of other releases: older ones are shorter, newer ones longer. */
#include "check.h"

#include <stdlib.h>

#include "base/sized.h"

static broadsheet_story *story;
static const text layer =
    TEXT_INIT("{\"broadsheet\":2,\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"## B\"},\"x\":1}");

/* The first bytes of a struct in a block of its own, so that ASan sees its end; what is longer is zero. */
static void *sized(const void *from, size_t known, size_t size)
{
    char *block = calloc(1, size);
    if (!block)
        abort();
    memcpy(block, from, size < known ? size : known);
    if (size >= sizeof size)
        memcpy(block, &size, sizeof size);
    return block;
}

static broadsheet_status open_with(const void *options, broadsheet_error *error)
{
    return broadsheet_open(&layer, 1, options, &story, error);
}

/* Opens with options of that size, of which the byte at index set is not zero; 0: none is. */
static broadsheet_status open_sized(const broadsheet_options *from, size_t size, size_t set, broadsheet_error *error)
{
    char *options = sized(from, sizeof *from, size);
    if (set)
        options[set] = 1;
    broadsheet_status status = open_with(options, error);
    free(options);
    return status;
}

static void options_of_releases(void)
{
    broadsheet_options options = OPTIONS(.id_prefix = TEXT("x-"), .page = true);
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    TEST("options smaller than in the first release that has sizes are none");
    for (size_t size = sizeof size; size < offsetof(broadsheet_options, base); size++) {
        CHECK(open_sized(&options, size, 0, &error) == BROADSHEET_OPTION && story == NULL);
        CHECK(strcmp(error.pointer, "/size") == 0);
    }
    for (size_t size = offsetof(broadsheet_options, base); size <= sizeof options; size++) {
        CHECK(open_sized(&options, size, 0, &error) == BROADSHEET_OK);
        broadsheet_close(story);
    }
    options.size = offsetof(broadsheet_options, limits) + 4; /* half a pointer must not be followed */
    CHECK(open_with(&options, &error) == BROADSHEET_OPTION);
    options = OPTIONS(.page = true);

    TEST("options of a newer release are taken while what is new in them is zero");
    CHECK(open_sized(&options, sizeof options + 40, 0, &error) == BROADSHEET_OK);
    broadsheet_close(story);
    CHECK(open_sized(&options, 4096, 0, &error) == BROADSHEET_OK);
    broadsheet_close(story);
    for (size_t set = sizeof options; set < sizeof options + 40; set++) {
        CHECK(open_sized(&options, sizeof options + 40, set, &error) == BROADSHEET_OPTION && story == NULL);
        CHECK(error.status == BROADSHEET_OPTION && strcmp(error.pointer, "/size") == 0);
    }
    for (size_t set = offsetof(broadsheet_options, reserved); set < offsetof(broadsheet_options, base); set++) {
        CHECK(open_sized(&options, sizeof options, set, &error) == BROADSHEET_OPTION && story == NULL);
        CHECK(strcmp(error.pointer, "/reserved") == 0 && strstr(error.message, "release") != NULL);
    }
}

static void options_without_size(void)
{
    const broadsheet_options none = {.page = true}, small = {.size = sizeof(size_t) - 1};
    broadsheet_options garbage;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_buffer out;
    TEST("options whose size is not set, or cannot be theirs, are refused with the remedy");
    CHECK(open_with(&none, &error) == BROADSHEET_OPTION && story == NULL);
    CHECK(error.layer == -1 && strcmp(error.pointer, "/size") == 0 && strstr(error.message, "INIT") != NULL);
    CHECK(broadsheet_markdown(TEXT("x"), &none, &out, &error) == BROADSHEET_OPTION && out.at == NULL);
    CHECK(open_with(&small, NULL) == BROADSHEET_OPTION);
    CHECK(open_sized(&none, 4097, 0, NULL) == BROADSHEET_OPTION);
    memset(&garbage, 0xBE, sizeof garbage); /* as memory that nobody has set */
    CHECK(open_with(&garbage, NULL) == BROADSHEET_OPTION);
}

static void limits_of_releases(void)
{
    const broadsheet_limits few = {.size = sizeof few, .bundle_bytes = 5, .diagnostics = 1};
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_options options = BROADSHEET_OPTIONS_INIT;
    TEST("limits have a size of their own");
    char *limits = sized(&few, sizeof few, sizeof few - 1);
    options.limits = (const broadsheet_limits *)(void *)limits;
    CHECK(open_with(&options, &error) == BROADSHEET_OPTION && strcmp(error.pointer, "/limits/size") == 0);
    free(limits);
    limits = sized(&few, sizeof few, sizeof few + 8);
    options.limits = (const broadsheet_limits *)(void *)limits;
    CHECK(open_with(&options, &error) == BROADSHEET_LIMIT);
    limits[sizeof few] = 1;
    CHECK(open_with(&options, &error) == BROADSHEET_OPTION && strcmp(error.pointer, "/limits/size") == 0);
    free(limits);
    options.limits = &(const broadsheet_limits){.links = 5};
    CHECK(open_with(&options, &error) == BROADSHEET_OPTION && strcmp(error.pointer, "/limits/size") == 0);
}

static void errors_of_releases(void)
{
    static const char zeros[16] = {0};
    broadsheet_error whole = BROADSHEET_ERROR_INIT;
    const text no_json = TEXT("[1,]");
    const size_t first = offsetof(broadsheet_error, operation); /* the size in 0.2.0 */
    TEST("of an error no more is written than there is room for");
    CHECK(broadsheet_open(&no_json, 1, NULL, &story, &whole) == BROADSHEET_JSON && whole.size == sizeof whole);
    for (size_t size = first; size <= sizeof whole + sizeof zeros; size++) {
        broadsheet_error *error = sized(&(broadsheet_error)BROADSHEET_ERROR_INIT, sizeof whole, size);
        size_t both = size < sizeof whole ? size : sizeof whole;
        memset((char *)error + sizeof size, 0xBE, size - sizeof size);
        CHECK(broadsheet_open(&no_json, 1, NULL, &story, error) == BROADSHEET_JSON);
        CHECK(memcmp((char *)error + sizeof size, (char *)&whole + sizeof size, both - sizeof size) == 0);
        CHECK(memcmp(error, &size, sizeof size) == 0 && memcmp((char *)error + both, zeros, size - both) == 0);
        free(error);
    }

    TEST("an error whose size cannot be its own is not written");
    for (size_t size = 0; size <= 4097; size += size == first - 1 ? 4097 - size : 1) {
        broadsheet_error error = {.size = size, .layer = 7};
        broadsheet_buffer out = {NULL, 1};
        CHECK(broadsheet_open(&layer, 1, NULL, &story, &error) == BROADSHEET_OPTION && story == NULL);
        CHECK(broadsheet_markdown(TEXT("x"), NULL, &out, &error) == BROADSHEET_OPTION && out.size == 0);
        CHECK(error.size == size && error.layer == 7 && error.message == NULL);
    }
}

/* A struct that has grown: the library knows another member than its caller. */
typedef struct grown {
    size_t size;
    uint32_t old, new;
} grown;

static void structs_of_releases(void)
{
    const size_t first = offsetof(grown, new);
    grown ours = {0};
    TEST("what an older caller does not have is zero, and what a newer one has must be");
    char *older = sized(&(grown){first, 1, 2}, sizeof ours, first);
    CHECK(sized_is(older, first) && sized_read(&ours, sizeof ours, older));
    CHECK(ours.size == sizeof ours && ours.old == 1 && ours.new == 0);
    CHECK(sized_read(&ours, sizeof ours, &(grown){first, 1, 2}) && ours.new == 0); /* what stands behind is not read */
    sized_write(older, &(grown){sizeof ours, 3, 4}, sizeof ours);
    memcpy(&ours, older, first);
    CHECK(ours.size == first && ours.old == 3);
    free(older);
    grown newer = {sizeof newer, 5, 0};
    CHECK(sized_read(&ours, first, &newer) && ours.old == 5);
    newer.new = 6;
    CHECK(!sized_read(&ours, first, &newer));
    sized_write(&newer, &(grown){first, 7, 8}, first);
    CHECK(newer.size == sizeof newer && newer.old == 7 && newer.new == 0);
}

int main(void)
{
    structs_of_releases();
    options_of_releases();
    options_without_size();
    limits_of_releases();
    errors_of_releases();

    TEST("the header and the library tell the same version");
    CHECK_TEXT(((text){broadsheet_version(), strlen(broadsheet_version())}), TEXT(BROADSHEET_VERSION));
    return check_done();
}
