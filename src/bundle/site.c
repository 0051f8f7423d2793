/* The newspaper: its name, address, clock and sections. */
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "text/zone.h"

/* How many objects stand in a section tree: the most sections that it can have. Counted without recursion. */
static size_t sections_count(const json_node *list)
{
    size_t count = 0;
    const json_node *node = list;
    for (;;) {
        count += node->kind == JSON_OBJECT;
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node != list && !node->next)
            node = node->parent;
        if (node == list)
            return count;
        node = node->next;
    }
}

/* Reads one list of sections; parents stand before their children. Where a section cannot be shown, the sections in it
 * stand in its place.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as the JSON, which the gate has bounded */
static void sections_read(story *s, json_node *owner, text key, section *parent)
{
    static const reader_field fields[] = {READER_FIELD(section, id, "id", TEXT),
                                          READER_FIELD(section, label, "label", TEXT),
                                          READER_FIELD(section, url, "url", LINK)};
    reader_items items = reader_list(s, owner, key);
    if (items.cut && parent)
        parent->cut = true;
    for (json_node *item; (item = reader_next_object(s, &items));) {
        section *one = &s->site.sections[s->site.section_count];
        reader_fields(s, item, one, fields, sizeof fields / sizeof fields[0]);
        one->parent = parent;
        reader_missing(s, item, TEXT("id"), REPORT_SECTION_ID_MISSING);
        reader_missing(s, item, TEXT("label"), REPORT_SECTION_LABEL_MISSING);
        if (!one->id.size || !one->label.size) { /* the next one takes its place */
            sections_read(s, item, TEXT("children"), parent);
            continue;
        }
        s->site.section_count++;
        if (index_add(&s->site.section_by_id, &s->arena, one->id, one))
            report_node(&s->report, REPORT_SECTION_ID_TWICE, item);
        sections_read(s, item, TEXT("children"), one);
    }
}

static void site_time_zone(story *s, json_node *object)
{
    text zone = reader_text(s, object, TEXT("timeZone"));
    if (!zone.size)
        return;
    if (zone_valid(zone))
        s->site.time_zone = zone;
    else
        report_node(&s->report, REPORT_ZONE_FORM, json_member(object, TEXT("timeZone")));
}

void bundle_site(story *s, json_node *object)
{
    if (!object)
        return;
    static const reader_field fields[] = {READER_FIELD(site, name, "name", TEXT), READER_FIELD(site, url, "url", PAGE)};
    reader_fields(s, object, &s->site, fields, sizeof fields / sizeof fields[0]);
    s->site.language = reader_language(s, object, TEXT("language"));
    site_time_zone(s, object);
    s->site.reading_time = reader_flag(s, object, TEXT("readingTime"));
    if (MODULE_IS_WHOLE)
        reader_is_rich(s, object, TEXT("ageDays"));
    if (s->version >= 2) /* read by each module, so that a paper's stories that are not old cost nothing */
        s->site.age_days = reader_whole(s, object, TEXT("ageDays"), 36500);
    if (reader_rich(s, object, TEXT("inBody")))
        bundle_inserts(s, object);
    json_node *sections = json_member(object, TEXT("sections"));
    if (sections)
        s->site.sections = arena_array(&s->arena, sections_count(sections), sizeof *s->site.sections);
    sections_read(s, object, TEXT("sections"), NULL);
}
