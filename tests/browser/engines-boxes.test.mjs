// Three engines: a story in a box that is as wide as its content, and in columns as narrow as those of a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "./engines.mjs";
import { site, visitors } from "./engines-site.mjs";
import { bundle, page } from "./harness.mjs";

site.pages["/boxed.json"] = bundle({ body: "The boat sails again at nine, and everyone on the island waits for it. ".repeat(5) });
site.pages["/named.js"] = `import { define } from "/broadsheet/define.js"; define("my-story");`;
const EDITION = "/examples/bundles/edition";

// What stands around the element, the outermost first: a name with its style.
const SHRINKING = [
  [["dialog", "position: static; border: 0; padding: 0; max-width: 100%"]],
  [["div", "float: left"]],
  [["div", "display: inline-block; vertical-align: top"]],
  [["div", "position: absolute"]],
  [["div", "width: fit-content"]],
  [["table", "border-spacing: 0"], ["tr", ""], ["td", "padding: 0"]],
  [["div", "display: flex"], ["main", ""]],
];
const FILLING = [
  [["div", ""]],
  [["div", "display: flex"]],
  [["div", "display: flex"], ["main", "flex: 1"]],
  [["div", "display: flex; flex-direction: column"], ["main", ""]],
  [["div", "display: grid"]],
  [["div", "display: grid"], ["main", ""]],
  [["div", "display: grid; grid-template-columns: minmax(auto, 1fr)"], ["main", ""]],
  [["div", "display: grid; grid-template-columns: auto"]],
  [["div", "display: grid; place-items: center"]],
];

/** The widths of what stands in an element inside of boxes, in a place of a width, and whether it is wider than its place. */
const measure = async (width, boxes, attributes, name) => {
  const place = document.createElement("div");
  place.style.cssText = `width: ${width}px; position: relative`;
  document.body.append(place);
  let box = place;
  for (const [tag, style] of boxes) {
    box = box.appendChild(document.createElement(tag));
    box.style.cssText = style;
    if (tag === "dialog") box.show();
  }
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  box.append(element);
  await element.rendered;
  // A part of the page may come before its stylesheet.
  for (let i = 0; i < 100 && ![...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  const { right } = element.getBoundingClientRect();
  const seen = { width: Math.round(element.querySelector("[data-part]").getBoundingClientRect().width), over: right > place.getBoundingClientRect().right + 1 };
  place.remove();
  return seen;
};

for (const { engine, visit } of await visitors(ENGINES)) {
  test(`${engine.version}: a story is as wide as its measure in a box that is as wide as its content, and fits in any other`, async (t) => {
    await visit(t, page('<broadsheet-article src="/boxed.json"></broadsheet-article>', '<script type="module" src="/broadsheet/define.js"></script><script type="module" src="/named.js"></script>'));
    for (const name of ["broadsheet-article", "my-story"])
      for (const [boxes, wide] of [...SHRINKING.map((one) => [one, 720]), ...FILLING.map((one) => [one, 1000])]) {
        const what = `${name} in ${boxes.map(([tag, style]) => `${tag} ${style}`).join(" > ")}`;
        const center = name === "my-story" && /(center|display: flex)$/.test(what); // an element of another name is no wider than its content
        assert.deepEqual(await engine.evaluate(measure, 1000, boxes, { src: "/boxed.json" }, name), { width: center ? 720 : wide, over: false }, what);
        assert.deepEqual(await engine.evaluate(measure, 320, boxes, { src: "/boxed.json" }, name), { width: 320, over: false }, what);
      }
    // Beside something else in a column as wide as its content, nothing is pushed out.
    for (const columns of ["100px auto", "100px 1fr", "100px minmax(auto, 1fr)"])
      assert.equal((await engine.evaluate(measure, 320, [["div", `display: grid; grid-template-columns: ${columns}`], ["main", "grid-column: 2"]], { src: "/boxed.json" }, "broadsheet-article")).over, false, columns);
  });

  test(`${engine.version}: so are parts of it that are containers`, async (t) => {
    await visit(t, page('<broadsheet-article src="/boxed.json"></broadsheet-article>'));
    const review = { site: `${EDITION}/site-en.json`, lists: `${EDITION}/lists-en.json`, src: `${EDITION}/review-en.json` };
    for (const [fragment, id, name] of [["box", "facts", "broadsheet-article"], ["masthead", "", "broadsheet-part"], ["ticker", "", "broadsheet-part"]]) {
      const { width, over } = await engine.evaluate(measure, 1000, [["div", "float: left"]], { ...review, fragment, "fragment-id": id }, name);
      assert.deepEqual([width >= 500 && width <= 720, over], [true, false], `${fragment}: ${width}`);
      assert.equal((await engine.evaluate(measure, 320, [["div", "display: grid"], ["main", ""]], { ...review, fragment, "fragment-id": id }, name)).over, false, fragment);
    }
  });
}
