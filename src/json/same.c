/* Whether two values of JSON are the same: RFC 6902, section 4.6. */
#include "json/items.h"
#include "json/patch.h"

/* A number as its digits between the first and the last that are not 0, and where the point stands: 0.0120e3 is 12
 * before the point at 2. Doubles would not do: 9007199254740993 is not 9007199254740992. */
typedef struct same_decimal {
    bool negative;
    text digits; /* with the point among them, perhaps; empty: the number is 0 */
    int64_t point;
} same_decimal;

enum {
    SAME_MOST = 1000000000, /* no exponent is read beyond it: such numbers are compared as they are written */
    SAME_READ =
        1024 /* a longer number is compared as it is written, so that many tests of it do not read it each time */
};

static int64_t same_exponent(text t)
{
    bool negative = t.size > 0 && t.at[0] == '-';
    int64_t value = 0;
    for (size_t i = 0; i < t.size; i++)
        if (ascii_is_digit(t.at[i]) && value < SAME_MOST)
            value = value * 10 + (t.at[i] - '0');
    return negative ? -value : value;
}

static same_decimal same_read(text t)
{
    same_decimal d = {.negative = t.at[0] == '-'};
    size_t end = 0, first = 0, last = 0, whole = 0;
    int64_t before = 0; /* digits between the first that is not 0 and the point; below 0: zeros behind the point */
    while (end < t.size && t.at[end] != 'e' && t.at[end] != 'E')
        end++;
    while (whole < end && t.at[whole] != '.')
        whole++;
    for (size_t i = d.negative; i < end; i++) {
        if (t.at[i] == '.' || t.at[i] == '0')
            continue;
        if (last == 0) {
            first = i;
            before = i < whole ? (int64_t)(whole - i) : -(int64_t)(i - whole - 1);
        }
        last = i + 1;
    }
    d.digits = text_slice(t, first, last);
    if (last == 0) {
        d.negative = false;
        return d;
    }
    d.point = before + (end < t.size ? same_exponent(text_from(t, end + 1)) : 0);
    return d;
}

static bool same_number(text a, text b)
{
    if (a.size > SAME_READ || b.size > SAME_READ)
        return text_equal(a, b);
    same_decimal x = same_read(a), y = same_read(b);
    size_t i = 0, j = 0;
    if (x.negative != y.negative || x.point != y.point)
        return false;
    if (x.point > SAME_MOST / 2 || x.point < -SAME_MOST / 2)
        return text_equal(a, b);
    for (;; i++, j++) {
        i += i < x.digits.size && x.digits.at[i] == '.';
        j += j < y.digits.size && y.digits.at[j] == '.';
        if (i >= x.digits.size || j >= y.digits.size)
            return i >= x.digits.size && j >= y.digits.size;
        if (x.digits.at[i] != y.digits.at[j])
            return false;
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as b, which the gate has bounded */
static bool same_children(json_node *a, json_node *b)
{
    if (a->count != b->count)
        return false;
    items_link(a);
    items_link(b);
    json_node *beside = a->first;
    for (json_node *child = b->first; child != NULL; child = child->next) {
        json_node *other = beside;
        if (b->kind == JSON_OBJECT)
            other = json_member(a, child->key);
        else
            beside = beside->next;
        if (other == NULL || !json_same(other, child))
            return false;
    }
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as b */
bool json_same(json_node *a, json_node *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == JSON_NUMBER)
        return same_number(a->string, b->string);
    if (a->kind == JSON_STRING)
        return text_equal(a->string, b->string);
    return (a->kind != JSON_OBJECT && a->kind != JSON_ARRAY) || same_children(a, b);
}
