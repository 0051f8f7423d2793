/* What one layer does to the story of the layers before it. */
#include "layer.h"

#include "base/module.h"
#include "bundle/taken.h"

/* The id of the article as it is merged up to now; NULL where it has none. A number is as good as its digits. */
static const json_node *layer_article(const json_tree *tree)
{
    const json_node *id = json_member(json_member(tree->root, TEXT("article")), TEXT("id"));
    return id && id->string.size ? id : NULL;
}

/* How high a version stands among those of the layers; less than zero: none is named. All below 2 count as 1. One that
 * cannot be read is taken for 1 as well (bundle_version), and stands above them: an embargo counts there, which no
 * layer lifts by naming one of them. */
static double layer_version(const json_node *node)
{
    double version = taken_version(node);
    if (version < 0)
        return node->kind == JSON_NULL ? version : 1.5;
    return version < 2 ? 1 : version;
}

/* Puts the version back that the bundle had before a layer, where it is the higher one. */
static void layer_keep_version(const json_tree *tree, const json_node *before, layer_found *found)
{
    json_node *node = json_member(tree->root, TEXT("broadsheet"));
    if (!node || layer_version(before) <= layer_version(node))
        return;
    found->version = *node;
    if (node->kind != JSON_NULL && taken_version(before) >= 0)
        found->odd_version = taken_version(node) < 0 ? REPORT_VALUE_TYPE : REPORT_VERSION_LOWER;
    *node = *before;
}

broadsheet_status layer_merge(json_tree *tree, text gated, const json_values *values, int32_t layer, layer_found *found)
{
    const json_node *id = layer_article(tree), *version = json_member(tree->root, TEXT("broadsheet"));
    text earlier = id ? id->string : NO_TEXT;
    json_node before = version ? *version : (json_node){0};
    *found = (layer_found){.odd_version = REPORT_COUNT};
    broadsheet_status status = json_tree_merge(tree, gated, values, layer);
    id = layer_article(tree);
    if (earlier.size && id && !text_equal(earlier, id->string))
        found->article = id;
    if (MODULE_HAS_RICH)
        layer_keep_version(tree, &before, found);
    return status;
}
