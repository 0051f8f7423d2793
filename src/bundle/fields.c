/* Fields that are read one after the other, as a table of them says. */
#include "bundle/line.h"
#include "bundle/reader.h"

void reader_fields(story *s, json_node *object, void *to, const reader_field *fields, size_t count)
{
    for (const reader_field *f = fields; f < fields + count; f++) {
        text key = {f->key, f->key_size};
        void *at = (char *)to + f->at;
        switch ((reader_form)f->form) {
        case READER_LINK:
        case READER_MEDIA:
        case READER_PAGE:
            *(url *)at = reader_url(s, object, key, (url_use)f->form);
            break;
        case READER_TEXT:
            *(text *)at = reader_text(s, object, key);
            break;
        case READER_LINES:
            *(text *)at = reader_lines(s, object, key);
            break;
        case READER_LINE:
            *(line_text *)at = bundle_line(s, object, key);
            break;
        case READER_DATE:
            *(date *)at = reader_date(s, object, key);
            break;
        case READER_SIZE:
            *(uint32_t *)at = reader_whole(s, object, key, 100000);
            break;
        }
    }
}
