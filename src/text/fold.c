/* What md4c asks of Unicode, to compare the labels of links and of punctuation, for the small modules
 * (base/third_party.h). */
#include "base/arena.h"
#include "base/module.h"
#include "text/flank.h"

#if BROADSHEET_MODULE < MODULE_WHOLE

void third_party_fold(unsigned c, unsigned *to, unsigned *count);

static bool fold_is_between(unsigned c, unsigned first, unsigned last)
{
    return c >= first && c <= last;
}

/* The case folding of Latin-1, and of the scripts that have no case: Hebrew to Myanmar, general punctuation, East Asia.
 * For any other character the whole module is asked. */
void third_party_fold(unsigned c, unsigned *to, unsigned *count)
{
    bool capital = fold_is_between(c, 'A', 'Z') || (fold_is_between(c, 0xC0, 0xDE) && c != 0xD7);
    bool alone = (c <= 0xFF && c != 0xB5 && c != 0xDF) || fold_is_between(c, 0x590, 0x109F) ||
                 fold_is_between(c, 0x2000, 0x206F) || fold_is_between(c, 0x3000, 0xA63F) ||
                 fold_is_between(c, 0xAC00, 0xD7FF);
    if (!capital && !alone)
        arena_lack();
    *to = capital ? c + 0x20 : c;
    *count = 1;
}

int third_party_is_punctuation(unsigned c);

int third_party_is_punctuation(unsigned c)
{
    return flank_of(c).kind == FLANK_PUNCTUATION;
}

#else
typedef int fold_is_of_small_modules; /* C has no empty file */
#endif
