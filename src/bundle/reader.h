/* Typed reading of the merged bundle. Every function takes an object (or NULL) and a key, marks the member as known,
 * and gives its value. A value that is wrong is reported, and gives the empty one, as does a member that is absent. */
#ifndef READER_H
#define READER_H

#include "base/module.h"
#include "story/mark.h"

/* The member, of any type, marked as known; NULL when it is absent or null. */
json_node *reader_member(story *s, json_node *object, text key);

/* Whether an object has a member that version 2 of the format has added, and that is not null. In a bundle of version 1
 * the member stays unknown. A small module without MODULE_HAS_RICH ends here (arena_lack), so that what is read of the
 * member costs it nothing:
 *
 *     if (reader_rich(s, object, TEXT("kind")))
 *         read_kind(s, object);
 */
bool reader_is_rich(story *s, json_node *object, text key);
static inline bool reader_rich(story *s, json_node *object, text key)
{
    return reader_is_rich(s, object, key) && MODULE_HAS_RICH;
}

/* The same for several keys, with spaces between them: whether the object has one of them. */
bool reader_is_rich_any(story *s, json_node *object, text keys);
static inline bool reader_rich_any(story *s, json_node *object, text keys)
{
    return reader_is_rich_any(s, object, keys) && MODULE_HAS_RICH;
}

/* A member that must be an object. */
json_node *reader_object(story *s, json_node *object, text key);

/* The items of a list, or the members of an object of ids, one after another:
 *
 *     reader_items items = reader_list(s, object, TEXT("tags"));
 *     a->tags = arena_array(&s->arena, items.count, sizeof *a->tags);
 *     for (json_node *item; (item = reader_next_object(s, &items));)
 */
typedef struct reader_items {
    size_t count; /* how many there are to read, at most */
    size_t cut;   /* how many more the list has, past the limit */
    size_t left;
    json_node *next;
} reader_items;

/* reader_list: a member that must be an array, of which as many items are read as the limit allows. reader_ids: a
 * member that must be an object, of which all members are read but those whose keys begin with "_", and null, with
 * which a layer takes an entry away. */
reader_items reader_list(story *s, json_node *object, text key);
reader_items reader_ids(story *s, json_node *object, text key);

/* reader_next: the next item, NULL at the end. reader_next_object: the next item that is an object; all others are
 * reported. */
json_node *reader_next(story *s, reader_items *items);
json_node *reader_next_object(story *s, reader_items *items);

/* Reports the code of an object that does not have the member. A member that is there and gives nothing has been
 * reported by the function that read it. */
static inline void reader_missing(story *s, json_node *object, text key, report_code missing)
{
    if (MODULE_IS_WHOLE && object && !reader_member(s, object, key)) /* no such code is an error */
        report_node(&s->report, missing, object);
}

/* A member that must be a number. Digits in a text, with a point among them or none, are taken as one, and reported. */
json_node *reader_number(story *s, json_node *object, text key);

/* Text, trimmed of white space, without control characters and without the characters that text/characters.h leaves
 * out. */
text reader_text(story *s, json_node *object, text key);
text reader_text_node(story *s, json_node *node);

/* Text of many lines: the same, but nothing is trimmed. CR and CR LF stay as they are; the writer makes each LF. */
text reader_lines(story *s, json_node *object, text key);

/* Markdown: as reader_lines, but the characters that text/characters.h leaves out are left to the writer, which knows
 * the blocks. */
text reader_markdown(story *s, json_node *object, text key);

/* Cleans the words of the bundle's "strings" as reader_lines does, before one is chosen. */
void reader_strings(story *s, json_node *strings);

/* An address: absolute where the host gave a base, and as written. */
url reader_url(story *s, json_node *object, text key, url_use use);
url reader_url_written(story *s, json_node *object, text key, url_use use);
date reader_date(story *s, json_node *object, text key);
text reader_language(story *s, json_node *object, text key);

/* The fields that a struct has of an object, each once, in the order in which they are read. The form says how it is
 * read and what type of member takes it; the compiler refuses another one.
 *
 *     static const reader_field fields[] = {READER_FIELD(tag, label, "label", TEXT)};
 *     reader_fields(s, item, &t, fields, sizeof fields / sizeof fields[0]);
 */
typedef enum reader_form {
    READER_LINK = URL_LINK, /* the addresses: reader_url */
    READER_MEDIA = URL_MEDIA,
    READER_PAGE = URL_PAGE,
    READER_TEXT,
    READER_LINES,
    READER_LINE, /* bundle_line */
    READER_DATE,
    READER_SIZE /* of a picture: reader_whole */
} reader_form;
#define READER_TYPE_LINK  url
#define READER_TYPE_MEDIA url
#define READER_TYPE_PAGE  url
#define READER_TYPE_TEXT  text
#define READER_TYPE_LINES text
#define READER_TYPE_LINE  line_text
#define READER_TYPE_DATE  date
#define READER_TYPE_SIZE  uint32_t

typedef struct reader_field {
    const char *key;
    uint16_t at; /* where the member stands in the struct */
    uint8_t key_size, form;
} reader_field;
#define READER_FIELD(owner, member, key, form)                                                                         \
    {                                                                                                                  \
        "" key "", offsetof(owner, member),                                                                            \
            sizeof(key) - 1 + 0 * sizeof(_Generic(((owner *)0)->member, READER_TYPE_##form : 0)), READER_##form        \
    }
void reader_fields(story *s, json_node *object, void *to, const reader_field *fields, size_t count);

/* The index of the choice that the member is; count when it is absent or none of the choices. The latter is reported
 * with the code unknown. */
size_t reader_choice(story *s, json_node *object, text key, const text *choices, size_t count, report_code unknown);

/* Adds a date with a time to the instants whose offsets the host looks up. */
void reader_instant(story *s, date *d);

/* Whether the member is true; false when it is absent or wrong. */
bool reader_flag(story *s, json_node *object, text key);

/* A whole number from 1 to most; 0 when it is absent or wrong. */
uint32_t reader_whole(story *s, json_node *object, text key, uint32_t most);

/* A number from 0 to 1; -1 when it is absent or wrong. */
double reader_fraction(story *s, json_node *object, text key);

/* For the module of the story: a member that only a page or a machine shows, which it leaves unread, may hold an error.
 * That is told; of its code nobody asks. An object of texts holds none. */
void reader_left(story *s, const json_node *object, text key);

/* Reports every member that nobody asked for and every repeated key. Keys that begin with "_" are
 * ignored with all that they hold. */
void reader_report_unknown(story *s);

#endif
