#include "text/language.h"

#include "text/scripts.h"

bool language_valid(text tag)
{
    size_t subtag = 0, length = 0;
    if (tag.size > 35)
        return false;
    for (size_t i = 0; i <= tag.size; i++) {
        if (i == tag.size || tag.at[i] == '-') {
            if (length == 0 || length > 8 || (subtag == 0 && length < 2))
                return false;
            subtag++;
            length = 0;
        } else if (ascii_is_alpha(tag.at[i]) || (subtag && ascii_is_digit(tag.at[i]))) {
            length++;
        } else {
            return false;
        }
    }
    return true;
}

text language_primary(text tag)
{
    return text_take(&tag, '-');
}

bool language_is(text tag, text primary)
{
    return text_equal_nocase(language_primary(tag), primary);
}

/* Whether a subtag is one of the words of a list. */
static bool language_listed(text subtag, text list)
{
    while (list.size)
        if (text_equal_nocase(subtag, text_take(&list, ' ')))
            return true;
    return false;
}

static bool language_is_right(text tag)
{
    /* Unicode's right-to-left scripts in modern use, and the languages that CLDR writes in them. */
    static const text scripts = TEXT_INIT("Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa");
    static const text languages = TEXT_INIT("ar arc ckb dv fa glk he iw ks lrc mzn nqo pnb ps sd syr ug ur yi");
    text primary = text_take(&tag, '-');
    while (tag.size) {
        text subtag = text_take(&tag, '-');
        if (subtag.size == 1) /* an extension begins, as in "ar-u-nu-latn": no script is in it */
            break;
        if (subtag.size == 4 && ascii_is_alpha(subtag.at[0]))
            return language_listed(subtag, scripts);
    }
    return language_listed(primary, languages);
}

text language_direction(text tag)
{
    bool right = language_is_right(tag);
    if (!MODULE_HAS_LABELS && right)
        arena_lack();
    return right ? TEXT("rtl") : TEXT("ltr");
}
