#include "check.h"
#include "json/json.h"

static arena a;
static const broadsheet_limits limits = {.bundle_bytes = 100000, .json_depth = 8, .json_nodes = 100};

static text gate(text json, json_fault *fault)
{
    json_values values = {0};
    return json_gate(&a, json, &limits, &values, fault);
}

static void test_accepted(void)
{
    const text good[] = {
        TEXT("{}"),
        TEXT("[]"),
        TEXT("null"),
        TEXT("true"),
        TEXT("false"),
        TEXT("\"\""),
        TEXT("0"),
        TEXT("-0"),
        TEXT("-0.0e-0"),
        TEXT("10.25E+3"),
        TEXT("1e5"),
        TEXT("\t\n\r {} \t\n\r"),
        TEXT("[1,\"2\",{\"a\":[],\"\":{}},null]"),
        TEXT("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD834\\uDd1e\""),
        TEXT("\"\x7F한글😀\""),
        TEXT("[[[[[[[[]]]]]]]]"),
        TEXT("{\"a\":1,\"a\":2}"),
        TEXT("1e400"),
        TEXT("[]\n"),
        TEXT("[ 0 , 1 ]"),
        TEXT("{ \"a\" : 0 , \"b\" : 1 }"),
        TEXT("\xEF\xBB\xBF{}"),
        TEXT("\xEF\xBB\xBF 1"),
    };
    TEST("JSON passes, and its copy is the same and ends with a NUL");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        json_fault fault;
        text copy = gate(good[i], &fault);
        CHECK(fault.status == BROADSHEET_OK);
        CHECK_TEXT(copy, good[i]);
        CHECK(copy.at[copy.size] == '\0' && copy.at != good[i].at);
    }
}

static void test_refused(void)
{
    const char *value = "expected a value";
    const char *item = "expected a value or the end of the array";
    const char *first_key = "expected a key in quotes or the end of the object";
    const char *key = "expected a key in quotes";
    const char *colon = "expected a colon after the key";
    const char *array = "expected a comma or the end of the array";
    const char *object = "expected a comma or the end of the object";
    const char *after = "nothing may follow the value";
    const char *digit = "expected a digit";
    const char *zero = "no digit may follow a leading zero";
    const char *word = "expected true, false or null";
    const char *quote = "expected the closing quote of the string";
    const char *control = "a control character in a string must be escaped";
    const char *escape = "expected one of \" \\ / b f n r t u after the backslash";
    const char *hex = "expected four hexadecimal digits after \\u";
    const char *utf8 = "these bytes are not UTF-8";
    const struct {
        text json;
        size_t offset;
        const char *message;
    } bad[] = {
        {NO_TEXT, 0, value},
        {TEXT(" "), 1, value},
        {TEXT("\0"), 0, value},
        {TEXT("'a'"), 0, value},
        {TEXT("NaN"), 0, value},
        {TEXT("+1"), 0, value},
        {TEXT(".5"), 0, value},
        {TEXT("\f1"), 0, value},
        {TEXT("// a\n1"), 0, value},
        {TEXT("\xC2\xA0"
              "1"),
         0, value},
        {TEXT("]"), 0, value},
        {TEXT("["), 1, item},
        {TEXT("[,"), 1, item},
        {TEXT("[}"), 1, item},
        {TEXT("[1,]"), 3, value},
        {TEXT("[1,"), 3, value},
        {TEXT("[1,,2]"), 3, value},
        {TEXT("[1"), 2, array},
        {TEXT("[1 2]"), 3, array},
        {TEXT("[1}"), 2, array},
        {TEXT("[\"a\":1]"), 4, array},
        {TEXT("[1x]"), 2, array},
        {TEXT("[nulll]"), 5, array},
        {TEXT("{"), 1, first_key},
        {TEXT("{]"), 1, first_key},
        {TEXT("{a:1}"), 1, first_key},
        {TEXT("{1:1}"), 1, first_key},
        {TEXT("{,"), 1, first_key},
        {TEXT("{\"a\":1,}"), 7, key},
        {TEXT("{\"a\":1,"), 7, key},
        {TEXT("{\"a\""), 4, colon},
        {TEXT("{\"a\" 1}"), 5, colon},
        {TEXT("{\"a\"}"), 4, colon},
        {TEXT("{\"a\":}"), 5, value},
        {TEXT("{\"a\":"), 5, value},
        {TEXT("{\"a\":1"), 6, object},
        {TEXT("{\"a\":1 \"b\":2}"), 7, object},
        {TEXT("{\"a\":1]"), 6, object},
        {TEXT("[{\"a\":[]]"), 8, object},
        {TEXT("1 2"), 2, after},
        {TEXT("{}}"), 2, after},
        {TEXT("[]\0"), 2, after},
        {TEXT("{} // a"), 3, after},
        {TEXT("\"a\"b"), 3, after},
        {TEXT("-"), 1, digit},
        {TEXT("-a"), 1, digit},
        {TEXT("1."), 2, digit},
        {TEXT("1.e5"), 2, digit},
        {TEXT("1e"), 2, digit},
        {TEXT("1e+"), 3, digit},
        {TEXT("1E-x"), 3, digit},
        {TEXT("1e+-2"), 3, digit},
        {TEXT("01"), 1, zero},
        {TEXT("-012"), 2, zero},
        {TEXT("1.2.3"), 3, after},
        {TEXT("0x1"), 1, after},
        {TEXT("tru"), 3, word},
        {TEXT("truE"), 3, word},
        {TEXT("fals"), 4, word},
        {TEXT("nil"), 1, word},
        {TEXT("\""), 1, quote},
        {TEXT("\"abc"), 4, quote},
        {TEXT("\"a\\\""), 4, quote},
        {TEXT("\"a\nb\""), 2, control},
        {TEXT("\"\t\""), 1, control},
        {TEXT("\"a\0b\""), 2, control},
        {TEXT("\"\x1F\""), 1, control},
        {TEXT("{\"\n\":1}"), 2, control},
        {TEXT("\"\\"), 2, escape},
        {TEXT("\"\\x\""), 2, escape},
        {TEXT("\"\\a\""), 2, escape},
        {TEXT("\"\\'\""), 2, escape},
        {TEXT("\"\\\0\""), 2, escape},
        {TEXT("\"\\U0041\""), 2, escape},
        {TEXT("\"\\u\""), 3, hex},
        {TEXT("\"\\u12"), 5, hex},
        {TEXT("\"\\u12g4\""), 5, hex},
        {TEXT("\"\\uqqqq\""), 3, hex},
        {TEXT("\"\\uD800\\uDC0\""), 12, hex},
        {TEXT("\"\\uD800\\x\""), 8, escape},
        {TEXT("\xEF\xBB\xBF"), 3, value},
        {TEXT("\xEF\xBB\xBF\xEF\xBB\xBF{}"), 3, value},
        {TEXT(" \xEF\xBB\xBF{}"), 1, value},
        {TEXT("\xFF\xFE{\0}\0"), 0, utf8},
        {TEXT("\"\xC0\xAF\""), 1, utf8},
        {TEXT("\"\xED\xA0\x80\""), 1, utf8},
        {TEXT("\"\xF4\x90\x80\x80\""), 1, utf8},
        {TEXT("\"한\xEA\xB8"), 4, utf8},
        {TEXT("{}\xFF"), 2, utf8},
        {TEXT("{\"\xE9\":1}"), 2, utf8},
        {TEXT("[1\xFF"), 2, utf8},
        {TEXT("\"\\\xFF\""), 2, utf8},
        {TEXT("\"\\u00\xFF"), 5, utf8},
        {TEXT("[x\"\xFF\"]"), 1, item}, /* what comes first counts */
    };
    TEST("what is not JSON is refused at the right byte with the right words");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        /* Of exactly its size, so that ASan sees any step too far. */
        char *exact = arena_alloc(&a, 70000);
        exact += 70000 - bad[i].json.size;
        if (bad[i].json.size > 0)
            memcpy(exact, bad[i].json.at, bad[i].json.size);
        json_fault fault;
        text copy = gate((text){exact, bad[i].json.size}, &fault);
        CHECK(copy.at == NULL && copy.size == 0);
        CHECK(fault.status == (bad[i].message == utf8 ? BROADSHEET_UTF8 : BROADSHEET_JSON));
        CHECK(fault.offset == bad[i].offset);
        CHECK_TEXT(((text){fault.message, strlen(fault.message)}), ((text){bad[i].message, strlen(bad[i].message)}));
        arena_close(&a);
    }
}

static void test_copy(void)
{
    /* The text, and what its copy is. */
    const struct {
        text json, copy;
    } cases[] = {
        {TEXT("\"x\\u0000y\""), TEXT("\"x\\uFFFDy\"")},
        {TEXT("{\"\\u0000\":0}"), TEXT("{\"\\uFFFD\":0}")},
        {TEXT("\"\\uD800\""), TEXT("\"\\uFFFD\"")},
        {TEXT("\"\\uDBFF\\n\""), TEXT("\"\\uFFFD\\n\"")},
        {TEXT("\"\\udc00\""), TEXT("\"\\uFFFD\"")},
        {TEXT("\"\\uD800\\u0041\""), TEXT("\"\\uFFFD\\u0041\"")},
        {TEXT("\"\\uD800\\u0000\""), TEXT("\"\\uFFFD\\uFFFD\"")},
        {TEXT("\"\\uD800\\uD800\\uDC00\""), TEXT("\"\\uFFFD\\uD800\\uDC00\"")},
        {TEXT("\"\\uD800\\uE000\""), TEXT("\"\\uFFFD\\uE000\"")},
        {TEXT("\"\\uDC00\\uD800\""), TEXT("\"\\uFFFD\\uFFFD\"")},
        {TEXT("\"\\uD83D\\uDE00\\uDE00\""), TEXT("\"\\uD83D\\uDE00\\uFFFD\"")},
        {TEXT("\"\\uD7FF\\uE000\\u0001\""), TEXT("\"\\uD7FF\\uE000\\u0001\"")},
        {TEXT("\"\\\\u0000\""), TEXT("\"\\\\u0000\"")},
    };
    TEST("in the copy U+0000 and lone surrogates are U+FFFD");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        json_fault fault;
        CHECK_TEXT(gate(cases[i].json, &fault), cases[i].copy);
        CHECK(fault.status == BROADSHEET_OK);
    }
}

static void test_limits(void)
{
    json_fault fault;
    broadsheet_limits few = {.bundle_bytes = 20, .json_depth = 2, .json_nodes = 5};
    json_values values = {0};

    TEST("values are counted through all texts");
    CHECK(json_gate(&a, TEXT("[1,{\"a\":2}]"), &few, &values, &fault).size == 11 && values.total == 4);
    CHECK(json_gate(&a, TEXT("5"), &few, &values, &fault).size == 1 && values.total == 5);
    CHECK(json_gate(&a, TEXT(" null"), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_LIMIT && fault.offset == 1);

    TEST("where the values of the last text begin is known, in the order in which they stand there");
    values = (json_values){0};
    CHECK(json_gate(&a, TEXT("[0]"), &limits, &values, &fault).size == 3 && values.count == 2);
    CHECK(json_gate(&a, TEXT("\xEF\xBB\xBF[{\"a\":true},-1]"), &limits, &values, &fault).at && values.count == 4);
    CHECK(values.at[0] == 3 && values.at[1] == 4 && values.at[2] == 9 && values.at[3] == 15);

    TEST("the depth counts open arrays and objects");
    values.total = 0;
    CHECK(json_gate(&a, TEXT("[[],{}]"), &few, &values, &fault).size == 7);
    values.total = 0;
    CHECK(json_gate(&a, TEXT("[[1,{\"a\":[]}]]"), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_LIMIT && fault.offset == 4);
    CHECK_TEXT(((text){fault.message, strlen(fault.message)}),
               TEXT("arrays and objects are nested deeper than the limit"));

    TEST("the size counts before anything is read");
    values.total = 0;
    CHECK(json_gate(&a, TEXT("[                  ]"), &few, &values, &fault).size == 20);
    CHECK(json_gate(&a, TEXT("x                    "), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_LIMIT && fault.offset == 20 && fault.column == 21);

    TEST("a text past a limit that is not JSON is refused as not JSON");
    values.total = 0;
    few.bundle_bytes = 100;
    CHECK(json_gate(&a, TEXT("[{\"\":[{\"\":[{\"\":[]}]}}]"), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_JSON && fault.offset == 20);
    values.total = 0;
    CHECK(json_gate(&a, TEXT("[[[[[[[["), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_JSON && fault.offset == 8);
    CHECK(json_gate(&a, TEXT("[[[[\xFF"), &few, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_UTF8 && fault.offset == 4);

    TEST("nesting has a bound of its own whatever the limit says");
    enum { DEEP = 100000, BOTH = 2 * DEEP };
    broadsheet_limits many = {.bundle_bytes = UINT32_MAX, .json_depth = UINT32_MAX, .json_nodes = UINT32_MAX};
    char *deep = arena_alloc(&a, BOTH);
    memset(deep, '[', DEEP);
    memset(deep + DEEP, ']', DEEP);
    CHECK(json_gate(&a, (text){deep, BOTH}, &many, &values, &fault).at == NULL);
    CHECK(fault.status == BROADSHEET_LIMIT && fault.offset == 1000);
    CHECK(json_gate(&a, (text){deep + DEEP - 1000, 2000}, &many, &values, &fault).size == 2000);
}

static text where(text json, size_t depth, size_t nodes_most)
{
    const broadsheet_limits few = {
        .bundle_bytes = 10000, .json_depth = (uint32_t)depth, .json_nodes = (uint32_t)nodes_most};
    json_fault fault;
    json_values values = {0};
    CHECK(json_gate(&a, json, &few, &values, &fault).at == NULL);
    return fault.pointer;
}

static void test_where(void)
{
    char key[JSON_POINTER_MOST + 16] = "{\"a\":{\"";
    TEST("the pointer is that of the value that passes a limit");
    CHECK_TEXT(where(TEXT("[]"), 9, 0), TEXT(""));
    CHECK_TEXT(where(TEXT("[1,[],{\"a\":{},\"b\" : [[7], 8]}]"), 9, 8), TEXT("/2/b/1"));
    CHECK_TEXT(where(TEXT("{\"a\":{\"b\":[{\"c\":[0]}]}}"), 4, 99), TEXT("/a/b/0/c"));
    CHECK_TEXT(where(TEXT("{\"~/\\\"\":1,\"\":[\",\",\"\\\\\",[0]]}"), 2, 99), TEXT("//2"));
    CHECK_TEXT(where(TEXT("{\"/a~\":[[]]}"), 2, 99), TEXT("/~1a~0/0"));
    CHECK_TEXT(where(TEXT("[0,1,2,3,4,5,6,7,8,9,10]"), 9, 11), TEXT("/10"));

    TEST("it is an ancestor's where a key has an escape, or is long");
    CHECK_TEXT(where(TEXT("{\"a\":{\"\\u0062\":[]}}"), 2, 99), TEXT("/a"));
    memset(key + 7, 'k', sizeof key - 7);
    memcpy(key + sizeof key - 6, "\":[]}}", 6);
    CHECK_TEXT(where((text){key, sizeof key}, 2, 99), TEXT("/a"));

    TEST("it is never longer than it may be, however much of a key is escaped");
    enum { HALF = JSON_POINTER_MOST / 2 };
    char tilde[4 * JSON_POINTER_MOST] = "{\"";
    for (size_t keys = HALF - 2; keys < HALF + 2; keys++) {
        memset(tilde + 2, '~', keys);
        size_t size = 2 + keys;
        memcpy(tilde + size, "\":{\"\":{\"", 8);
        memset(tilde + size + 8, 'k', 2000);
        memcpy(tilde + size + 2008, "\":[]}}}", 7);
        const text json = {tilde, size + 2015};
        CHECK(where(json, 3, 99).size == (keys < HALF ? 2 + 2 * keys : 0));
    }

    TEST("what is refused as no JSON, or as too large, has none");
    CHECK(where(TEXT("[[[[["), 2, 99).size == 0);
}

static void test_position(void)
{
    /* The text, an offset in it, and its line and column. */
    const struct {
        text json;
        size_t offset, line, column;
    } cases[] = {
        {TEXT(""), 0, 1, 1},
        {TEXT("abc"), 2, 1, 3},
        {TEXT("a\nb"), 1, 1, 2},
        {TEXT("a\nb"), 2, 2, 1},
        {TEXT("a\rb"), 2, 2, 1},
        {TEXT("a\r\nb"), 2, 1, 3},
        {TEXT("a\r\nb"), 3, 2, 1},
        {TEXT("\r\r\n\n"), 4, 4, 1},
        {TEXT("\n\r"), 2, 3, 1},
        {TEXT("\"한글\"x"), 8, 1, 5},
        {TEXT("{\"제목\": \"😀\",\n \"é\" 1}"), 25, 2, 6},
        {TEXT("e\xCC\x81x"), 3, 1, 3}, /* a code point, not a character */
    };
    TEST("lines end at LF, CR LF or CR; columns count code points");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t line, column;
        json_position(cases[i].json, cases[i].offset, &line, &column);
        CHECK(line == cases[i].line && column == cases[i].column);
    }

    TEST("a fault says where it is among Korean and emoji");
    json_fault fault;
    gate(TEXT("{\n  \"제목\": \"기자의 😀 하루\",\r\n  \"본문\": \"😀😀\" 가}"), &fault);
    CHECK(fault.status == BROADSHEET_JSON);
    CHECK(fault.line == 3 && fault.column == 14 && fault.offset == 63);
}

int main(void)
{
    arena_open(&a, NULL);
    test_accepted();
    test_refused();
    test_copy();
    test_limits();
    test_where();
    test_position();
    arena_close(&a);
    return check_done();
}
