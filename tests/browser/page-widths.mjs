// The page at every width: the pages that are made, and what is measured on each. tests/browser/page-widths.test.mjs looks
// at a choice of them in which each two values stand together on some page, `make pages` at all of them.
import { readFileSync } from "node:fs";
import { load } from "../../dist/broadsheet.js";

const examples = new URL("../../examples/bundles/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, examples)));
const EDITIONS = {
  en: ["edition/site-en.json", "edition/lists-en.json", "summit.json"],
  ko: ["edition/site-ko.json", "edition/lists-ko.json", "haenyeo.json"],
  ar: ["edition/site-ar.json", "edition/lists-ar.json", "edition/story-ar.json"],
  fr: ["edition/site-en.json", "edition/lists-en.json", "summit.json"],
};
const NOW = "2025-11-07T10:00:00+09:00";

const HEADLINES = {
  short: { en: "Fog lifts", ko: "안개 걷혀", ar: "انقشع الضباب", fr: "Brume levée" },
  long: {
    en: "Four nations that have not agreed on the name of the sea between them agree to answer one another’s distress calls",
    ko: "바다의 이름조차 합의하지 못한 네 나라, 상대 선박의 조난 신호에는 가장 가까운 배가 먼저 응답하기로 합의했다",
    ar: "أربع دول لم تتفق على اسم البحر الذي بينها تتفق على أن تجيب أقرب سفينة نداء استغاثة أي سفينة أخرى",
    fr: "Quatre pays qui ne s’accordent pas sur le nom de leur mer conviennent de répondre aux appels de détresse des autres",
  },
};
const NAMES = {
  short: { en: "FT", ko: "한국", ar: "عُمان", fr: "FT" },
  middle: { en: "The New York Times", ko: "대한매일경제신문", ar: "صحيفة الشرق الأوسط", fr: "Le Monde diplomatique" },
  long: {
    en: "Frankfurter Allgemeine Sonntagszeitung",
    ko: "대한민국지방자치행정경제신문사",
    ar: "صحيفة الأخبار العربية اليومية المستقلة",
    fr: "Frankfurter Allgemeine Sonntagszeitung",
  },
};
const LABELS = {
  en: ["World", "Business", "Society", "Islands", "Culture & Arts", "Sports", "Weather", "Opinion", "Inter-Korean Affairs", "Local Government", "Life"],
  ko: ["국제", "경제", "사회", "바다와 항구", "문화·예술", "스포츠", "날씨", "오피니언", "남북 관계", "지방 자치", "생활"],
  ar: ["العالم", "الاقتصاد", "المجتمع", "الجزر", "الثقافة والفنون", "الرياضة", "الطقس", "الرأي", "شؤون الكوريتين", "الحكم المحلي", "الحياة"],
  fr: ["Monde", "Économie", "Société", "Îles", "Culture et arts", "Sports", "Météo", "Opinions", "Affaires intercoréennes", "Vie locale", "Art de vivre"],
};

/** What a page may be; each is a choice of one value from each list. */
export const FACTORS = {
  language: Object.keys(EDITIONS),
  width: [320, 360, 390, 412, 600, 768, 1024, 1280, 1920],
  name: ["logo", "short", "middle", "long"],
  headline: ["edition", "short", "long"],
  menu: ["edition", "short", "long"],
  head: ["whole", "bare"],
  script: [true, false],
};
export const heightOf = (width) => (width < 500 ? 740 : width > 1500 ? 1080 : 900);

/** All pages. */
export function all() {
  return Object.entries(FACTORS).reduce((made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))), [{}]);
}

/** Some pages, among which each two values of two factors stand together on one. */
export function pairwise() {
  const names = Object.keys(FACTORS);
  const pairsOf = (one) => names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}=${one[a]} ${b}=${one[b]}`));
  const pages = all().map((one) => ({ one, pairs: pairsOf(one) }));
  const left = new Set(pages.flatMap(({ pairs }) => pairs));
  const chosen = [];
  while (left.size) {
    let best = null;
    let most = 0;
    for (const page of pages) {
      let count = 0;
      for (const pair of page.pairs) if (left.has(pair)) count++;
      if (count > most) [best, most] = [page, count];
      if (most === names.length * (names.length - 1) / 2) break;
    }
    for (const pair of best.pairs) left.delete(pair);
    chosen.push(best.one);
  }
  return chosen;
}

const press = await load();

function menuOf(site, kind, language) {
  const labels = LABELS[language].map((label, i) => ({ label, url: `/s${i}` }));
  const here = site.navigation.find(({ section }) => section === kind.section) ?? site.navigation[1];
  if (kind.menu === "short") return [labels[0], here, labels[1]];
  return kind.menu === "long" ? [...labels, ...labels.slice(0, 5).map((link) => ({ ...link, label: `${link.label} 2` })), here] : site.navigation;
}

/** The HTML of a page. */
export function documentOf({ language, name, headline, menu, head, script }) {
  const [{ site, ...siteRest }, lists, { article, ...storyRest }] = EDITIONS[language].map(read);
  if (language === "fr") Object.assign(site, { language: "fr" });
  if (name !== "logo") Object.assign(site, { name: NAMES[name][language], logo: null });
  site.share = ["facebook", "x", { network: "kakaotalk", template: "https://kakao.example/?u={url}" }, "whatsapp", "reddit", "mail", "link", "system"];
  site.navigation = menuOf(site, { menu, section: [article.section].flat()[0] }, language);
  if (headline !== "edition") article.headline = HEADLINES[headline][language];
  if (head === "bare") Object.assign(article, { standfirst: null, authors: null, kicker: null });
  article.related ??= {};
  const story = press.open([{ ...siteRest, site }, lists, { ...storyRest, article }], {
    document: "page",
    stylesheet: "/broadsheet/broadsheet.css",
    now: NOW,
    locale: language,
  });
  const html = story.render("document");
  story.close();
  return script ? html.replace("</head>", '<script type="module" blocking="render" src="/broadsheet/furniture.js"></script></head>') : html;
}

/** Runs in the page: what offends in it, as sentences. */
export function measure({ width, head, script }) {
  const found = [];
  const expect = (right, text) => right || found.push(text);
  const one = (selector) => document.querySelector(selector);
  const every = (selector) => [...document.querySelectorAll(selector)];
  const box = (node) => node.getBoundingClientRect();
  const shown = (node) => node.checkVisibility({ visibilityProperty: true });
  const round = Math.round;

  /** The lines of the text in an element, as boxes. */
  function lines(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const rows = [];
    for (const rect of range.getClientRects()) {
      const middle = (rect.top + rect.bottom) / 2;
      if (rect.width && !rows.some((row) => middle > row.top && middle < row.bottom)) rows.push(rect);
    }
    return rows;
  }

  // --- nothing is wider than the window, and the page stands at its beginning
  expect(document.documentElement.scrollWidth <= innerWidth, `it scrolls sideways by ${document.documentElement.scrollWidth - innerWidth} px`);
  expect(scrollX === 0 && scrollY === 0, "the page has moved");

  // --- the masthead: menu, name and search in one row
  const bar = [".bs-menu__button", ".bs-masthead__name", ".bs-masthead .bs-search__label"].map(one).map(box);
  expect(Math.max(...bar.map(({ top }) => top)) < Math.min(...bar.map(({ bottom }) => bottom)), "the masthead has more than one row");
  const name = one(".bs-masthead__name");
  expect(lines(name).length <= 1, `the paper's name has ${lines(name).length} lines`);
  expect(parseFloat(getComputedStyle(name).fontSize) >= 10, `the paper's name is ${getComputedStyle(name).fontSize} high`);
  expect(box(name).height <= 66, `the paper's name is ${round(box(name).height)} px high`);
  const sides = bar.map(({ left, right }) => [left, right]).sort(([a], [b]) => a - b);
  expect(sides.every(([, right], i) => i === 2 || right <= sides[i + 1][0] + 1), "the masthead's parts cover each other");
  expect(sides.every(([left, right]) => left >= 0 && right <= innerWidth), "a part of the masthead is outside of the window");

  // --- the first screen
  const headline = one(".bs-headline");
  const picture = one(".bs-lead-figure .bs-picture");
  const notice = one(".bs-page > .bs-notice");
  const top = box(headline).top;
  expect(top <= (width < 500 ? 260 : 300), `the headline begins at ${round(top)}`);
  if (picture && width >= 1280) {
    const { top: from, height, right, left } = box(picture);
    expect(from + height / 3 <= innerHeight, `the picture begins at ${round(from)}, and its upper third ends at ${round(from + height / 3)}`);
    const over = notice && shown(notice) ? box(notice) : null;
    expect(!over || over.left >= right || over.right <= left || over.top >= Math.min(innerHeight, from + height / 3), "the notice stands on the picture");
  }
  expect(notice && shown(notice), "the notice is not there");
  if (script) expect(box(notice).top < innerHeight && box(notice).height <= 0.4 * innerHeight + 1, "the notice is out of sight, or too high");

  // --- the current items are in view
  for (const current of every(".bs-page :is(.bs-navigation, .bs-sub-navigation) [aria-current]")) {
    const { left, right } = box(current);
    expect(left >= 0 && right <= innerWidth, `the current item "${current.textContent}" is at ${round(left)} to ${round(right)}`);
    const { top: above, bottom } = box(current);
    const under = document.elementFromPoint((left + right) / 2, (above + bottom) / 2);
    expect(current.contains(under), `the current item "${current.textContent}" is covered`);
  }

  // --- no letter is cut
  const cutting = (node) => [getComputedStyle(node).overflowX, getComputedStyle(node).overflowY];
  const walker = document.createTreeWalker(one(".bs-page"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement) || node.parentElement.closest(".bs-menu__panel, dialog")) continue;
    for (let around = node.parentElement; around.closest(".bs-page"); around = around.parentElement) {
      const [across, down] = cutting(around);
      if (across === "visible" && down === "visible") continue;
      const edge = box(around);
      if (edge.width <= 1) break; // heard, not seen
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (!rect.width) continue;
        const out = rect.bottom <= edge.top + 2 || rect.top >= edge.bottom - 2 || rect.right <= edge.left + 1 || rect.left >= edge.right - 1;
        // The ink of a line is lower than its box.
        const ink = rect.height * 0.15;
        const cutDown = rect.top + ink < edge.top || (rect.bottom - ink > edge.bottom && down !== "auto");
        const swiped = across === "auto" && around.matches(".bs-navigation__list, .bs-sub-navigation__list, .bs-galleries__items, .bs-table");
        const cutAcross = (rect.left < edge.left - 1 || rect.right > edge.right + 1) && !swiped;
        expect(out || !(cutDown || cutAcross), `"${node.data.trim().slice(0, 40)}" is cut by ${around.className}`);
      }
      break;
    }
  }

  // --- the ticker
  const list = one(".bs-ticker__list");
  const edge = box(list);
  const items = every(".bs-ticker__item").map(box);
  const seen = items.filter(({ left, right }) => left >= edge.left - 1 && right <= edge.right + 1);
  expect(seen.length >= 2, "the ticker shows no two headlines");
  expect(items.every((item) => seen.includes(item) || item.right <= edge.left + 1 || item.left >= edge.right - 1), "the ticker shows a part of a headline");
  if (script) {
    const [first] = every(".bs-ticker__item");
    const controls = one(".bs-ticker__controls");
    const rtl = getComputedStyle(list).direction === "rtl";
    expect(box(controls).top >= box(first).top, "the ticker's buttons stand before rank 1");
    const last = controls.lastElementChild;
    const [end, ends] = rtl ? [box(controls).left, box(last).left] : [box(controls).right, box(last).right];
    expect(Math.abs(end - ends) <= 1, "the ticker's buttons are not at the end of their row");
  }

  // --- sharing and tools
  const controls = every(".bs-share :is(a, button), .bs-tools button").filter(shown).map(box);
  const rows = controls.reduce((tops, { top: at }) => (tops.some((other) => Math.abs(other - at) < 8) ? tops : [...tops, at]), []);
  expect(rows.length <= 2, `sharing and tools have ${rows.length} rows`);
  expect(controls.every(({ width: wide, height }) => wide >= 24 && height >= 24), "a control of sharing or of the tools is smaller than 24 px");
  expect(shown(one(".bs-share__label")), "no word says what the glyphs are for");

  // --- lists beside the story
  for (const link of every(".bs-page__side .bs-ranked-list__link")) {
    expect(lines(link).length <= 3, `"${link.textContent}" has ${lines(link).length} lines beside the story`);
  }

  // --- a section's name at most twice within 230 px
  const label = one(".bs-section-label");
  const same = every(".bs-page *").filter((node) => !node.children.length && node.textContent.trim() === label.textContent.trim() && shown(node) && !node.closest(".bs-menu__panel"));
  const tops = same.map((node) => box(node).top).sort((a, b) => a - b);
  expect(tops.every((at, i) => !(tops[i + 2] - at < 230)), `"${label.textContent}" stands three times within 230 px`);

  // --- dates do not touch the headline
  const dates = one(".bs-dates");
  const below = Math.min(...lines(dates).map(({ top: at }) => at)) - Math.max(...lines(headline).map(({ bottom }) => bottom));
  if (head === "bare") expect(below >= 6, `the dates stand ${round(below)} px below the headline`);

  // --- a slot stands in the middle of what it is in
  const slot = one(".bs-page__main > .bs-slot");
  if (slot) {
    const inside = box(slot.querySelector(".bs-slot__box"));
    expect(Math.abs(inside.left - box(slot).left - (box(slot).right - inside.right)) <= 2, "what is sold below the story stands at one side");
  }
  return found;
}

/** Runs in the page: what the side column shows while the story is read; the share of the window that is empty. */
export async function emptiness() {
  const side = document.querySelector(".bs-page__side");
  const main = document.querySelector(".bs-page__main");
  const beside = Math.abs(side.getBoundingClientRect().left - main.getBoundingClientRect().left) > 10;
  if (!beside) return 0;
  let worst = 0;
  const { top, bottom } = document.querySelector(".bs-page__columns").getBoundingClientRect();
  for (let at = top; at < bottom - innerHeight; at += innerHeight / 2) {
    scrollTo({ top: at, behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const boxes = [...side.querySelectorAll("li, h2, .bs-slot")].map((node) => node.getBoundingClientRect()).filter((box) => box.bottom > 0 && box.top < innerHeight);
    const [from, to] = [Math.min(innerHeight, ...boxes.map((box) => box.top)), Math.max(0, ...boxes.map((box) => box.bottom))];
    worst = Math.max(worst, 1 - Math.max(0, Math.min(to, innerHeight) - Math.max(from, 0)) / innerHeight);
  }
  scrollTo({ top: 0, behavior: "instant" });
  return worst;
}
