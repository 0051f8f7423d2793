// An embargo: before its time nothing of a story is in any output, whatever it is asked for and by whichever module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { modules } from "../../src/wasm/modules.mjs";
import { parts, partsByModule } from "../../web/parts.mjs";
import { full } from "./full-bundle.mjs";

const UNTIL = "2026-01-17T09:30:00+09:00"; // 00:30 in UTC
const whole = await load();

/** The article with a mark in every text, address and key of an id that it has. */
function marked(value, key) {
  if (Array.isArray(value)) return value.map((item) => marked(item, key));
  if (typeof value === "object" && value !== null) {
    const named = ["figures", "related", "media", "boxes", "galleries", "quotes", "updates"].includes(key);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [named ? `secret-${name}` : name, marked(member, name)]));
  }
  if (typeof value !== "string" || /^\d{4}-/.test(value) || ["language", "direction", "credit", "kind", "type", "status", "layout", "size"].includes(key)) return value;
  if (/^https?:/.test(value)) return `${value.replace(/[?#].*$/, "")}/secret`;
  if (value.includes("@")) return "secret@paper.example";
  return `${value} secret`;
}

const article = marked(full.article, "article");
article["secret-unknown"] = { secret: "<b>secret</b>" };
article.figures["secret-without"] = { alt: "secret", src: "javascript:secret" };
article.url = "/secret";
const item = { headline: article.headline, url: "/elsewhere" };
const other = { headline: "It is known", url: "https://yeoul.example/secret?from=list" };
const lists = structuredClone(full.lists);
lists.moreByAuthor.push(item, other);
lists.ticker.push(item, other);
Object.values(lists.ranked)[0].items.push(item, other, { headline: article.headlines.short, url: "/x" });
lists.galleries.items.push({ id: "g-x", title: article.headline, url: "/x" });
const link = { label: article.headline, url: "/x" };
const page = { label: "It is known", url: "/secret?from=menu" };
const links = (key) => [...full.site[key], { ...link, network: "x" }, { ...page, network: "x" }];
const site = {
  ...full.site,
  url: "https://yeoul.example/",
  navigation: links("navigation"),
  quickLinks: links("quickLinks"),
  follow: links("follow"),
  footer: [...full.site.footer, { label: "More", links: [link, page] }, { label: article.headline, links: [{ label: "A", url: "/a" }] }],
  notice: { ...full.site.notice, title: article.headlines.short, url: "/x" },
  slots: {
    ...full.site.slots,
    b: { advertiser: "B", image: "/b.webp", alt: article.headline, size: "banner" },
    c: { advertiser: article.headline, size: "banner" },
    d: { advertiser: "D", label: article.headline, size: "banner" },
  },
};
const bundle = (status) => ({ ...full, site, lists, article: { ...article, status: undefined, until: undefined, expires: undefined, ...status } });

const IDS = { figure: Object.keys(article.figures)[0], related: Object.keys(article.related)[0], "ranked list": Object.keys(lists.ranked)[0], slot: Object.keys(site.slots)[0] };

/** All that is told of a bundle, as one text. */
function told(press, layer, options, names = press.parts) {
  const story = press.open(layer, options);
  const ids = (takes) => (takes ? [IDS[takes] ?? "", ...Object.keys(article.figures), ""] : [""]);
  const html = parts.filter(({ name }) => names.includes(name)).flatMap(({ name, takes }) => ids(takes).map((id) => story.render(name, { id })));
  const facts = [story.title, story.id, story.language, story.direction, press === whole ? JSON.stringify(story.diagnostics) : ""];
  story.close();
  return [...html, ...facts].join("\n");
}

const STATUSES = {
  "until a time": { status: "embargoed", until: UNTIL },
  "without an end": { status: "embargoed" },
  "until a day": { status: "embargoed", until: "2026-01-01" },
  "until a time without an offset": { status: "embargoed", until: "2026-01-01T00:00" },
  "until no time": { status: "embargoed", until: "secret" },
  "by its end alone": { until: UNTIL },
  "in other letters": { status: "Embargoed ", until: UNTIL },
  "of a wrong type": { status: { secret: 1 } },
  "of a number": { status: 5 },
  "under another word": { status: "scheduled", until: UNTIL },
  "under no word": { status: "", until: UNTIL },
  "under a number": { status: 5, until: UNTIL },
  "behind other words": { status: "under embargo" },
  "behind a space that is none of JSON's": { status: "\u00a0embargoed" },
  "behind a character that is not drawn": { status: "\u200bembargoed", until: UNTIL },
};
const NOW = [undefined, "2026-01-17T00:29:59Z", "2026-01-17", "2026-01-16T23:59:59.9Z"];

for (const [name, status] of Object.entries(STATUSES))
  for (const now of NOW)
    test(`an embargo ${name}, ${now ?? "without now"}: no part and no fact has a text of the story`, () => {
      for (const document of ["story", "page"])
        for (const furniture of [false, true]) assert.doesNotMatch(told(whole, bundle(status), { now, document, furniture }), /secret/i);
    });

test("a notice names the story by its text or its picture, too", () => {
  for (const said of [{ body: article.headline }, { image: { src: "/x.webp", width: 3, height: 2, alt: article.headline } }, { title: "T", url: "/secret" }]) {
    const layer = { ...bundle({ status: "embargoed" }), site: { ...site, notice: { id: "n", ...said } } };
    assert.equal(whole.open(layer).render("notice"), "");
    assert.notEqual(whole.open({ ...layer, article: { ...article, status: "live" } }).render("notice"), "");
  }
});

test("the address of the story is known beside the option base, too", () => {
  const site = { url: "https://paper.example/", navigation: [{ label: "Boat", url: "/ferry" }, { label: "Other", url: "/other" }] };
  const held = { broadsheet: 2, site, article: { id: "1", headline: "H", url: "/ferry", body: "B", status: "embargoed" } };
  for (const base of [undefined, "https://api.paper.example/stories/1.json"]) {
    const story = whole.open({ ...held, lists: { ticker: [{ headline: "Boat", url: "/ferry" }] } }, { base });
    assert.equal(story.render("ticker"), "");
    assert.doesNotMatch(story.render("navigation"), /Boat/);
    assert.match(story.render("navigation"), /Other/);
  }
});

/** What the page around a story under an embargo shows of this paper: all of its parts, and the codes of what is told. */
function around(paper, headline = "The zebra crossing sank", more = {}) {
  const story = whole.open({ broadsheet: 2, article: { id: "1", headline, body: "B", url: "/z", status: "embargoed", ...more.article }, ...paper }, { furniture: true, ...more.options });
  const ids = [undefined, ...Object.keys(paper.lists?.ranked ?? {}), ...Object.keys(paper.site?.slots ?? {})];
  const html = parts.flatMap(({ name, takes }) => (takes ? ids : [undefined]).map((id) => story.render(name, { id }))).join("\n");
  const codes = story.diagnostics.map(({ code }) => code);
  story.close();
  return { html, codes };
}
const OTHER = { headline: "Kept", url: "/kept" };
const NAMED = { src: "/x.webp", width: 3, height: 2, alt: "The zebra crossing sank" };
const figure = { src: "/y.webp", width: 3, height: 2, alt: "Kept" };
const strip = (item) => ({ lists: { galleries: { label: "Kept", items: [{ id: "g", title: "Kept", url: "/kept", cover: figure, pictures: [figure], ...item }] } } });
const ranked = (list) => ({ lists: { ranked: { top: { label: "Kept", items: [OTHER], ...list }, more: { label: "Kept", items: [OTHER] } } } });
const PLACES = {
  "a list's own label": ranked({ label: "The zebra crossing sank" }),
  "a list's own address": ranked({ label: "zebra", url: "/z" }),
  "a list's id": { lists: { ranked: { "the-zebra-crossing-sank": { label: "zebra", items: [{ headline: "zebra", url: "/q" }] }, more: { label: "Kept", items: [OTHER] } } } },
  "the label of all galleries": { lists: { ticker: [OTHER], galleries: { label: "The zebra crossing sank", items: [{ title: "Kept", url: "/kept" }] } } },
  "a kicker": ranked({ items: [{ headline: "zebra", kicker: "The zebra crossing sank", url: "/q" }, OTHER] }),
  "an item's label": ranked({ items: [{ ...OTHER, label: { kind: "live", text: "The zebra crossing sank" } }] }),
  "the cover of a gallery": strip({ cover: NAMED }),
  "a picture of a gallery": strip({ pictures: [NAMED, figure] }),
  "the caption of one": strip({ pictures: [{ ...figure, caption: "The zebra crossing sank" }, figure] }),
  "the credit of one": strip({ pictures: [{ ...figure, credit: "The zebra crossing sank" }, figure] }),
  "a section": { site: { sections: [{ id: "s", label: "The zebra crossing sank", url: "/q" }, { id: "k", label: "Kept", url: "/kept" }] } },
  "the address of a section": { site: { sections: [{ id: "s", label: "zebra", url: "/z" }, { id: "k", label: "Kept", url: "/kept" }] } },
  "a section in a section": { site: { sections: [{ id: "k", label: "Kept", url: "/kept", children: [{ id: "s", label: "zebra", url: "/z" }] }] } },
  "a line of the imprint": { site: { imprint: [{ label: "News", value: "The zebra crossing sank" }, { label: "Publisher", value: "Kept" }] } },
  "the copyright": { site: { copyright: "The zebra crossing sank", imprint: [{ label: "Publisher", value: "Kept" }] } },
  "a longer text of the notice": { site: { notice: { id: "n", title: "zebra", body: "Tomorrow: “The zebra crossing sank”" }, imprint: [{ label: "Publisher", value: "Kept" }] } },
  "a longer text of a slot": { site: { slots: { a: { advertiser: "zebra", size: "banner", image: "/i.webp", alt: "THE ZEBRA CROSSING SANK, by us" }, b: { advertiser: "Kept", size: "banner" } } } },
  "an address with the headline": { site: { quickLinks: [{ label: "zebra", url: "/2026/the-zebra-crossing-sank.html" }, { label: "Kept", url: "/kept" }] } },
};
for (const [place, paper] of Object.entries(PLACES))
  test(`under an embargo the page around it does not name the story, and the rest stays: ${place}`, () => {
    const { html, codes } = around(paper);
    assert.doesNotMatch(html, /zebra/i);
    assert.match(html, /Kept/);
    assert.deepEqual(codes.filter((code) => /EMPTY|MISSING|UNKNOWN/.test(code) && code !== "SLOT_SIZE_MISSING"), []);
    assert.match(around(paper, "Something else", { article: { url: "/else", status: "live" } }).html, /zebra/i);
  });

test("a list, a group of the footer or a strip of which all speak of the story is not told to be empty", () => {
  const named = [{ headline: "The zebra crossing sank", url: "/q" }];
  const { html, codes } = around({ lists: { ranked: { top: { label: "Top", items: named } }, galleries: { items: [{ title: "x", url: "/z" }] } }, site: { footer: [{ label: "Top", links: [{ label: "x", url: "/z" }] }] } });
  assert.doesNotMatch(html, /Top|zebra/);
  assert.deepEqual(codes, ["STATUS_EMBARGOED"]);
});

test("a short headline is a story's where it is all of a text, and a word elsewhere", () => {
  const { html } = around({ lists: { ticker: [{ headline: "Sea", url: "/a" }, { headline: "Search at sea", url: "/b" }] }, site: { navigation: [{ label: "Search", url: "/c" }], name: "Sea" } }, "Sea");
  assert.match(html, /Search at sea/);
  assert.match(html, />Search</);
  assert.doesNotMatch(html, />Sea<\/a>/);
});

test("what was held back is there as soon as the embargo ends", () => {
  const story = whole.open({ broadsheet: 2, article: { id: "1", headline: "The zebra crossing sank", body: "B", url: "/z", status: "embargoed" }, lists: { ticker: [{ headline: "The zebra crossing sank", url: "/z" }] } });
  assert.doesNotMatch(story.render("ticker"), /zebra/);
  story.update({ article: { status: "live" } });
  assert.match(story.render("ticker"), /zebra/);
  story.close();
});

test("an absolute address of the story is known beside the option base, too", () => {
  const paper = { site: { url: "https://p.example/" }, lists: { ticker: [{ headline: "zebra", url: "/z" }, OTHER] } };
  for (const base of [undefined, "https://api.example/a/b.json"]) {
    const { html } = around(paper, "H", { article: { url: "https://p.example/z" }, options: { base } });
    assert.doesNotMatch(html, /zebra/);
    assert.match(html, /Kept/);
  }
});

test("a part of a second before the end is before it", () => {
  const shows = (until, now) => whole.open(bundle({ status: "embargoed", until }), { now }).render("headline") !== "";
  assert.equal(shows("2026-01-17T00:30:00.900Z", "2026-01-17T00:30:00Z"), false);
  assert.equal(shows("2026-01-17T00:30:00.900Z", "2026-01-17T00:30:01Z"), true);
  assert.equal(shows("2026-01-17T00:30:00.000Z", "2026-01-17T00:30:00.000Z"), true);
  assert.equal(shows("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"), false);
});

test("beside an end, the states that are known show the story; any other says that it counts as an embargo", () => {
  const codes = (status, until) => {
    const story = whole.open({ broadsheet: 2, article: { id: "1", headline: "Secret", body: "b", status, until } }, { now: "2026-01-01T00:00:00Z" });
    const shown = story.render("headline").includes("Secret");
    return [shown, ...story.diagnostics.map(({ code }) => code)].join(" ");
  };
  for (const status of ["live", "ended", "withdrawn"]) assert.equal(codes(status, UNTIL), "true");
  assert.equal(codes("usable"), "true STATUS_UNKNOWN");
  assert.equal(codes(""), "true TEXT_EMPTY");
  for (const status of ["usable", "Live", "under embargo", true, {}, []]) assert.equal(codes(status, UNTIL), "false STATUS_HELD STATUS_EMBARGOED", status);
  assert.equal(codes("usable", "2025-01-01T00:00:00Z"), "true STATUS_HELD");
});

test("the same bundle shows its texts from the very second on, and in version 1 always", () => {
  const count = (text) => text.match(/secret/gi)?.length ?? 0;
  assert.ok(count(told(whole, bundle(STATUSES["until a time"]), { now: "2026-01-17T00:30:00Z" })) > 100);
  assert.ok(count(told(whole, { ...bundle({ status: "embargoed" }), broadsheet: 1 }, {})) > 100);
});

test("a layer of its own lays the embargo on, and takes it off", () => {
  const layers = [bundle(), { article: { status: "embargoed" } }];
  assert.doesNotMatch(told(whole, layers, {}), /secret/i);
  assert.match(told(whole, [...layers, { article: { status: null } }], {}), /secret/i);
});

/** What src/text/alike.h names; without what neither capitals nor normal forms change, or not there. */
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
const COVERED = [
  ...range(0x41, 0x24f), ...range(0x386, 0x3ce), ...range(0x400, 0x45f), ...range(0x531, 0x556), ...range(0x1e00, 0x1eff),
  ...range(0x622, 0x64a), ...range(0x3041, 0x3094), ...range(0x30a1, 0x30fe), ...range(0xac00, 0xad00), ...range(0xff21, 0xff3a),
].filter((c) => /\p{L}/u.test(c) && ((c.normalize("NFD") !== c && !"Ǯǯ".includes(c)) || (/[\u0391-\u03ce\u0400-\u045f\u0531-\u0556\uff21-\uff3aA-Za-zßøØæÆ]/.test(c)))).join("");

/** The story in a list, written in another way: its headline, its address, those of the item, and the site's address. */
const ELSEWHERE = {
  "a line end of Word": ["The boat\u000bsails", "/x", { headline: "The boat\u000bsails" }],
  "a control in the story's alone": ["The\u0007 boat sails", "/x", { headline: "The boat sails" }],
  "more spaces": ["The boat sails", "/x", { headline: "The  boat\u00a0sails " }],
  "other quotation marks and capitals": ["“The boat’s here”", "/x", { headline: "'THE BOAT'S HERE'" }],
  "a soft hyphen": ["Fährschifffahrt", "/x", { headline: "Fähr\u00adschifffahrt" }],
  "capitals beyond ASCII": ["Café", "/x", { headline: "CAFÉ" }],
  "letters taken apart": ["Sécret", "/x", { headline: "Se\u0301cret" }],
  "letters put together": ["Se\u0301cret", "/x", { headline: "Sécret" }],
  "a syllable taken apart": ["기밀", "/x", { headline: "기밀".normalize("NFD") }],
  "a sigma at the end": ["ΣΟΦΟΣ", "/x", { headline: "σοφος" }],
  "all letters that are covered, taken apart": [COVERED, "/x", { headline: COVERED.normalize("NFD") }],
  "all letters that are covered, in capitals": [COVERED, "/x", { headline: COVERED.toUpperCase() }],
  "all letters that are covered, in small ones": [COVERED, "/x", { headline: COVERED.toLowerCase() }],
  "signs alone": ["?!", "/x", { headline: "?!" }],
  "a tatweel": ["محمد", "/x", { headline: "محـمد" }],
  "digits of full width": ["2026년", "/x", { headline: "２０２６년" }],
  "within a longer headline": ["배는 내일 아침에 떠난다", "/x", { headline: "[속보] 배는 내일 아침에 떠난다(종합)" }],
  "a number": [2026, "/x", { headline: "2026" }],
  "a short headline that is a number": ["The boat sails", "/x", { headline: "1952" }, undefined, { headlines: { short: 1952 } }],
  "another scheme": ["A", "https://p.example/x", { headline: "B", url: "http://p.example/x" }, "https://p.example/"],
  "capitals and a port": ["A", "/x", { headline: "B", url: "HTTPS://P.example:443/x" }, "https://p.example/"],
  "dots": ["A", "https://p.example/a/../x", { headline: "B", url: "https://p.example/./x" }, "https://p.example/"],
  "a slash at the end, escapes": ["A", "/경제/x", { headline: "B", url: "/%ea%b2%bd%ec%a0%9c/%78/" }, "https://p.example/"],
  "a query and a fragment": ["A", "/x", { headline: "B", url: "x?from=list#top" }, "https://p.example/"],
  "a parameter of the list": ["A", "/v?idxno=7", { headline: "B", url: "https://www.p.example/v?ref=list&idxno=7" }, "https://p.example/"],
  "no site's address: absolute in the story": ["A", "https://p.example/x", { headline: "B", url: "/x" }],
  "no site's address: absolute in the list": ["A", "x", { headline: "B", url: "https://p.example/x" }],
  "an address that is a number": ["A", 117, { headline: "B", url: "117" }],
};

for (const [name, [headline, url, known, home, more]] of Object.entries(ELSEWHERE))
  test(`in a list the story is known by its letters and its page, not by how they are written: ${name}`, () => {
    const items = [{ url: "/other", ...known }, { headline: "Onions are dearer", url: "https://p.example/v?idxno=8" }, { headline: "Soup", url: "mailto:soup@p.example" }];
    const lists = { ticker: items, moreByAuthor: items, ranked: { top: { label: "Top", items } }, galleries: { label: "Pictures", items: items.map((item) => ({ id: item.headline, title: item.headline, url: item.url })) } };
    const story = whole.open({ broadsheet: 2, article: { id: "1", headline, body: "B", url, status: "embargoed", ...more }, site: { url: home }, lists });
    for (const [part, id] of [["ticker"], ["more-by-author"], ["ranked-list", "top"], ["galleries"]]) {
      const links = story.render(part, { id }).match(/<a [^>]*>[^<]+/g).map((link) => link.replace(/.*>/, ""));
      assert.deepEqual([part, links], [part, ["Onions are dearer", "Soup"]]);
    }
    story.close();
  });

test("a long address or headline under an embargo is not looked through for each item of a list", () => {
  const items = Array.from({ length: 1000 }, (_, i) => ({ headline: `h${i}`, url: `/${i}` }));
  for (const article of [{ headline: " ".repeat(1e6) + "x" }, { headline: "!".repeat(1e6) + "x" }, { headline: "x", url: "/" + "x".repeat(1e6) }]) {
    const open = (list) => {
      const before = process.cpuUsage();
      whole.open({ broadsheet: 2, article: { id: "1", body: "B", status: "embargoed", ...article }, lists: { ranked: { top: { label: "T", items: list } } } }).close();
      return process.cpuUsage(before).user;
    };
    open([]); // warm
    assert.ok(open(items) < 20 * open(items.slice(0, 1)) + 2e5);
  }
});

for (const [place, { name, file }] of modules.slice(0, -1).entries())
  test(`${name}: under an embargo it gives nothing of the story, or fails`, async () => {
    const press = await load(readFileSync(new URL(`../../dist/${file}`, import.meta.url)));
    let text = "";
    try {
      text = told(press, bundle({ status: "embargoed" }), {}, partsByModule.slice(0, place + 1).flat());
    } catch (error) {
      assert.equal(error.name, "BroadsheetError");
    }
    assert.doesNotMatch(text, /secret/i);
    assert.equal(text === "", name !== "RICH"); // a module that knows no embargo opens nothing that has one
  });
