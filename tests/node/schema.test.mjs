// The bundle's JSON Schema and the C that reads bundles say the same.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { load } from "../../dist/broadsheet.js";
import { goldens } from "../golden/cases.mjs";
import { advised } from "./advice.mjs";
import { full, schema, values } from "./full-bundle.mjs";

const test = advised(`src/bundle/bundle.schema.json and the C that reads bundles (src/bundle/*.c) must say the same of every bundle.
A field that one of them lacks: add it there, and to src/bundle/bundle.md. A field without a value to try: give it one in
tests/golden/document/full.json (article and site) or tests/node/furniture.json (site and lists).`);

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const press = await load();

// allowUnionTypes: a null stands for an absent value, so most types are two.
const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(schema, "bundle");
const isLayer = ajv.getSchema("bundle");
const isStory = ajv.getSchema("bundle#/$defs/story");

function diagnostics(bundle) {
  const story = press.open(bundle);
  const found = story.diagnostics;
  story.close();
  return found;
}

// --- bundles that are there ------------------------------------------------------------------

const bundles = ["", "edition/"].flatMap((folder) => readdirSync(new URL(`examples/bundles/${folder}`, root)).map((name) => folder + name));
const examples = bundles.filter((name) => name.endsWith(".json")).map((name) => [name, JSON.parse(read(`examples/bundles/${name}`))]);
const [, site] = examples.find(([name]) => name === "site.json");

test("what is shipped is what is tested", () => assert.equal(read("dist/bundle.schema.json"), read("src/bundle/bundle.schema.json")));

for (const [name, bundle] of examples) {
  test(`the schema admits examples/bundles/${name}`, () => {
    assert.ok(isLayer(bundle), ajv.errorsText(isLayer.errors));
    if (bundle.article) assert.ok(isStory({ ...site, ...bundle }), ajv.errorsText(isStory.errors));
  });
}

// What no schema can see: what an id names, what stands twice, which words a language lacks, which zones there are, the
// order of dates, which texts are hostile, what is in the body, and what is better there but may be missing.
const BEYOND = new Set([
  ...["LEAD_UNKNOWN", "SECTION_UNKNOWN", "NAVIGATION_SECTION_UNKNOWN", "KEY_TWICE", "SECTION_ID_TWICE", "SECTION_PATH_TWICE", "SHARE_NETWORK_TWICE"],
  ...["WORDS_LANGUAGE_UNKNOWN", "WORDS_INCOMPLETE", "ZONE_UNKNOWN", "DATE_ORDER", "TEXT_CONTROL", "TEXT_DIRECTION", "TEXT_MARKS", "TEXT_INVISIBLE"],
  ...["TEXT_REPLACED", "TEXT_HTML", "URL_REFERENCE", "URL_LINES", "URL_BASE_UNKNOWN", "URL_BASE_LONG", "SHARE_URL_MISSING", "GALLERY_COUNT_LOW", "NOTICE_SIZE_MISSING", "PICTURE_SIZE_HALF", "IMPRINT_DATE_KIND"],
  ...["PICTURE_ALT_CAPTION", "PICTURE_ALT_OTHER", "PICTURE_ALT_TITLE", "PICTURE_ALT_FILE", "PICTURE_ALT_START", "PICTURE_LINK_UNNAMED", "GALLERY_LABEL_MISSING", "GALLERY_FIGURE_UNKNOWN", "GALLERY_FIGURE_REPEATED", "GALLERY_LIST_EMPTY", "DATE_LEAP_SECOND"],
  ...["STATUS_EMBARGOED", "BYLINE_NUMBER_UNKNOWN", "BYLINE_NUMBER_REPEATED", "BYLINE_BRACES"],
  ...["PICTURE_SIZE_MISSING", "PICTURE_ALT_MISSING", "LOGO_SIZE_MISSING"],
  // What a box shows of all that it may have.
  ...["LABEL_EMPTY", "SERIES_PART_ORDER", "RATING_VALUE_RANGE", "STORY_NOTICE_EMPTY", "MORE_UNKNOWN", "MORE_REPEATED"],
  ...["BOX_TITLE_MISSING", "BOX_ITEM_EMPTY", "BOX_EMPTY"],
  // What an update names, and whether it shows anything.
  ...["LIVE_PINNED_UNKNOWN", "UPDATE_EMPTY", "UPDATE_PUBLISHED_MISSING", "UPDATE_AUTHOR_UNKNOWN", "UPDATE_AUTHOR_REPEATED"],
  // What the type of a medium asks for, and what another host would learn.
  ...["MEDIA_TITLE_MISSING", "MEDIA_TEXT_MISSING", "MEDIA_SOURCES_MISSING", "MEDIA_URL_MISSING", "MEDIA_FRAME_OWN", "MEDIA_POSTER_FOREIGN"],
]);
// Markdown, of the body and of one line: what is in it no schema sees.
const MARKDOWN = /^\/article\/(body|standfirst|figures\/[^/]+\/(caption|credit)|corrections\/\d+\/text|points\/\d+|media\/[^/]+\/(caption|credit|transcript)|quotes\/[^/]+\/(text|source)|boxes\/[^/]+\/(items\/\d+\/)?(title|body)|updates\/[^/]+\/(title|body))$/;
const structural = (found) => found.filter(({ code, pointer }) => !BEYOND.has(code) && (!MARKDOWN.test(pointer) || /^(VALUE_|TEXT_EMPTY)/.test(code)));

for (const { title, bundle } of goldens()) {
  test(`schema and C agree about golden ${title}`, () => {
    const wrong = structural(diagnostics(bundle)).filter(({ code }) => !["KEY_UNKNOWN", "KEY_VERSION"].includes(code));
    // Line Markdown can have characters and show none. A date can have the right form and not exist; a scheme can hide; what an address and a time stand on is elsewhere.
    const subtle = wrong.every(({ code }) => ["DATE_IMPOSSIBLE", "DATE_OFFSET_MISSING", "URL_SCRIPT", "URL_BASE_MISSING", ...(bundle.broadsheet === 2 ? ["TEXT_EMPTY"] : [])].includes(code));
    if (isStory(bundle)) assert.ok(subtle, JSON.stringify(wrong));
    else assert.notDeepEqual(wrong, [], ajv.errorsText(isStory.errors));
  });
}

// --- every property, with every kind of wrong value --------------------------------------------

const everything = [...values(full, schema)].slice(1);
const pointer = (path) => path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function replaced(path, value) {
  const copy = structuredClone(full);
  const key = path.at(-1);
  path.slice(0, -1).reduce((node, step) => node[step], copy)[key] = value;
  return copy;
}

/** What the C says about a bundle, at a pointer or, where that is required, about its owner or for want of it. */
function complaints(bundle, path) {
  const here = pointer(path);
  const owner = pointer(path.slice(0, -1));
  try {
    const found = structural(diagnostics(bundle));
    return found.filter((one) => one.pointer === here || (one.pointer === owner && /_(MISSING|EMPTY)$/.test(one.code)));
  } catch (error) {
    assert.equal(error.code, "SHAPE");
    assert.ok(error.pointer.startsWith(here), error.pointer);
    return [error];
  }
}

test("the bundle to start from is without fault, and has a value for each property of the schema", () => {
  assert.ok(isStory(full), ajv.errorsText(isStory.errors));
  assert.deepEqual(diagnostics(full), []);
  const owners = [schema, ...Object.values(schema.$defs), schema.$defs.article.properties.headlines, schema.$defs.figure.properties.focus];
  owners.push(schema.$defs.figure.properties.sources.items, schema.$defs.medium.properties.sources.items, schema.$defs.medium.properties.tracks.items);
  owners.push(...["series", "rating", "comments"].map((key) => schema.$defs.article.properties[key]));
  const wanted = owners.filter((node) => node !== schema.$defs.story).flatMap((node) => Object.keys(node.properties ?? {}));
  const names = new Set(everything.map(({ name }) => name));
  assert.deepEqual(wanted.filter((name) => !names.has(name)), []);
  assert.equal(new Set(wanted).size, [...names].filter(Boolean).length);
});

const PROBES = [true, 7, 0.5, -1, 1e6, "", " \n", "x", "javascript:x", "https://x.example/", "\n https://x.example/ ", " javascript:x", "\tx:y", [], {}, null];

test("a layer may say that there is no article, a story may not", () => {
  assert.ok(isLayer({ article: null }), ajv.errorsText(isLayer.errors));
  assert.ok(!isStory({ article: null }));
});


for (const { path, value } of everything) {
  test(`schema and C agree about ${pointer(path)}`, () => {
    for (const probe of PROBES) {
      const bundle = replaced(path, probe);
      const said = complaints(bundle, path).map(({ code, message }) => `${code}: ${message}`);
      const what = `${JSON.stringify(probe)}: the C says ${JSON.stringify(said)}`;
      assert.equal(isStory(bundle), said.length === 0, `${what}, the schema ${ajv.errorsText(isStory.errors)}`);
    }
    const wrong = typeof value === "string" ? 7 : "?";
    assert.notDeepEqual(complaints(replaced(path, wrong), path), [], "a value of the wrong type passes without a word");
  });
}

test("what is required is missed", () => {
  let count = 0;
  for (const { path, parent, name } of everything) {
    const bundle = replaced(path, undefined);
    delete path.slice(0, -1).reduce((node, step) => node[step], bundle)[path.at(-1)];
    const required = parent?.required?.includes(name) || (path[0] === "article" && path.length === 2 && ["id", "headline", "body"].includes(name)) || name === "article";
    if (!required) continue;
    assert.ok(!isStory(bundle), pointer(path));
    assert.notDeepEqual(complaints(bundle, path), [], pointer(path));
    count++;
  }
  assert.ok(count > 20);
});

// --- every key ---------------------------------------------------------------------------------

test("a key that the schema does not know is information for the C; one with an underscore is nothing", () => {
  for (const { path, node, value } of [{ path: [], node: schema, value: full }, ...everything]) {
    const isMap = node.additionalProperties !== undefined;
    if (typeof value !== "object" || Array.isArray(value) || isMap) continue;
    for (const [key, code] of [["unheard-of", "KEY_UNKNOWN"], ["_note", null]]) {
      const bundle = path.length ? replaced(path, { ...value, [key]: { deep: [1] } }) : { ...full, [key]: {} };
      assert.ok(isStory(bundle));
      const want = code ? [{ code, pointer: pointer([...path, key]), severity: "information" }] : [];
      assert.deepEqual(diagnostics(bundle).map(({ code, pointer, severity }) => ({ code, pointer, severity })), want);
    }
  }
});

test("the C reads the keys that the schema knows, and no others", () => {
  const sources = readdirSync(new URL("src/bundle/", root)).filter((name) => name.endsWith(".c"));
  const keys = new Set(sources.flatMap((name) => [...read(`src/bundle/${name}`).matchAll(/(?:READER_FIELD\(\w+, \w+, |(?:reader_\w+|\w+_read|bundle_thumbnail|bundle_line)\([^;]*?TEXT\()"([$\w]+)"/g)].map((match) => match[1])));
  const strings = new Set([...read("src/story/strings.def").matchAll(/^X\(\w+, "([a-z-]+)"/gm)].map((match) => match[1]));
  const known = everything.map(({ name }) => name).filter(Boolean);
  const isWord = (name) => Object.hasOwn(schema.$defs.words.properties, name);
  assert.deepEqual([...keys].sort(), [...new Set(known.filter((name) => !isWord(name) || keys.has(name)))].sort());
  assert.deepEqual([...strings].sort(), Object.keys(schema.$defs.words.properties).sort());
});
