// Firefox and WebKit leave the room around everything that Chromium leaves: margins, paddings, borders, lines below links.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { ENGINES, launch } from "./engines.mjs";
import { serve } from "./harness.mjs";

const press = await load();
const read = (name) => readFileSync(new URL(`../../examples/bundles/${name}`, import.meta.url));
const edition = (story, language) => ["site", "lists"].map((kind) => `edition/${kind}-${language}.json`).concat(story);
const PAGES = {
  edition: [edition("summit.json", "en"), "page"],
  live: [edition("edition/live-en.json", "en"), "page"],
  arabic: [edition("edition/story-ar.json", "ar"), "page"],
  feature: [["site.json", "feature.json"], "story"],
  story: [["minimal.json"], "story"],
};
const WIDTHS = [390, 1280];

// The page stands in frames, since windows of the three engines are not equally wide. Nothing scrolls in them, so no bar takes room.
const site = await serve({});
after(() => site.close());
for (const [name, [layers, document]] of Object.entries(PAGES)) {
  const story = press.open(layers.map(read), { document, stylesheet: "/broadsheet/broadsheet.css", now: "2025-11-08T10:00:00+09:00" });
  site.pages[`/${name}-in.html`] = story.render("document").replaceAll(/ srcset="[^"]*"| src="[^"]*"/g, "");
  story.close();
  const frames = WIDTHS.map((width) => `<iframe scrolling="no" width="${width}" height="800" src="/${name}-in.html"></iframe>`).join("");
  site.pages[`/${name}.html`] = `<!DOCTYPE html><meta charset="utf-8"><title>Frames</title>${frames}`;
}

/** Runs in the page: for each frame what leaves room, as lines of text. Not told: the caption of a table, which has more of it where a
 * browser has scroll timelines; the margin at the left of text from the right, to which WebKit counts the rest of the line; what a player holds, which is not shown. */
function spaces() {
  const sides = ["top", "right", "bottom", "left"];
  const names = [...sides.flatMap((side) => [`margin-${side}`, `padding-${side}`, `border-${side}-width`, `border-${side}-color`]), "text-decoration-line", "text-decoration-thickness"];
  return [...document.querySelectorAll("iframe")].map(({ contentDocument, contentWindow }) =>
    [...contentDocument.querySelectorAll("body, body :not(caption, video *, audio *)")].flatMap((element) =>
      [null, "::before", "::after"].flatMap((pseudo) => {
        const style = contentWindow.getComputedStyle(element, pseudo);
        if (pseudo && !style.content.startsWith('"')) return [];
        const told = names.filter((name) => name !== "margin-left" || style.direction === "ltr");
        return told.map((name) => `${element.localName}.${element.className}${pseudo ?? ""} ${name}: ${style.getPropertyValue(name)}`);
      }),
    ),
  );
}

/** Whether two lines say the same: engines round lengths, each to parts of its own. */
function same(one, other) {
  const lengths = /-?[\d.]+(?=px)/g;
  const [ones, others] = [one, other].map((line) => line.match(lengths) ?? []);
  return one.replace(lengths, "") === other.replace(lengths, "") && ones.every((length, i) => Math.abs(length - others[i]) < 0.5);
}

const engines = await Promise.all(ENGINES.map(launch));
for (const engine of engines) after(() => engine.close());

for (const name of Object.keys(PAGES)) {
  test(`${name}: each engine leaves the same room`, async () => {
    let wanted = null;
    for (const engine of engines) {
      await engine.goto(`${site.origin}/${name}.html`);
      const found = await engine.evaluate(spaces);
      wanted ??= found;
      for (const [i, width] of WIDTHS.entries()) {
        assert.equal(found[i].length, wanted[i].length);
        const others = wanted[i].flatMap((line, j) => (same(line, found[i][j]) ? [] : [`${line} -> ${found[i][j]}`]));
        assert.deepEqual(others.slice(0, 20), [], `${engine.version}, ${width} px`);
      }
    }
  });
}
