#include "base/number.h"
#include "check.h"

#include <stdlib.h>

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static void test_hard(void)
{
    static const struct {
        const char *text;
        uint64_t bits;
    } cases[] = {
#define X(text, bits) {text, bits},
#include "number_cases.def"
#undef X
    };
    TEST("hard cases are rounded as exact arithmetic rounds them");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *end;
        uint64_t bits = bits_of(number_parse(cases[i].text, &end));
        if (bits != cases[i].bits)
            printf("# %s\n", cases[i].text);
        CHECK(bits == cases[i].bits);
        CHECK(*end == '\0');
    }
}

/* xorshift64 (G. Marsaglia, 2003), so that every run sees the same texts. */
static uint32_t random_below(uint32_t bound)
{
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32) % bound;
}

static void random_text(char *out)
{
    uint32_t digits = 1 + random_below(random_below(20) == 0 ? 900 : 22);
    uint32_t point = random_below(2 * digits);
    if (random_below(4) == 0)
        *out++ = '-';
    *out++ = (char)('1' + random_below(9));
    for (uint32_t i = 1; i < digits; i++) {
        if (i == point)
            *out++ = '.';
        *out++ = (char)('0' + random_below(10));
    }
    if (random_below(3) > 0)
        out += sprintf(out, "e%d", (int)random_below(700) - 350);
    *out = '\0';
}

static void test_random(void)
{
    TEST("20000 random texts give what the C library gives");
    for (int i = 0; i < 20000; i++) {
        char at[1000], *end;
        random_text(at);
        uint64_t bits = bits_of(number_parse(at, &end));
        if (bits != bits_of(strtod(at, NULL)))
            printf("# %s\n", at);
        CHECK(bits == bits_of(strtod(at, NULL)));
        CHECK(*end == '\0');
    }
}

static void test_long(void)
{
    enum { SIZE = 1000000 };
    static char at[SIZE + 20];
    char *end;

    TEST("a million digits take part in full");
    memset(at, '0', SIZE);
    at[0] = '1';
    memcpy(at + SIZE, "e-999999", 9);
    CHECK(number_parse(at, &end) == 1 && *end == '\0');
    memset(at, '0', SIZE);
    at[1] = '.';
    memcpy(at + SIZE, "5e999999", 9);
    CHECK(number_parse(at, &end) == 5 && *end == '\0');

    TEST("the last of a million digits decides between neighbours");
    memset(at, '0', SIZE);
    memcpy(at, "9007199254740993.", 17); /* half way, and 2 to the 53rd is even */
    at[SIZE] = '\0';
    CHECK(number_parse(at, &end) == 9007199254740992);
    at[SIZE - 1] = '1';
    CHECK(number_parse(at, &end) == 9007199254740994);
}

static void test_grammar(void)
{
    /* The text, and how many of its bytes are the number. */
    static const struct {
        const char *text;
        int used;
        double value;
    } cases[] = {
        {"", 0, 0},        {"-", 0, 0},    {"x1", 0, 0},   {"+1", 0, 0},     {" 1", 0, 0},       {".5", 0, 0},
        {"-.5", 0, 0},     {"inf", 0, 0},  {"nan", 0, 0},  {"0x10", 1, 0},   {"1.", 1, 1},       {"1.x", 1, 1},
        {"1e", 1, 1},      {"1e+", 1, 1},  {"1e-x", 1, 1}, {"2.5e", 3, 2.5}, {"2.5e1.5", 5, 25}, {"12,5", 2, 12},
        {"1e2e3", 3, 100}, {"-3]", 2, -3}, {"7\n8", 1, 7}, {"4}", 1, 4},     {"00012", 5, 12},
    };
    TEST("the end is the first byte that is not of the number");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *end;
        CHECK(number_parse(cases[i].text, &end) == cases[i].value);
        CHECK(end == cases[i].text + cases[i].used);
    }
}

static void test_whole(void)
{
    uint32_t n = 7;
    TEST("whole numbers up to UINT32_MAX, digits only");
    CHECK(number_whole(TEXT("0"), &n) && n == 0);
    CHECK(number_whole(TEXT("42"), &n) && n == 42);
    CHECK(number_whole(TEXT("0007"), &n) && n == 7);
    CHECK(number_whole(TEXT("4294967295"), &n) && n == UINT32_MAX);
    CHECK(number_whole(TEXT("00000000000000000000000000000001"), &n) && n == 1);
    CHECK(!number_whole(TEXT("4294967296"), &n) && !number_whole(TEXT("99999999999999999999999"), &n));
    CHECK(!number_whole(NO_TEXT, &n) && !number_whole(TEXT("-1"), &n) && !number_whole(TEXT("+1"), &n));
    CHECK(!number_whole(TEXT("1.0"), &n) && !number_whole(TEXT("1e1"), &n) && !number_whole(TEXT(" 1"), &n));
    CHECK(n == 1);
}

int main(void)
{
    test_hard();
    test_random();
    test_long();
    test_grammar();
    test_whole();
    return check_done();
}
