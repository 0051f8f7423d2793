// The bench, as far as it is no timing: its peers make what we make, its manifest pins them, README's table is the script's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Marked } from "marked";
import { load } from "../../dist/broadsheet.js";
import { page } from "../bench/peer/page.js";
import { escape, renderer, story } from "../bench/peer/story.js";
import { tableOf, tableIn } from "../bench/readme.mjs";
import { sameShown, shown } from "../bench/shown.mjs";
import { median, ratio, verdict } from "../bench/statistics.mjs";
import { ROWS } from "../bench/table.mjs";
import { NOW, PAGE, STORY } from "../budgets/inputs.mjs";

const json = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const merged = (layers) => Object.assign({}, ...layers.map((layer) => JSON.parse(layer)));
const body = (bundle) => new Marked(renderer(bundle)).parse(bundle.article.body);
const press = await load();

// As much of a renderer as the peer's components need; the bench takes Preact's.
const VOID = new Set(["img", "input"]);
const text = (child) => (Array.isArray(child) ? child.map(text).join("") : child === undefined || child === null || child === false ? "" : (child.html ?? escape(child)));
function h(tag, properties, ...children) {
  const { dangerouslySetInnerHTML: raw, ...attributes } = properties ?? {};
  const shownOnes = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== false);
  const start = `<${tag}${shownOnes.map(([name, value]) => ` ${name}="${value === true ? "" : escape(value)}"`).join("")}>`;
  return { html: VOID.has(tag) ? start : `${start}${raw?.__html ?? text(children)}</${tag}>` };
}

test("the peer's story shows the texts, pictures and links of ours", () => {
  const bundle = merged(STORY);
  sameShown(story(bundle, body(bundle)), press.open(STORY).render(), "story");
});

test("the peer's page shows the texts, pictures and links of ours", () => {
  const bundle = merged(PAGE);
  const peer = page(h, bundle, body(bundle), NOW).html;
  const ours = press.open(PAGE, { now: NOW }).render("page");
  sameShown(peer, ours, "page");
  assert.ok(peer.length > 0.8 * ours.length, "in about as much markup");
});

test("what HTML shows: texts, alternatives and addresses, but no spaces", () => {
  assert.deepEqual(shown('<p>a  <b>b</b></p><img src="x" alt="c" srcset="y 2w"><a href="z">d</a><p hidden>e <a href="f"></a></p>'), {
    text: "a b cd",
    pictures: ["x y 2w"],
    links: ["z"],
  });
  for (const other of ["<p>a</p>", '<p>b<img src="x">', '<p><a href="y">b</a>']) assert.throws(() => sameShown(other, '<p><a href="x">b</a>', "it"), /it: .* differs/);
});

test("the bench's manifest pins each peer, those of the root at the same version, and keeps no address", () => {
  const [{ dependencies, devDependencies }, root] = [json("tests/bench/package.json"), json("package.json")];
  assert.equal(devDependencies, undefined);
  for (const [name, version] of Object.entries(dependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(root.devDependencies[name] ?? version, version, name);
  }
  const { packages } = json("tests/bench/package-lock.json");
  for (const [path, { integrity, resolved }] of Object.entries(packages)) {
    assert.equal(resolved, undefined, path);
    if (path) assert.match(integrity, /^sha512-/, path);
  }
});

test("medians, the spread of their ratio, and verdicts", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  const steady = ratio([2, 2, 2], [4, 4, 4]);
  assert.deepEqual(steady, { value: 0.5, low: 0.5, high: 0.5 });
  const noisy = ratio([1, 2, 3, 4, 5], [2, 2, 2, 2, 2]);
  assert.ok(noisy.low < 1.5 && noisy.value === 1.5 && noisy.high > 1.5);
  assert.deepEqual([0.5, 0.4, undefined].map((target) => verdict(steady, target)), ["met", "missed", null]);
  assert.equal(verdict(noisy, 1.5), "unsure");
});

test("README's table is one that the script wrote", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const { rows, ...run } = tableIn(readme);
  assert.deepEqual(rows.map(({ name }) => name), Object.keys(ROWS).filter((name) => ROWS[name].must !== undefined));
  assert.equal(tableOf({ ...run, rows }), readme.slice(...tableIn.place(readme)), "node tests/bench/readme.mjs writes it");
});
