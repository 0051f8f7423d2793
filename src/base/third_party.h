/* What md4c.c and cJSON.c get in place of malloc and strtod. It is included by force (-include) before them, and they
 * are compiled unmodified: their allocator is the arena in use, their strtod is number_parse.
 *
 * Neither hands these functions a context, hence arena_use in base/arena.h. They never return NULL, through which md4c
 * would write: without memory they leave the arena_run in force. */
#ifndef THIRD_PARTY_H
#define THIRD_PARTY_H

#include "base/module.h"
#include "base/number.h"

/* First, since it declares the functions whose names are replaced below. */
#include <stdlib.h>
#include <string.h>

/* So the compiler leaves out what md4c and cJSON do when there is no memory. The sweeps give them NULL. */
#ifdef BROADSHEET_SWEEP
#define THIRD_PARTY_NEVER_NULL
#else
#define THIRD_PARTY_NEVER_NULL __attribute__((returns_nonnull))
#endif
THIRD_PARTY_NEVER_NULL void *third_party_malloc(size_t size);
THIRD_PARTY_NEVER_NULL void *third_party_realloc(void *pointer, size_t size);

/* Takes back only the newest block; the others go with the arena. */
void third_party_free(void *pointer);

/* As qsort, for items that are pointers, no two of them equal. libc's is several times as large. */
typedef int third_party_order(const void *a, const void *b);
void third_party_sort(void *items, size_t count, size_t size, third_party_order *order);

#define qsort   third_party_sort
#define malloc  third_party_malloc
#define realloc third_party_realloc
#define free    third_party_free
#define strtod  number_parse

/* cJSON compares each value with "null", "false" and "true", of which most differ in the first byte. */
static inline int third_party_strncmp(const char *a, const char *b, size_t most)
{
    return most && *a != *b ? (unsigned char)*a - (unsigned char)*b : strncmp(a, b, most);
}
#define strncmp third_party_strncmp

/* cJSON looks at each byte of a string twice. A string without an escape in hexadecimal digits, as nearly all are, is
 * read by this instead, sixteen bytes at a time: what cJSON would make of it. False, with nothing changed, for any
 * other, and for what is no string. The first argument of parse_string says where the macro stands: in the definition
 * of the function, or in one of its two calls. */
bool third_party_string(const char *content, size_t size, size_t *offset, char **string);
#if BROADSHEET_MODULE >= MODULE_WHOLE /* the others look at bytes one by one, as cJSON does */
#define parse_string(first, ...)         third_party_string_##first, __VA_ARGS__)
#define third_party_string_cJSON         parse_string_escaped(cJSON
#define third_party_string_item          THIRD_PARTY_STRING(item
#define third_party_string_current_item  THIRD_PARTY_STRING(current_item
#define THIRD_PARTY_STRING(item, buffer)                                                                               \
    (third_party_string((const char *)(buffer)->content, (buffer)->length, &(buffer)->offset, &(item)->valuestring)    \
         ? ((item)->type = cJSON_String, true)                                                                         \
         : parse_string_escaped(item, buffer))
#endif

/* Extensions of md4c that are never used are decided here, when md4c is compiled, so that their code is left out: a
 * flag of 0 is never set, and HTML is always text. md4c.h comes first, since it defines the flags. */
#include "md4c.h"

#undef MD_FLAG_COLLAPSEWHITESPACE
#undef MD_FLAG_HARD_SOFT_BREAKS
#undef MD_FLAG_LATEXMATHSPANS
#undef MD_FLAG_NOINDENTEDCODEBLOCKS
#undef MD_FLAG_PERMISSIVEATXHEADERS
#undef MD_FLAG_PERMISSIVEAUTOLINKS
#undef MD_FLAG_PERMISSIVEEMAILAUTOLINKS
#undef MD_FLAG_PERMISSIVEURLAUTOLINKS
#undef MD_FLAG_PERMISSIVEWWWAUTOLINKS
#undef MD_FLAG_UNDERLINE
#undef MD_FLAG_WIKILINKS
#undef MD_FLAG_NOHTMLBLOCKS
#undef MD_FLAG_NOHTMLSPANS
#define MD_FLAG_COLLAPSEWHITESPACE       0
#define MD_FLAG_HARD_SOFT_BREAKS         0
#define MD_FLAG_LATEXMATHSPANS           0
#define MD_FLAG_NOINDENTEDCODEBLOCKS     0
#define MD_FLAG_PERMISSIVEATXHEADERS     0
#define MD_FLAG_PERMISSIVEAUTOLINKS      0
#define MD_FLAG_PERMISSIVEEMAILAUTOLINKS 0
#define MD_FLAG_PERMISSIVEURLAUTOLINKS   0
#define MD_FLAG_PERMISSIVEWWWAUTOLINKS   0
#define MD_FLAG_UNDERLINE                0
#define MD_FLAG_WIKILINKS                0
#define MD_FLAG_NOHTMLBLOCKS             0 || 1 /* "flags & 0 || 1" is true */
#define MD_FLAG_NOHTMLSPANS              0 || 1

/* md4c looks for U+0000 in each line of code, and gives it twice: as MD_TEXT_NULLCHAR, and in the text behind that. It
 * is left in the text, since the writer makes U+FFFD of it. The first use of the name defines the function, which
 * nobody calls then. */
#define md_text_with_null_replacement(first, ...) third_party_null_##first, __VA_ARGS__)
#define third_party_null_MD_CTX                   md_text_with_null_replacement_unused(MD_CTX
#define third_party_null_ctx                      THIRD_PARTY_NULL(ctx
#define THIRD_PARTY_NULL(ctx, type, at, size) (ctx)->parser.text(type, at, size, (ctx)->userdata)

#include "base/third_party_lists.h"
#if BROADSHEET_MODULE >= MODULE_RICH /* a smaller one has no tables */
#include "base/third_party_tables.h"
#endif

#if BROADSHEET_MODULE < MODULE_WHOLE
#include "base/third_party_small.h"
#else
#include "base/third_party_wide.h"
#endif

#endif
