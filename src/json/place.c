/* Lines and columns: of an offset in a layer, and of one in the text that a string stands for. */
#include "base/digits.h"
#include "base/scan.h"
#include "json/json.h"

/* Counts one byte of a text; next is the one behind it, or -1. */
static void place_count(json_reading *reading, char c, int next)
{
    reading->at++;
    if (c == '\n' || (c == '\r' && next != '\n')) {
        reading->line++;
        reading->column = 1;
    } else if (((unsigned char)c & 0xC0) != 0x80) { /* not a byte that continues a code point */
        reading->column++;
    }
}

void json_read_to(json_reading *reading, text json, size_t offset)
{
    while (reading->at < offset) {
        size_t at = reading->at, plain = 0;
        while (offset - at - plain >= SCAN_SIZE) {
            scan_bytes b = scan_load(json.at + at + plain);
            size_t first = scan_first((b == '\n') | (b == '\r') | (b < 0));
            plain += first;
            if (first < SCAN_SIZE)
                break;
        }
        reading->at += plain;
        reading->column += plain;
        if (reading->at < offset)
            place_count(reading, json.at[reading->at],
                        reading->at + 1 < json.size ? (unsigned char)json.at[reading->at + 1] : -1);
    }
}

void json_position(text json, size_t offset, size_t *line, size_t *column)
{
    json_reading reading = JSON_READING;
    json_read_to(&reading, json, offset);
    *line = reading.line;
    *column = reading.column;
}

/* --- in a string ------------------------------------------------------------------------------ */

static uint32_t place_unit(text json, size_t at)
{
    uint64_t unit = 0;
    digits_read(text_slice(json, at + 2, at + 6), 16, &unit);
    return (uint32_t)unit;
}

/* Whether the escape at an offset is that of a line feed. */
static bool place_is_feed(text json, size_t at)
{
    return json.at[at] == '\\' && (json.at[at + 1] == 'n' || (json.at[at + 1] == 'u' && place_unit(json, at) == '\n'));
}

/* What stands at an offset of a string: its size in the JSON and in the text, and whether it ends a line there. The
 * gate has seen that each escape is whole, and each surrogate one of a pair. */
static size_t place_piece(text json, size_t at, size_t *size, bool *ends)
{
    uint32_t unit = 0;
    size_t raw = 1;
    *size = 1;
    *ends = false;
    if (json.at[at] != '\\')
        return raw;
    raw = 2;
    if (json.at[at + 1] == 'n' || json.at[at + 1] == 'r')
        unit = json.at[at + 1] == 'n' ? '\n' : '\r';
    if (json.at[at + 1] == 'u') {
        unit = place_unit(json, at);
        raw = 6;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            raw = 12;
            *size = 4;
        } else {
            *size = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
    }
    *ends = unit == '\n' || (unit == '\r' && !place_is_feed(json, at + raw));
    return raw;
}

size_t json_inside(text json, size_t start, size_t end)
{
    size_t inside = 0, size;
    bool ends;
    for (size_t at = start + 1; at < end; inside += size)
        at += place_piece(json, at, &size, &ends);
    return inside;
}

void json_read_inside(json_reading *inside, size_t *raw, text json, size_t at)
{
    while (inside->at < at && *raw < json.size && json.at[*raw] != '"') {
        size_t size;
        bool ends, begins = ((unsigned char)json.at[*raw] & 0xC0) != 0x80;
        *raw += place_piece(json, *raw, &size, &ends);
        inside->at += size;
        if (ends) {
            inside->line++;
            inside->column = 1;
        } else {
            inside->column += begins;
        }
    }
}
