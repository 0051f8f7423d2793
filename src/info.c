/* The facts of an open story, and what the host answers about its time zone. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "report/report.h"
#include "story/model.h"
#include "text/utf8.h"

const broadsheet_info *broadsheet_story_info(const broadsheet_story *s)
{
    return &s->info;
}

const broadsheet_diagnostic *broadsheet_story_diagnostic(const broadsheet_story *s, size_t i)
{
    return i < s->report.count ? &s->report.items[i] : NULL;
}

const broadsheet_instant *broadsheet_story_instant(const broadsheet_story *s, size_t i)
{
    return i < s->instant_count ? &s->instants[i] : NULL;
}

static broadsheet_status zone_report(void *context)
{
    story *s = context;
    if (!MODULE_IS_WHOLE)
        return BROADSHEET_OK; /* it is no error */
    const json_node *zone = json_member(json_member(s->tree.root, TEXT("site")), TEXT("timeZone"));
    /* The pointers are static, so that a host may answer as often as it likes and takes no memory by it. */
    if (s->zone_option)
        report_add(&s->report, REPORT_ZONE_OPTION_UNKNOWN, -1, TEXT("/timeZone"), 0, REPORT_WHOLE);
    else
        report_add(&s->report, REPORT_ZONE_UNKNOWN, zone->layer, TEXT("/site/timeZone"), 0, REPORT_WHOLE);
    if (!s->zone_option && s->report.count > s->report.kept && s->report.kept < s->report.limit) {
        s->report.items[s->report.kept].offset = zone->at;
        report_places(&s->report, s->layers, s->report.kept);
        if (s->updated)
            report_unplace(&s->report, s->report.kept);
    }
    return BROADSHEET_OK;
}

/* Whether there is an offset for each instant, and each is less than a day. */
static bool zone_answers(const story *s, const int32_t *offsets, size_t count)
{
    const int32_t day = 24 * 60 * 60;
    if (!offsets || count != s->instant_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (offsets[i] <= -day || offsets[i] >= day)
            return false;
    return true;
}

broadsheet_status broadsheet_set_clock_offsets(broadsheet_story *s, const int32_t *offsets, size_t count)
{
    if (!s->clocks || !zone_answers(s, offsets, count))
        return BROADSHEET_STATE;
    memcpy(s->clocks, offsets, count * sizeof *offsets);
    if (MODULE_HAS_RICH)
        bundle_updates_order(s);
    return BROADSHEET_OK;
}

broadsheet_status broadsheet_set_offsets(broadsheet_story *s, const int32_t *offsets, size_t count)
{
    broadsheet_status status = BROADSHEET_OK;
    bool unknown = !offsets && count == 0;
    if (!unknown && !zone_answers(s, offsets, count))
        return BROADSHEET_STATE;
    for (size_t i = 0; i < s->instant_count; i++)
        s->offsets[i] = unknown ? 0 : offsets[i];
    if (MODULE_HAS_RICH)
        bundle_updates_order(s);
    s->in_utc = unknown || text_equal(s->info.time_zone, TEXT("UTC"));
    report_restore(&s->report); /* takes away what an earlier call reported */
    if (unknown && !text_equal(s->info.time_zone, TEXT("UTC")))
        status = arena_run(&s->arena, zone_report, s);
    s->info.diagnostic_count = s->report.count;
    return status;
}

broadsheet_status broadsheet_set_zone_names(broadsheet_story *s, const broadsheet_text *names, size_t count)
{
    if (count != s->instant_count)
        return BROADSHEET_STATE;
    for (size_t i = 0; i < count; i++)
        if (names[i].size > ZONE_NAME_MOST || utf8_valid_prefix(names[i]) < names[i].size)
            return BROADSHEET_STATE;
    for (size_t i = 0; s->zone_names && i < count; i++) {
        s->zone_names[i].size = names[i].size;
        if (names[i].size)
            memcpy(s->zone_names[i].at, names[i].at, names[i].size);
    }
    return BROADSHEET_OK;
}
