#include "text/utf8.h"

#include "base/scan.h"
#include "text/ranges.h"

int32_t utf8_decode(text t, size_t at, size_t *size)
{
    const unsigned char *s = (const unsigned char *)t.at + at;
    size_t left = t.size - at;
    unsigned first = s[0];
    /* After four first bytes the second byte has a narrower range (RFC 3629, section 4). */
    unsigned low = 0x80, high = 0xBF;
    size_t want;
    uint32_t code_point;

    *size = 1;
    if (first < 0x80)
        return (int32_t)first;
    if (utf8_three(s, left)) {
        *size = 3;
        return (int32_t)((first & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu));
    }
    if (first < 0xC2 || first > 0xF4)
        return -1;
    if (first < 0xE0) {
        want = 2;
        code_point = first & 0x1F;
    } else if (first < 0xF0) {
        want = 3;
        code_point = first & 0x0F;
        low = first == 0xE0 ? 0xA0 : low;
        high = first == 0xED ? 0x9F : high;
    } else {
        want = 4;
        code_point = first & 0x07;
        low = first == 0xF0 ? 0x90 : low;
        high = first == 0xF4 ? 0x8F : high;
    }
    for (; *size < want; ++*size) {
        if (*size == left || s[*size] < low || s[*size] > high)
            return -1;
        code_point = code_point << 6 | (s[*size] & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    return (int32_t)code_point;
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    uint32_t c = code_point;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00 >> size & 0xF0) | c);
    return size;
}

size_t utf8_valid_prefix(text t)
{
    const unsigned char *s;
    size_t at = 0, size;
    while (at < t.size) {
        if ((unsigned char)t.at[at] < 0x80) {
            at++; /* often alone, as the space between two words of Korean */
            if (at < t.size && (unsigned char)t.at[at] < 0x80)
                at += scan_ascii(t, at);
            continue;
        }
        for (s = (const unsigned char *)t.at + at; utf8_three(s, t.size - at); s += 3)
            at += 3;
        if (at == t.size || *s < 0x80)
            continue;
        if (utf8_decode(t, at, &size) < 0)
            break;
        at += size;
    }
    return at;
}

/* Ranges of letters, digits and the marks on them, in Unicode order. Punctuation that separates words is left out where
 * it has a place of its own in a block; noncharacters are left out too. */
static const range words_bmp[] = {
    {'0', '9'},       {'A', 'Z'},       {'a', 'z'},       {0xAA, 0xAA},     {0xB2, 0xB3},     {0xB5, 0xB5},
    {0xB9, 0xBA},     {0xBC, 0xBE},     {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2C1},    {0x300, 0x374},
    {0x376, 0x37D},   {0x37F, 0x386},   {0x388, 0x3F5},   {0x3F7, 0x481},   {0x483, 0x559},   {0x560, 0x588},
    {0x591, 0x5BD},   {0x5BF, 0x5F2},   {0x610, 0x61A},   {0x620, 0x669},   {0x66E, 0x6D3},   {0x6D5, 0x6FF},
    {0x710, 0x963},   {0x966, 0xE3A},   {0xE40, 0xE4E},   {0xE50, 0xF00},   {0xF18, 0x1049},  {0x1050, 0x135F},
    {0x1369, 0x13FF}, {0x1401, 0x166C}, {0x166F, 0x17D3}, {0x17DC, 0x17FF}, {0x180B, 0x1FFC}, {0x2070, 0x2079},
    {0x207F, 0x2089}, {0x2090, 0x209C}, {0x20D0, 0x20F0}, {0x2160, 0x2188}, {0x2C00, 0x2CE4}, {0x2CEB, 0x2CF3},
    {0x2D00, 0x2DFF}, {0x3005, 0x3007}, {0x3021, 0x302F}, {0x3031, 0x3035}, {0x3041, 0x309A}, {0x309D, 0x309F},
    {0x30A1, 0x30FA}, {0x30FC, 0x318E}, {0x31A0, 0x31BF}, {0x31F0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0xA48C},
    {0xA4D0, 0xA4FD}, {0xA500, 0xA60C}, {0xA610, 0xA672}, {0xA674, 0xA6F1}, {0xA717, 0xD7FB}, {0xF900, 0xFD3D},
    {0xFD50, 0xFDCF}, {0xFDF0, 0xFDFB}, {0xFE20, 0xFE2F}, {0xFE70, 0xFEFC}, {0xFF10, 0xFF19}, {0xFF21, 0xFF3A},
    {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC},
};
static const range words_smp[] = {
    {0x0, 0xFA}, {0x280, 0xBC99}, {0xD400, 0xD7FF}, {0xDF00, 0xE95F}, {0xEE00, 0xEEBB}, {0xFBF0, 0xFBF9},
};
RANGES(words);

bool utf8_is_word(uint32_t code_point)
{
    if (code_point < 0x20000)
        return ranges_hold(&words, code_point);
    return code_point <= 0x2FFFD || (code_point >= 0x30000 && code_point <= 0x323AF);
}
