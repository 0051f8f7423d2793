/* Paragraphs, and the placements that replace them.
 *
 * A paragraph that holds nothing but a picture of "figure:ID", or a link to "related:ID", is replaced with the figure
 * or the related story of that ID; markdown/places.def lists all kinds. Anywhere else, and where markdown_use.find
 * gives none, the text of the picture or link stays. In version 2 so does that of a kind that is not known. */
#include "base/array.h"
#include "markdown/first.h"
#include "markdown/state.h"

void markdown_child(markdown_state *m)
{
    markdown_paragraph *p = &m->paragraph;
    if (m->spans)
        return;
    markdown_task_write(m);
    p->children++;
    if (p->placed) { /* the placement is not alone after all */
        p->placed = false;
        markdown_tell(m, p->beside, p->number, p->where);
    }
}

/* The kind of which an address names one, whose id is left in *address; PLACE_KINDS: it names none. */
static place_kind markdown_kind(const markdown_state *m, bool picture, text *address)
{
    enum { LINK, PICTURE };
#define X(KIND, name, form, since, ...)                                                                                \
    MODULE_SINCE_##since(                                                                                              \
        if (picture == form && (since < 2 || m->use->version >= since) && text_starts(*address, TEXT(#name ":"))) {    \
            *address = text_from(*address, sizeof #name);                                                              \
            return PLACE_##KIND;                                                                                       \
        })
#include "markdown/places.def"
#undef X
    return PLACE_KINDS;
}

/* Whether the span just entered is all that the paragraph holds so far. */
static bool markdown_is_alone(const markdown_state *m)
{
    return !m->noting && m->paragraph.open && m->paragraph.children == 1 && m->spans == 1;
}

/* The range in the source of the link or picture just entered. */
static report_range markdown_place_range(const markdown_state *m)
{
    size_t begin = m->begins[m->depth];
    return markdown_range(m, text_slice(m->source, begin, markdown_where_end(m, begin)));
}

bool markdown_place(markdown_state *m, bool picture, text address)
{
    markdown_paragraph *p = &m->paragraph;
    place_kind kind = MODULE_HAS_RICH && !m->use->find ? PLACE_KINDS : markdown_kind(m, picture, &address);
    if (kind == PLACE_KINDS)
        return false;
    m->places++;
    report_range where = markdown_place_range(m);
    if (!markdown_is_alone(m)) {
        markdown_tell(m, REPORT_PLACEMENT_INLINE, m->places, where);
        return true;
    }
    p->placed = true;
    p->kind = kind;
    p->model = m->use->find(m->use->context, kind, address, &p->why);
    p->beside = REPORT_PLACEMENT_INLINE;
    p->number = m->places;
    p->where = where;
    return true;
}

/* Whether an address has the form KIND:ID, and its kind is one that a later version may know. Schemes that browsers
 * know never become kinds. */
static bool markdown_is_kind(text address)
{
    static const text never[] = {TEXT_INIT("about"),       TEXT_INIT("blob"), TEXT_INIT("data"), TEXT_INIT("file"),
                                 TEXT_INIT("filesystem"),  TEXT_INIT("ftp"),  TEXT_INIT("ws"),   TEXT_INIT("wss"),
                                 TEXT_INIT("view-source"), TEXT_INIT("lang")};
    text kind = text_take(&address, ':');
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (text_equal(kind, never[i]))
            return false;
    for (size_t i = 0; i < kind.size; i++)
        if (!(kind.at[i] >= 'a' && kind.at[i] <= 'z') && !(i && (kind.at[i] == '-' || ascii_is_digit(kind.at[i]))))
            return false;
    return kind.size && address.size && !text_starts(address, TEXT("//"));
}

bool markdown_place_unknown(markdown_state *m, bool picture, text address, report_code *why)
{
    markdown_paragraph *p = &m->paragraph;
    text named = address;
    if (MODULE_IS_WHOLE && m->use->find && markdown_kind(m, !picture, &named) != PLACE_KINDS) {
        *why = REPORT_PLACEMENT_FORM;
        return false;
    }
    if (picture || m->use->version < 2 || !m->use->find)
        return false;
    if (!MODULE_HAS_RICH) /* a larger module may know the kind */
        arena_lack();
    if (!MODULE_IS_WHOLE || !markdown_is_alone(m) || !markdown_is_kind(address))
        return false;
    p->placed = true;
    p->model = NULL;
    p->why = REPORT_PLACEMENT_KIND_UNKNOWN;
    p->beside = REPORT_URL_SCHEME;
    p->number = m->addresses;
    p->where = markdown_place_range(m);
    return true;
}

void markdown_paragraph_enter(markdown_state *m)
{
    writer *w = &m->out;
    markdown_paragraph *p = &m->paragraph;
    markdown_open open = markdown_open_here(m);
    *p = (markdown_paragraph){.open = true, .outside = open.mark};
    if (!MODULE_HAS_RICH || !m->use->line)
        writer_open(w, "p");
    p->start = w->size;
    markdown_around_enter(m, open, MODULE_HAS_RICH && m->use->line ? MARKDOWN_NOWHERE : w->size);
    if (MODULE_HAS_RICH && m->use->line)
        markdown_around_known(m);
    p->inside = writer_here(w);
    markdown_task_write(m);
}

static void markdown_place_add(markdown_state *m, placement one)
{
    m->placements =
        array_grow(m->scratch, m->placements, m->placement_count, &m->placement_room, sizeof *m->placements);
    m->placements[m->placement_count++] = one;
}

/* Whether a paragraph holds pictures alone, each on a line of its own. Those are blocks; any other picture stands in a
 * line of text, and is no higher than that. */
static bool markdown_is_pictures(const markdown_paragraph *p)
{
    return p->pictures && !p->said && p->pictures == p->breaks + 1;
}

void markdown_paragraph_leave(markdown_state *m)
{
    writer *w = &m->out;
    markdown_paragraph *p = &m->paragraph;
    bool placed = p->placed;
    p->open = p->placed = false;
    if (MODULE_IS_WHOLE && placed && !p->model)
        markdown_tell(m, p->why, p->number, p->where);
    /* Empty is a paragraph of a placement or a refused picture without text. */
    if (!(MODULE_HAS_RICH && m->use->line) && m->around_count && writer_here(w).size > p->inside.size &&
        !(placed && p->model) && !markdown_first_shows(m, p->inside.size)) {
        markdown_open open = m->around[m->around_count - 1].open;
        if (markdown_empty(m, open)) {
            markdown_empty_tell(m, open, "");
            p->inside = p->outside;
        }
    }
    if ((placed && p->model) || writer_here(w).size == p->inside.size) {
        writer_rewind(w, p->outside);
        markdown_late_forget(m, p->outside.size);
        if (placed && p->model) {
            m->above.end = 0; /* it stands between */
            markdown_place_add(m, (placement){p->outside.size, p->kind, p->model});
        }
    } else if (!MODULE_HAS_RICH || !m->use->line) {
        bool pictures = markdown_is_pictures(p);
        if (pictures)
            markdown_late_add(m, &m->late[LATE_GALLERIES], (markdown_edit){.kind = EDIT_PICTURES, .at = p->start});
        writer_close(w, "p");
        writer_line(w);
        if (MODULE_HAS_RICH)
            m->above = (markdown_above){p->outside.size, p->start, w->size, p->first, false, false};
        if (MODULE_HAS_RICH && m->use->paragraphs && !m->noting && !m->depth && !pictures)
            markdown_place_add(m, (placement){writer_here(w).size, PLACE_KINDS, NULL});
    }
    if (MODULE_HAS_RICH && p->held.size)
        table_letters_end(m);
    if (MODULE_HAS_RICH && m->around_count) {
        m->above.known = m->around[m->around_count - 1].known;
        m->above.right = m->around[m->around_count - 1].right;
    }
    markdown_around_leave(m);
    if (MODULE_HAS_RICH)
        quotation_end(m);
}
