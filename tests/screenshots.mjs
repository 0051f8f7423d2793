// Pictures of the example edition, for a person to look at: `make screenshots` writes them to build/screenshots/.
//
//   node tests/screenshots.mjs DIRECTORY [PATTERN]
//
// Each is the whole page, as a reader with JavaScript sees it: 360 to 1920 px wide, light and dark, in print, in English,
// Korean, Arabic and French, and with each theme. A picture is taken only of a page that does not scroll sideways.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { load } from "../dist/broadsheet.js";
import { LANGUAGES } from "./node/expected-words.mjs";

const [directory, pattern = ""] = process.argv.slice(2);
const root = fileURLToPath(new URL("../", import.meta.url));
const THEMES = readdirSync(join(root, "web/styles/themes")).map((file) => file.replace(".css", ""));
const EDITIONS = {
  en: ["edition/site-en.json", "edition/lists-en.json", "summit.json"],
  ko: ["edition/site-ko.json", "edition/lists-ko.json", "haenyeo.json"],
  ar: ["edition/site-ar.json", "edition/lists-ar.json", "edition/story-ar.json"],
  fr: ["edition/site-fr.json", "edition/lists-fr.json", "edition/review-fr.json"],
};
// The other stories of the edition: a live page and a review in each language.
const OTHERS = ["live", "review"].flatMap((kind) => Object.keys(EDITIONS).map((language) => [`${kind}-${language}`, [`edition/site-${language}.json`, `edition/lists-${language}.json`, `edition/${kind}-${language}.json`]]));
const NOW = "2025-11-07T10:00:00+09:00";
const ORIGIN = "http://localhost";
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

const press = await load();

/** The page of the bundles' story, as a server sends it. */
function document(files, sheet, locale) {
  const layers = files.map((file) => readFileSync(join(root, "examples/bundles", file)));
  const story = press.open(layers, { document: "page", stylesheet: sheet, now: NOW, locale });
  const html = story.render("document");
  story.close();
  return html.replace("</head>", '<script type="module" blocking="render" src="/broadsheet/furniture.js"></script></head>');
}

/** Runs in the page: pictures that wait to come into view come now. Those of closed galleries have no box, and stay. */
function loadPictures() {
  const seen = [...globalThis.document.images].filter((image) => image.checkVisibility());
  for (const image of seen) image.loading = "eager";
  return Promise.all(seen.map((image) => image.decode()));
}

const pages = {};
const shots = [];
function shot(name, path, options) {
  if (name.includes(pattern)) shots.push({ name, path, ...options });
}

for (const language of Object.keys(EDITIONS)) {
  const path = `/examples/${language}.html`;
  pages[path] = document(EDITIONS[language], "/broadsheet/broadsheet.css");
  for (const width of [360, 768, 1280, 1920]) {
    shot(`${language}-${width}-light`, path, { width });
    shot(`${language}-${width}-dark`, path, { width, colorScheme: "dark" });
  }
  shot(`${language}-print`, path, { width: 660, media: "print" });
}
for (const [name, files] of OTHERS) {
  const path = `/examples/${name}.html`;
  pages[path] = document(files, "/broadsheet/broadsheet.css");
  for (const width of [320, 390, 1280]) shot(`${name}-${width}`, path, { width });
  shot(`${name}-1280-dark`, path, { width: 1280, colorScheme: "dark" });
  shot(`${name}-print`, path, { width: 660, media: "print" });
}
// A language without an edition of its own: its words around the English one, as wide as they are.
for (const language of LANGUAGES.filter((one) => !EDITIONS[one])) {
  const path = `/examples/words-${language}.html`;
  pages[path] = document(EDITIONS.en, "/broadsheet/broadsheet.css", language);
  for (const width of [320, 390, 1280]) shot(`words-${language}-${width}`, path, { width });
}
for (const theme of THEMES) {
  const path = `/examples/${theme}.html`;
  pages[path] = document(EDITIONS.en, `/broadsheet/themes/${theme}.css`);
  for (const width of [360, 1280]) shot(`theme-${theme}-${width}`, path, { width });
}
shot("en-320-text-200", "/examples/en.html", { width: 320, scale: 2 });
shot("en-1280-text-250", "/examples/en.html", { width: 1280, scale: 2.5 });

if (shots.length === 0) {
  console.error(`no picture has a name with "${pattern}" in it`);
  process.exit(1);
}

/** Answers what a page asks for: the pages from above, dist/ as /broadsheet/, examples/ as /examples/. */
function answer(route) {
  const { pathname } = new URL(route.request().url());
  if (pages[pathname]) return route.fulfill({ body: pages[pathname], contentType: "text/html; charset=utf-8" });
  const path = join(root, pathname.replace(/^\/broadsheet\//, "/dist/"));
  return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
}

mkdirSync(directory, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
try {
  for (const { name, path, width, colorScheme = "light", media = "screen", scale } of shots) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.route("**", answer);
    await page.goto(ORIGIN + path);
    await page.emulateMedia({ media });
    if (scale) await page.evaluate((to) => globalThis.document.documentElement.style.setProperty("--broadsheet-text-scale", to), scale);
    await page.evaluate(loadPictures);
    const sideways = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${name} scrolls sideways by ${sideways} px`);
    await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true, animations: "disabled" });
    await context.close();
    console.log(join(directory, `${name}.png`));
  }
} finally {
  await browser.close();
}
