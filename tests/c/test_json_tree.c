#include "check.h"
#include "json/json.h"

static arena a;

typedef struct load {
    const text *layers;
    size_t count;
    json_tree tree;
} load;

static broadsheet_status load_layers(void *context)
{
    load *l = context;
    const broadsheet_limits limits = {.bundle_bytes = 100000, .json_depth = 8, .json_nodes = 100};
    json_values values = {0};
    json_tree_open(&l->tree, &a);
    for (size_t i = 0; i < l->count; i++) {
        json_fault fault;
        text gated = json_gate(&a, l->layers[i], &limits, &values, &fault);
        broadsheet_status status = fault.status;
        if (status == BROADSHEET_OK)
            status = json_tree_merge(&l->tree, gated, &values, (int32_t)i);
        if (status != BROADSHEET_OK)
            return status;
    }
    return BROADSHEET_OK;
}

static void put(char *out, size_t *size, text t)
{
    if (t.size > 0)
        memcpy(out + *size, t.at, t.size);
    *size += t.size;
}

/* Writes a node as {key:value,...}, each value with the digit of its layer behind it and
 * ! when its key stood more than once; checks on the way that all its links are right. */
static void show(char *out, size_t *size, const json_node *node)
{
    static const char *const brackets[] = {[JSON_ARRAY] = "[]", [JSON_OBJECT] = "{}"};
    size_t count = 0;
    char number[40];
    switch (node->kind) {
    case JSON_NULL:
        put(out, size, TEXT("null"));
        break;
    case JSON_FALSE:
        put(out, size, TEXT("false"));
        break;
    case JSON_TRUE:
        put(out, size, TEXT("true"));
        break;
    case JSON_NUMBER:
        put(out, size, (text){number, (size_t)sprintf(number, "%g", node->number)});
        break;
    case JSON_STRING:
        put(out, size, node->string);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        put(out, size, (text){brackets[node->kind], 1});
        for (const json_node *child = node->first; child != NULL; child = child->next) {
            if (child != node->first)
                put(out, size, TEXT(","));
            if (node->kind == JSON_OBJECT) {
                put(out, size, child->key);
                put(out, size, TEXT(":"));
                CHECK(json_member(node, child->key) == child);
            }
            show(out, size, child);
            CHECK(child->parent == node);
            CHECK(child->index == count++ || node->kind == JSON_OBJECT);
            CHECK(child->previous != NULL ? child->previous->next == child : node->first == child);
            CHECK(child->next != NULL || child == node->last);
        }
        CHECK(node->count == count);
        put(out, size, (text){brackets[node->kind] + 1, 1});
        break;
    }
    put(out, size, (text){number, (size_t)sprintf(number, "%d%s", (int)node->layer, node->duplicate ? "!" : "")});
}

/* The next node of a tree, parents before their children; NULL past the last. */
static const json_node *after(const json_node *node)
{
    if (node->first != NULL)
        return node->first;
    while (node->parent != NULL && node->next == NULL)
        node = node->parent;
    return node->next;
}

static text merged(const text *layers, size_t count)
{
    load l = {.layers = layers, .count = count};
    size_t size = 0;
    if (arena_run(&a, load_layers, &l) != BROADSHEET_OK)
        return TEXT("failed");
    char *out = arena_alloc(&a, 10000);
    show(out, &size, l.tree.root);
    unsigned char *taken = arena_alloc(&a, l.tree.count);
    for (const json_node *node = l.tree.root; node != NULL; node = after(node)) {
        CHECK(node->ordinal < l.tree.count && !taken[node->ordinal]);
        taken[node->ordinal] = 1;
    }
    return (text){out, size};
}

#define MERGED(...) merged((const text[]){__VA_ARGS__}, sizeof((const text[]){__VA_ARGS__}) / sizeof(text))

static void test_tree(void)
{
    TEST("a layer becomes a tree with its members in order");
    CHECK_TEXT(MERGED(TEXT("{}")), TEXT("{}0"));
    CHECK_TEXT(
        MERGED(TEXT("{\"s\":\"x\",\"n\":-1.5,\"t\":true,\"f\":false,\"z\":null,\"a\":[1,[],{}],\"o\":{\"\":0}}")),
        TEXT("{s:x0,n:-1.50,t:true0,f:false0,z:null0,a:[10,[]0,{}0]0,o:{:00}0}0"));
    CHECK_TEXT(MERGED(TEXT("{\"big\":1e400,\"small\":-1e-400}")), TEXT("{big:inf0,small:-00}0"));

    TEST("strings come out decoded");
    CHECK_TEXT(MERGED(TEXT("{\"\\u006b\":\"\\\"\\\\\\/\\n\\u00e9\\uD83D\\uDE00\\uD800\\u0000한\"}")),
               TEXT("{k:\"\\/\né😀\xEF\xBF\xBD\xEF\xBF\xBD한0}0"));

    TEST("a repeated key counts once, with its last value, in its first place");
    CHECK_TEXT(MERGED(TEXT("{\"a\":1,\"b\":2,\"a\":3}")), TEXT("{a:30!,b:20}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":{\"x\":1},\"b\":0,\"a\":{\"y\":2},\"a\":{\"z\":{}}}")), TEXT("{a:{z:{}0}0!,b:00}0"));
    CHECK_TEXT(MERGED(TEXT("{\"o\":{\"\\u0061\":1,\"a\":[]}}")), TEXT("{o:{a:[]0!}0}0"));
    CHECK_TEXT(MERGED(TEXT("{\"A\":1,\"a\":2}")), TEXT("{A:10,a:20}0"));
}

static void test_merge(void)
{
    TEST("objects merge by key, all else is replaced where it stood");
    CHECK_TEXT(MERGED(TEXT("{\"a\":1,\"b\":{\"c\":2,\"d\":{\"e\":3}},\"f\":[4,5]}"),
                      TEXT("{\"f\":[6],\"b\":{\"g\":7,\"d\":{\"h\":8,\"e\":9}},\"i\":10}")),
               TEXT("{a:10,b:{c:20,d:{e:91,h:81}0,g:71}0,f:[61]1,i:101}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":{\"b\":1},\"c\":2}"), TEXT("{\"a\":null}"), TEXT("{\"c\":{\"d\":[{}]}}")),
               TEXT("{a:null1,c:{d:[{}2]2}2}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":null}"), TEXT("{\"a\":{\"b\":1}}"), TEXT("{\"a\":{\"b\":{\"c\":2},\"d\":3}}")),
               TEXT("{a:{b:{c:22}2,d:32}1}0"));
    CHECK_TEXT(MERGED(TEXT("{}"), TEXT("{\"a\":1}"), TEXT("{}")), TEXT("{a:11}0"));

    TEST("a member that a null took away, and that comes back, stands last; null again changes no place");
    CHECK_TEXT(MERGED(TEXT("{\"a\":null,\"b\":1,\"c\":2}"), TEXT("{\"a\":3}")), TEXT("{b:10,c:20,a:31}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":1,\"b\":2,\"c\":3}"), TEXT("{\"b\":null,\"d\":4}"),
                      TEXT("{\"b\":{\"x\":null},\"a\":5}"), TEXT("{\"b\":{\"y\":1,\"x\":2}}")),
               TEXT("{a:52,c:30,d:41,b:{y:13,x:23}2}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":1,\"b\":2}"), TEXT("{\"a\":null}"), TEXT("{\"a\":null}")), TEXT("{a:null2,b:20}0"));

    TEST("within a layer the last of a repeated key counts before it is merged");
    CHECK_TEXT(MERGED(TEXT("{\"a\":{\"x\":1}}"), TEXT("{\"a\":5,\"a\":{\"y\":2}}")), TEXT("{a:{x:10,y:21}0!}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":{\"x\":1}}"), TEXT("{\"a\":{\"y\":2},\"a\":5}")), TEXT("{a:51!}0"));
    CHECK_TEXT(MERGED(TEXT("{\"a\":1,\"a\":2}"), TEXT("{\"a\":3}")), TEXT("{a:31}0"));

    CHECK_TEXT(MERGED(TEXT("{\"a\":{\"x\":1},\"a\":{}}"), TEXT("{\"a\":{\"y\":3}}")), TEXT("{a:{y:31}0!}0"));

    TEST("a layer that is no object has the wrong shape");
    const text shapes[] = {TEXT("[]"), TEXT("null"), TEXT("\"{}\""), TEXT("1"), TEXT("true")};
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        load l = {.layers = &shapes[i], .count = 1};
        CHECK(arena_run(&a, load_layers, &l) == BROADSHEET_SHAPE);
        CHECK(l.tree.root->count == 0);
    }

    TEST("what cJSON refuses is not JSON, should the gate ever miss it");
    static const char *const refused[] = {"{",     "\"",      "\"a",     "\"\\",  "\"\\\"",
                                          "\"\\n", "\"\\x\"", "{\"a:1}", "{a:1}", "{\"a\\\":1}"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const text ungated = {refused[i], strlen(refused[i])};
        CHECK(json_tree_merge(&(json_tree){.arena = &a}, ungated, &(json_values){0}, 0) == BROADSHEET_JSON);
    }

    TEST("no layer at all is an empty object");
    load none = {.count = 0};
    CHECK(arena_run(&a, load_layers, &none) == BROADSHEET_OK);
    CHECK(none.tree.root->kind == JSON_OBJECT && none.tree.root->first == NULL);
}

static void test_access(void)
{
    const text layer = TEXT("{\"a\":{\"\":[7,{\"/~m~1/\":[0,1,2,3,4,5,6,7,8,9,{\"제목\":1}]}]}}");
    load l = {.layers = &layer, .count = 1};
    CHECK(arena_run(&a, load_layers, &l) == BROADSHEET_OK);

    TEST("members are found by key in objects only");
    const json_node *root = l.tree.root, *object = json_member(root, TEXT("a"));
    const json_node *array = json_member(object, TEXT(""));
    CHECK(array != NULL && array->kind == JSON_ARRAY && array->count == 2);
    CHECK(json_member(root, TEXT("b")) == NULL);
    CHECK(json_member(array, TEXT("")) == NULL);
    CHECK(json_member(NULL, TEXT("a")) == NULL);

    TEST("a pointer names the way from the root, with ~ and / escaped");
    const json_node *deep = json_member(array->last, TEXT("/~m~1/"))->last->first;
    CHECK_TEXT(json_pointer(&a, root), TEXT(""));
    CHECK_TEXT(json_pointer(&a, object), TEXT("/a"));
    CHECK_TEXT(json_pointer(&a, array), TEXT("/a/"));
    CHECK_TEXT(json_pointer(&a, array->first), TEXT("/a//0"));
    CHECK_TEXT(json_pointer(&a, deep), TEXT("/a//1/~1~0m~01~1/10/제목"));

    TEST("a pointer that would be too long names an ancestor");
    enum { LONG = JSON_POINTER_MOST };
    char *json = arena_alloc(&a, LONG + 100);
    for (size_t key = LONG - 4; key <= LONG; key++) {
        size_t size = 0;
        put(json, &size, TEXT("{\"a\":{\""));
        memset(json + size, 'k', key);
        size += key;
        put(json, &size, TEXT("\":[0]}}"));
        const text whole = {json, size};
        load longer = {.layers = &whole, .count = 1};
        CHECK(arena_run(&a, load_layers, &longer) == BROADSHEET_OK);
        const json_node *node = json_member(longer.tree.root, TEXT("a"))->first->first;
        /* "/a", a slash and the key, "/0" */
        text pointer = json_pointer(&a, node);
        CHECK(pointer.size == (key + 5 <= LONG ? key + 5 : key + 3 <= LONG ? key + 3 : 2));
        CHECK(memcmp(pointer.at, "/a/kkk", pointer.size < 6 ? pointer.size : 6) == 0);
    }
}

static void test_places(void)
{
    const text layers[] = {TEXT("{\"a\":12345678901234567890,\"b\":[1.10 ,-1e3]}"),
                           TEXT("\xEF\xBB\xBF{\"c\":{\"d\":0,\"d\":7},\"b\":\"\"}")};
    load one = {layers, 1, {0}}, two = {layers, 2, {0}};
    TEST("a number keeps its digits as they are written");
    CHECK(arena_run(&a, load_layers, &one) == BROADSHEET_OK);
    CHECK_TEXT(json_member(one.tree.root, TEXT("a"))->string, TEXT("12345678901234567890"));
    CHECK_TEXT(json_member(one.tree.root, TEXT("b"))->first->string, TEXT("1.10"));
    CHECK_TEXT(json_member(one.tree.root, TEXT("b"))->last->string, TEXT("-1e3"));

    TEST("a value knows where it begins in its layer, the byte order mark counted");
    CHECK(arena_run(&a, load_layers, &two) == BROADSHEET_OK);
    CHECK(json_member(two.tree.root, TEXT("a"))->at == 5);
    CHECK(json_member(two.tree.root, TEXT("b"))->at == 26 && json_member(two.tree.root, TEXT("b"))->layer == 1);
    const json_node *last = json_member(json_member(two.tree.root, TEXT("c")), TEXT("d"));
    CHECK(last->at == 19);
    CHECK_TEXT(last->string, TEXT("7"));
}

/* Text that stands for itself, an escape, and text again, as a value and as a key: so the escape stands at each place
 * of a string, and of the sixteen bytes that are looked at in one step. */
static void test_strings(void)
{
    static const struct {
        const char *written, *says;
    } escapes[] = {
        {"", ""},      {"\\\"", "\""}, {"\\\\", "\\"},      {"\\/", "/"},         {"\\b", "\b"},
        {"\\f", "\f"}, {"\\n", "\n"},  {"\\r", "\r"},       {"\\t", "\t"},        {"\\u00e9", "\xC3\xA9"},
        {"b", "b"},    {"/", "/"},     {"\\n\\\\", "\n\\"}, {"\\\\\\\"", "\\\""}, {"\\n\\u000a\\n", "\n\n\n"}};
    const char *const plain = "0123456789abcdefghijABCDEFGHIJabcdefghij";
    TEST("a string is what is written, whatever its size and wherever its escapes");
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        for (int before = 0; before < 40; before++)
            for (int behind = 0; behind < 40; behind += behind < 18 ? 1 : 7) {
                char string[100], json[220], says[100] = "";
                sprintf(string, "%.*s%s%.*s", before, plain, escapes[i].written, behind, plain);
                size_t size = (size_t)sprintf(says, "%.*s%s%.*s", before, plain, escapes[i].says, behind, plain);
                const text layer = {json, (size_t)sprintf(json, "{\"%s\":\"%s\"}", string, string)};
                load l = {.layers = &layer, .count = 1};
                CHECK(arena_run(&a, load_layers, &l) == BROADSHEET_OK);
                const json_node *value = json_member(l.tree.root, (text){says, size});
                CHECK(value != NULL && text_equal(value->string, (text){says, size}));
            }
}

int main(void)
{
    arena_open(&a, NULL);
    test_tree();
    test_merge();
    test_access();
    test_places();
    test_strings();
    arena_close(&a);
    return check_done();
}
