#include "bundle/upgrade.h"

#include "base/array.h"
#include "base/module.h"
#include "bundle/clean.h"
#include "bundle/taken.h"
#include "json/raw.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

typedef enum upgrade_owner {
    UPGRADE_NONE,
    UPGRADE_ROOT,
    UPGRADE_ARTICLE,
    UPGRADE_AUTHOR,
    UPGRADE_FIGURE,
    UPGRADE_RELATED,
    UPGRADE_CORRECTION,
    UPGRADE_ALTERNATE,
    UPGRADE_SITE,
    UPGRADE_LISTS,
    UPGRADE_RANKED,
    UPGRADE_ITEM,
    UPGRADE_GALLERIES,
    UPGRADE_GALLERY
} upgrade_owner;

typedef enum upgrade_what {
    UPGRADE_OTHER, /* nothing is done with it */
    UPGRADE_OBJECT,
    UPGRADE_LIST,
    UPGRADE_MAP,
    UPGRADE_LINE,
    UPGRADE_BODY,
    UPGRADE_LEAD,
    UPGRADE_AWAY,
    UPGRADE_EMBARGO,
    UPGRADE_VERSION
} upgrade_what;

/* What is done with a value. */
typedef struct upgrade_rule {
    upgrade_what what;
    upgrade_owner into;
} upgrade_rule;

/* An array or an object that is open, and what is done with each value in it; with a key's own rule where it has an
 * owner. */
typedef struct upgrade_open {
    bool object;
    upgrade_owner owner;
    upgrade_rule each;
    size_t version; /* where it begins, when it stands where the version should; else SIZE_MAX */
} upgrade_open;

static const struct {
    upgrade_owner owner;
    text key;
    upgrade_rule rule;
} upgrade_rules[] = {
#define X(OWNER, key, what, into) {UPGRADE_##OWNER, TEXT_INIT(#key), {UPGRADE_##what, UPGRADE_##into}},
#include "bundle/upgrade.def"
#undef X
};
enum { UPGRADE_RULES = sizeof upgrade_rules / sizeof upgrade_rules[0], UPGRADE_UNDERSCORES = 64 };

typedef struct upgrade {
    story *story;
    text json; /* the gate's copy */
    edits edits;
    upgrade_open *open;
    size_t depth, room;
    uint64_t taken[UPGRADE_RULES]; /* of each key: upgrade_underscores */
    bool versioned, unread;        /* a version is named; and cannot be read */
    size_t stuck;
} upgrade;

bool upgrade_is_done(const json_node *root)
{
    return taken_version(json_member(root, TEXT("broadsheet"))) >= 2;
}

/* --- what is changed ------------------------------------------------------------------------------ */

/* Puts the edits of a string's text where they belong in its JSON, which begins at an offset with its quote. */
static void upgrade_put(upgrade *u, size_t at, const edits *made)
{
    json_reading inside = JSON_READING;
    size_t raw = at + 1;
    for (size_t i = 0; i < made->count; i++) {
        const edit *one = &made->list[i];
        json_read_inside(&inside, &raw, u->json, one->at);
        size_t begin = raw;
        json_read_inside(&inside, &raw, u->json, one->at + (size_t)one->taken);
        char *put = arena_room(&u->story->arena, 2 * (size_t)one->size + 1);
        size_t size = 0;
        for (size_t j = 0; j < one->size; j++) {
            if (made->result[one->put_at + j] == '\\')
                put[size++] = '\\';
            put[size++] = made->result[one->put_at + j];
        }
        edits_put(&u->edits, begin, raw - begin, (text){put, size});
    }
}

static void upgrade_text(upgrade *u, upgrade_what what, size_t at, size_t end)
{
    arena *work = &u->story->text_work;
    edits made;
    text source = raw_text(work, u->json, at, end);
    bool done = what == UPGRADE_BODY ? plainly_body(u->story, work, source, &made)
                                     : plainly_line(u->story, work, source, &made);
    if (done)
        upgrade_put(u, at, &made);
    else if (u->stuck == SIZE_MAX)
        u->stuck = at;
    arena_close(work);
}

/* The lead of version 2 names a figure as "figure:ID", too, and slots, which version 1 has as well. "figure:" before
 * such a name says that it is a figure's id. */
static void upgrade_lead(upgrade *u, size_t at, size_t end)
{
    arena *work = &u->story->text_work;
    text source = raw_text(work, u->json, at, end), id = taken_trimmed(clean_plain(u->story, source));
    if (text_starts(id, TEXT("figure:")) || text_starts(id, TEXT("slot:"))) {
        edits made;
        edits_open(&made, work, source);
        edits_put(&made, (size_t)((const char *)memchr(source.at, id.at[0], source.size) - source.at), 0,
                  TEXT("figure:"));
        upgrade_put(u, at, &made);
    }
    arena_close(work);
}

/* Puts a member before all others of an object, behind whose "{" is the offset; space is before the colon's value. */
static void upgrade_member(upgrade *u, size_t at, text key, text value)
{
    size_t first = raw_space(u->json, at);
    bool only = u->json.at[first] == '}';
    edits *e = &u->edits;
    edits_put(e, first, 0, key);
    edits_put(e, first, 0, first > at || only ? TEXT(": ") : TEXT(":"));
    edits_put(e, first, 0, value);
    if (only)
        return;
    edits_put(e, first, 0, TEXT(","));
    edits_put(e, first, 0, text_slice(u->json, at, first));
}

/* How many underscores stand before keys that end as one that is moved away: a bit for each number. */
static void upgrade_underscores(upgrade *u)
{
    text t = u->json;
    for (size_t at = 0; at < t.size; at++) {
        const char *found = memchr(t.at + at, '"', t.size - at);
        if (!found)
            return;
        size_t first = (size_t)(found - t.at) + 1, end = first;
        for (at = first - 1; end < t.size && t.at[end] == '_'; end++)
            at = end;
        for (size_t i = 0; end > first && end - first < UPGRADE_UNDERSCORES && i < UPGRADE_RULES; i++)
            if (text_starts(text_from(t, end), upgrade_rules[i].key))
                u->taken[i] |= (uint64_t)1 << (end - first);
    }
}

/* Moves a key away: by the least number of underscores that no such key has, so that none stands there twice because of
 * it. */
static void upgrade_away(upgrade *u, size_t at, size_t rule)
{
    char underscores[UPGRADE_UNDERSCORES];
    size_t count = 1;
    memset(underscores, '_', sizeof underscores);
    while (count + 1 < UPGRADE_UNDERSCORES && u->taken[rule] >> count & 1)
        count++;
    edits_put(&u->edits, at + 1, 0, (text){underscores, count});
}

/* --- the walk --------------------------------------------------------------------------------------- */

/* What is done with the member of an object whose key begins at an offset, which moves to the value. */
static upgrade_rule upgrade_key(upgrade *u, const upgrade_open *in, size_t *at)
{
    upgrade_rule rule = in->each;
    size_t start = *at, end = raw_end(u->json, start);
    *at = raw_space(u->json, raw_space(u->json, end) + 1);
    if (in->owner == UPGRADE_NONE && rule.what == UPGRADE_OTHER)
        return rule;
    arena *work = &u->story->text_work;
    text key = raw_text(work, u->json, start, end);
    if (key.size && key.at[0] == '_')
        rule = (upgrade_rule){UPGRADE_OTHER, UPGRADE_NONE};
    size_t i = in->owner == UPGRADE_NONE ? UPGRADE_RULES : 0;
    while (i < UPGRADE_RULES && !(upgrade_rules[i].owner == in->owner && text_equal(upgrade_rules[i].key, key)))
        i++;
    arena_close(work);
    if (i < UPGRADE_RULES)
        rule = upgrade_rules[i].rule;
    if (rule.what == UPGRADE_AWAY || (rule.what == UPGRADE_EMBARGO && !u->unread))
        upgrade_away(u, start, i);
    return rule;
}

/* Opens the array or the object that begins at an offset. */
static void upgrade_enter(upgrade *u, size_t at, upgrade_rule rule)
{
    upgrade_open in = {.object = u->json.at[at] == '{', .version = SIZE_MAX};
    if (rule.what == UPGRADE_VERSION)
        in.version = at;
    if (in.object ? rule.what == UPGRADE_MAP : rule.what == UPGRADE_LIST)
        in.each = (upgrade_rule){UPGRADE_OBJECT, rule.into};
    else if (in.object && rule.what == UPGRADE_OBJECT)
        in.owner = rule.into;
    u->open = array_grow(&u->story->arena, u->open, u->depth, &u->room, sizeof in);
    u->open[u->depth++] = in;
    if (in.owner == UPGRADE_ROOT && !u->versioned)
        upgrade_member(u, at + 1, TEXT("\"broadsheet\""), TEXT("2"));
    if (in.owner == UPGRADE_ALTERNATE) /* readers have a link to each in version 2 */
        upgrade_member(u, at + 1, TEXT("\"hidden\""), TEXT("true"));
    if (in.owner == UPGRADE_AUTHOR &&
        upgrade_is_role(u->json, at + 1)) /* the part contact shows each role in version 2 */
        upgrade_member(u, at + 1, TEXT("\"quiet\""), TEXT("true"));
    if (in.owner == UPGRADE_CORRECTION) /* machines are told of each in version 2 */
        upgrade_member(u, at + 1, TEXT("\"quiet\""), TEXT("true"));
}

static void upgrade_leave(upgrade *u, size_t end)
{
    size_t version = u->open[--u->depth].version;
    if (version != SIZE_MAX)
        edits_put(&u->edits, version, end - version, TEXT("2"));
}

/* Takes a value that is no array and no object. Returns the offset behind it. */
static size_t upgrade_scalar(upgrade *u, size_t at, upgrade_rule rule)
{
    bool string = u->json.at[at] == '"';
    size_t end = string ? raw_end(u->json, at) : at;
    while (!string && end < u->json.size && !memchr(",]} \t\r\n", u->json.at[end], 7))
        end++;
    if (rule.what == UPGRADE_VERSION)
        edits_put(&u->edits, at, end - at, TEXT("2"));
    else if (string && (rule.what == UPGRADE_LINE || rule.what == UPGRADE_BODY))
        upgrade_text(u, rule.what, at, end);
    else if (string && rule.what == UPGRADE_LEAD)
        upgrade_lead(u, at, end);
    return end;
}

/* Reads up to the next value, whose rule is left in *rule; false: there is none. entered: an array or object has just
 * been opened. */
static bool upgrade_next(upgrade *u, size_t *at, upgrade_rule *rule, bool entered)
{
    while (u->depth) {
        const upgrade_open *in = &u->open[u->depth - 1];
        *at = raw_space(u->json, *at);
        char c = u->json.at[*at];
        if (c == '}' || c == ']') {
            upgrade_leave(u, ++*at);
            entered = false;
            continue;
        }
        if (!entered) /* behind the comma */
            *at = raw_space(u->json, *at + 1);
        *rule = in->object ? upgrade_key(u, in, at) : in->each;
        return true;
    }
    return false;
}

text upgrade_layer(story *s, text layer, text gated, const json_node *root, size_t *stuck)
{
    const json_node *version = json_member(root, TEXT("broadsheet"));
    upgrade u = {.story = s, .json = gated, .stuck = SIZE_MAX, .versioned = version};
    u.unread = version && version->kind != JSON_NULL && taken_version(version) < 0;
    upgrade_rule rule = {UPGRADE_OBJECT, UPGRADE_ROOT};
    size_t at = raw_space(gated, json_is_marked(gated) ? 3 : 0);
    bool enters = false;
    edits_open(&u.edits, &s->arena, layer);
    upgrade_underscores(&u);
    do {
        enters = gated.at[at] == '{' || gated.at[at] == '[';
        if (enters)
            upgrade_enter(&u, at++, rule);
        else
            at = upgrade_scalar(&u, at, rule);
    } while (upgrade_next(&u, &at, &rule, enters));
    *stuck = u.stuck;
    return edits_end(&u.edits);
}

#endif
