#include "bundle/taken.h"
#include "base/module.h"

#include "base/number.h"
#include "base/scan.h"
#include "text/markup.h"
#include "url/url.h"

void taken_wrong_type(story *s, json_node *node)
{
    if (MODULE_IS_WHOLE)
        story_mark(s, node, MARK_OPAQUE);
    report_node(&s->report, REPORT_VALUE_TYPE, node);
}

bool taken_is_text(story *s, json_node *node)
{
    if (node->kind == JSON_NUMBER) {
        node->kind = JSON_STRING; /* so it is reported once, however often it is read */
        report_node(&s->report, REPORT_VALUE_NUMBER_AS_TEXT, node);
    }
    return node->kind == JSON_STRING;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

text taken_trimmed(text t)
{
    while (t.size && is_space(t.at[0]))
        t = text_from(t, 1);
    while (t.size && is_space(t.at[t.size - 1]))
        t.size--;
    return t;
}

bool taken_is_number(story *s, json_node *node)
{
    text digits = node->kind == JSON_STRING ? taken_trimmed(node->string) : NO_TEXT;
    if (node->kind == JSON_NUMBER)
        return true;
    if (!number_plain(digits, &node->number))
        return false;
    node->kind = JSON_NUMBER;
    report_node(&s->report, REPORT_VALUE_TEXT_AS_NUMBER, node);
    return true;
}

double taken_version(const json_node *node)
{
    double version = -1;
    if (node && node->kind == JSON_NUMBER)
        return node->number > 0 ? node->number : 0;
    return node && node->kind == JSON_STRING && number_plain(taken_trimmed(node->string), &version) ? version : -1;
}

void taken_url(story *s, const json_node *node)
{
    text t = taken_trimmed(node->string);
    size_t start, end;
    if (MODULE_IS_WHOLE && markup_reference(node->string, &start, &end))
        report_within(&s->report, REPORT_URL_REFERENCE, node, (report_range){start, end - start});
    if (MODULE_IS_WHOLE && url_lacks_scheme(t))
        report_node(&s->report, REPORT_URL_WITHOUT_SCHEME, node);
    size_t i = 0;
    if (MODULE_IS_WHOLE)
        SCAN_TO(t, i, (b == '\t') | (b == '\n') | (b == '\r'));
    for (; i < t.size; i++)
        if (t.at[i] == '\t' || t.at[i] == '\n' || t.at[i] == '\r') {
            start = (size_t)(t.at - node->string.at) + i;
            report_within(&s->report, REPORT_URL_LINES, node, (report_range){start, 1});
            return;
        }
}
