// Bundles of which one thing grows, or two that multiply when each use of the one shows all of the other.
const list = (count, item) => Array.from({ length: Math.max(1, Math.round(count)) }, (_, i) => item(i));
const record = (count, key, value) => Object.fromEntries(list(count, (i) => [key(i), value(i)]));
const long = (size, unit = "x") => unit.repeat(Math.max(1, Math.round(size / unit.length)));

const layer = ({ article, ...more }) =>
  JSON.stringify({ article: { id: "a", headline: "h", body: "x", ...article }, ...more });
const member = (count, item) => `{"article":{"id":"a","headline":"h","body":"x",${list(count, item).join(",")}}}`;
const layers = (texts) => [layer({}), ...texts].join("\0");

/** Lists inside one another, so many deep, each of so many. */
function tree(depth, width, id = "s") {
  return list(width, (i) => ({
    id: `${id}-${i}`,
    label: `S ${i}`,
    url: `/${i}`,
    ...(i === 0 && depth > 1 ? { children: tree(depth - 1, width, `${id}-${i}`) } : {}),
  }));
}

const picture = (i) => ({ src: `p${i}.webp`, width: 640, height: 480, alt: `A ${i}`, caption: `C ${i}`, credit: "R" });
const item = (i) => ({ headline: `H ${i}`, url: `/h/${i}`, kicker: "K", published: "2025-10-18T07:00:00Z", image: picture(i) });
const link = (i) => ({ label: `L ${i}`, url: `/l/${i}` });

// name: [the most that n may be, a bundle of the size n].
const BUNDLES = {
  // Keys.
  "many keys": [2000, (n) => member(n, (i) => `"k${i}":${i}`)],
  "many keys with one long start": [400, (n) => member(n, (i) => `"${long(200)}${i}":0`)],
  "keys that are the start of the next": [40_000, (n) => member(Math.sqrt(n), (i) => `"${long(i + 1)}":0`)],
  "one key again and again": [5000, (n) => member(n, (i) => `"kicker":"${i}"`)],
  "one object again and again": [3000, (n) => member(n, (i) => `"figures":{"f":{"src":"${i}"}}`)],
  "keys nobody knows, in objects that somebody does": [2000, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, () => ({ x: 0 })) } })],
  "keys with much to escape in a pointer": [200, (n) => member(n, (i) => `"${long(200, "~/")}${i}":0`)],
  "one long key": [40_000, (n) => member(1, () => `"${long(n)}":0`)],
  "long keys inside one another": [40_000, (n) => member(1, () => `"a":${list(20, () => `{"${long(n / 20)}":`).join("")}0${long(20, "}")}`)],
  "objects inside one another": [25, (n) => layer({ article: { _x: list(n, (i) => i).reduce((inner) => ({ a: inner }), 0) } })],
  // Layers.
  "many layers": [1500, (n) => layers(list(n, (i) => `{"article":{"k${i}":1}}`))],
  "many layers over one key": [1500, (n) => layers(list(n, (i) => `{"article":{"kicker":"${i}"}}`))],
  "many layers, each with a list": [1000, (n) => layers(list(n, () => '{"article":{"tags":[{"label":"a"},{"label":"b"}]}}'))],
  "many small layers over a large one": [1000, (n) => [layer({ article: { figures: record(n, (i) => `f${i}`, picture) } }), ...list(n, (i) => `{"article":{"figures":{"f${i}":{"alt":"b"}}}}`)].join("\0")],
  "a large layer over a large one": [1000, (n) => [1, 2].map((k) => layer({ article: { figures: record(n, (i) => `f${i * k}`, picture) } })).join("\0")],
  // Lists, up to their limit and past it.
  authors: [500, (n) => layer({ article: { authors: list(n, (i) => ({ name: `N ${i}`, role: "R", email: "n@x.example", url: `n${i}`, image: "n.webp" })) }, site: { url: "https://x.example/" } })],
  "authors past the limit": [2000, (n) => layer({ article: { authors: list(n, (i) => ({ name: `N ${i}` })) } })],
  "authors that are wrong": [500, (n) => layer({ article: { authors: list(n, () => 7) } })],
  tags: [500, (n) => layer({ article: { tags: list(n, link) } })],
  "tags past the limit": [2000, (n) => layer({ article: { tags: list(n, link) } })],
  corrections: [500, (n) => layer({ article: { corrections: list(n, (i) => ({ date: "2025-10-18T07:00:00Z", text: `T ${i}` })) } })],
  alternates: [500, (n) => layer({ article: { alternates: list(n, (i) => ({ language: "en", url: `https://x.example/${i}` })) } })],
  "the path of sections": [500, (n) => layer({ article: { section: list(n, () => "s") }, site: { sections: [{ id: "s", label: "S" }] } })],
  "a path of sections that there are not": [500, (n) => layer({ article: { section: list(n, (i) => `s${i}`) } })],
  figures: [1000, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, picture) } })],
  "sources of a figure": [500, (n) => layer({ article: { lead: "a", figures: { a: { ...picture(0), sources: list(n, (i) => ({ src: `p${i}.webp`, width: i + 1 })) } } } })],
  "related stories": [1000, (n) => layer({ article: { related: record(n, (i) => `r${i}`, item) } })],
  navigation: [500, (n) => layer({ site: { navigation: list(n, link), quickLinks: list(n, link), follow: list(n, (i) => ({ ...link(i), network: "x" })) } })],
  "navigation by section, far down": [200, (n) => layer({ article: { section: ["s-0-0-0-0-0"] }, site: { sections: tree(6, 3), navigation: list(n, (i) => ({ ...link(i), section: "s-0-0" })) } })],
  "the footer": [500, (n) => layer({ site: { footer: list(n / 10, (i) => ({ label: `G ${i}`, links: list(10, link) })) } })],
  imprint: [500, (n) => layer({ site: { imprint: list(n, (i) => ({ label: `I ${i}`, value: "+82 2 123 4567", kind: "telephone" })) } })],
  feeds: [500, (n) => layer({ site: { feeds: list(n, (i) => ({ label: "F", url: `https://x.example/${i}`, type: "application/rss+xml" })) } })],
  shares: [500, (n) => layer({ site: { share: list(n, () => "mail") } })],
  slots: [500, (n) => layer({ site: { slots: record(n, (i) => `s${i}`, (i) => ({ size: "banner", advertiser: `A ${i}`, url: `/${i}` })) } })],
  "a wide tree of sections": [500, (n) => layer({ article: { section: ["s-1"] }, site: { sections: tree(1, n) } })],
  "a deep tree of sections": [14, (n) => layer({ article: { section: ["s-0-0-0"] }, site: { sections: tree(n, 2) } })],
  "a tree of sections, wide at each level": [40, (n) => layer({ article: { section: [`s${long(40, "-0")}`] }, site: { sections: tree(20, n) } })],
  "sections of one id": [500, (n) => layer({ site: { sections: list(n, () => ({ id: "s", label: "S" })) } })],
  ticker: [500, (n) => layer({ lists: { ticker: list(n, item) } })],
  "a ranked list, backwards": [500, (n) => layer({ lists: { ranked: { a: { label: "L", items: list(n, (i) => ({ ...item(i), rank: 5000 - i })) } } } })],
  "ranked lists": [300, (n) => layer({ lists: { ranked: record(n, (i) => `r${i}`, (i) => ({ label: `L ${i}`, items: [item(i)] })) } })],
  "ranked lists of one anchor": [300, (n) => layer({ lists: { ranked: record(n, (i) => `r${"!".repeat(i % 20)}${".".repeat(i / 20)}`, (i) => ({ label: "L", items: [item(i)] })) } })],
  galleries: [300, (n) => layer({ lists: { galleries: { items: list(n, (i) => ({ id: "g", title: `G ${i}`, pictures: [picture(i)] })) } } })],
  "pictures of a gallery": [500, (n) => layer({ lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, picture) }] } } })],
  "more by the authors": [500, (n) => layer({ lists: { moreByAuthor: list(n, item) }, article: { authors: [{ name: "N" }] } })],
  "words of many languages": [1000, (n) => layer({ strings: record(n, (i) => `l${i}`, () => ({ posted: "P" })) })],
  "words that are no words": [1000, (n) => layer({ strings: { en: record(n, (i) => `w${i}`, () => "W") } })],
  // The body.
  "placements of many figures": [500, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, picture), body: list(n, (i) => `![](figure:f${i})`).join("\n\n") } })],
  "placements of one figure": [1000, (n) => layer({ article: { figures: { a: picture(0) }, body: list(n, () => "![](figure:a)").join("\n\n") } })],
  "placements of no figure": [1000, (n) => layer({ article: { body: list(n, () => "![](figure:a)").join("\n\n") } })],
  "placements of one related story": [1000, (n) => layer({ article: { related: { a: item(0) }, body: list(n, () => "[](related:a)").join("\n\n") } })],
  "headings of equal slugs": [1500, (n) => layer({ article: { body: list(n, () => "# same").join("\n\n") } })],
  "headings that have each other's slugs": [1500, (n) => layer({ article: { body: list(n, (i) => (i % 2 ? "# same" : `# same ${i}`)).join("\n\n") } })],
  "long headings": [300, (n) => layer({ article: { body: list(n, () => `# ${long(100, "word ")}`).join("\n\n") } })],
  tasks: [1500, (n) => layer({ article: { body: list(n, () => "- [x] a").join("\n") } })],
  "tables of two columns": [1500, (n) => layer({ article: { body: `|a|b|\n|-|-|\n${long(n * 6, "|c|d|\n")}` } })],
  "tables in number": [800, (n) => layer({ article: { body: long(n * 11, "|a|\n|-|\n\nx\n") } })],
  "quotes as deep as may be": [100, (n) => layer({ article: { body: long(n * 123, `${long(120, "> ")}x\n\n`) } })],
  "lists as deep as may be": [100, (n) => layer({ article: { body: long(n * 123, `${long(120, "- ")}x\n\n`) } })],
  "emphasis as deep as may be": [100, (n) => layer({ article: { body: long(n * 170, `${long(120, "*a **b ")}c\n\n`) } })],
  "tags, told of once": [3000, (n) => layer({ article: { body: long(n * 8, "a < b > ") } })],
  "links that are refused": [2000, (n) => layer({ article: { body: long(n * 18, "[a](javascript:x) ") } })],
  // Texts.
  "a long headline": [40_000, (n) => layer({ article: { headline: long(n, "word ") } })],
  "a long headline of marks": [40_000, (n) => layer({ article: { headline: `a${long(n, "\u0300")}` } })],
  "a long headline to escape": [40_000, (n) => layer({ article: { headline: long(n, "<&\"'>") } })],
  "a long headline of controls": [40_000, (n) => layer({ article: { headline: long(n, "a\u0001\u202e") } })],
  "much white space": [40_000, (n) => layer({ article: { standfirst: `${long(n, " ")}a${long(n, "\n")}b` } })],
  "a long address": [40_000, (n) => layer({ article: { url: `https://x.example/${long(n, "a/../")}` }, site: { url: `https://x.example/${long(n, "./b")}` } })],
  "a long address to encode": [40_000, (n) => layer({ article: { figures: { a: { src: `/${long(n, " 한")}` } }, lead: "a" } })],
  "a long host": [40_000, (n) => layer({ article: { url: `https://${long(n, "a.")}example/` } })],
  "a long address of mail": [40_000, (n) => layer({ article: { authors: [{ name: "N", email: `${long(n, "a.")}b@x.example` }] } })],
  "a long number of telephone": [40_000, (n) => layer({ site: { imprint: [{ label: "T", kind: "telephone", value: `+${long(n, "82 ")}1` }] } })],
  "a long date": [40_000, (n) => layer({ article: { published: `2025-10-18T07:00:00.${long(n, "1")}Z` } })],
  "a long language": [40_000, (n) => layer({ article: { language: `en${long(n, "-a")}` } })],
  "a long template to share by": [40_000, (n) => layer({ site: { share: [{ network: "x", template: `https://x.example/?${long(n, "{url}")}` }] } })],
  "a long word": [40_000, (n) => layer({ strings: { en: { byline: long(n, "{names}") } }, article: { authors: [{ name: "N" }] } })],
  diagnostics: [2000, (n) => layer({ article: { authors: list(n, () => ({ name: 7, role: 7, email: 7 })) } })],
  // Two that multiply.
  "a long caption, and placements of its figure": [400, (n) => layer({ article: { figures: { a: { src: "a", caption: long(n * 15) } }, body: list(n, () => "![](figure:a)").join("\n\n") } })],
  "a long headline, and placements of its story": [400, (n) => layer({ article: { related: { a: { headline: long(n * 15) } }, body: list(n, () => "[](related:a)").join("\n\n") } })],
  "a long word, and tasks": [400, (n) => layer({ strings: { en: { taskDone: long(n * 7) } }, article: { body: list(n, () => "- [x] a").join("\n") } })],
  "a long pattern, and dates": [250, (n) => layer({ strings: { en: { dateDay: `{year}${long(n * 30)}`, dateTime: `{year}${long(n * 30)}` } }, article: { corrections: list(n, () => ({ date: "2025-10-18", text: "t" })) } })],
  "a long pattern, and authors": [400, (n) => layer({ strings: { en: { byline: long(n * 7, "{names}"), moreByAuthor: long(n * 7, "{names}") } }, article: { authors: list(n, () => ({ name: "N" })) }, lists: { moreByAuthor: [item(0)] } })],
  "a long site address, and authors": [400, (n) => layer({ site: { url: `https://x.example/${long(n * 20)}/` }, article: { authors: list(n, () => ({ name: "N", url: "n" })) } })],
  "a long site address, and networks": [400, (n) => layer({ site: { name: "S", url: `https://x.example/${long(n * 20)}/`, follow: list(n, () => ({ label: "L", url: "n" })) } })],
  "a long site address, and links": [400, (n) => layer({ site: { url: `https://x.example/${long(n * 20)}/` }, article: { body: long(n * 10, "[a](//b/) ") } })],
  "columns, and short rows": [1000, (n) => layer({ article: { body: `${long(n, "|")}\n|${long(n * 2, "-|")}\n${long(n * 2, "|\n")}` } })],
  "lists, and blank lines": [1000, (n) => layer({ article: { body: `${long(n * 2, "- ")}x${long(n, "\n")}y` } })],
  "definitions, and references": [2000, (n) => layer({ article: { body: `[x]: ${long(n, "y")}\n\n${long(n * 4, "[x] ")}` } })],
  "deep sections, and navigation": [14, (n) => layer({ article: { section: [`s${"-0".repeat(n)}`] }, site: { sections: tree(n, 1), navigation: list(n * 30, (i) => ({ ...link(i), section: "s-0" })) } })],
};

export const bundles = Object.entries(BUNDLES).map(([name, [most, make]]) => ({
  name: `bundle: ${name}`,
  kind: "bundle",
  most,
  make: (n, times) => make(n * times),
}));

export const empty = { bundle: layer({}), markdown: "x" };
