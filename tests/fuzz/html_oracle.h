/* What comes out, held against the grammar of our output and the list of src/output.json.
 *
 * It shares no code with the writer. The grammar is the one that HTML's serialisation has: text and
 * attribute values with &amp; &lt; &gt; &nbsp; (and &quot;) and no other reference, attributes in
 * double quotes, every element closed in its order. The list is made a table of C by
 * output_list.mjs. */
#ifndef HTML_ORACLE_H
#define HTML_ORACLE_H

#include "base/text.h"

typedef struct html_rules {
    bool document;   /* the part "document": a doctype, and the elements that only it has */
    bool commonmark; /* the Markdown dialect whose code has any class behind "language-" */
    text id_prefix;
} html_rules;

/* Ends the process when a promise of src/output.md is broken. */
void html_expect(text html, const html_rules *rules);

#endif
