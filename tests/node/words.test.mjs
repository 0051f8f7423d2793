// The words of the interface, in three languages: complete, as they have been agreed on, and in their own script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { LANGUAGES, wordsOf } from "./expected-words.mjs";

const table = readFileSync(new URL("../../src/story/strings.def", import.meta.url), "utf8").replace(/\/\*.*?\*\//gs, "");
const text = '"((?:[^"\\\\]|\\\\.)*)"';
const rows = [...table.matchAll(new RegExp(`^X\\(\\w+,\\s*${text},\\s*${text},\\s*${text},\\s*${text}\\)`, "gm"))].map(([, ...row]) => row);
const built = Object.fromEntries(LANGUAGES.map((language, i) => [language, Object.fromEntries(rows.map((row) => [row[0], row[i + 1]]))]));

/** What equals the English on purpose. */
const REVIEWED = {
  ko: {
    "name-separator": "Korean lists names with the same comma.",
    "share-x": "X is called X; 엑스 is not what its readers look for.",
  },
  ar: {
    "date-month": "The month's name and the year, in the same order.",
    "date-year": "Only the number, in the digits of the dates around it.",
  },
};

test("the whole table was read", () => {
  assert.ok(rows.length > 60);
  assert.equal(rows.length, table.match(/^X\(/gm).length);
});

for (const language of LANGUAGES) {
  test(`${language}: complete, and as agreed on`, () => {
    for (const [key, word] of Object.entries(built[language])) assert.match(word, /\S/, key);
    assert.deepEqual(built[language], wordsOf(language));
  });
}

for (const language of ["ko", "ar"]) {
  test(`${language}: what equals the English one has been reviewed`, () => {
    const same = Object.keys(built.en).filter((key) => built[language][key] === built.en[key]);
    assert.deepEqual(same.sort(), Object.keys(REVIEWED[language]).sort());
  });

  test(`${language}: written in its own script`, () => {
    const script = { ko: /\p{Script=Hangul}/u, ar: /\p{Script=Arabic}/u }[language];
    const none = Object.keys(built.en).filter((key) => !REVIEWED[language][key] && !script.test(built[language][key]));
    // Patterns whose only words are filled in, and marks: the Arabic comma belongs to several scripts.
    assert.deepEqual(none, { ko: ["name-last-separator"], ar: ["date-time", "date-day", "name-separator", "date-line"] }[language]);
    for (const [key, word] of Object.entries(built[language])) {
      const latin = word.replace(/\{[a-z-]+\}/g, "").match(/[A-Za-z]+/g) ?? [];
      assert.deepEqual(latin, REVIEWED[language][key] ? latin : [], key);
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
  for (const language of LANGUAGES) for (const keys of together) assert.equal(new Set(keys.map((key) => built[language][key])).size, keys.length, `${language}: ${keys}`);
});
