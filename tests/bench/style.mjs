// What style and layout of a story cost in Chromium: our stylesheets beside plain CSS for the same markup.
//
//   node tests/bench/style.mjs [ROUNDS] [NAME=FILE …]      further stylesheets, such as those of an older build
//
// A round puts the story of the summit once into a page with each stylesheet, one after the other, and lays it out at once.
// Chromium counts the processor's time of its main thread (RecalcStyleDuration, LayoutDuration); medians are printed.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { load } from "../../dist/broadsheet.js";

const [rounds = "31", ...more] = process.argv.slice(2);
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const press = await load();
const layers = ["edition/site-en.json", "edition/lists-en.json", "summit.json"].map((name) => read(`examples/bundles/${name}`));
// Without the addresses of pictures, which have their boxes by their sizes.
const story = press.open(layers, { now: "2025-11-07T10:00:00+09:00" }).render().replaceAll(/ src(set)?="[^"]*"/g, "");

const sheets = {
  plain: read("tests/bench/plain.css"),
  "broadsheet.story.css": read("dist/broadsheet.story.css"),
  "broadsheet.css": read("dist/broadsheet.css"),
  ...Object.fromEntries(more.map((one) => one.split("=")).map(([name, file]) => [name, readFileSync(file, "utf8")])),
};
const page = (css) => `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>${css}</style><body><main></main><template>${story}</template>`;

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.route("**", (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
    return route.fulfill({ body: sheets[name] === undefined ? "" : page(sheets[name]), contentType: "text/html; charset=utf-8" });
  });
  const session = await context.newCDPSession(tab);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const clock = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return ["RecalcStyleDuration", "LayoutDuration"].map((name) => 1e3 * metrics.find((metric) => metric.name === name).value);
  };
  const show = () => {
    const { content } = globalThis.document.querySelector("template");
    globalThis.document.querySelector("main").append(content);
    return globalThis.document.body.offsetHeight;
  };
  const seen = Object.fromEntries(Object.keys(sheets).map((name) => [name, { style: [], layout: [], sum: [] }]));
  for (let round = 0; round < Number(rounds); round++) {
    for (const name of Object.keys(sheets)) {
      await tab.goto(`http://localhost/${encodeURIComponent(name)}`);
      await tab.evaluate(() => globalThis.document.body.offsetHeight);
      const [style, layout] = await clock();
      await tab.evaluate(show);
      const [laterStyle, laterLayout] = await clock();
      seen[name].style.push(laterStyle - style);
      seen[name].layout.push(laterLayout - layout);
      seen[name].sum.push(laterStyle - style + laterLayout - layout);
    }
  }
  const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
  const row = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(24))).join(""));
  row(`${rounds} rounds, ms`, "style", "layout", "sum", "÷ plain");
  const base = median(seen.plain.sum);
  for (const [name, { style, layout, sum }] of Object.entries(seen)) {
    row(name, ...[median(style), median(layout), median(sum), median(sum) / base].map((value) => value.toFixed(2)));
  }
} finally {
  await browser.close();
}
