#include "bundle/reader.h"

#include "base/array.h"
#include "base/module.h"
#include "bundle/clean.h"
#include "bundle/taken.h"
#include "text/characters.h"
#include "text/language.h"
#include "text/utf8.h"

json_node *reader_member(story *s, json_node *object, text key)
{
    json_node *node = json_member(object, key);
    if (!node)
        return NULL;
    bool there = story_ask(s, node);
    return node->kind == JSON_NULL || !there ? NULL : node;
}

static json_node *reader_kind(story *s, json_node *object, text key, json_kind kind)
{
    json_node *node = reader_member(s, object, key);
    if (!node || node->kind == kind)
        return node;
    taken_wrong_type(s, node);
    return NULL;
}

static json_node *reader_string(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    if (!node || taken_is_text(s, node))
        return node;
    taken_wrong_type(s, node);
    return NULL;
}

json_node *reader_number(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    if (!node || taken_is_number(s, node))
        return node;
    taken_wrong_type(s, node);
    return NULL;
}

json_node *reader_object(story *s, json_node *object, text key)
{
    return reader_kind(s, object, key, JSON_OBJECT);
}

static bool is_ignored(const json_node *node)
{
    return node->key.size && node->key.at[0] == '_';
}

/* --- one after another ----------------------------------------------------------------- */

static reader_items items_of(const json_node *node)
{
    return node ? (reader_items){node->count, 0, node->count, node->first} : (reader_items){0};
}

reader_items reader_list(story *s, json_node *object, text key)
{
    json_node *node = reader_kind(s, object, key, JSON_ARRAY);
    reader_items items = items_of(node);
    if (node && items.count > s->limits.list_items) {
        report_node(&s->report, REPORT_LIST_TOO_LONG, node);
        story_cut(s, node);
        items.count = items.left = s->limits.list_items;
        items.cut = node->count - items.count;
        for (const json_node *item = node->first; item && MODULE_IS_WHOLE; item = item->next)
            if (item->index >= items.count)
                story_mark(s, item, MARK_OPAQUE);
    }
    return items;
}

reader_items reader_ids(story *s, json_node *object, text key)
{
    return items_of(reader_object(s, object, key));
}

json_node *reader_next(story *s, reader_items *items)
{
    while (items->left) {
        json_node *node = items->next;
        items->next = node->next;
        items->left--;
        bool there = story_ask(s, node), taken_away = node->kind == JSON_NULL && node->parent->kind == JSON_OBJECT;
        if (!is_ignored(node) && !taken_away && there)
            return node;
    }
    return NULL;
}

json_node *reader_next_object(story *s, reader_items *items)
{
    json_node *node = reader_next(s, items);
    while (node && node->kind != JSON_OBJECT) {
        taken_wrong_type(s, node);
        node = reader_next(s, items);
    }
    return node;
}

/* --- text ------------------------------------------------------------------------------ */

text reader_text_node(story *s, json_node *node)
{
    if (!taken_is_text(s, node)) {
        taken_wrong_type(s, node);
        return NO_TEXT;
    }
    text t = taken_trimmed(clean_text(s, node));
    if (characters_show(t))
        return t;
    report_node(&s->report, REPORT_TEXT_EMPTY, node);
    return NO_TEXT;
}

text reader_text(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    return node ? reader_text_node(s, node) : NO_TEXT;
}

text reader_lines(story *s, json_node *object, text key)
{
    json_node *node = reader_string(s, object, key);
    return node ? clean_text(s, node) : NO_TEXT;
}

text reader_markdown(story *s, json_node *object, text key)
{
    json_node *node = reader_string(s, object, key);
    return node ? node->string : NO_TEXT;
}

static void reader_table(story *s, json_node *table)
{
    for (json_node *said = table->first; said; said = said->next)
        if (!is_ignored(said) && taken_is_text(s, said))
            said->string = clean_text(s, said);
}

void reader_strings(story *s, json_node *strings)
{
    for (json_node *table = strings ? strings->first : NULL; table; table = table->next)
        if (table->kind == JSON_OBJECT && !is_ignored(table))
            reader_table(s, table);
}

/* --- values with a form ------------------------------------------------------------------ */

url reader_url(story *s, json_node *object, text key, url_use use)
{
    return url_rebased(&s->arena, &s->rebase, reader_url_written(s, object, key, use));
}

url reader_url_written(story *s, json_node *object, text key, url_use use)
{
    url out = {NO_TEXT};
    json_node *node = reader_string(s, object, key);
    if (!node)
        return out;
    bool allowed = url_judge(&s->arena, node->string, use, &out);
    if (allowed)
        taken_url(s, node);
    if (!allowed || !out.href.size)
        report_node(&s->report, report_url(url_why(&s->arena, node->string, use)), node);
    return out;
}

void reader_instant(story *s, date *d)
{
    s->instants = array_grow(&s->arena, s->instants, s->instant_count, &s->instant_room, sizeof *s->instants);
    d->slot = s->instant_count;
    s->local = s->local || d->local;
    s->instants[s->instant_count++] = (broadsheet_instant){d->seconds, d->local};
}

date reader_date(story *s, json_node *object, text key)
{
    date d = {.precision = DATE_NONE};
    json_node *node = reader_string(s, object, key);
    if (!node)
        return d;
    date_fault fault = date_judge(node->string, &d);
    if (fault != DATE_FAULT_NONE)
        report_node(&s->report, fault == DATE_FAULT_IMPOSSIBLE ? REPORT_DATE_IMPOSSIBLE : REPORT_DATE_FORM, node);
    if (d.precision == DATE_MINUTE) {
        if (date_leaps(node->string))
            report_node(&s->report, REPORT_DATE_LEAP_SECOND, node);
        if (d.local)
            report_node(&s->report, REPORT_DATE_OFFSET_MISSING, node);
        reader_instant(s, &d);
    }
    return d;
}

text reader_language(story *s, json_node *object, text key)
{
    json_node *node = reader_string(s, object, key);
    if (!node)
        return NO_TEXT;
    if (language_valid(node->string))
        return node->string;
    report_node(&s->report, REPORT_LANGUAGE_FORM, node);
    return NO_TEXT;
}

size_t reader_choice(story *s, json_node *object, text key, const text *choices, size_t count, report_code unknown)
{
    text t = reader_text(s, object, key);
    for (size_t i = 0; i < count; i++)
        if (text_equal(choices[i], t))
            return i;
    if (t.size)
        report_node(&s->report, unknown, json_member(object, key));
    return count;
}

bool reader_flag(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    if (node && node->kind != JSON_TRUE && node->kind != JSON_FALSE)
        taken_wrong_type(s, node);
    return node && node->kind == JSON_TRUE;
}

uint32_t reader_whole(story *s, json_node *object, text key, uint32_t most)
{
    json_node *node = reader_number(s, object, key);
    if (!node)
        return 0;
    bool within = node->number >= 1 && node->number <= most; /* false for NaN, too */
    uint32_t whole = within ? (uint32_t)node->number : 0;
    if (within && !((double)whole < node->number))
        return whole;
    report_node(&s->report, within ? REPORT_NUMBER_FRACTION : REPORT_NUMBER_RANGE, node);
    return 0;
}

double reader_fraction(story *s, json_node *object, text key)
{
    json_node *node = reader_number(s, object, key);
    if (!node)
        return -1;
    if (node->number >= 0 && node->number <= 1)
        return node->number;
    report_node(&s->report, REPORT_NUMBER_RANGE, node);
    return -1;
}

/* --- what nobody asked for ----------------------------------------------------------------- */

void reader_report_unknown(story *s)
{
#if BROADSHEET_MODULE < MODULE_PAGE
    /* It leaves members of the paper unread, which may hold an error; of its code nobody asks. */
    const json_node *paper = json_member(s->tree.root, TEXT("site")), *left = paper ? paper->first : NULL;
    while (left && story_marked(s, left, MARK_KNOWN))
        left = left->next;
    if (left || json_member(s->tree.root, TEXT("lists")))
        report_node(&s->report, REPORT_URL_SCRIPT, s->tree.root);
#endif
    if (!MODULE_IS_WHOLE)
        return; /* none of the others is an error */
    /* Without recursion, since a host may raise the depth limit. */
    const json_node *node = s->tree.root->first;
    while (node) {
        bool ignored = is_ignored(node);
        bool unknown = !ignored && node->parent->kind == JSON_OBJECT && !story_marked(s, node, MARK_KNOWN);
        if (node->duplicate)
            report_node(&s->report, REPORT_KEY_TWICE, node);
        if (unknown)
            report_node(&s->report, story_marked(s, node, MARK_NEWER) ? REPORT_KEY_VERSION : REPORT_KEY_UNKNOWN, node);
        else if (node->replaced && !ignored)
            report_within(&s->report, REPORT_TEXT_REPLACED, node, report_replaced(node));
        if (!ignored && !unknown && !story_marked(s, node, MARK_OPAQUE) && node->first) {
            node = node->first;
            continue;
        }
        while (node != s->tree.root && !node->next)
            node = node->parent;
        node = node == s->tree.root ? NULL : node->next;
    }
}
