/* JSON Merge Patch (RFC 7396), JSON Patch (RFC 6902) and JSON pointers (RFC 6901), with the RFCs' own examples. */
#include "check.h"
#include "json/patch.h"

static arena a;

typedef struct job {
    text document, change;
    bool merges;
    size_t copies, bytes;
    json_refusal why;
    text result;
} job;

static const broadsheet_limits limits = {.bundle_bytes = 1 << 20, .json_depth = 64, .json_nodes = 100000};

static json_node *parsed(json_tree *tree, text json, int32_t layer)
{
    json_values values = {0};
    json_fault fault;
    text gated = json_gate(&a, json, &limits, &values, &fault);
    CHECK(fault.status == BROADSHEET_OK);
    return json_tree_read(tree, gated, &values, layer);
}

/* A text as the member "_" of an object, so that a merge patch may be any value, and so may what it is for. */
static text wrapped(text json)
{
    char *at = arena_alloc(&a, json.size + 6);
    memcpy(at, "{\"_\":", 5);
    memcpy(at + 5, json.at, json.size);
    at[5 + json.size] = '}';
    return (text){at, json.size + 6};
}

static void merge(json_tree *tree, text json, int32_t layer)
{
    json_values values = {0};
    json_fault fault;
    text gated = json_gate(&a, wrapped(json), &limits, &values, &fault);
    CHECK(fault.status == BROADSHEET_OK);
    CHECK(json_tree_merge(tree, gated, &values, layer) == BROADSHEET_OK);
}

static broadsheet_status run(void *context)
{
    job *j = context;
    json_tree tree;
    const char *limit = NULL;
    json_tree_open(&tree, &a);
    if (j->merges) {
        tree.given = 1; /* what is null before the patch is so in the document */
        merge(&tree, j->document, 0);
        merge(&tree, j->change, 1);
        json_prune(&tree);
        json_node *node = json_member(tree.root, TEXT("_"));
        j->result = node != NULL ? json_write(&a, node, j->bytes, 64, &limit) : TEXT("gone");
    } else {
        tree.root = parsed(&tree, j->document, 0);
        if (!json_patch(&tree, parsed(&tree, j->change, 1), &j->copies, &j->why))
            return BROADSHEET_OK;
        j->result = json_write(&a, tree.root, j->bytes, 64, &limit);
    }
    if (limit != NULL)
        j->result = (text){limit, strlen(limit)};
    return BROADSHEET_OK;
}

static job done(text document, text change, bool merges)
{
    job j = {.document = document, .change = change, .merges = merges, .copies = 1000, .bytes = 1 << 20};
    CHECK(arena_run(&a, run, &j) == BROADSHEET_OK);
    return j;
}

/* Quotation marks are written ' here. */
static text json(const char *written)
{
    text t = arena_text(&a, (text){written, strlen(written)});
    for (size_t i = 0; i < t.size; i++)
        if (t.at[i] == '\'')
            ((char *)t.at)[i] = '"';
    return t;
}

static text plain(const char *t)
{
    return (text){t, strlen(t)};
}

typedef struct example {
    const char *document, *change, *result; /* result: JSON, or the reason for a refusal */
} example;

static void all(const example *examples, size_t count, bool merges)
{
    for (size_t i = 0; i < count; i++) {
        job j = done(json(examples[i].document), json(examples[i].change), merges);
        if (j.why.message != NULL)
            CHECK_TEXT(plain(j.why.message), plain(examples[i].result));
        else
            CHECK_TEXT(j.result, json(examples[i].result));
    }
}
#define ALL(examples, merges) all((examples), sizeof(examples) / sizeof((examples)[0]), (merges))

static void test_merge(void)
{
    static const example appendix[] = {
        {"{'a':'b'}", "{'a':'c'}", "{'a':'c'}"},
        {"{'a':'b'}", "{'b':'c'}", "{'a':'b','b':'c'}"},
        {"{'a':'b'}", "{'a':null}", "{}"},
        {"{'a':'b','b':'c'}", "{'a':null}", "{'b':'c'}"},
        {"{'a':['b']}", "{'a':'c'}", "{'a':'c'}"},
        {"{'a':'c'}", "{'a':['b']}", "{'a':['b']}"},
        {"{'a':{'b':'c'}}", "{'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}"},
        {"{'a':[{'b':'c'}]}", "{'a':[1]}", "{'a':[1]}"},
        {"['a','b']", "['c','d']", "['c','d']"},
        {"{'a':'b'}", "['c']", "['c']"},
        {"{'a':'foo'}", "null", "gone"},
        {"{'a':'foo'}", "'bar'", "'bar'"},
        {"{'e':null}", "{'a':1}", "{'e':null,'a':1}"},
        {"[1,2]", "{'a':'b','c':null}", "{'a':'b'}"},
        {"{}", "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}"},
    };
    static const example section3[] = {
        {"{'title':'Goodbye!','author':{'givenName':'John','familyName':'Doe'},'tags':['example','sample'],"
         "'content':'This will be unchanged'}",
         "{'title':'Hello!','phoneNumber':'+01-123-456-7890','author':{'familyName':null},'tags':['example']}",
         "{'title':'Hello!','author':{'givenName':'John'},'tags':['example'],'content':'This will be unchanged',"
         "'phoneNumber':'+01-123-456-7890'}"},
    };
    static const example more[] = {
        {"{'a':1,'b':2}", "{'a':null,'c':3}", "{'b':2,'c':3}"},
        {"{'a':[{'b':null}]}", "{'c':[{'d':null},null]}", "{'a':[{'b':null}],'c':[{'d':null},null]}"},
        {"{'e':null,'f':0}", "{'e':1}", "{'e':1,'f':0}"},
    };
    TEST("RFC 7396, appendix A");
    ALL(appendix, true);
    TEST("RFC 7396, section 3");
    ALL(section3, true);
    TEST("nulls within arrays stay, and a null of the document keeps its place");
    ALL(more, true);
}

static void test_appendix(void)
{
    static const example examples[] = {
        {"{'foo':'bar'}", "[{'op':'add','path':'/baz','value':'qux'}]", "{'foo':'bar','baz':'qux'}"},
        {"{'foo':['bar','baz']}", "[{'op':'add','path':'/foo/1','value':'qux'}]", "{'foo':['bar','qux','baz']}"},
        {"{'baz':'qux','foo':'bar'}", "[{'op':'remove','path':'/baz'}]", "{'foo':'bar'}"},
        {"{'foo':['bar','qux','baz']}", "[{'op':'remove','path':'/foo/1'}]", "{'foo':['bar','baz']}"},
        {"{'baz':'qux','foo':'bar'}", "[{'op':'replace','path':'/baz','value':'boo'}]", "{'baz':'boo','foo':'bar'}"},
        {"{'foo':{'bar':'baz','waldo':'fred'},'qux':{'corge':'grault'}}",
         "[{'op':'move','from':'/foo/waldo','path':'/qux/thud'}]",
         "{'foo':{'bar':'baz'},'qux':{'corge':'grault','thud':'fred'}}"},
        {"{'foo':['all','grass','cows','eat']}", "[{'op':'move','from':'/foo/1','path':'/foo/3'}]",
         "{'foo':['all','cows','eat','grass']}"},
        {"{'baz':'qux','foo':['a',2,'c']}",
         "[{'op':'test','path':'/baz','value':'qux'},{'op':'test','path':'/foo/1','value':2}]",
         "{'baz':'qux','foo':['a',2,'c']}"},
        {"{'baz':'qux'}", "[{'op':'test','path':'/baz','value':'bar'}]",
         "the value is not the one that the patch tests for"},
        {"{'foo':'bar'}", "[{'op':'add','path':'/child','value':{'grandchild':{}}}]",
         "{'foo':'bar','child':{'grandchild':{}}}"},
        {"{'foo':'bar'}", "[{'op':'add','path':'/baz','value':'qux','xyz':123}]", "{'foo':'bar','baz':'qux'}"},
        {"{'foo':'bar'}", "[{'op':'add','path':'/baz/bat','value':'qux'}]",
         "the pointer leads through a value that is not there"},
        {"{'foo':'bar'}", "[{'op':'add','path':'/baz','value':'qux','op':'remove'}]",
         "the pointer names nothing in the bundle"},
        {"{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':10}]", "{'/':9,'~1':10}"},
        {"{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':'10'}]",
         "the value is not the one that the patch tests for"},
        {"{'foo':['bar']}", "[{'op':'add','path':'/foo/-','value':['abc','def']}]", "{'foo':['bar',['abc','def']]}"},
    };
    TEST("RFC 6902, appendix A");
    ALL(examples, false);
}

static void test_pointers(void)
{
    static const char document[] =
        "{'foo':['bar','baz'],'':0,'a/b':1,'c%d':2,'e^f':3,'g|h':4,'i\\\\j':5,'k\\\"l':6,' ':7,"
        "'m~n':8}";
    static const char *const found[][2] = {
        {"/foo", "['bar','baz']"},
        {"/foo/0", "'bar'"},
        {"/", "0"},
        {"/a~1b", "1"},
        {"/c%d", "2"},
        {"/e^f", "3"},
        {"/g|h", "4"},
        {"/i\\\\j", "5"},
        {"/k\\\"l", "6"},
        {"/ ", "7"},
        {"/m~0n", "8"},
    };
    TEST("RFC 6901, section 5");
    for (size_t i = 0; i < sizeof found / sizeof found[0]; i++) {
        char change[200];
        sprintf(change, "[{'op':'test','path':'%s','value':%s}]", found[i][0], found[i][1]);
        job j = done(json(document), json(change), false);
        CHECK(j.why.message == NULL);
    }
    static const example examples[] = {
        {"{'a':{'b':1}}", "[{'op':'test','path':'','value':{'a':{'b':1.0}}}]", "{'a':{'b':1}}"},
        {"[1,2,3]", "[{'op':'remove','path':'/01'}]", "the pointer names no place in the array"},
        {"[1,2,3]", "[{'op':'remove','path':'/1e0'}]", "the pointer names no place in the array"},
        {"[1,2,3]", "[{'op':'remove','path':'/-1'}]", "the pointer names no place in the array"},
        {"[1,2,3]", "[{'op':'remove','path':'/'}]", "the pointer names no place in the array"},
        {"[1,2,3]", "[{'op':'remove','path':'/3'}]", "the pointer names nothing in the bundle"},
        {"[1,2,3]", "[{'op':'remove','path':'/-'}]", "the pointer names nothing in the bundle"},
        {"[1,2,3]", "[{'op':'add','path':'/4','value':0}]", "the pointer names no place in the array"},
        {"[1]", "[{'op':'add','path':'/99999999999999999999','value':0}]", "the pointer names no place in the array"},
        {"[1,2,3]", "[{'op':'add','path':'/3','value':4}]", "[1,2,3,4]"},
        {"[1,2]", "[{'op':'add','path':'/0','value':0}]", "[0,1,2]"},
        {"{'a':'text'}", "[{'op':'add','path':'/a/0','value':0}]",
         "the pointer leads into a value that is no object and no array"},
        {"{'-':1,'01':2}", "[{'op':'remove','path':'/-'},{'op':'replace','path':'/01','value':3}]", "{'01':3}"},
        {"{}", "[{'op':'add','path':'a','value':0}]",
         "a JSON pointer begins with \"/\", and has \"~0\" for \"~\" and \"~1\" for \"/\""},
        {"{}", "[{'op':'add','path':'/a~','value':0}]",
         "a JSON pointer begins with \"/\", and has \"~0\" for \"~\" and \"~1\" for \"/\""},
        {"{}", "[{'op':'add','path':'/a~2','value':0}]",
         "a JSON pointer begins with \"/\", and has \"~0\" for \"~\" and \"~1\" for \"/\""},
    };
    TEST("a pointer leads to the whole, to places of arrays in their one form, and nowhere else");
    ALL(examples, false);
}

static void test_operations(void)
{
    static const example examples[] = {
        {"{'a':1}", "[]", "{'a':1}"},
        {"{'a':1,'b':2}", "[{'op':'add','path':'/a','value':[]}]", "{'a':[],'b':2}"},
        {"{'a':1}", "[{'op':'add','path':'','value':[7]}]", "[7]"},
        {"{'a':1}", "[{'op':'replace','path':'','value':{'b':2}}]", "{'b':2}"},
        {"{'a':1}", "[{'op':'remove','path':''},{'op':'add','path':'','value':2}]", "2"},
        {"{'a':1,'b':2,'c':3}",
         "[{'op':'remove','path':'/a'},{'op':'remove','path':'/c'},"
         "{'op':'add','path':'/a','value':4}]",
         "{'b':2,'a':4}"},
        {"{'a':1,'b':2,'c':3}", "[{'op':'replace','path':'/b','value':null},{'op':'test','path':'/b','value':null}]",
         "{'a':1,'b':null,'c':3}"},
        {"{'a':[1,2,3]}", "[{'op':'replace','path':'/a/1','value':{'x':[]}},{'op':'add','path':'/a/1/x/-','value':9}]",
         "{'a':[1,{'x':[9]},3]}"},
        {"{'a':1}", "[{'op':'replace','path':'/b','value':2}]", "the pointer names nothing in the bundle"},
        {"{'a':1}", "[{'op':'move','from':'/a','path':'/a'}]", "{'a':1}"},
        {"{'a':1}", "[{'op':'move','from':'','path':''}]", "{'a':1}"},
        {"{'a':{'b':{}}}", "[{'op':'move','from':'/a','path':'/a/b/c'}]", "a value cannot be moved into itself"},
        {"[[1],[2]]", "[{'op':'move','from':'/0','path':'/0/0'}]", "a value cannot be moved into itself"},
        {"{'a':1,'ab':{}}", "[{'op':'move','from':'/a','path':'/ab/c'}]", "{'ab':{'c':1}}"},
        {"{'a':1,'b':2}", "[{'op':'move','from':'/b','path':'/a'}]", "{'a':2}"},
        {"{'a':1,'b':2}", "[{'op':'move','from':'/a','path':'/c'},{'op':'move','from':'/c','path':'/a'}]",
         "{'b':2,'a':1}"},
        {"[1,2,3,4]", "[{'op':'move','from':'/0','path':'/-'},{'op':'move','from':'/2','path':'/0'}]", "[4,2,3,1]"},
        {"[1]", "[{'op':'move','from':'/0','path':'/1'}]", "the pointer names no place in the array"},
        {"{'a':{'b':[1,{}]}}",
         "[{'op':'copy','from':'/a','path':'/c'},{'op':'add','path':'/c/b/1/d','value':2},"
         "{'op':'remove','path':'/a/b/0'}]",
         "{'a':{'b':[{}]},'c':{'b':[1,{'d':2}]}}"},
        {"{'a':[1]}", "[{'op':'copy','from':'','path':'/b'}]", "{'a':[1],'b':{'a':[1]}}"},
        {"{'a':[1]}", "[{'op':'copy','from':'/a','path':'/a/0'}]", "{'a':[[1],1]}"},
        {"{'a':[1]}", "[{'op':'copy','from':'/b','path':'/a/0'}]", "the pointer names nothing in the bundle"},
        {"{'a':[1]}", "[{'op':'copy','from':'/a','path':'/b/c'}]",
         "the pointer leads through a value that is not there"},
        {"{'a':[1]}", "[{'op':'copy','from':'a','path':'/b'}]",
         "a JSON pointer begins with \"/\", and has \"~0\" for \"~\" and \"~1\" for \"/\""},
        {"{'a':1}", "[{'op':'move','from':'/b','path':'/c'}]", "the pointer names nothing in the bundle"},
        {"{'a':1}", "[{'op':'move','from':'/b','path':'/b/c'}]", "the pointer names nothing in the bundle"},
        {"{'a':1}", "[{'op':'test','path':'/b','value':null}]", "the pointer names nothing in the bundle"},
        {"{'a':1}", "{'op':'test'}", "a JSON Patch is a list of operations"},
        {"{'a':1}", "[7]", "an operation of a JSON Patch is an object"},
        {"{'a':1}", "[{'path':'/a'}]", "the operation has no \"op\", which is a text"},
        {"{'a':1}", "[{'op':'remove'}]", "the operation has no \"path\", which is a JSON pointer"},
        {"{'a':1}", "[{'op':'remove','path':null}]", "the operation has no \"path\", which is a JSON pointer"},
        {"{'a':1}", "[{'op':'copy','path':'/b'}]", "the operation has no \"from\", which is a JSON pointer"},
        {"{'a':1}", "[{'op':'move','path':'/b','from':3}]", "the operation has no \"from\", which is a JSON pointer"},
        {"{'a':1}", "[{'op':'add','path':'/b'}]", "the operation has no \"value\""},
        {"{'a':1}", "[{'op':'test','path':'/a'}]", "the operation has no \"value\""},
        {"{'a':1}", "[{'op':'Add','path':'/b','value':1}]",
         "there is no such operation: \"op\" is add, remove, replace, move, copy or test"},
    };
    TEST("each operation does what section 4 says, and says why where it cannot");
    ALL(examples, false);

    TEST("the operation that fails is named, with what it asked for");
    job j = done(json("{'a':1}"), json("[{'op':'remove','path':'/a'},{'op':'test','path':'/c/d','value':1}]"), false);
    CHECK(j.why.operation == 1 && !j.why.limit && j.why.at->at == 29);
    CHECK_TEXT(j.why.pointer, TEXT("/c/d"));
    j = done(json("{'a':1}"), json("{}"), false);
    CHECK(j.why.operation == -1 && j.why.pointer.size == 0);
}

static void test_equality(void)
{
    static const char *const same[][2] = {
        {"1", "1.0"},
        {"1e2", "100"},
        {"-0", "0"},
        {"0.00", "0e7"},
        {"0.012e3", "12"},
        {"12.50", "1250e-2"},
        {"1E+2", "10e1"},
        {"0.1", "1e-1"},
        {"{'a':1,'b':[2]}", "{'b':[2.0],'a':1}"},
        {"'\\u00e9'", "'\u00e9'"},
        {"null", "null"},
        {"true", "true"},
        {"[]", "[]"},
        {"{}", "{}"},
        {"1e400", "10e399"},
        {"1e20000000000", "1e20000000000"},
        {"1e-2", "0.01"},
    };
    static const char *const other[][2] = {
        {"9007199254740993", "9007199254740992"},
        {"123", "12300e-4"},
        {"1.25", "1.2"},
        {"1e20000000000", "1e2000000000"}, /* both are beyond what is read of an exponent */
        {"1e-20000000000", "1e-2000000000"},
        {"1e20000000000", "1"},
        {"1", "-1"},
        {"1", "10"},
        {"12", "1.2"},
        {"1", "'1'"},
        {"0", "false"},
        {"null", "{}"},
        {"[1,2]", "[2,1]"},
        {"[1]", "[1,2]"},
        {"{'a':1}", "{'a':1,'b':1}"},
        {"{'a':1,'b':1}", "{'a':1,'c':1}"},
        {"1e400", "1e401"},
        {"{}", "[]"},
        {"'a'", "'A'"},
        {"0", "1"},
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0] + sizeof other / sizeof other[0]; i++) {
        bool is_same = i < sizeof same / sizeof same[0];
        const char *const *pair = is_same ? same[i] : other[i - sizeof same / sizeof same[0]];
        for (int order = 0; order < 2; order++) {
            char document[100], change[200];
            sprintf(document, "{'x':%s}", pair[order]);
            sprintf(change, "[{'op':'test','path':'/x','value':%s}]", pair[1 - order]);
            TEST(is_same ? "what is the same by section 4.6" : "what is not the same by section 4.6");
            CHECK((done(json(document), json(change), false).why.message == NULL) == is_same);
        }
    }
}

/* Whether the number 1 with so many zeros behind a point is the same as itself, and as 1. */
static bool is_same_with_zeros(size_t zeros, bool as_one)
{
    char number[1200] = "1.", document[1300], change[2600];
    memset(number + 2, '0', zeros);
    sprintf(document, "{'x':%s}", number);
    sprintf(change, "[{'op':'test','path':'/x','value':%s}]", as_one ? "1" : number);
    return done(json(document), json(change), false).why.message == NULL;
}

static void test_long_numbers(void)
{
    TEST("a number of more than 1024 bytes is compared as it is written");
    CHECK(is_same_with_zeros(1022, false) && is_same_with_zeros(1022, true));
    CHECK(is_same_with_zeros(1023, false) && !is_same_with_zeros(1023, true));
}

static void test_written(void)
{
    TEST("JSON comes out as it was read, but for white space and escapes that are not needed");
    text odd = json(
        "{ 'a\\u0001\\n\\\"\\\\\\/\\u00e9\\ud83d\\ude00' : [ 1.50e+3 , -0 , true , false , null , [ ] , { } , '' ] }");
    CHECK_TEXT(done(odd, TEXT("[]"), false).result,
               json("{'a\\u0001\\u000a\\\"\\\\/\u00e9\U0001F600':[1.50e+3,-0,true,false,null,[],{},'']}"));

    TEST("no more bytes, and nothing deeper, than the limits allow");
    job j = {.document = json("{'a':'12345'}"), .change = TEXT("[]"), .copies = 9, .bytes = 13};
    CHECK(arena_run(&a, run, &j) == BROADSHEET_OK);
    CHECK(j.result.size == 13);
    j.bytes = 12;
    CHECK(arena_run(&a, run, &j) == BROADSHEET_OK);
    CHECK_TEXT(j.result, TEXT("the merged bundle is larger than the limit"));
    char deep[2000] = "[";
    size_t size = 1;
    for (int depth = 1; depth < 64; depth *= 2) {
        size += (size_t)sprintf(deep + size, "%s{'op':'copy','from':'/a','path':'", depth > 1 ? "," : "");
        for (int i = 0; i <= depth; i++)
            size += (size_t)sprintf(deep + size, "/a");
        size += (size_t)sprintf(deep + size, "'}");
    }
    sprintf(deep + size, "]");
    j = done(json("{'a':{}}"), json(deep), false);
    CHECK_TEXT(j.result, TEXT("arrays and objects of the merged bundle are nested deeper than the limit"));

    TEST("copies are counted");
    j = (job){.document = json("{'a':[1,2]}"),
              .change = json("[{'op':'copy','from':'/a','path':'/b'}]"),
              .copies = 3,
              .bytes = 99};
    CHECK(arena_run(&a, run, &j) == BROADSHEET_OK);
    CHECK_TEXT(j.result, json("{'a':[1,2],'b':[1,2]}"));
    CHECK(j.copies == 0);
    for (size_t copies = 0; copies < 3; copies++) {
        j.copies = copies;
        CHECK(arena_run(&a, run, &j) == BROADSHEET_OK);
        CHECK(j.why.limit && j.why.operation == 0);
    }
}

/* Puts one number after another at places that jump about, and takes every third out, beside a plain array. */
static void test_items(void)
{
    enum { COUNT = 5000, CHANGE_ROOM = COUNT * 80, WANT_ROOM = COUNT * 8 };
    static int beside[COUNT];
    size_t count = 0, size = 1;
    char *change = arena_alloc(&a, CHANGE_ROOM), *want = arena_alloc(&a, WANT_ROOM);
    check_seed = 7;
    change[0] = '[';
    for (int i = 0; i < COUNT; i++) {
        size_t place = check_pick(count + 1);
        bool takes = i % 3 == 2;
        if (takes) {
            place %= count;
            memmove(beside + place, beside + place + 1, (--count - place) * sizeof beside[0]);
            size += (size_t)sprintf(change + size, "{\"op\":\"remove\",\"path\":\"/%d\"},", (int)place);
        } else {
            memmove(beside + place + 1, beside + place, (count++ - place) * sizeof beside[0]);
            beside[place] = i;
            size += (size_t)sprintf(change + size, "{\"op\":\"add\",\"path\":\"/%d\",\"value\":%d},", (int)place, i);
        }
    }
    change[size - 1] = ']';
    size_t end = 0;
    for (size_t i = 0; i < count; i++)
        end += (size_t)sprintf(want + end, "%c%d", i ? ',' : '[', beside[i]);
    want[end++] = ']';
    TEST("items that are put in and taken out stand where they do in a plain array");
    text got = done(TEXT("[]"), (text){change, size}, false).result, wanted = {want, end};
    CHECK_TEXT(got, wanted);
}

static void test_long_lists(void)
{
    enum { COUNT = 1500, SIZE = 2 * COUNT, PLACE = 2 * 1200 };
    char *document = arena_alloc(&a, SIZE + 1), *want = arena_alloc(&a, SIZE + 1);
    for (size_t i = 0; i < COUNT; i++)
        memcpy(document + 2 * i, i ? ",1" : "[1", 2);
    memcpy(want, document, SIZE);
    memcpy(want + PLACE, ",2", 2);
    document[SIZE] = want[SIZE] = ']';
    TEST("a place far in a list that the bundle has");
    text got = done((text){document, SIZE + 1}, json("[{'op':'replace','path':'/1200','value':2}]"), false).result;
    CHECK_TEXT(got, ((text){want, SIZE + 1}));
}

int main(void)
{
    test_merge();
    test_appendix();
    test_pointers();
    test_operations();
    test_equality();
    test_long_numbers();
    test_written();
    test_items();
    test_long_lists();
    arena_close(&a);
    return check_done();
}
