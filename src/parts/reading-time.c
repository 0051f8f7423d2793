/* How many minutes the story takes to read.
 *
 * Counted is the body as its reader sees it: the text between the tags of its HTML, so no markup, no address and no
 * alternative text; what is placed in it, a figure or a card, is not of the body. Words are counted where a script
 * sets spaces between them, letters where it does not, or where words differ too much in size; a text of both adds
 * both.
 *
 * Words, 238 a minute: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019),
 * doi:10.1016/j.jml.2019.104047, for English that is not fiction, read in silence.
 * Letters of Hangul, 500 a minute: 202 words of two or three letters were measured in Korean (Rhiu et al., Korean
 * Journal of Ophthalmology 31 (2017), doi:10.3341/kjo.2016.0042). Han and Kana are taken to be read as fast.
 * Thai, Lao, Tibetan, Burmese and Khmer have an alphabet and no spaces: five letters are a word, as typists count. */
#include "base/digits.h"
#include "page/part.h"
#include "text/ranges.h"
#include "text/utf8.h"

/* Time in parts of a minute of which a word, a letter and a fifth of a word take whole numbers. */
enum { WORDS_A_MINUTE = 238, LETTERS_A_MINUTE = 500, LETTERS_A_WORD = 5 };
enum { MINUTE = WORDS_A_MINUTE * LETTERS_A_MINUTE, WORD = LETTERS_A_MINUTE, LETTER = WORDS_A_MINUTE };

/* White space, and the dash that joins two sentences and no words. */
static const range gap_bmp[] = {{0, ' '},         {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2014, 0x2014},
                                {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};

/* The blocks of Hangul, Han, Kana and Bopomofo; those of Han have two planes beside. */
static const range letter_bmp[] = {{0x1100, 0x11FF}, {0x3005, 0x31FF}, {0x3400, 0x9FFF}, {0xA960, 0xA97F},
                                   {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}};
static const range letter_smp[] = {{0xAFF0, 0xB16F}};

/* The vowel and the end of a syllable of Hangul that is written in pieces, the voice mark of Kana: one letter with what
 * they follow. */
static const range rest_bmp[] = {{0x1160, 0x11FF}, {0x3099, 0x309A}, {0xD7B0, 0xD7FF}};

/* The blocks of Thai, Lao, Tibetan and Burmese, and of Khmer. */
static const range spaceless_bmp[] = {{0xE00, 0x109F}, {0x1780, 0x17FF}};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
static const ranges gap = {gap_bmp, NULL, COUNT(gap_bmp), 0};
static const ranges letter = {letter_bmp, letter_smp, COUNT(letter_bmp), COUNT(letter_smp)};
static const ranges rest_of_letter = {rest_bmp, NULL, COUNT(rest_bmp), 0};
static const ranges without_spaces = {spaceless_bmp, NULL, COUNT(spaceless_bmp), 0};

static bool is_of_letters(uint32_t c)
{
    return ranges_hold(&letter, c) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* What a letter, a digit or a mark takes to read. */
static uint64_t reading_character(uint32_t c, bool *in_word)
{
    bool inside = *in_word;
    *in_word = false;
    if (is_of_letters(c))
        return ranges_hold(&rest_of_letter, c) ? 0 : LETTER;
    if (ranges_hold(&without_spaces, c))
        return WORD / LETTERS_A_WORD;
    *in_word = true;
    return inside ? 0 : WORD;
}

/* Skips what stands between two signs, both included; one in the value of an attribute is a reference. */
static void reading_skip(text t, size_t *at, char end)
{
    while (t.at[*at] != end)
        ++*at;
    ++*at;
}

/* What HTML that a writer made takes to read: its tags and references are whole. A tag ends no word, since a line ends
 * between two blocks; nor does a reference but the one to the no-break space, for the others are signs. */
static uint64_t reading_html(text t)
{
    uint64_t time = 0;
    bool in_word = false;
    for (size_t at = 0, size; at < t.size;) {
        if (t.at[at] == '<') {
            reading_skip(t, &at, '>');
        } else if (t.at[at] == '&') {
            in_word &= t.at[at + 1] != 'n';
            reading_skip(t, &at, ';');
        } else {
            uint32_t c = (uint32_t)utf8_decode(t, at, &size);
            at += size;
            if (ranges_hold(&gap, c))
                in_word = false;
            else if (utf8_is_word(c))
                time += reading_character(c, &in_word);
        }
    }
    return time;
}

void part_reading_time(render *r)
{
    char machine[DIGITS_ROOM + 1]; /* "5M" at its end */
    uint64_t time = reading_html(r->story->article.body.html.bytes);
    if (!time)
        return;
    uint64_t minutes = (time + MINUTE / 2) / MINUTE;
    minutes += !minutes;
    machine[DIGITS_ROOM] = 'M';
    text digits = digits_of(minutes, 1, machine);
    part_open_words(r, "p", "reading-time");
    writer_open(r->w, "time");
    writer_pair(r->w, "datetime", TEXT("PT"), ((text){digits.at, digits.size + 1}));
    part_word_number(r, WORD_READING_TIME, TEXT("minutes"), (int64_t)minutes);
    writer_close(r->w, "time");
    writer_close(r->w, "p");
}
