// Who wins: our stylesheet, a reset, the author of the page. What the tests of the cascade share in all engines.
import { readFileSync } from "node:fs";
import { load } from "../../dist/broadsheet.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const press = await load();

const BODY = `## A heading

A [link](https://a.example/), **strong**, *emphasis*, ~~gone~~ and \`code\`.

### Another

> A quotation

![](figure:f1)

1. One
2. Two
   - inner

[](related:r1)

| a | b |
|:-|-:|
| 1 | 2 |

---

\`\`\`
plain
\`\`\`

Last.`;

/** What version 2 of the format has added, of each kind one. */
const item = (title, more) => ({ title, ...more });
const BOXES = {
  facts: [item("Depth", { body: "40 metres." }), item("Width")], numbers: [item("41", { body: "days" }), item("9", { body: "miles" })],
  timeline: [item("It stops", { date: "2026-01-06" }), item("It sails", { date: "2026-01-17" })], question: [item("Why?", { body: "So." }), item("When?", { body: "Now." })],
  points: [item("One"), item("Two")], correction: [], warning: [], notice: [],
};
const VERSION_2 = {
  label: { kind: "opinion", text: "View" }, series: { label: "The strait", url: "/s", part: 2, of: 5 }, rating: { value: 3.5, max: 5 },
  notices: [{ kind: "warning", text: "A death.", url: "/h" }, { kind: "ai" }], points: ["It sails", "At nine"], comments: { url: "/c", count: 3 }, more: ["r1"],
  quotes: { q: { text: "No *onions*.", source: "Seo" } },
  galleries: { g: { label: "Row", figures: ["f1", "f2"], layout: "row" }, s: { label: "Stack", figures: ["f1"], layout: "stack" }, v: { label: "Viewer", figures: ["f1", "f2"], layout: "viewer" } },
  media: {
    a: { type: "audio", title: "Listen", sources: [{ src: "/a.mp3", type: "audio/mpeg" }], transcript: "Words." },
    p: { type: "post", provider: "X", author: "Port", handle: "@port", text: "She sails.", url: "https://x.com/p/1" },
    f: { type: "frame", provider: "YouTube", title: "Watch", url: "https://www.youtube.com/watch?v=q", frame: "https://www.youtube-nocookie.com/embed/q" },
  },
  boxes: Object.fromEntries(Object.entries(BOXES).map(([kind, items]) => [kind, { kind, title: `A ${kind}`, body: "Text.", items }])),
  live: { state: "live", pinned: "u1", older: "/older" },
  updates: {
    u1: { published: "2025-11-06T10:00:00Z", title: "First", key: true, body: "It begins.\n\n| a | b |\n|-|-|\n| | 1 |\n| x | 2 |" },
    u2: { published: "2025-11-06T11:00:00Z", title: "Second", key: true, body: "It goes on." },
  },
};
const BODY_2 = ["[q](quote:q)", ..."gsv".split("").map((one) => `[](gallery:${one})`), ..."apf".split("").map((one) => `[m](media:${one})`), ...Object.keys(BOXES).map((one) => `[b](box:${one})`),
  "Water is H~2~O, and 12 m^2^[^1].", "- [x] Done", "> Said.\n>\n> — Seo", "Table: A caption\n\n| | b |\n|-|-|\n| x | 1 |", "[^1]: A note."].join("\n\n");

/** A page in which each part stands, with a body of all kinds of block. */
export function wholePage(stylesheet, version = 1) {
  const article = {
    id: "a1", language: "en", section: ["politics", "diplomacy"], kicker: "Kicker", headline: "A story", standfirst: "Standfirst", body: BODY, url: "https://yeoul.example/a1",
    published: "2025-11-05T10:35:00+09:00", lead: "f1", dateline: "YEOSU", rights: "All rights",
    authors: [{ name: "Noh Ji-an", email: "a@b.example", url: "https://yeoul.example/noh", role: "Reporter" }],
    corrections: [{ date: "2025-11-07", text: "A correction." }],
    tags: [{ label: "Sea", url: "https://yeoul.example/sea" }, { label: "Plain" }],
    figures: { f1: { src: "/f1.svg", width: 40, height: 30, alt: "A picture", caption: "Caption", credit: "Credit" }, f2: { src: "/f2.svg", width: 30, height: 40, alt: "Another" } },
    related: { r1: { headline: "Related", url: "https://yeoul.example/r1", published: "2025-11-05T10:35:00+09:00" } },
  };
  if (version === 2) Object.assign(article, VERSION_2, { body: `${BODY}\n\n${BODY_2}` });
  const layers = [read("examples/bundles/edition/site-en.json"), read("examples/bundles/edition/lists-en.json"), { broadsheet: version, article }];
  const story = press.open(layers, { document: "page", stylesheet, now: "2025-11-07T10:00:00+09:00" });
  const html = story.render("document");
  const { diagnostics } = story;
  story.close();
  return { html: html.replaceAll(/ srcset="[^"]*"| src="[^"]*"/g, ""), diagnostics };
}

/** Selectors that a theme would write, of one class at most beside names of elements. */
export const SELECTORS = [
  ".bs-story", ".bs-story__head", ".bs-section-label", ".bs-kicker", ".bs-headline", ".bs-standfirst", ".bs-byline", ".bs-dates",
  ".bs-lead-figure", ".bs-picture", ".bs-figcaption", ".bs-credit", ".bs-body", ".bs-dateline", ".bs-body > p", ".bs-body a", ".bs-body h2",
  ".bs-body blockquote", ".bs-body ol", ".bs-body li", ".bs-body code", ".bs-body pre", ".bs-body hr", ".bs-body strong", ".bs-body em",
  ".bs-table", ".bs-table th", ".bs-table td", ".bs-related", ".bs-related__headline", ".bs-corrections", ".bs-contact", ".bs-tags", ".bs-tags a",
  ".bs-page", ".bs-masthead", ".bs-masthead__name", ".bs-navigation", ".bs-navigation__list", ".bs-ticker", ".bs-search__field",
  ".bs-search__button", ".bs-ranked-list", ".bs-ranked-list__label", ".bs-ranked-list__item", ".bs-ranked-list__link",
  ".bs-share__list", ".bs-galleries", ".bs-footer", ".bs-footer-links", ".bs-imprint", ".bs-copyright",
];

/** What a theme would change, each to a value that nothing of ours has; logical names, then the physical ones. */
export const CHANGES = [
  {
    color: "rgb(1, 2, 3)", "background-color": "rgb(4, 5, 6)", "font-family": "fantasy", "font-size": "33px", "font-style": "oblique 10deg",
    "font-weight": "123", "line-height": "41px", "letter-spacing": "7px", "text-align": "right", "text-transform": "uppercase", "text-indent": "9px",
    "text-decoration-line": "overline", "text-decoration-color": "rgb(7, 8, 9)", "text-decoration-style": "wavy", "list-style-type": "square",
    "margin-block": "11px 12px", "margin-inline": "13px 14px", "padding-block": "15px 16px", "padding-inline": "17px 18px",
    "border-block": "3px dotted rgb(1, 9, 1)", "border-inline": "4px double rgb(2, 9, 2)", "border-radius": "5px", "box-shadow": "rgb(3, 9, 3) 1px 1px",
    "vertical-align": "21px", "white-space": "pre-line", opacity: "0.5", display: "block", "inline-size": "222px", "block-size": "99px",
    "min-inline-size": "19px", "max-inline-size": "777px", "max-block-size": "666px", "box-sizing": "content-box", float: "left",
    "text-underline-offset": "5px", "outline-offset": "6px", cursor: "help", "border-collapse": "separate", position: "relative",
  },
  {
    margin: "11px 12px 13px 14px", padding: "15px 16px 17px 18px", border: "3px dotted rgb(1, 9, 1)", width: "222px", height: "99px",
    "min-width": "19px", "max-width": "777px", "max-height": "666px", "text-decoration": "overline wavy rgb(7, 8, 9)", font: "italic 123 33px/41px fantasy",
    "list-style": "square inside", background: "rgb(4, 5, 6)",
  },
  { "margin-top": "11px", "padding-left": "18px", "border-bottom": "3px dotted rgb(1, 9, 1)", "border-color": "rgb(2, 9, 2)" },
];

/** The declarations of a change; what ends each may be " !important". */
export const text = (change, end = "") => Object.entries(change).map(([name, value]) => `${name}: ${value}${end}`).join("; ");

/** A rule with them for each selector. */
export const rules = (selectors, change) => selectors.map((selector) => `${selector} { ${text(change)} }`).join("\n");

// Runs in the page -------------------------------------------------------------------------

/** Puts css into a style element before or after the link to the stylesheet. */
export function put(css, where) {
  const link = document.querySelector('link[rel="stylesheet"]');
  const id = `author-${where}`;
  let style = document.getElementById(id);
  if (!style) {
    style = Object.assign(document.createElement("style"), { id });
    link[where](style);
  }
  style.textContent = css;
}

/** The computed style of everything of ours, as lists of values; keeps the first and gives the differences of later ones. */
export function compare(keep) {
  // What our elements inherit from the root, where a reset set it, and no stylesheet of ours sets: it is the page's.
  const inherited = /^(--|tab-size|-moz-tab-size|-webkit-tap|-webkit-text-size|text-size-adjust|quotes|caption-side|border-spacing|-webkit-border-(horizontal|vertical)-spacing|perspective-origin|transform-origin|-webkit-locale|counter-|(-webkit-|-moz-)?user-select|text-rendering|text-decoration-inset|text-decoration-skip-ink|text-underline-position)/;
  const nodes = [...document.querySelectorAll('[data-part][class^="bs-"], [data-part][class^="bs-"] *')];
  const names = [...getComputedStyle(nodes[0])].filter((name) => !inherited.test(name));
  const drawn = ["content", "margin-left", "margin-top", "padding-left", "border-top-width", "border-right-width", "width", "height"];
  // Laid out anew, since used values such as that of a margin "auto" may stay where only the style changed.
  document.body.style.display = "none";
  document.body.getBoundingClientRect();
  document.body.style.display = "";
  const look = nodes.flatMap((node, i) =>
    [null, "::before", "::after"].map((pseudo, j) => {
      const style = getComputedStyle(node, pseudo);
      if (pseudo && (keep ? style.content : kept[i * 3 + j][0]) === "none") return ["none"];
      // Firefox keeps a button, of one line, from being broken.
      return (pseudo ? drawn : names).map((name) => (node.localName === "button" && name === "break-inside" ? "" : style.getPropertyValue(name)));
    }),
  );
  if (keep) globalThis.kept = look;
  const isNear = (one, other) => /px$/.test(one) && Math.abs(parseFloat(one) - parseFloat(other)) < 0.05; // of a text's width
  const say = (i) => `${nodes[Math.floor(i / 3)].className || nodes[Math.floor(i / 3)].parentNode.className + ">" + nodes[Math.floor(i / 3)].localName}${["", "::before", "::after"][i % 3]}`;
  return look.flatMap((values, i) =>
    values.flatMap((value, j) => (value === kept[i][j] || isNear(value, kept[i][j]) ? [] : [`${say(i)} ${(i % 3 ? drawn : names)[j]}: ${kept[i][j]} -> ${value}`])),
  ).slice(0, 20);
}

/** For each selector the computed values of properties on the first element that it finds. */
export function values(selectors, properties) {
  return selectors.map((selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    return properties.map((property) => style.getPropertyValue(property)).join(" | ");
  });
}

/** Sets (or takes away) the style attribute of what the selectors find. */
export function attribute(selectors, text) {
  for (const selector of selectors) {
    for (const node of document.querySelectorAll(selector)) {
      if (text === null) node.removeAttribute("style");
      else node.setAttribute("style", text);
    }
  }
}

/** Puts css after our stylesheet, and gives each of its declarations that is not what becomes of what its selector finds. */
export function ineffective(css) {
  const names = ["color", "background-color", "border-top-color", "font-family", "font-size", "line-height", "text-transform", "width", "height"];
  const nodes = [...document.querySelectorAll(".bs-page, .bs-page *")];
  const look = () => nodes.map((node) => names.map((name) => getComputedStyle(node).getPropertyValue(name)).join()).join();
  const style = document.createElement("style");
  document.querySelector('link[rel="stylesheet"]').after(style);
  const before = look();
  style.textContent = css;
  const found = [];
  const visit = (rule) => {
    if (!rule.selectorText) return [...(rule.cssRules ?? [])].forEach(visit);
    const named = [...document.querySelectorAll(rule.selectorText)];
    if (!named.length) found.push(`${rule.selectorText} finds nothing`);
    for (const name of rule.style) {
      if (name.startsWith("--")) {
        const value = rule.style.getPropertyValue(name);
        const withIt = look();
        rule.style.removeProperty(name);
        if (withIt === look()) found.push(`${name} changes nothing`);
        rule.style.setProperty(name, value);
        continue;
      }
      for (const node of named) {
        const has = getComputedStyle(node).getPropertyValue(name);
        node.style.setProperty(name, rule.style.getPropertyValue(name), "important");
        const wanted = getComputedStyle(node).getPropertyValue(name);
        node.removeAttribute("style");
        if (has !== wanted) found.push(`${rule.selectorText} ${name}: ${has}, not ${wanted}`);
      }
    }
  };
  [...style.sheet.cssRules].forEach(visit);
  const changed = before !== look();
  style.remove();
  return { found, changed };
}
