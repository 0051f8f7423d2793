// How long a story takes from bundle to HTML, beside Markdown renderers that make HTML of its body alone. Medians of
// many runs, taken in turn in one process, so that a busy machine is busy for all of them.
//
//   node tests/bench/render.mjs [ROUNDS]
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { load } from "../../dist/broadsheet.js";

const rounds = Number(process.argv[2] ?? 300);
const bundle = (name) => readFileSync(new URL(`../../examples/bundles/${name}.json`, import.meta.url));
const layers = [bundle("site"), bundle("summit")];
const body = JSON.parse(layers[1]).article.body;
const press = await load();
const markdownIt = new MarkdownIt({ linkify: true });

const contestants = {
  "broadsheet: open, render the story, close": () => {
    const story = press.open(layers);
    story.render();
    story.close();
  },
  "broadsheet: the body's Markdown alone": () => press.markdown(body),
  "markdown-it: the body's Markdown alone": () => markdownIt.render(body),
  "JSON.parse and JSON.stringify of the bundle": () => layers.map((layer) => JSON.stringify(JSON.parse(layer))),
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = -20; round < rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const start = performance.now();
    run();
    if (round >= 0) times[name].push(performance.now() - start); // the first rounds warm up
  }
}
console.log(`${rounds} rounds; milliseconds: median (10 % to 90 %)`);
for (const [name, list] of Object.entries(times)) {
  list.sort((a, b) => a - b);
  const at = (share) => list[Math.floor(share * (list.length - 1))].toFixed(3);
  console.log(`${at(0.5)} (${at(0.1)} to ${at(0.9)})  ${name}`);
}
