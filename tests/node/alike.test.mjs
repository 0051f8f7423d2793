// An item of a list is known as the story under an embargo in whatever letters its headline stands: each letter of the
// scripts that src/text/alike.h covers, in the normal forms and cases that the host's Unicode has of it.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const FORMS = {
  composed: (letter) => letter.normalize("NFC"),
  decomposed: (letter) => letter.normalize("NFD"),
  small: (letter) => letter.toLowerCase(),
  capital: (letter) => letter.toUpperCase(),
};
const NORMAL = ["composed", "decomposed"];
const ALL = Object.keys(FORMS);
/** Scripts: the ranges of their letters, and the forms that are covered. */
const SCRIPTS = {
  Latin: [[[0x41, 0x24f], [0x1e00, 0x1eff], [0x2126, 0x212b], [0xff21, 0xff5a]], ALL],
  Greek: [[[0x370, 0x3ff], [0x1f00, 0x1fff]], ALL],
  Cyrillic: [[[0x400, 0x52f]], ALL],
  Armenian: [[[0x531, 0x586]], ALL],
  Georgian: [[[0x10d0, 0x10ff], [0x1c90, 0x1cbf]], ALL],
  Hebrew: [[[0x5d0, 0x5f2], [0xfb1d, 0xfb4e]], NORMAL],
  Arabic: [[[0x620, 0x6d5]], NORMAL],
  Kana: [[[0x3041, 0x30fe]], NORMAL],
  Hangul: [[[0xac00, 0xad00], [0xd700, 0xd7a3]], NORMAL],
  Han: [[[0x4e00, 0x4eff], [0xf900, 0xfad9]], NORMAL],
};
/** One letter, so that a form of several does not stand for it (ﬁ); and no letter of the second plane. */
const isOne = (form) => /^.$/u.test(form.normalize("NFC").replace(/\p{M}/gu, "")) && !/[\u{10000}-\u{10FFFF}]/u.test(form.normalize("NFC"));
/** No letter that shares its capital with another one (µ, ς), or has it where nothing is covered. */
const hasCase = (letter, ranges) => {
  const capital = letter.toUpperCase();
  return capital.toLowerCase() === letter.toLowerCase() && ranges.some(([first, last]) => capital >= String.fromCodePoint(first) && capital <= String.fromCodePoint(last));
};

/** The forms of a letter in which an item with it is still shown. */
function shown(letter, names, ranges) {
  const forms = names.filter((name) => NORMAL.includes(name) || hasCase(letter, ranges)).map((name) => FORMS[name](letter)).filter(isOne);
  const items = forms.map((form) => ({ headline: `가 ${form} x`, url: "/elsewhere" }));
  const story = press.open({ broadsheet: 2, article: { id: "1", headline: `가 ${letter} x`, body: "b", status: "embargoed" }, lists: { moreByAuthor: items } });
  const html = story.render("more-by-author");
  story.close();
  return forms.filter((form) => html.includes(`가 ${form} x`));
}

for (const [script, [ranges, names]] of Object.entries(SCRIPTS))
  test(`${script}: a headline under an embargo is known in each form of its letters`, () => {
    let count = 0;
    for (const [first, last] of ranges)
      for (let c = first; c <= last; c++) {
        const letter = String.fromCodePoint(c);
        if (!/\p{L}/u.test(letter) || !isOne(letter)) continue;
        assert.deepEqual(shown(letter, names, ranges), [], `U+${c.toString(16).toUpperCase()} ${letter}`);
        count++;
      }
    assert.ok(count > 20, `${count} letters`);
  });

test("letters that are others are not taken for one another", () => {
  for (const [one, other] of ["ab", "αβ", "жз", "かき", "가각", "李金", "\uF9E1金", "אב", "აბ", "əe"].map((pair) => [...pair])) {
    const story = press.open({ broadsheet: 2, article: { id: "1", headline: one, body: "b", status: "embargoed" }, lists: { moreByAuthor: [{ headline: other, url: "/x" }] } });
    assert.ok(story.render("more-by-author").includes(other), `${one} ${other}`);
    story.close();
  }
});
