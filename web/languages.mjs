// The languages of which the modules before WORLD lack the words, or the letters: an element that finds one of them asks for
// that module at once. Read from src/story/words/ and src/text/scripts.h, for the build and for tests.
import { readFileSync, readdirSync } from "node:fs";
import { modules } from "../src/wasm/modules.mjs";

const read = (name) => readFileSync(new URL(`../src/${name}`, import.meta.url), "utf8");
const built = readdirSync(new URL("../src/story/words/", import.meta.url)).map((file) => read(`story/words/${file}`).match(/^LANGUAGE\((\w+), (\w+)\)$/m));

export const languages = [
  ...built.filter(([, , module]) => module !== modules[0].name).map(([, tag]) => tag),
  ...read("text/scripts.h").match(/^#define SCRIPTS_LANGUAGES\s([^]*?)\n\n/m)[1].match(/[a-z]+/g),
];
