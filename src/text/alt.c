#include "text/alt.h"

#include "text/utf8.h"

static bool alt_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static text alt_trimmed(text t)
{
    while (t.size && alt_is_space(t.at[0]))
        t = text_from(t, 1);
    while (t.size && alt_is_space(t.at[t.size - 1]))
        t.size--;
    return t;
}

text alt_letters(arena *a, text t)
{
    char *at = arena_alloc(a, t.size);
    size_t kept = 0;
    for (size_t i = 0, size; i < t.size; i += size) {
        size = 1;
        if ((unsigned char)t.at[i] < 0x80) {
            if (ascii_is_letter_or_digit(t.at[i]))
                at[kept++] = ascii_lower(t.at[i]);
            continue;
        }
        int32_t c = utf8_decode(t, i, &size);
        if (c < 0 || !utf8_is_word((uint32_t)c))
            continue;
        memcpy(at + kept, t.at + i, size);
        kept += size;
    }
    return (text){at, kept};
}

/* --- the name of a file ---------------------------------------------------------------------- */

/* The size of a text without the extension of a picture's file; its own size when it has none. */
static size_t alt_stem(text t)
{
    static const text extensions = TEXT_INIT("jpg jpeg jpe png gif webp avif heic heif svg tif tiff bmp jxl");
    size_t dot = t.size;
    while (dot && t.at[dot - 1] != '.')
        dot--;
    for (text rest = extensions; dot > 1 && dot < t.size && !alt_is_space(t.at[dot - 2]) && rest.size;)
        if (text_equal_nocase(text_take(&rest, ' '), text_from(t, dot)))
            return dot - 1;
    return t.size;
}

/* The name of the file that an address leads to, without its extension; empty where it has no such extension. */
static text alt_file_of(text src)
{
    size_t end = 0, start;
    while (end < src.size && src.at[end] != '?' && src.at[end] != '#')
        end++;
    for (start = end; start && src.at[start - 1] != '/'; start--)
        ;
    text name = text_slice(src, start, end);
    size_t stem = alt_stem(name);
    return stem < name.size ? text_slice(name, 0, stem) : NO_TEXT;
}

/* Whether a text is what a camera or a program calls a picture: one of their words, and then digits. */
static bool alt_is_numbered(text t)
{
    static const text words = TEXT_INIT("img imag image images photo photos picture pic pict dsc dscn dscf dscp dcim "
                                        "dji gopr pxl mvimg sam cam capture screenshot screen scan untitled figure fig "
                                        "kakaotalk whatsapp foto bild \xEC\x82\xAC\xEC\xA7\x84 "
                                        "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80 \xEA\xB7\xB8\xEB\xA6\xBC "
                                        "\xEC\xBA\xA1\xEC\xB2\x98 \xEC\x8A\xA4\xED\x81\xAC\xEB\xA6\xB0\xEC\x83\xB7 "
                                        "\xD8\xB5\xD9\x88\xD8\xB1\xD8\xA9");
    size_t word = 0, digits = 0;
    while (word < t.size && (ascii_is_alpha(t.at[word]) || (unsigned char)t.at[word] >= 0x80))
        word++;
    for (size_t i = word; i < t.size; i++) {
        digits += ascii_is_digit(t.at[i]);
        if (!ascii_is_digit(t.at[i]) && !memchr("_-. ()xWA", t.at[i], 9))
            return false;
    }
    for (text rest = words; digits && rest.size;)
        if (text_equal_nocase(text_take(&rest, ' '), text_slice(t, 0, word)))
            return true;
    return false;
}

static bool alt_is_file(text alt, text src)
{
    size_t stem = alt_stem(alt);
    if (stem < alt.size || alt_is_numbered(alt))
        return true;
    return text_equal_nocase(alt, alt_file_of(src));
}

/* --- its beginning --------------------------------------------------------------------------- */

/* Whether a text begins with one of the words between bars. The last character of a word stands for more: "_" for
 * anything but a letter or a digit, or the end. */
static bool alt_begins(text t, text words)
{
    while (words.size) {
        text word = text_take(&words, '|');
        bool ends = word.at[word.size - 1] == '_';
        word.size -= ends;
        if (!text_starts_nocase(t, word))
            continue;
        size_t size;
        if (!ends || t.size == word.size || !utf8_is_word((uint32_t)utf8_decode(t, word.size, &size)))
            return true;
    }
    return false;
}

static bool alt_says_picture(text t)
{
    static const text english = TEXT_INIT(
        "image of_|images of_|photo of_|photos of_|picture of_|pictures of_|photograph of_|graphic of_|screenshot of_|"
        "illustration of_|drawing of_|image:|photo:|picture:|photograph:|image showing_|photo showing_|picture "
        "showing_|"
        "image shows_|photo shows_|picture shows_");
    static const text french = TEXT_INIT(
        "image de_|image d'|image d\xE2\x80\x99|image des_|image du_|photo de_|photo d'|photo d\xE2\x80\x99|photo des_|"
        "photo du_|photographie de_|photographie d'|photographie d\xE2\x80\x99|illustration de_|illustration d'|"
        "image :|photo :|image\xC2\xA0:|photo\xC2\xA0:|image\xE2\x80\xAF:|photo\xE2\x80\xAF:");
    /* Saa-jin, i-mi-ji, geu-rim, alone or with a particle; in Arabic sura. */
    static const text others =
        TEXT_INIT("\xEC\x82\xAC\xEC\xA7\x84_|\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\x80_|"
                  "\xEC\x82\xAC\xEC\xA7\x84\xEC\x97\x90\xEB\x8A\x94_|\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80_|"
                  "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80\xEB\x8A\x94_|\xEA\xB7\xB8\xEB\xA6\xBC_|"
                  "\xEA\xB7\xB8\xEB\xA6\xBC\xEC\x9D\x80_|\xD8\xB5\xD9\x88\xD8\xB1\xD8\xA9_");
    static const text german = TEXT_INIT("bild von_|bild eine|bild des_|bild der_|foto von_|foto eine|foto des_|foto "
                                         "der_|aufnahme von_|grafik von_|bild:|foto:");
    /* With which the English, French and German words begin. Few texts do: the lists need not be read for the others.
     */
    static const text initials = TEXT_INIT("abdfgips");
    /* In Japanese and Chinese, before white space or punctuation. */
    static const text han = TEXT_INIT("\xE5\x86\x99\xE7\x9C\x9F_|\xE7\x94\xBB\xE5\x83\x8F_|\xE7\x85\xA7\xE7\x89\x87_|"
                                      "\xE5\x9B\xBE\xE7\x89\x87_|\xE5\x9C\x96\xE7\x89\x87_");
    static const text articles = TEXT_INIT("a |an |the |this |une |l'|l\xE2\x80\x99|cette |ein |eine |das |die ");
    for (text rest = articles; rest.size;) {
        text article = text_take(&rest, '|');
        if (text_starts_nocase(t, article)) {
            t = text_from(t, article.size);
            break;
        }
    }
    if (!t.size)
        return false;
    if ((unsigned char)t.at[0] >= 0x80)
        return alt_begins(t, others) || alt_begins(t, han);
    if (!memchr(initials.at, ascii_lower(t.at[0]), initials.size))
        return false;
    return alt_begins(t, english) || alt_begins(t, french) || alt_begins(t, german);
}

/* --- its end --------------------------------------------------------------------------------- */

static bool alt_ends_with(text t, text end)
{
    return t.size >= end.size && text_equal(text_from(t, t.size - end.size), end);
}

/* Korean, Japanese and Chinese say at the end what it is: "...ui sajin", "... no shashin", "... de zhaopian". */
static bool alt_ends(text t)
{
    static const text
        marks = TEXT_INIT(".|\xE3\x80\x82|\xEF\xBC\x8E"),
        words = TEXT_INIT(
            "\xEC\x9D\x98 \xEC\x82\xAC\xEC\xA7\x84|\xEC\x9D\x98 \xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80|\xEC\x9D\x98 "
            "\xEA\xB7\xB8\xEB\xA6\xBC|\xEC\xB0\x8D\xEC\x9D\x80 \xEC\x82\xAC\xEC\xA7\x84|\xEB\x8B\xB4\xEC\x9D\x80 "
            "\xEC\x82\xAC\xEC\xA7\x84|\xEB\xB3\xB4\xEC\x97\xAC\xEC\xA3\xBC\xEB\x8A\x94 "
            "\xEC\x82\xAC\xEC\xA7\x84|\xEB\xB3\xB4\xEC\x97\xAC \xEC\xA3\xBC\xEB\x8A\x94 "
            "\xEC\x82\xAC\xEC\xA7\x84|\xEB\x8B\xB4\xEC\x9D\x80 "
            "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80|\xEB\xB3\xB4\xEC\x97\xAC\xEC\xA3\xBC\xEB\x8A\x94 "
            "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80|\xEA\xB7\xB8\xEB\xA6\xB0 "
            "\xEA\xB7\xB8\xEB\xA6\xBC|\xEB\x82\x98\xED\x83\x80\xEB\x82\xB8 "
            "\xEA\xB7\xB8\xEB\xA6\xBC|\xEC\x82\xAC\xEC\xA7\x84\xEC\x9E\x85\xEB\x8B\x88\xEB\x8B\xA4|"
            "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80\xEC\x9E\x85\xEB\x8B\x88\xEB\x8B\xA4|"
            "\xEA\xB7\xB8\xEB\xA6\xBC\xEC\x9E\x85\xEB\x8B\x88\xEB\x8B\xA4|"
            "\xEC\x82\xAC\xEC\xA7\x84\xEC\x9D\xB4\xEB\x8B\xA4|"
            "\xEC\x9D\xB4\xEB\xAF\xB8\xEC\xA7\x80\xEC\x9D\xB4\xEB\x8B\xA4|"
            "\xEA\xB7\xB8\xEB\xA6\xBC\xEC\x9D\xB4\xEB\x8B\xA4|\xE3\x81\xAE\xE5\x86\x99\xE7\x9C\x9F|"
            "\xE3\x81\xAE\xE7\x94\xBB\xE5\x83\x8F|\xE3\x81\xAE\xE3\x82\xA4\xE3\x83\xA9\xE3\x82\xB9\xE3\x83\x88|"
            "\xE3\x81\xAE\xE5\x86\x99\xE7\x9C\x9F\xE3\x81\xA7\xE3\x81\x99|"
            "\xE3\x81\xAE\xE7\x94\xBB\xE5\x83\x8F\xE3\x81\xA7\xE3\x81\x99|\xE7\x9A\x84\xE7\x85\xA7\xE7\x89\x87|"
            "\xE7\x9A\x84\xE5\x9B\xBE\xE7\x89\x87|\xE7\x9A\x84\xE5\x9C\x96\xE7\x89\x87|"
            "\xE7\x9A\x84\xE5\x9B\xBE\xE5\x83\x8F|\xE7\x9A\x84\xE5\x9C\x96\xE5\x83\x8F");
    for (text rest = marks; rest.size;) {
        text mark = text_take(&rest, '|');
        if (alt_ends_with(t, mark))
            t.size -= mark.size;
    }
    if (!t.size || (unsigned char)t.at[t.size - 1] < 0x80) /* as each text in letters of ASCII */
        return false;
    for (text rest = words; rest.size;)
        if (alt_ends_with(t, text_take(&rest, '|')))
            return true;
    return false;
}

alt_fault alt_judge(text alt, text src)
{
    alt = alt_trimmed(alt);
    if (!alt.size)
        return ALT_GOOD;
    if (alt_is_file(alt, src))
        return ALT_FILE;
    return alt_says_picture(alt) || alt_ends(alt) ? ALT_START : ALT_GOOD;
}
