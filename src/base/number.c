#include "base/number.h"

#include "base/digits.h"
#include "base/module.h"

#include <float.h>
#include <math.h>

enum {
    /* Digits, and powers of ten, that are exact as doubles. */
    NUMBER_QUICK = 15,
    NUMBER_POWER = 22,
    /* 767 digits decide between any two doubles; one more stands for all digits after them. A small module has room for
     * what anybody writes by hand. */
    NUMBER_DIGITS = MODULE_IS_WHOLE ? 768 : NUMBER_QUICK,
    /* A number whose first digit has an exponent past these is infinity or zero. */
    NUMBER_LARGEST = 310,
    NUMBER_SMALLEST = -324,
    /* 32-bit limbs: room for 769 digits, for five to the power of 769 + 324, and for a bit more to double it. */
    NUMBER_LIMBS = 82
};

/* The value of a text: digits times ten to the exponent. */
typedef struct number_decimal {
    unsigned char digits[NUMBER_DIGITS + 1]; /* neither the first nor the last is 0 */
    int count;
    int64_t exponent;
    bool negative;
} number_decimal;

/* --- reading -------------------------------------------------------------------- */

static void number_digit(number_decimal *d, char c)
{
    unsigned char digit = (unsigned char)(c - '0');
    if (d->count == 0 && digit == 0)
        return;
    if (d->count < NUMBER_DIGITS) {
        d->digits[d->count++] = digit;
        return;
    }
    if (!MODULE_IS_WHOLE)
        arena_lack();
    d->exponent++;
    if (d->count == NUMBER_DIGITS && digit != 0) {
        /* One 1 stands for all digits that do not fit: it only matters that they are not all 0. */
        d->digits[d->count++] = 1;
        d->exponent--;
    }
}

static const char *number_exponent(number_decimal *d, const char *at)
{
    const char *s = at + 1;
    bool negative = *s == '-';
    int64_t exponent = 0;
    if (*s == '+' || *s == '-')
        s++;
    if (!ascii_is_digit(*s))
        return at;
    /* Stops growing far past any exponent that the digits of a text could balance. */
    for (; ascii_is_digit(*s); s++)
        if (exponent < INT64_MAX / 100)
            exponent = exponent * 10 + (*s - '0');
    d->exponent += negative ? -exponent : exponent;
    return s;
}

/* Returns the first byte not used, or NULL when there is no number. */
static const char *number_read(number_decimal *d, const char *start)
{
    const char *s = start;
    d->count = 0;
    d->exponent = 0;
    d->negative = *s == '-';
    if (*s == '-')
        s++;
    if (!ascii_is_digit(*s))
        return NULL;
    for (; ascii_is_digit(*s); s++)
        number_digit(d, *s);
    if (*s == '.' && ascii_is_digit(s[1]))
        for (s++; ascii_is_digit(*s); s++) {
            number_digit(d, *s);
            d->exponent--;
        }
    if (*s == 'e' || *s == 'E')
        s = number_exponent(d, s);
    for (; d->count > 0 && d->digits[d->count - 1] == 0; d->count--)
        d->exponent++;
    return s;
}

#if BROADSHEET_MODULE >= MODULE_WHOLE

/* --- whole numbers of any size -------------------------------------------------- */

typedef struct number_big {
    uint32_t limbs[NUMBER_LIMBS]; /* lowest first; the highest is not 0 */
    int count;
} number_big;

static void big_multiply_add(number_big *b, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;
    for (int i = 0; i < b->count; i++) {
        carry += (uint64_t)b->limbs[i] * factor;
        b->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        b->limbs[b->count++] = (uint32_t)carry;
}

static void big_times_five_to(number_big *b, int power)
{
    for (; power >= 13; power -= 13)
        big_multiply_add(b, 1220703125, 0); /* 5 to the 13th, the most that fits */
    for (; power > 0; power--)
        big_multiply_add(b, 5, 0);
}

static int big_bits(const number_big *b)
{
    int bits = b->count * 32;
    for (uint32_t top = b->limbs[b->count - 1]; (top & 0x80000000) == 0; top <<= 1)
        bits--;
    return bits;
}

static void big_shift_left(number_big *b, int bits)
{
    int limbs = bits / 32;
    for (int i = b->count; limbs > 0 && i-- > 0;)
        b->limbs[i + limbs] = b->limbs[i];
    for (int i = 0; i < limbs; i++)
        b->limbs[i] = 0;
    b->count += limbs;
    big_multiply_add(b, (uint32_t)1 << bits % 32, 0);
}

static bool big_less(const number_big *a, const number_big *b)
{
    if (a->count != b->count)
        return a->count < b->count;
    for (int i = a->count; i-- > 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i];
    return false;
}

/* a must not be less than b. */
static void big_subtract(number_big *a, const number_big *b)
{
    uint64_t borrow = 0;
    for (int i = 0; i < a->count; i++) {
        uint64_t difference = (uint64_t)a->limbs[i] - (i < b->count ? b->limbs[i] : 0) - borrow;
        a->limbs[i] = (uint32_t)difference;
        borrow = difference >> 63;
    }
    while (a->count > 0 && a->limbs[a->count - 1] == 0)
        a->count--;
}

/* --- rounding ------------------------------------------------------------------- */

/* The double nearest to quotient / 2^63 * 2^exponent; ties to even. The quotient's top bit is set. more: the exact
 * value is a little larger than the quotient says. */
static double number_round(uint64_t quotient, int exponent, bool more)
{
    int drop = exponent < DBL_MIN_EXP - 1 ? 11 + (DBL_MIN_EXP - 1 - exponent) : 11;
    if (exponent >= DBL_MAX_EXP)
        return HUGE_VAL;
    if (drop > 64)
        return 0;
    uint64_t kept = drop == 64 ? 0 : quotient >> drop;
    uint64_t half = (uint64_t)1 << (drop - 1);
    uint64_t rest = drop == 64 ? quotient : quotient & (half * 2 - 1);
    if (rest > half || (rest == half && (more || (kept & 1) != 0)))
        kept++;
    /* The top bit of kept adds 1 to the exponent field, and so does a carry out of the fraction. */
    if (drop == 11)
        kept += (uint64_t)(exponent - DBL_MIN_EXP + 1) << 52;
    double value;
    memcpy(&value, &kept, sizeof value);
    return value;
}

/* Long division in binary, which is exact: 64 steps give 64 bits, and the remainder says whether more follows. */
static double number_exact(const number_decimal *d)
{
    number_big a = {.count = 0}, b = {{1}, 1};
    int power = (int)d->exponent;
    int exponent = power;
    for (int i = 0; i < d->count; i++)
        big_multiply_add(&a, 10, d->digits[i]);
    big_times_five_to(power > 0 ? &a : &b, power > 0 ? power : -power);

    int ahead = big_bits(&a) - big_bits(&b);
    exponent += ahead;
    big_shift_left(ahead > 0 ? &b : &a, ahead > 0 ? ahead : -ahead);
    if (big_less(&a, &b)) {
        big_shift_left(&a, 1);
        exponent--;
    }
    uint64_t quotient = 0;
    for (int i = 0; i < 64; i++) {
        quotient <<= 1;
        if (!big_less(&a, &b)) {
            big_subtract(&a, &b);
            quotient |= 1;
        }
        big_shift_left(&a, 1);
    }
    return number_round(quotient, exponent, a.count > 0);
}

#else

_Noreturn static double number_exact(const number_decimal *d)
{
    (void)d;
    arena_lack();
}

#endif

/* When the digits and the power of ten are both exact as doubles, one operation rounds once (W. D. Clinger, 1990). */
static bool number_quick(const number_decimal *d, double *value)
{
    int64_t digits = 0, power = d->exponent < 0 ? -d->exponent : d->exponent;
    double ten = 1;
    if (FLT_EVAL_METHOD != 0 || d->count > NUMBER_QUICK || power > NUMBER_POWER)
        return false;
    while (power-- > 0)
        ten *= 10;
    for (int i = 0; i < d->count; i++)
        digits = digits * 10 + d->digits[i];
    *value = d->exponent < 0 ? (double)digits / ten : (double)digits * ten;
    return true;
}

double number_parse(const char *start, char **end)
{
    number_decimal d;
    const char *stop = number_read(&d, start);
    double value;
    *end = (char *)(stop != NULL ? stop : start);
    if (stop == NULL)
        return 0;
    if (d.count == 0 || (MODULE_IS_WHOLE && d.exponent + d.count <= NUMBER_SMALLEST))
        value = 0;
    else if (MODULE_IS_WHOLE && d.exponent + d.count > NUMBER_LARGEST)
        value = HUGE_VAL;
    else if (!number_quick(&d, &value))
        value = number_exact(&d);
    return d.negative ? -value : value;
}

bool number_whole(text t, uint32_t *out)
{
    uint64_t whole;
    if (!digits_read(t, 10, &whole) || whole > UINT32_MAX)
        return false;
    *out = (uint32_t)whole;
    return true;
}

bool number_plain(text t, double *out)
{
    enum { MOST = 20 };
    char room[MOST + 1], *end;
    size_t points = 0;
    if (!t.size || t.size > MOST || !ascii_is_digit(t.at[0]) || !ascii_is_digit(t.at[t.size - 1]))
        return false;
    for (size_t i = 0; i < t.size; i++) {
        points += t.at[i] == '.';
        if (t.at[i] != '.' && !ascii_is_digit(t.at[i]))
            return false;
    }
    memcpy(room, t.at, t.size);
    room[t.size] = '\0';
    *out = number_parse(room, &end);
    return points < 2;
}
