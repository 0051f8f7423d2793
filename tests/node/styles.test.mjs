// The stylesheets against their documents, and against the parts that they are for.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { partsByModule } from "../../web/parts.mjs";
import { bySide, richClasses, sheet } from "../../web/sheets.mjs";
import { goldens } from "../golden/cases.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const bare = (css) => css.replace(/\/\*[^]*?\*\//g, "");
const files = (folder) => readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) => name.endsWith(".css")).map((name) => bare(read(folder + name)));
const unique = (found) => [...new Set(found)].sort();
const document = read("web/styling.md");

test("styling.md names each custom property of the theme, and no other", () => {
  const used = unique([...files("web/styles/").join("").matchAll(/var\((--broadsheet-[\w-]+)/g)].map(([, name]) => name));
  const rows = [...document.matchAll(/^\| `(--broadsheet-[\w-]+)` \|/gm)].map(([, name]) => name);
  assert.ok(used.length > 15);
  assert.deepEqual(unique(rows), used);
  assert.equal(rows.length, used.length);
  const themes = unique([...files("web/styles/themes/").join("").matchAll(/(--broadsheet-[\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual(themes.filter((name) => !used.includes(name)), []);
});

test("nothing sets or reads the custom properties of 0.1", () => {
  const all = [...files("web/styles/"), ...files("web/styles/themes/"), ...files("web/")].join("");
  assert.deepEqual(all.match(/--bs-/g), null);
});

test("styling.md names the layers that stand below ours, in their order", () => {
  const [, list] = bare(read("web/styles/base.css")).match(/@layer ([^;{]+);/);
  const layers = list.split(", ");
  assert.deepEqual([layers[0], layers.at(-1)], ["broadsheet-room", "broadsheet"]);
  const [, said] = document.match(/stand below ours: (.+)\. Two/);
  assert.equal(said.replaceAll("`", ""), layers.slice(1, -1).join(", "));
});

test("each rule is in a layer, but for the guard, which goes back to the layers", () => {
  for (const css of [...files("web/styles/"), ...files("web/styles/themes/")]) {
    let depth = 0;
    let outside = "";
    for (const [piece] of css.replaceAll(/@import[^;]*;/g, "").matchAll(/[{}]|[^{}]+/g)) {
      if (piece === "{") depth += 1;
      else if (piece === "}") depth -= 1;
      else if (depth === 0) outside += piece;
      else if (depth === 1 && /:not\(x x x x\)[^}]*$/.test(outside)) {
        for (const declaration of piece.split(";").map((one) => one.trim()).filter(Boolean)) assert.match(declaration, /^[a-z-]+: revert-layer$/);
        outside = "";
      } else outside = outside.replace(/@layer broadsheet(-\w+)?\s*$/, "");
    }
    assert.equal(outside.replaceAll(/@layer [\w, -]+;/g, "").trim(), "");
  }
});

test("nothing is set in a way that WebKit loses where the guard goes back to the layers", () => {
  assert.equal(bySide("a{margin-block:max(0px,(100% - var(--a))/2) 0;padding-inline:var(--b)}"), "a{margin-block-start:max(0px,(100% - var(--a))/2);margin-block-end:0;padding-inline-start:var(--b);padding-inline-end:var(--b)}");
  for (const css of [...["css", "story.css", "page.css", "rich.css"].map((end) => read(`dist/broadsheet.${end}`)), ...files("web/styles/themes/")]) {
    const lost = /[{;]\s*((margin|padding)-(block|inline)|border-(block|inline)(-(start|end|width|style|color))?):[^;}]*\b(var|env)\(|text-decoration: *(?!none|revert-layer)/;
    assert.equal(lost.exec(css)?.[0], undefined);
  }
});

test("what the guard sends back to the layers has a ground in ours, so that no layer below shines through", () => {
  const base = bare(read("web/styles/base.css"));
  const names = (block) => [...block.matchAll(/([a-z-]+):/g)].map(([, name]) => name);
  const guard = names(base.match(/:not\(x x x x\) \{([^}]+)\}/)[1]);
  const ground = names(base.match(/@layer broadsheet \{\s*:where\([^{]+\{([^}]+)\}/)[1]);
  // Where an attribute gives the size of a picture, "revert" would take it away. The others are no matter for a layer of resets.
  const sizes = ["block-size", "inline-size"];
  const layout = [
    "animation", "aspect-ratio", "clear", "columns", "container", "filter", "flex", "flex-flow", "gap", "grid", "hyphens", "inset", "object-fit", "object-position",
    "order", "outline", "outline-offset", "place-content", "place-items", "place-self", "text-decoration-thickness", "text-shadow", "text-underline-offset",
    "text-wrap", "transform", "transition", "word-break", "z-index",
  ];
  assert.ok(guard.length > 50);
  assert.deepEqual(guard.filter((name) => !ground.includes(name)).sort(), [...sizes, ...layout].sort());
});

test("the story's stylesheet, in version 2 with that of version 2, has a rule for each class of a story's parts that the whole has one for", () => {
  const [story, page, rich] = ["broadsheet.story.css", "broadsheet.page.css", "broadsheet.rich.css"].map(sheet);
  const has = (css, name) => new RegExp(`\\.${name}(?![\\w-])`).test(css);
  const [storyParts] = partsByModule; // elements/stylesheet.js goes by this
  assert.ok(storyParts.includes("story"));
  const missing = new Set();
  for (const { part, bundle, html } of goldens()) {
    if (!storyParts.includes(part) || !html) continue;
    const own = bundle.broadsheet === 2 ? story + rich : story;
    const names = [...html.toString().matchAll(/ class="([^"]*)"/g)].flatMap(([, list]) => list.split(" "));
    // For a slot in a story an element brings the page's sheet: moreFor() in elements/stylesheet.js.
    for (const name of names) if (has(page, name) && !has(own, name) && !name.startsWith("bs-slot")) missing.add(`${part}: ${name}`);
  }
  assert.deepEqual([...missing], []);
});

test("what only the sheet of version 2 and rare Markdown has a rule for is known to the element, and rare Markdown alone is in version 1", () => {
  const names = richClasses();
  assert.ok(names.includes("bs-media") && names.includes("bs-table") && !names.includes("bs-right"));
  const known = new RegExp(`"(bs-[^"]* )?(${names.join("|")})[ _"-]|<(pre|del)`); // as in web/elements/stylesheet.js
  const rare = /"(bs-table|bs-task(__mark)?)"|<(pre|del)/g;
  const found = new Set();
  const rich = new Set([...sheet("broadsheet.rich.css").matchAll(/\.(bs-[\w-]+)/g)].map(([, name]) => name));
  const others = ["broadsheet.story.css", "broadsheet.page.css"].map(sheet).join("\n");
  for (const { title, bundle, html } of goldens()) {
    const classes = [...(html ?? "").toString().matchAll(/ class="([^"]*)"/g)].flatMap(([, list]) => list.split(" "));
    const needs = classes.some((name) => rich.has(name) && !new RegExp(`\\.${name}(?![\\w-])`).test(others));
    assert.ok(!needs || known.test(html.toString()), title);
    if (bundle.broadsheet === 2) continue;
    for (const [one] of (html ?? "").toString().matchAll(rare)) found.add(one);
    assert.ok(!known.test((html ?? "").toString().replaceAll(rare, "")), title);
  }
  assert.deepEqual(unique([...found]), ['"bs-table"', '"bs-task"', '"bs-task__mark"', "<del", "<pre"]);
});
