// The words of the interface: in each language complete, as they have been agreed on, and in its own script; and which
// languages the documents name.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { LANGUAGES, wordsOf } from "./expected-words.mjs";

const press = await load();
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const text = '"((?:[^"\\\\]|\\\\.)*)"';
const rows = (path, pattern) => [...read(path).matchAll(new RegExp(pattern, "gm"))].map(([, ...row]) => row);

const keys = new Map(rows("src/story/strings.def", `^X\\((\\w+), ${text}, .*\\)$`));
const listed = rows("src/story/languages.def", '^#include "story/words/(\\w+)\\.def"$').flat();
const built = Object.fromEntries(listed.map((language) => [language, Object.fromEntries(rows(`src/story/words/${language}.def`, `^X\\((\\w+), ${text}\\)$`).map(([name, word]) => [keys.get(name), word]))]));
const others = listed.filter((language) => language !== "en");

/** What a person has looked at in a language: its script, what equals the English on purpose, and the keys whose text
 *  has no letter of the script because all its words are filled in, or because it is a mark that belongs to several. */
const REVIEWED = {
  ko: {
    script: "Hangul",
    same: {
      "name-separator": "Korean lists names with the same comma.",
      "share-x": "X is called X; 엑스 is not what its readers look for.",
      "decimal-point": "Korean writes the same point.",
    },
    without: ["name-last-separator"],
  },
  ar: {
    script: "Arabic",
    same: {
      "date-month": "The month's name and the year, in the same order.",
      "date-year": "Only the number, in the digits of the dates around it.",
      "decimal-point": "The digits around it are European ones.",
    },
    without: ["date-time", "date-day", "name-separator", "date-line"],
  },
  fr: {
    script: "Latin",
    same: {
      "date-month": "The month's name and the year, in the same order.",
      "date-year": "Only the number.",
      "name-separator": "French lists names with the same comma.",
      note: "The same word in French.",
      notes: "The same word in French.",
      "share-facebook": "A name.",
      "share-x": "A name.",
      "share-kakaotalk": "A name.",
      "share-whatsapp": "A name.",
      "share-reddit": "A name.",
      "share-mail": "Newspapers of France write e-mail; courriel is for forms and for Quebec.",
      menu: "The same word in French.",
      "label-opinion": "The same word in French.",
      "ticker-pause": "The same word in French, on each player.",
    },
    without: ["date-day", "decimal-point"],
  },
};

test("the tables were read whole, and each file of a language is in the list", () => {
  assert.ok(keys.size > 60);
  assert.equal(keys.size, read("src/story/strings.def").match(/^X\(/gm).length);
  assert.deepEqual([...listed].sort(), readdirSync(new URL("../../src/story/words/", import.meta.url)).map((name) => name.replace(".def", "")).sort());
  for (const language of listed) assert.deepEqual(rows(`src/story/words/${language}.def`, "^LANGUAGE\\((\\w+), (?:STORY|WORLD)\\)$"), [[language]]);
});

test("each language was agreed on, and reviewed by a person: expected-words/ and REVIEWED", () => {
  assert.deepEqual([...LANGUAGES].sort(), [...listed].sort());
  assert.deepEqual(Object.keys(REVIEWED).sort(), [...others].sort());
});

for (const language of listed) {
  test(`${language}: complete, and as agreed on`, () => {
    assert.deepEqual(Object.keys(built[language]).sort(), [...keys.values()].sort());
    for (const [key, word] of Object.entries(built[language])) assert.match(word, /\S/, key);
    assert.deepEqual(built[language], wordsOf(language));
  });

  test(`${language}: a bundle may have its words, so they are no longer than those`, () => {
    const story = press.open({ article: { id: "1", headline: "H", body: "B" }, strings: { [language]: built[language] } });
    assert.deepEqual(story.diagnostics, []);
    story.close();
  });
}

for (const language of others) {
  const { script, same, without } = REVIEWED[language] ?? { script: "Latin", same: {}, without: [] };

  test(`${language}: what equals the English one has been reviewed`, () => {
    const equal = Object.keys(built.en).filter((key) => built[language][key] === built.en[key]);
    assert.deepEqual(equal.sort(), Object.keys(same).sort());
  });

  test(`${language}: written in its own script`, () => {
    const letter = new RegExp(`\\p{Script=${script}}`, "u");
    const spoken = (word) => word.replace(/\{[a-z-]+\}/g, "");
    const none = Object.keys(built.en).filter((key) => !same[key] && !letter.test(spoken(built[language][key])));
    assert.deepEqual(none.sort(), [...without].sort());
    for (const [key, word] of Object.entries(built[language])) {
      const foreign = [...spoken(word).matchAll(/\p{Letter}+/gu)].map(([letters]) => letters).filter((letters) => !letter.test(letters));
      assert.deepEqual(foreign, same[key] ? foreign : [], key);
    }
  });

  test(`${language}: patterns and lists hold what the English ones hold`, () => {
    const slots = (word) => [...word.matchAll(/\{([a-z-]+)\}/g)].map(([, name]) => name.replace("month-name", "month")).sort();
    for (const [key, english] of Object.entries(built.en)) {
      assert.deepEqual(slots(built[language][key]), slots(english), key);
      assert.equal(built[language][key].split("|").length, english.split("|").length, key);
    }
  });
}

test("no two buttons of one part say the same", () => {
  const together = [["print", "font-down", "font-up"], ["ticker-pause", "ticker-resume", "ticker-hide", "ticker-show"], ["gallery-previous", "gallery-next", "gallery-close"], ["login", "logout", "register", "subscribe", "profile"], ["skip-to-story", "skip-to-navigation"]];
  together.push(Object.keys(built.en).filter((key) => key.startsWith("share-")));
  for (const language of listed) for (const names of together) assert.equal(new Set(names.map((key) => built[language][key])).size, names.length, `${language}: ${names}`);
});

// --- the documents -----------------------------------------------------------------------------

const english = new Intl.DisplayNames("en", { type: "language" });
const names = listed.map((language) => english.of(language));

test("the README names the languages, these and no others", () => {
  assert.ok(read("README.md").includes(`in ${names.join(", ")} and any language you bring.`), names.join(", "));
});

test("the change log names each language", () => {
  for (const name of names) assert.match(read("CHANGELOG.md"), new RegExp(`\\b${name}\\b`), name);
});

test("the example of words that a bundle brings has a language that is not built in", () => {
  const [, section] = read("src/bundle/bundle.md").split("\n## strings\n");
  const { strings } = JSON.parse(/^```json\n([^]*?)^```$/m.exec(section)[1]);
  const brought = Object.keys(strings).filter((language) => !listed.includes(language));
  assert.ok(brought.length > 0, "bundle.md, strings: all its languages are built in now; show another one");
});
