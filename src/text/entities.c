#include "text/entities.h"

#include "base/digits.h"
#include "base/module.h"
#include "text/utf8.h"

/* Names in the order of their bytes, in blocks of sixteen. A record begins with a byte that holds two numbers: how many
 * bytes the name shares with the name before it (five bits; 0 at the start of a block), and the size of the value
 * (three bits). The rest of the name follows, whose last byte has its high bit set, and then the value in UTF-8. NUL
 * ends a block. */
static const char *const entity_blocks[] = {
#if BROADSHEET_MODULE < MODULE_WORLD
#include "text/entities_few.def"
#elif BROADSHEET_MODULE < MODULE_WHOLE
#include "text/entities_common.def"
#else
#include "text/entities.def"
#endif
};

enum { ENTITY_BLOCKS = sizeof entity_blocks / sizeof entity_blocks[0] };

typedef struct entity_record {
    char name[ENTITY_NAME_MOST];
    text known; /* the part of name that is set */
    text value;
} entity_record;

/* Reads the record at at into record, which holds the one before it. Returns where the next one starts. */
static const char *entity_read(const char *at, entity_record *record)
{
    unsigned head = (unsigned char)*at++;
    size_t size = head >> 3;
    bool more;
    do {
        unsigned byte = (unsigned char)*at++;
        more = byte < 0x80;
        record->name[size++] = (char)(byte & 0x7F);
    } while (more);
    record->known = (text){record->name, size};
    record->value = (text){at, head & 7};
    return at + record->value.size;
}

static int entity_order(text a, text b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = memcmp(a.at, b.at, shared);
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static text entity_named(text name)
{
    size_t low = 0, high = ENTITY_BLOCKS; /* the block of the name, if any, is in [low, high) */
    entity_record record;
    while (MODULE_HAS_WORLD && high - low > 1) { /* the few names of a smaller module are all looked at */
        size_t middle = low + (high - low) / 2;
        entity_read(entity_blocks[middle], &record);
        if (entity_order(record.known, name) <= 0)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; low++)
        for (const char *at = entity_blocks[low]; *at;) {
            at = entity_read(at, &record);
            if (text_equal(record.known, name))
                return record.value;
        }
#if BROADSHEET_MODULE < MODULE_WHOLE
    arena_lack(); /* the name may be a rare one */
#else
    return NO_TEXT;
#endif
}

/* Reads the number of a reference, whose digits stand without the "#" and the ";". */
static bool entity_value(text digits, uint64_t *value)
{
    unsigned base = digits.size && ascii_lower(digits.at[0]) == 'x' ? 16 : 10;
    return digits_read(base == 16 ? text_from(digits, 1) : digits, base, value);
}

/* The character of a numeric reference; digits stand without the "#" and the ";". */
static text entity_number(text digits, char room[4])
{
    uint64_t value;
    if (!entity_value(digits, &value))
        return NO_TEXT;
    return (text){room, utf8_encode(value && value <= 0x10FFFF ? (uint32_t)value : 0xFFFD, room)};
}

text entity_decode(text reference, char room[4])
{
    if (reference.size < 3 || reference.at[0] != '&' || reference.at[reference.size - 1] != ';')
        return reference;
    text name = text_slice(reference, 1, reference.size - 1);
    text value = name.at[0] == '#' ? entity_number(text_from(name, 1), room) : entity_named(name);
    return value.size ? value : reference;
}

bool entity_is_none(text reference)
{
    uint64_t value;
    return reference.size > 3 && reference.at[1] == '#' &&
           entity_value(text_slice(reference, 2, reference.size - 1), &value) &&
           (!value || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF));
}
