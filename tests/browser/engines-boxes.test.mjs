// Three engines: a story and its parts in a box that is as wide as its content, and in columns as narrow as those of a phone;
// and boxes that engines lay out by rules of their own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "./engines.mjs";
import { site, until, visitors } from "./engines-site.mjs";
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

  test(`${engine.version}: a page and what scrolls in it are no wider than there is room`, async (t) => {
    await visit(t, page('<broadsheet-article src="/boxed.json"></broadsheet-article>'));
    site.pages["/section.json"] = bundle({ section: ["politics", "diplomacy"] });
    const row = (cells) => `| ${cells.join(" | ")} |`;
    site.pages["/table.json"] = bundle({ body: `Text.\n\n${[Array(9).fill("A column"), Array(9).fill("---"), Array(9).fill("words")].map(row).join("\n")}` });
    const review = { site: `${EDITION}/site-en.json`, lists: `${EDITION}/lists-en.json`, src: `${EDITION}/review-en.json` };
    const parts = [...["page", "navigation", "sub-navigation", "galleries"].map((fragment) => ({ ...review, src: "/section.json", fragment })), { src: "/table.json", fragment: "body" }];
    for (const attributes of parts)
      for (const boxes of [[["div", "display: flex; place-items: center"], ["main", ""]], [["div", "display: grid; place-items: center"], ["main", ""]], [["div", "display: grid"]], [["div", "float: left"]]])
        assert.equal((await engine.evaluate(measure, 320, boxes, attributes, "broadsheet-article")).over, false, `${attributes.fragment} in ${boxes}`);
    // And no narrower: where there is room, a menu is as wide as its row.
    const { width } = await engine.evaluate(measure, 1000, [["div", "float: left"]], parts[1], "broadsheet-article");
    assert.ok(width > 300, `${width}`);
  });

  test(`${engine.version}: a film as the lead, and pictures at the side of a body, have a width in a box that is as wide as its content`, async (t) => {
    await visit(t, page('<broadsheet-article src="/boxed.json"></broadsheet-article>'));
    const figures = { p: { src: "/g/1.webp", width: 960, height: 640, alt: "", size: "side" }, q: { src: "/g/2.webp", width: 960, height: 640, alt: "" } };
    const media = { v: { type: "frame", title: "A film", url: "https://film.example/1" } };
    const boxes = { b: { kind: "profile", title: "Captain", body: "![](figure:q)\n\nWords." } };
    for (const [name, lead, body] of [["film", "media:v", "A."], ["box", "box:b", "A."], ["side", undefined, "A.\n\n![](figure:p)\n\nB.\n\n[b](box:b)"]])
      site.pages[`/lead-${name}.json`] = JSON.stringify({ broadsheet: 2, article: { id: "1", language: "en", headline: "A", lead, body, figures, media, boxes } });
    for (const [name, fragment] of [["film", "lead-figure"], ["box", "lead-figure"], ["side", "body"]]) {
      const { width } = await engine.evaluate(measure, 1000, [["div", "float: left"]], { src: `/lead-${name}.json`, fragment }, "broadsheet-article");
      assert.ok(width >= 500 && width <= 720, `${name}: ${width}`);
    }
    await visit(t, page('<broadsheet-article src="/lead-side.json" fragment="body"></broadsheet-article>'));
    await until(engine, () => !!document.querySelector(".bs-size-side") && [...document.styleSheets].some(({ href }) => href?.endsWith("rich.css")));
    const floats = () => [".bs-size-side", ".bs-box--profile figure"].map((one) => getComputedStyle(document.querySelector(one)).float);
    assert.deepEqual(await engine.evaluate(floats), ["inline-end", "inline-start"]);
  });

  test(`${engine.version}: cells of the other direction stand in their column`, async (t) => {
    const table = (cells) => `| ${cells[0]} | ${cells[0]} | ${cells[0]} |\n|:---|---:|---|\n${[cells, cells].flat().map((cell) => `| ${cell} | ${cell} | ${cell} |`).join("\n")}`;
    const words = ["نعم", "Yes"];
    for (const [language, cells] of [["ar", words], ["en", [...words].reverse()]]) {
      site.pages[`/cells-${language}.json`] = bundle({ language, body: table(cells) });
      await visit(t, page(`<broadsheet-article src="/cells-${language}.json"></broadsheet-article>`));
      await until(engine, () => !!document.querySelector(".bs-table") && [...document.styleSheets].some(({ href }) => href?.endsWith("rich.css")));
      const [edges, outer] = await engine.evaluate(() => {
        const at = (cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        };
        const rows = [...document.querySelectorAll(".bs-table tr")].map(({ cells }) => [...cells].map(at));
        const rtl = getComputedStyle(document.querySelector(".bs-table")).direction === "rtl";
        const side = (box, end) => Math.round(rtl === end ? box.left : box.right);
        const { left, right } = document.querySelector(".bs-table").getBoundingClientRect();
        return [[0, 1, 2].map((column) => new Set(rows.map((row) => side(row[column], column === 1))).size), [...new Set(rows.map((row) => Math.round(rtl ? right - row[0].right : row[0].left - left)))]];
      });
      assert.deepEqual([edges, outer], [[1, 1, 1], [0]], language);
    }
  });

  test(`${engine.version}: in the viewer of a gallery the words stand below the picture`, async (t) => {
    await visit(t, page(`<broadsheet-part fragment="galleries" site="${EDITION}/site-en.json" lists="${EDITION}/lists-en.json"></broadsheet-part>`, '<script type="module" src="/broadsheet/define.js"></script><script type="module" src="/broadsheet/furniture.js"></script>'));
    await until(engine, () => !!document.querySelector(".bs-galleries__link") && [...document.styleSheets].some(({ href }) => href?.endsWith("page.css")));
    const [picture, words, room] = await engine.evaluate(() => {
      const viewer = document.querySelector("dialog.bs-gallery");
      viewer.showModal();
      return [".bs-picture", ".bs-figcaption", ".bs-gallery__steps"].map((one) => viewer.querySelector(one).getBoundingClientRect().toJSON());
    });
    assert.ok(picture.height > 300 && picture.bottom <= words.top + 1 && words.bottom <= room.top, JSON.stringify([picture, words, room]));
    assert.ok(room.bottom <= (await engine.evaluate(() => innerHeight)), "the steps are on the screen");
  });
}
