/* What a bundle must have, and what is said of one that lacks it. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/taken.h"
#include "report/error.h"
#include "text/characters.h"

/* Ends the call with SHAPE. node: the faulty value, or, if a field is missing, its parent (NULL: the bundle); pointer
 * then names the missing field. */
_Noreturn static void bundle_refuse(story *s, broadsheet_error *error, const json_node *node, text pointer,
                                    const char *message)
{
    if (MODULE_IS_WHOLE) {
        error->status = BROADSHEET_SHAPE;
        error->layer = node ? node->layer : -1;
        error->message = message;
        error_pointer(error, pointer.size ? pointer : json_pointer(&s->arena, node));
    }
    arena_leave(&s->arena, BROADSHEET_SHAPE);
}

/* What is said of a field, which the whole alone says. */
#define SAID(message) (MODULE_IS_WHOLE ? (message) : NULL)

/* A field that each article has. */
typedef struct required {
    text key, pointer;
    bool blank; /* whether its text may be blank */
    const char *missing, *other, *empty;
} required;

#define REQUIRED(name, blank)                                                                                          \
    {                                                                                                                  \
        TEXT_INIT(name), TEXT_INIT("/article/" name), blank,                                                           \
            SAID("the article has no \"" name "\", which is required"),                                                \
            SAID("the article's \"" name "\" is not a string"),                                                        \
            SAID("the article's \"" name "\" is empty, and it is required")                                            \
    }

/* Refuses the bundle unless the article has a required text. */
static void bundle_require(story *s, broadsheet_error *error, json_node *object, const required *field)
{
    json_node *node = json_member(object, field->key);
    if (!node)
        bundle_refuse(s, error, object, field->pointer, field->missing);
    if (!taken_is_text(s, node))
        bundle_refuse(s, error, node, NO_TEXT, field->other);
    if (!field->blank && !characters_show(node->string))
        bundle_refuse(s, error, node, NO_TEXT, field->empty);
}

/* What an object without an article is, for the message: people pass in what other systems export. */
static const char *bundle_instead(const json_node *root)
{
    if (!MODULE_IS_WHOLE)
        return NULL;
    const json_node *title = json_member(root, TEXT("title"));
    if (title && json_member(title, TEXT("rendered")))
        return "this is a post of WordPress, not a bundle: a bundle has the member \"article\"";
    if (json_member(root, TEXT("items")) && json_member(root, TEXT("version")))
        return "this is a JSON Feed, not a bundle: a bundle has the member \"article\", and one story";
    if (json_member(root, TEXT("@context")))
        return "this is JSON-LD, not a bundle: a bundle has the member \"article\"";
    if (json_member(root, TEXT("headline")) || json_member(root, TEXT("body")))
        return "the fields of the article stand in the bundle itself: they belong into its member \"article\"";
    return "the bundle has no \"article\", which is required";
}

json_node *bundle_required(story *s, broadsheet_error *error)
{
    json_node *object = json_member(s->tree.root, TEXT("article"));
    if (s->furniture && (!object || object->kind == JSON_NULL))
        return NULL;
    static const text pointer = TEXT_INIT("/article");
    if (!object)
        bundle_refuse(s, error, NULL, pointer, bundle_instead(s->tree.root));
    if (object->kind != JSON_OBJECT)
        bundle_refuse(s, error, object, NO_TEXT, "the article is not an object");
    static const required fields[] = {REQUIRED("id", false), REQUIRED("headline", false), REQUIRED("body", true)};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        bundle_require(s, error, object, &fields[i]);
    return object;
}
