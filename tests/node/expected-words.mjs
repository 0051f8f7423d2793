// The words of the interface as they have been agreed on: expected-words/TAG.json, a file for each language. Said again
// there, and not read from src/: who changes a word there is asked whether it was meant.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("expected-words/", import.meta.url);

export const LANGUAGES = readdirSync(folder).map((name) => name.replace(".json", ""));

/** The words of one language, by key. */
export const wordsOf = (language) => JSON.parse(readFileSync(new URL(`${language}.json`, folder), "utf8"));
