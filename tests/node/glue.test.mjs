// The JavaScript between bundle and page: what its source may not hold, and that nobody's prototype changes what it does
// or is changed by it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { transformSync } from "esbuild";
import { load } from "../../dist/broadsheet.js";

const folder = new URL("../../web/", import.meta.url);
const press = await load();

/** The shipped sources without comments and white space, by path. */
const sources = new Map(
  readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".js"))
    .sort()
    .map((path) => [path, transformSync(readFileSync(new URL(path, folder), "utf8"), { minifyWhitespace: true, legalComments: "none" }).code]),
);
const holding = (pattern) => [...sources].flatMap(([path, code]) => (code.match(pattern) ?? []).map((text) => `${path}: ${text}`));

test("HTML enters a document in one place, through one policy that is made once and stays there", () => {
  assert.ok(sources.size > 15 && sources.get("elements/html.js"));
  const writes = /\b(?:innerHTML|outerHTML|srcdoc)\s*\+?=(?!=)|\b(?:setHTMLUnsafe|setHTML|insertAdjacentHTML|createContextualFragment|parseFromString|parseHTMLUnsafe|document\.write|document\.writeln)\(/g;
  assert.deepEqual(holding(writes), ["elements/html.js: innerHTML="]);
  assert.deepEqual(holding(/createPolicy/g), ["elements/html.js: createPolicy"]);
  assert.match(sources.get("elements/html.js"), /policy\s*\?\?=/);
  assert.deepEqual(sources.get("elements/html.js").match(/export[^{(]*/g), ["export function parsed", "export function replaceContent"]);
});

test("the patterns see what they look for", () => {
  const seen = (code, pattern) => assert.match(transformSync(code, { minifyWhitespace: true }).code, pattern);
  seen("a.innerHTML += b; // x", /\binnerHTML\s*\+?=(?!=)/);
  seen("a.innerHTML = b", /\binnerHTML\s*\+?=(?!=)/);
  seen("document . write ( x )", /\bdocument\.write\(/);
});

test("no text becomes a program, and no JSON is parsed but what the page stored itself, and what stands around a record's layers", () => {
  assert.deepEqual(holding(/\beval\(|\bFunction\(|\bimportScripts\(|set(?:Timeout|Interval)\("|\bjavascript:/g), []);
  assert.deepEqual(holding(/JSON\.parse|\.json\(|type:\s*"json"/g), ["behaviours/store.js: JSON.parse", "cli/lines.js: JSON.parse"]);
});

const bundle = '{"article":{"id":"a","language":"en","headline":"A story","body":"Text."}}';
const everything = () => {
  const story = press.open([bundle, { site: { name: "Paper" } }], { headingBase: 2, limits: { links: 5 }, reader: { signedIn: false } });
  const all = [story.title, story.language, JSON.stringify(story.diagnostics), ...press.parts.map((part) => story.render(part, {}))];
  story.close();
  return [...all, press.markdown("*a*", { ids: false })];
};

test("a polluted Object.prototype changes nothing", () => {
  const before = everything();
  const poison = { now: "x", locale: "ko", limits: { bundleBytes: 1 }, id: "x", idPrefix: "x-", reader: { signedIn: true }, signedIn: true, links: 1, document: "page", furniture: true, dialect: "x", stylesheet: "javascript:x", at: 5, size: 5, bytes: 5, exact: 5, status: 3, layer: 7, pointer: "x", cause: 1, default: 1, article: { headline: "x" }, headline: "x" };
  for (const [name, value] of Object.entries(poison)) Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: true });
  try {
    assert.deepEqual(everything(), before);
  } finally {
    for (const name of Object.keys(poison)) delete Object.prototype[name];
  }
});

test("nor does it change which module is loaded, or what a zone is", async () => {
  const address = new URL("../../dist/broadsheet.wasm", import.meta.url);
  const dated = () => press.open([bundle, { article: { published: "2025-01-01T00:00:00Z" } }], { timeZone: "Asia/Seoul" }).render("dates");
  const before = dated();
  assert.ok(before.includes("09:00"));
  press.open(bundle, { timeZone: "Europe/Berlin" }).close(); // so that the zone is made anew
  const poison = { default: new URL("./missing.wasm", address), integrity: "sha256-x", dateStyle: "full", timeStyle: "full", hour12: true };
  for (const [name, value] of Object.entries(poison)) Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true });
  try {
    for (const source of [address, readFileSync(address)]) assert.deepEqual((await load(source)).parts, press.parts);
    assert.equal(dated(), before);
  } finally {
    for (const name of Object.keys(poison)) delete Object.prototype[name];
  }
});

test("no key of an option or a bundle reaches a prototype", () => {
  const before = [Object.prototype, Array.prototype, Error.prototype].map((one) => Reflect.ownKeys(one).length);
  for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"]) {
    const inside = JSON.parse(`{"${key}":{"polluted":"yes","bundleBytes":5,"signedIn":true}}`);
    // As an option, a limit, something known of the reader: refused by its name.
    for (const [options, pointer] of [[inside, `/${key}`], [{ limits: inside }, `/limits/${key}`], [{ reader: inside }, `/reader/${key}`]]) {
      assert.throws(() => press.open(bundle, options), (error) => error.code === "OPTION" && error.pointer === pointer, pointer);
    }
    // As a key of a bundle, at every level, in layers of JSON and of objects: told as unknown at most.
    for (const layer of [inside, { article: inside, site: inside, lists: inside, strings: inside }]) {
      for (const last of [layer, JSON.stringify(layer)]) {
        const story = press.open([bundle, last]);
        assert.equal(story.render("headline").includes("A story"), true);
        story.close();
      }
    }
    for (const figures of [inside, { [key]: {} }]) press.open([bundle, { article: { figures, related: figures } }]).render("figure", { id: key });
  }
  assert.equal({}.polluted, undefined);
  assert.deepEqual([Object.prototype, Array.prototype, Error.prototype].map((one) => Reflect.ownKeys(one).length), before);
});

test("options count by own property and by type", () => {
  const wrong = { now: Symbol("x"), timeZone: 5, locale: ["ko"], idPrefix: { toString: () => "x-" }, headingBase: 1.5, furniture: "true", document: 1, stylesheet: {}, limits: [1], reader: "x" };
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(() => press.open(bundle, { [name]: value }), (error) => error.code === "OPTION" && error.pointer === `/${name}`, name);
  }
  assert.throws(() => press.open(bundle, { limits: { links: true } }), (error) => error.pointer === "/limits/links");
  assert.throws(() => press.open(bundle, { reader: { signedIn: 1 } }), (error) => error.pointer === "/reader/signedIn");
  for (const options of [Object.create({ locale: 5 }), new (class { get locale() { return 5; } })()]) press.open(bundle, options).close();
});

test("what a story tells cannot be changed by who is told", () => {
  const story = press.open([bundle, { article: { url: "javascript:x" } }]);
  assert.ok(Object.isFrozen(story.diagnostics) && Object.isFrozen(story.diagnostics[0]) && Object.isFrozen(press.parts) && Object.isFrozen(press.limits) && Object.isFrozen(press));
  story.close();
});

test("an error holds no text of the bundle", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const bad = [`{"${hostile}`, `${hostile}`, `{"article":{"id":"a","headline":[5],"body":"${hostile}"}}`, `{"article":"${hostile}"}`, `["${hostile}"]`];
  for (const layer of bad) {
    assert.throws(() => press.open(layer), (error) => ["JSON", "SHAPE"].includes(error.code) && !`${error.message}${error.pointer}`.includes("<"), layer);
  }
  const story = press.open([bundle, JSON.stringify({ article: { url: `javascript:${hostile}`, language: hostile, published: hostile, lead: hostile } })]);
  assert.ok(story.diagnostics.length >= 4);
  for (const { message } of story.diagnostics) assert.ok(!message.includes("<"));
  story.close();
});
