// What is said of a list that was cut, beside that it was: tests/node/limits.test.mjs has that. And that src/page/parts.def
// names each list that a part shows: a part whose text changes when a list is cut says so, and no other part does.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { parts } from "../../web/parts.mjs";
import { full } from "./full-bundle.mjs";

const press = await load();
const open = (bundle, listItems) => press.open(JSON.stringify({ article: { id: "1", headline: "h", body: "", ...bundle.article }, ...bundle }), { limits: { listItems } });

test("a gallery of which some pictures are cut has as many as the bundle says", () => {
  const picture = { src: "/a", alt: "A", width: 4, height: 3 };
  const gallery = (pictures, count) => open({ lists: { galleries: { items: [{ id: "g", title: "G", count, pictures }] } } }, 2).render("galleries");
  assert.match(gallery([picture, picture, picture]), /Pictures: 3</);
  assert.match(gallery([picture, 7, picture]), /Pictures: 2</);
  assert.match(gallery([picture, picture, picture], 12), /Pictures: 12</);
});

test("the section that stands for a path of which the end is cut says so", () => {
  const sections = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
  const story = (section) => open({ article: { id: "1", headline: "h", body: "", section }, site: { sections: sections.slice(0, 2) } }, 2);
  assert.match(story(["a", "b", "c"]).render("section-label"), />B<[^]*class="bs-cut"/);
  assert.doesNotMatch(story(["a", "b"]).render("section-label"), /bs-cut/);
});

// --- each list of the bundle, and each part -----------------------------------------------------

const MOST = 2;
const isList = Array.isArray;
const isObject = (value) => typeof value === "object" && value !== null;
const at = (bundle, path) => path.reduce((node, key) => node[key], bundle);

/** The paths of all lists in a value. */
function* lists(value, path = []) {
  if (isList(value)) yield path;
  if (isObject(value)) for (const key of Object.keys(value)) yield* lists(value[key], [...path, key]);
}

/** A copy in which no list has more than two items. */
function trimmed(value) {
  if (isList(value)) return value.slice(0, MOST).map(trimmed);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, trimmed(member)])) : value;
}

/** Another item of the same kind, with names of its own. */
function another(item, n, key = "id") {
  if (isList(item)) return item.map((one) => another(one, n));
  if (isObject(item)) return Object.fromEntries(Object.entries(item).map(([key, member]) => [key, another(member, n, key)]));
  return ["id", "label", "name", "title", "headline", "text"].includes(key) ? `${item}${n}` : item;
}

const bundle = trimmed(full);
for (let n = 0; n <= MOST; n++) bundle.article.related[`tides${n}`] = bundle.article.related.tides;
bundle.article.more = ["tides", "tides0"].slice(0, MOST); // each names another
/** What a part can be given the id of. */
const OWNERS = { box: full.article.boxes, figure: full.article.figures, media: full.article.media, related: full.article.related, gallery: full.article.galleries, quote: full.article.quotes, update: full.article.updates, "ranked list": full.lists.ranked, slot: full.site.slots };
const idOf = ({ takes }) => (takes ? Object.keys(OWNERS[takes])[0] : "");

/** The text of each part, and whether it says that a list was cut. */
function shown(layer, listItems) {
  const options = { now: "2026-01-17T09:30:00Z", document: "page", limits: { listItems } };
  const story = press.open(layer, options);
  const all = parts.map((one) => {
    const html = story.render(one.name, { id: idOf(one) }).replace(/<head>[^]*<\/head>/, "");
    const note = /\n<p class="bs-cut"[^>]*>[^<]*<\/p>/g;
    return [one.name, { text: html.replace(note, "").replace(/<[^>]*>/g, "").replace(/\s+/g, " "), told: note.test(html) }];
  });
  story.close();
  return new Map(all);
}

const told = new Set(); // "part list"
for (const path of lists(bundle)) {
  const list = path.join(".");
  const layer = structuredClone(bundle);
  const items = at(layer, path);
  items.splice(0, MOST, ...at(full, path).slice(0, MOST + 1));
  while (items.length <= MOST) items.push(another(items[0], items.length));
  const [whole, cut] = [shown(layer, MOST + 1), shown(layer, MOST)];
  const quiet = press.parts.filter((part) => cut.get(part).text === whole.get(part).text);
  for (const part of press.parts) if (cut.get(part).told) told.add(`${part} ${list}`);
  for (const part of press.parts.filter((name) => !quiet.includes(name)))
    test(`${part} tells that ${list} was cut`, () => assert.ok(cut.get(part).told, `lists of ${part} in src/page/parts.def`));
  test(`a part that shows all there is of ${list} tells nothing of it, and nobody does before it is cut`, () => {
    // Of two authors the third number names one again, who is credited once.
    const again = list === "article.updates.last.authors";
    assert.deepEqual(quiet.filter((part) => cut.get(part).told), again ? ["updates", "update", "story", "page", "document"] : []);
    assert.deepEqual(press.parts.filter((part) => whole.get(part).told), []);
  });
}

// A name of the table that is no list's would be no use, and no harm.
for (const { name, lists } of parts)
  for (const entry of lists)
    test(`${name} shows ${entry}`, () => {
      const start = `${name} ${entry.replace(/\.(ID|TOP)$/, ".")}`;
      assert.ok([...told].some((one) => one === start || one.startsWith(`${start}.`.replace("..", "."))), "it never tells of that list");
    });

for (const { name, takes } of parts) {
  test(`an id is for ${name} what src/page/parts.def says`, () => {
    const story = press.open(bundle, { now: "2026-01-17T09:30:00Z" });
    const none = story.render(name);
    const chosen = Object.keys(OWNERS).filter((kind) => story.render(name, { id: Object.keys(OWNERS[kind])[0] }) !== none);
    story.close();
    assert.deepEqual(chosen, takes ? [takes] : []);
  });
}
