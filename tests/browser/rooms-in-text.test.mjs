// What takes another room than the text: pictures of each size, galleries, boxes. On screens from 320 to 1920 px, in both
// directions, with large text, and on paper; with axe in light and in dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { launch, serve } from "./harness.mjs";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const press = await load();
const TEXT = "The ferry left the quay at nine on Saturday morning, with sixty people aboard and a lorry full of onions that had waited since the engine stopped in the middle of the strait.";
const svg = (width, height) => ({ body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%"/></svg>`, type: "image/svg+xml" });
const SHAPES = { tall: [600, 900], square: [800, 800], standard: [1200, 800], broad: [1600, 900] };
const shapes = Object.keys(SHAPES);
const figure = ([width, height], name, more) => ({ src: `/${name}.svg`, width, height, alt: `A ${name} pier.`, caption: "Passengers of the last ferry look at the bridge in the mist.", credit: "Bae Soyun", ...more });
const SIZES = ["side", "half", "column", "small", "wide", "full"];
const GALLERIES = { two: ["standard", "tall"], three: ["standard", "tall", "square"], four: ["standard", "tall", "broad", "square"], five: ["standard", "standard", "tall", "broad", "square"], same: ["standard", "standard", "standard", "standard"] };
const KINDS = ["facts", "points", "profile", "question", "timeline", "numbers", "correction", "warning", "notice", "offer"];
const ITEMS = [{ date: "2026-01-06", title: "The engine stops", body: TEXT }, { date: "2026-01-17", title: "1,240,000" }, { title: "She sails" }];

function html(language) {
  const figures = { ...Object.fromEntries(shapes.map((name) => [name, figure(SHAPES[name], name)])), ...Object.fromEntries(SIZES.map((size) => [size, figure(SHAPES.standard, "standard", { size, url: "/there" })])) };
  const galleries = { ...Object.fromEntries(Object.entries(GALLERIES).map(([id, of]) => [id, { label: "Low tide", figures: of }])), stack: { figures: ["tall", "broad"], layout: "stack" }, viewer: { label: "Low tide", figures: ["standard", "tall"], layout: "viewer" } };
  const boxes = { ...Object.fromEntries(KINDS.map((kind) => [kind, { kind, kicker: "Quick guide", title: `A title of ${kind}`, body: `${TEXT}\n\n![](figure:side)\n\n- ${TEXT}\n\n![](figure:wide)`, items: ITEMS, url: "https://shop.example/", label: "More of it", paid: kind === "offer" }])), folded: { kicker: "Quick guide", title: "Folded away", body: "Nobody sees this at first.", collapsed: true }, bare: { kind: "warning", body: TEXT } };
  const placed = [...SIZES.map((size) => `![](figure:${size})`), ...Object.keys(galleries).map((id) => `[](gallery:${id})`), "[](quote:q)", ...Object.keys(boxes).map((id) => `[](box:${id})`)];
  const article = { id: "1", headline: "Ferry resumes", url: "/ferry", language, lead: "standard", figures, galleries, boxes, quotes: { q: { text: "We had run out of onions.", source: "Seo Ha-rin" } }, body: ["![](figure:side)", "[](box:facts)", "![](figure:side)", "## A heading", ...placed.flatMap((one) => [TEXT, one]), TEXT].join("\n\n") };
  const story = press.open({ broadsheet: 2, article, site: { url: "https://yeoul.example/", language } }, { stylesheet: "/broadsheet/broadsheet.css" });
  assert.deepEqual(story.diagnostics, []);
  const made = story.render("document");
  story.close();
  return made.replaceAll('loading="lazy"', "");
}
const site = await serve({ ...Object.fromEntries(["en", "ar"].map((language) => [`/${language}.html`, html(language)])), ...Object.fromEntries(shapes.map((name) => [`/${name}.svg`, svg(...SHAPES[name])])) });
after(() => site.close());

async function visit(t, path, options) {
  const context = await (await launch()).newContext(options);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** Runs in the page: where everything stands. */
function measured() {
  const of = (element) => (({ left, right, top, bottom, width, height }) => ({ left, right, top, bottom, width, height }))(element.getBoundingClientRect());
  const all = (selector) => [...document.querySelectorAll(selector)];
  const first = (selector) => of(document.querySelector(selector));
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    lead: first(".bs-lead-figure"),
    text: first(".bs-body > p"),
    body: first(".bs-body"),
    sizes: Object.fromEntries(["side", "half", "small", "wide", "full"].map((size) => [size, first(`.bs-body > .bs-size-${size}:not(:has(~ h2)), .bs-body > h2 ~ .bs-size-${size}`)])),
    captions: all(".bs-body > :is(.bs-figure, .bs-gallery) .bs-caption").filter((one) => one.checkVisibility()).map(of),
    rows: all(".bs-layout-row").map((row) => [...row.querySelectorAll("img")].map(of)),
    floats: all(".bs-body > .bs-size-side").slice(0, 2).map((side) => [of(side), of(side.nextElementSibling)]),
    boxes: all(".bs-box").map((box) => [of(box), box.scrollWidth - box.clientWidth]),
  };
}
/** The pictures of a row by the line that they stand in. */
function linesOf(images) {
  const lines = {};
  for (const image of images) (lines[Math.round(image.top)] ??= []).push(image);
  return Object.values(lines);
}
const near = (a, b, what, by = 1.5) => assert.ok(Math.abs(a - b) <= by, `${what}: ${a}, not ${b}`);

for (const language of ["en", "ar"])
  for (const [width, scale] of [[320, 1], [320, 2], [390, 1], [768, 1], [1280, 1], [1920, 1]])
    test(`${language}, ${width} px, text ${scale}: nothing leaves its room, and rows are of one height`, async (t) => {
      const page = await visit(t, `/${language}.html`, { viewport: { width, height: 900 } });
      await page.evaluate((to) => document.documentElement.style.setProperty("--broadsheet-text-scale", to), scale);
      const { sideways, lead, text, body, sizes, captions, rows, floats, boxes } = await page.evaluate(measured);
      assert.ok(sideways <= 0, `the page scrolls by ${sideways} px`);
      for (const [box, over] of boxes) assert.ok(over <= 0 && box.left >= body.left - 1 && box.right <= body.right + 1);
      for (const caption of captions) assert.ok(caption.left >= 4 && caption.right <= width - 4, "a caption has room beside it");
      near(sizes.full.left, 0, "the full picture's edge");
      near(sizes.full.right, width, "the full picture's edge");
      near(sizes.wide.left, lead.left, "the wide picture and the lead");
      near(sizes.wide.right, lead.right, "the wide picture and the lead");
      if (width >= 768) assert.ok(sizes.side.width <= 0.5 * body.width && sizes.small.width < body.width && sizes.half.width < 0.6 * body.width);
      if (width >= 1280) assert.ok(sizes.wide.width > 1.2 * text.width && sizes.full.width > 1.2 * sizes.wide.width);
      for (const images of rows) {
        for (const line of linesOf(images)) for (const image of line) near(image.height, line[0].height, "the height in a row", 2.5);
        assert.ok(images.every((image) => image.width > 40), "no picture is a sliver");
      }
      if (width >= 768 && scale === 1) {
        assert.deepEqual(rows.map((images) => linesOf(images).map((line) => line.length)), [[2], [3], [2, 2], [3, 2], [2, 2]]);
        for (const [side, next] of floats) assert.ok(next.top >= side.bottom, "a picture at the side ends before a box and a heading");
      }
    });

for (const colorScheme of ["light", "dark"])
  test(`axe finds nothing: ${colorScheme}`, async (t) => {
    const page = await visit(t, "/en.html", { viewport: { width: 1280, height: 900 }, colorScheme, reducedMotion: "reduce" });
    await page.locator("summary").click();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]), []);
  });

test("what is folded away opens by its title and by the keyboard, and is open on paper", async (t) => {
  const page = await visit(t, "/en.html", { viewport: { width: 390, height: 900 } });
  const text = page.getByText("Nobody sees this at first.");
  assert.equal(await text.isVisible(), false);
  const size = await page.locator("summary").boundingBox();
  assert.ok(size.height >= 24);
  await page.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await text.isVisible(), true);
  await page.keyboard.press("Enter");
  await page.emulateMedia({ media: "print" });
  assert.ok((await text.boundingBox())?.height > 0, "on paper it is there");
});

test("a paid box says so in words that are seen", async (t) => {
  const page = await visit(t, "/en.html", { viewport: { width: 390, height: 900 } });
  const word = page.locator(".bs-box--offer .bs-box__word");
  assert.equal(await word.innerText(), "Advertisement");
  assert.ok(await word.isVisible());
  const [style] = await word.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  assert.ok(style >= 12, `${style} px`);
});

/** Runs of pictures of half the size, of one to seven, each after a paragraph; where each of a run stands. */
function runs(language) {
  const figures = Object.fromEntries(["standard", "tall"].map((name) => [name, figure(SHAPES[name], name, { size: "half" })]));
  const run = (count) => Array.from({ length: count }, (_, i) => `![](figure:${i % 3 === 1 ? "tall" : "standard"})`).join("\n\n");
  const body = ["![](figure:tall)\n\n![](figure:standard)", ...[1, 2, 3, 4, 5, 6, 7].flatMap((count) => [TEXT, run(count)]), TEXT].join("\n\n");
  const story = press.open({ broadsheet: 2, article: { id: "1", headline: "Ferry resumes", language, figures, body } }, { stylesheet: "/broadsheet/broadsheet.css" });
  const made = story.render("document");
  story.close();
  return made.replaceAll('loading="lazy"', "");
}
function measuredRuns() {
  const of = (element) => (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(element.getBoundingClientRect());
  const all = [[]];
  for (const one of document.querySelectorAll(".bs-body > *")) {
    if (one.matches("figure")) all.at(-1).push(of(one));
    else all.push(Object.assign([], { text: of(one) }));
  }
  return { body: of(document.querySelector(".bs-body")), runs: all.map((run) => ({ text: run.text, pictures: [...run] })) };
}

for (const language of ["en", "ar"])
  for (const width of [390, 768, 1280])
    test(`${language}, ${width} px: pictures of half the size that follow each other stand by two`, async (t) => {
      site.pages[`/runs.${language}.html`] = runs(language);
      const page = await visit(t, `/runs.${language}.html`, { viewport: { width, height: 900 } });
      const { body, runs: all } = await page.evaluate(measuredRuns);
      let above = body.top;
      for (const { text, pictures } of all) {
        if (text) assert.ok(text.top >= above - 1, "the text stands below the pictures");
        above = text?.bottom ?? above;
        const rows = width < 600 || pictures.length === 1 ? pictures.map((one) => [one]) : pictures.slice(0, 6).reduce((found, one, i) => (i % 2 ? [...found.slice(0, -1), [found.at(-1)[0], one]] : [...found, [one]]), []);
        for (const row of rows) {
          const [left, right] = language === "ar" ? [...row].reverse() : row;
          for (const one of row) assert.ok(one.top >= above - 1 && one.left >= body.left - 1 && one.right <= body.right + 1, "below what is above, and in the text's room");
          if (row.length > 1) {
            near(left.top, right.top, "the tops of a row");
            near(left.left, body.left, "the left one");
            near(right.right, body.right, "the right one");
            assert.ok(right.left - left.right > 8, "there is room between them");
          }
          above = Math.max(...row.map(({ bottom }) => bottom));
        }
        above = Math.max(above, ...pictures.map(({ bottom }) => bottom));
      }
    });
