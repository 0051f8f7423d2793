/* Sixteen bytes in one step are as each byte by itself. */
#include "base/scan.h"
#include "check.h"

enum { ROOM = 48 };

static void test_masks(void)
{
    char bytes[SCAN_SIZE];
    TEST("the mask has a bit for the sign of each byte, with the processor's instruction and without it");
    for (size_t want = 0; want < 1 << SCAN_SIZE; want++) {
        for (size_t i = 0; i < SCAN_SIZE; i++)
            bytes[i] = (char)((want * 31 + i * 7) % 128 + (want >> i & 1) * 128);
        CHECK(scan_mask(scan_load(bytes)) == want && scan_mask_plain(scan_load(bytes)) == want);
    }
}

static void test_ranges(void)
{
    char bytes[SCAN_SIZE];
    TEST("bytes are compared as unsigned numbers");
    for (unsigned first = 0; first < 256; first++)
        for (unsigned last = first; last < 256; last += 5) {
            uint32_t between = 0, below = 0;
            for (unsigned i = 0; i < SCAN_SIZE; i++) {
                unsigned byte = (first + i * 17) % 256;
                bytes[i] = (char)byte;
                between |= (uint32_t)(byte >= first && byte <= last) << i;
                below |= (uint32_t)(byte < last) << i;
            }
            CHECK(scan_mask(scan_between(scan_load(bytes), (unsigned char)first, (unsigned char)last)) == between);
            CHECK(scan_mask(scan_below(scan_load(bytes), (unsigned char)last)) == below);
        }
}

static void test_offsets(void)
{
    char bytes[ROOM];
    TEST("a byte is found at each place, from each offset, in each size, and none behind the end");
    for (size_t place = 0; place < ROOM; place++)
        for (size_t size = 0; size <= ROOM; size++)
            for (size_t from = 0; from <= size; from++) {
                memset(bytes, 'a', ROOM);
                bytes[place] = '\x80';
                bytes[ROOM - 1] = '\x80';
                size_t want = place >= from && place < size ? place : size == ROOM ? ROOM - 1 : size;
                if (from > want)
                    want = size;
                CHECK(scan_to((text){bytes, size}, from, '\x80') == want);
                CHECK(from + scan_ascii((text){bytes, size}, from) == want);
            }
}

static void test_rest(void)
{
    TEST("of the last few bytes each is looked at, and none before or behind them");
    for (size_t left = 0; left <= SCAN_SIZE; left++)
        for (size_t place = 0; place < ROOM; place++) {
            char bytes[ROOM];
            scan_bytes rest;
            memset(bytes, 'a', ROOM);
            bytes[place] = 'b';
            CHECK(scan_rest((text){bytes, 20 + left}, 20, &rest) == (left >= 4));
            if (left >= 4)
                CHECK((scan_mask(rest == 'b') != 0) == (place >= 20 && place < 20 + left) &&
                      scan_mask((rest == 'a') | (rest == 'b')) == 0xFFFF);
        }
}

int main(void)
{
    test_masks();
    test_ranges();
    test_offsets();
    test_rest();
    return check_done();
}
