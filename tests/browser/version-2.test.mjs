// Notes, wide tables, live updates and the small fields of a story: in four languages, on phones and on paper's screens, by
// the keyboard alone, and with axe in light and in dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { launch, serve } from "./harness.mjs";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const press = await load();
const TEXTS = {
  en: { line: "The ferry left the quay at nine, with sixty people aboard", table: "Table", source: "Seo Ha-rin, who has cooked on the quay for forty years" },
  ko: { line: "여객선은 아침 아홉 시에 승객 예순 명을 태우고 부두를 떠났다", table: "표", source: "사십 년 동안 부두에서 밥을 지은 서하린" },
  ar: { line: "غادرت العبارة الرصيف في التاسعة وعلى متنها ستون شخصا", table: "جدول", source: "سو ها رين" },
  fr: { line: "Le ferry a quitté le quai à neuf heures avec soixante personnes à bord", table: "Tableau", source: "Seo Ha-rin, cuisinière depuis quarante ans" },
};
const COLUMNS = 9;

function html(language) {
  const { line, table, source } = TEXTS[language];
  const row = (cell) => `| ${Array.from({ length: COLUMNS }, (_, i) => cell(i)).join(" | ")} |`;
  const rows = Array.from({ length: 4 }, (_, n) => row((i) => (i ? `${(n + 1) * 1000 * i}.5` : line.slice(0, 24))));
  const body = [
    `${line} (CO~2~ 12 m^2^)[^1]. [mot](lang:fr), [שלום](lang:he)[^b].`,
    `${table}: ${line}\n\n${row((i) => (i ? `${2000 + i}` : " "))}\n${row((i) => (i ? "---:" : "---"))}\n${rows.join("\n")}`,
    `> ${line}.\n>\n> — ${source}`,
    ...Array.from({ length: 30 }, () => `${line}. ${line}[^1].`),
    `[^1]: ${line}.\n\n    - ${line}\n[^b]: ${line}.`,
  ].join("\n\n");
  const at = (minute) => `2026-01-17T10:${String(minute).padStart(2, "0")}:00Z`;
  const updates = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`u${i}`, { published: at(i), modified: i === 3 ? at(40) : undefined, title: i % 3 ? line : undefined, key: i % 4 === 0, authors: [0], body: `${line}[^1].\n\n[^1]: ${line}.` }]));
  const article = {
    id: "1", headline: line, url: "/ferry", language, body, updates,
    published: "2024-01-17T09:00:00Z", authors: [{ name: "Seo Ha-rin" }], live: { state: "live", pinned: "u2", page: 6, older: "/older" },
    label: { kind: "sponsored", text: "Jangma Boots" }, series: { label: line, url: "/s", part: 2, of: 5 }, rating: { value: 3.5 },
    notices: [{ kind: "warning", text: line, url: "/help" }, { kind: "ai" }], points: [line, line], more: ["r"], comments: { url: "/c", count: 12 },
    related: { r: { headline: line, url: "/r", label: { kind: "sponsored" } } }, alternates: ["en", "ko", "ar", "fr"].map((one) => ({ language: one, url: `https://yeoul.example/${one}` })),
  };
  const story = press.open({ broadsheet: 2, article, site: { url: "https://yeoul.example/", language, ageDays: 365 } }, { stylesheet: "/broadsheet/broadsheet.css", now: "2026-02-01T00:00:00Z" });
  assert.deepEqual(story.diagnostics.filter(({ code }) => code !== "DATE_ORDER"), []);
  const made = story.render("document");
  story.close();
  return made;
}
const languages = Object.keys(TEXTS);
const site = await serve(Object.fromEntries(languages.map((language) => [`/${language}.html`, html(language)])));
after(() => site.close());

async function visit(t, path, options) {
  const context = await (await launch()).newContext({ reducedMotion: "reduce", ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

for (const language of languages)
  for (const width of [320, 390, 768, 1280])
    test(`${language}, ${width} px: nothing leaves the page, and a wide table scrolls in its box`, async (t) => {
      const page = await visit(t, `/${language}.html`, { viewport: { width, height: 900 } });
      const seen = await page.evaluate(() => {
        const box = document.querySelector(".bs-table");
        const cells = [...box.querySelectorAll("tbody tr")].map((row) => row.cells[1].getBoundingClientRect());
        box.scrollLeft = document.dir === "rtl" || getComputedStyle(box).direction === "rtl" ? -99999 : 99999;
        return {
          sideways: document.documentElement.scrollWidth - innerWidth,
          scrolls: box.scrollWidth > box.clientWidth,
          moved: Math.abs(box.scrollLeft),
          focusable: box.tabIndex === 0,
          heads: [...box.querySelectorAll("tbody th")].map((head) => [head.getBoundingClientRect().width / parseFloat(getComputedStyle(head).fontSize), head.getBoundingClientRect().height]),
          caption: box.querySelector("caption").getBoundingClientRect(),
          edges: cells.map(({ right }) => Math.round(right)),
          last: box.querySelector("tr").lastElementChild.getBoundingClientRect(),
          room: box.getBoundingClientRect(),
        };
      });
      assert.ok(seen.sideways <= 0, `the page scrolls by ${seen.sideways} px`);
      assert.equal(new Set(seen.edges).size, 1, "the numbers end in one line");
      for (const [ems, height] of seen.heads) assert.ok(ems > 5 && ems < 13 && height < 120, "the name of a row is read in words");
      assert.ok(seen.caption.left >= seen.room.left - 1 && seen.caption.right <= seen.room.right + 1, "the caption stays in sight");
      assert.ok(seen.focusable);
      if (width < 768) assert.ok(seen.scrolls && seen.moved > 0, "the table scrolls");
      assert.ok(seen.last.left >= seen.room.left - 1 && seen.last.right <= seen.room.right + 1, "its last column can be seen");
    });

test("a note and its reference lead to each other by the keyboard", async (t) => {
  const page = await visit(t, "/en.html", { viewport: { width: 390, height: 900 } });
  const reference = page.locator(".bs-body > p .bs-note-reference a").first();
  await reference.focus();
  await page.keyboard.press("Enter");
  const note = page.locator(".bs-body > .bs-notes li").first();
  await page.waitForURL(`**#${await note.getAttribute("id")}`); // which comes a moment after the key
  assert.ok(await note.evaluate((one) => one.matches(":target") && one.getBoundingClientRect().top < innerHeight));
  assert.equal(await note.locator(".bs-note-back").count(), 20, "links back to the first of its 31 references");
  await note.locator(".bs-note-back").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**#${await reference.getAttribute("id")}`);
  assert.ok(await reference.evaluate((one) => one.matches(":target") && one.getBoundingClientRect().top >= 0));
});

test("no id stands twice, and each link in the page has its target", async (t) => {
  const page = await visit(t, "/en.html", {});
  const [twice, lost] = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const links = [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href").slice(1));
    return [ids.filter((id, i) => ids.indexOf(id) !== i), links.filter((id) => !document.getElementById(id))];
  });
  assert.deepEqual([twice, lost], [[], []]);
});

for (const language of languages)
  for (const colorScheme of ["light", "dark"])
    test(`axe finds nothing: ${language}, ${colorScheme}`, async (t) => {
      const page = await visit(t, `/${language}.html`, { viewport: { width: 1280, height: 900 }, colorScheme });
      await page.locator(".bs-updates__older summary").click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]), []);
    });
