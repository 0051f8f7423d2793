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

const small = (i) => ({ src: `p${i}.webp`, width: 640, height: 480, alt: `A ${i}` });
const picture = (i) => ({ ...small(i), caption: `C ${i}`, credit: "R" });
const headline = (i) => ({ headline: `H ${i}`, url: `/h/${i}` });
const dated = (i) => ({ ...headline(i), kicker: "K", published: "2025-10-18T07:00:00Z" });
const item = (i) => ({ ...dated(i), image: small(i) });
const related = (i) => ({ ...dated(i), image: `p${i}.webp`, section: "s" });
const link = (i) => ({ label: `L ${i}`, url: `/l/${i}` });

/** A bundle with one word of the interface. */
const said = (key, word, more) => layer({ ...more, strings: { en: { [key]: word } } });
/** Twelve names of the months, of that size. */
const months = (size) => Array(12).fill(long(size, "M")).join("|");
/** A site whose address has so many bytes. */
const site = (size, more = {}) => ({ site: { url: `https://x.example/${long(size - 19)}/`, ...more } });
/** A bundle of version 2. */
const rich = (article, more) => layer({ broadsheet: 2, article, ...more });
const placed = (n, key) => list(n, (i) => key(i)).join("\n\n");

// name: [the most that n may be, a bundle of the size n, what it shows again and how often, the codes that it gives].
const BUNDLES = {
  // Keys.
  "many keys": [2000, (n) => member(n, (i) => `"k${i}":${i}`), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  "many keys with one long start": [400, (n) => member(n, (i) => `"${long(200)}${i}":0`), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  "keys that are the start of the next": [40_000, (n) => member(Math.sqrt(n), (i) => `"${long(i + 1)}":0`), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  "one key again and again": [5000, (n) => member(n, (i) => `"kicker":"${i}"`), null, ["KEY_TWICE"]],
  "one object again and again": [3000, (n) => member(n, (i) => `"figures":{"f":{"src":"${i}"}}`), null, ["KEY_TWICE", "PICTURE_ALT_MISSING", "PICTURE_SIZE_MISSING"]],
  "keys nobody knows, in objects that somebody does": [2000, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, () => ({ x: 0 })) } }), null, ["DIAGNOSTICS_TOO_MANY", "PICTURE_ALT_MISSING", "PICTURE_SRC_MISSING"]],
  "keys with much to escape in a pointer": [200, (n) => member(n, (i) => `"${long(200, "~/")}${i}":0`), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  "one long key": [40_000, (n) => member(1, () => `"${long(n)}":0`), null, ["KEY_UNKNOWN"]],
  "long keys inside one another": [40_000, (n) => member(1, () => `"a":${list(20, () => `{"${long(n / 20)}":`).join("")}0${long(20, "}")}`), null, ["KEY_UNKNOWN"]],
  "objects inside one another": [25, (n) => layer({ article: { _x: list(n, (i) => i).reduce((inner) => ({ a: inner }), 0) } })],
  // Layers.
  "many layers": [1500, (n) => layers(list(n, (i) => `{"article":{"k${i}":1}}`)), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  "many layers over one key": [1500, (n) => layers(list(n, (i) => `{"article":{"kicker":"${i}"}}`))],
  "many layers, each with a list": [1000, (n) => layers(list(n, () => '{"article":{"tags":[{"label":"a"},{"label":"b"}]}}'))],
  "many small layers over a large one": [1000, (n) => [layer({ article: { figures: record(n, (i) => `f${i}`, picture) } }), ...list(n, (i) => `{"article":{"figures":{"f${i}":{"alt":"b"}}}}`)].join("\0")],
  "a large layer over a large one": [1000, (n) => [1, 2].map((k) => layer({ article: { figures: record(n, (i) => `f${i * k}`, picture) } })).join("\0")],
  // Lists, up to their limit and past it.
  authors: [500, (n) => layer({ article: { authors: list(n, (i) => ({ name: `N ${i}`, role: "R", email: "n@x.example", url: `n${i}`, image: "n.webp" })) }, site: { url: "https://x.example/" } })],
  "authors past the limit": [4000, (n) => layer({ article: { authors: list(n, (i) => ({ name: `N ${i}` })) } }), null, ["LIST_TOO_LONG"]],
  "authors that are wrong": [500, (n) => layer({ article: { authors: list(n, () => 7) } }), null, ["DIAGNOSTICS_TOO_MANY", "VALUE_TYPE"]],
  tags: [500, (n) => layer({ article: { tags: list(n, link) } })],
  "tags past the limit": [4000, (n) => layer({ article: { tags: list(n, link) } }), null, ["LIST_TOO_LONG"]],
  corrections: [500, (n) => layer({ article: { corrections: list(n, (i) => ({ date: "2025-10-18T07:00:00Z", text: `T ${i}` })) } })],
  alternates: [500, (n) => layer({ article: { alternates: list(n, (i) => ({ language: "en", url: `https://x.example/${i}` })) } })],
  "the path of sections": [500, (n) => layer({ article: { section: list(n, (i) => `s-${i}`) }, site: { sections: tree(1, n) } })],
  "a path of sections that there are not": [500, (n) => layer({ article: { section: list(n, (i) => `s${i}`) } }), null, ["DIAGNOSTICS_TOO_MANY", "SECTION_UNKNOWN"]],
  figures: [1000, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, picture) } })],
  "sources of a figure": [500, (n) => layer({ article: { lead: "a", figures: { a: { ...picture(0), sources: list(n, (i) => ({ src: `p${i}.webp`, width: i + 1 })) } } } }), null, ["URL_BASE_UNKNOWN"]],
  "related stories": [1000, (n) => layer({ article: { related: record(n, (i) => `r${i}`, related) }, site: { sections: tree(1, 1, "s").map((one) => ({ ...one, id: "s" })) } })],
  navigation: [500, (n) => layer({ site: { navigation: list(n, link), quickLinks: list(n, link), follow: list(n, (i) => ({ ...link(i), network: "x" })) } }), null, ["URL_BASE_UNKNOWN"]],
  "navigation by section, far down": [200, (n) => layer({ article: { section: ["s-0-0-0-0-0"] }, site: { sections: tree(6, 3), navigation: list(n, (i) => ({ ...link(i), section: "s-0-0" })) } })],
  "the footer": [500, (n) => layer({ site: { footer: list(n / 10, (i) => ({ label: `G ${i}`, links: list(10, link) })) } })],
  imprint: [500, (n) => layer({ site: { imprint: list(n, (i) => ({ label: `I ${i}`, value: "+82 2 123 4567", kind: "telephone" })) } })],
  feeds: [500, (n) => layer({ site: { feeds: list(n, (i) => ({ label: "F", url: `https://x.example/${i}`, type: "application/rss+xml" })) } })],
  shares: [500, (n) => layer({ site: { share: list(n, () => "mail") } }), null, ["DIAGNOSTICS_TOO_MANY", "SHARE_NETWORK_TWICE"]],
  slots: [500, (n) => layer({ site: { slots: record(n, (i) => `s${i}`, (i) => ({ size: "banner", advertiser: `A ${i}`, url: `/${i}` })) } })],
  "a wide tree of sections": [500, (n) => layer({ article: { section: ["s-1"] }, site: { sections: tree(1, n) } })],
  "a deep tree of sections": [14, (n) => layer({ article: { section: ["s-0-0-0"] }, site: { sections: tree(n, 2) } })],
  "a tree of sections, wide at each level": [40, (n) => layer({ article: { section: [`s${long(40, "-0")}`] }, site: { sections: tree(20, n) } })],
  "sections of one id": [500, (n) => layer({ site: { sections: list(n, () => ({ id: "s", label: "S" })) } }), null, ["DIAGNOSTICS_TOO_MANY", "SECTION_ID_TWICE"]],
  ticker: [500, (n) => layer({ lists: { ticker: list(n, headline) } }), null, ["TICKER_TOO_LONG"]],
  "a ranked list, backwards": [500, (n) => layer({ lists: { ranked: { a: { label: "L", items: list(n, (i) => ({ ...item(i), rank: 5000 - i })) } } } }), null, ["URL_BASE_UNKNOWN"]],
  "ranked lists": [300, (n) => layer({ lists: { ranked: record(n, (i) => `r${i}`, (i) => ({ label: `L ${i}`, items: [item(i)] })) } }), null, ["URL_BASE_UNKNOWN"]],
  "ranked lists of one anchor": [300, (n) => layer({ lists: { ranked: record(n, (i) => `r${"!".repeat(i % 20)}${".".repeat(i / 20)}`, (i) => ({ label: "L", items: [item(i)] })) } }), null, ["URL_BASE_UNKNOWN"]],
  galleries: [300, (n) => layer({ lists: { galleries: { items: list(n, (i) => ({ id: "g", title: `G ${i}`, pictures: [picture(i)] })) } } }), null, ["URL_BASE_UNKNOWN"]],
  "pictures of a gallery": [500, (n) => layer({ lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, picture) }] } } }), null, ["URL_BASE_UNKNOWN"]],
  "more by the authors": [500, (n) => layer({ lists: { moreByAuthor: list(n, item) }, article: { authors: [{ name: "N" }] } })],
  "words of many languages": [1000, (n) => layer({ strings: record(n, (i) => `l${i}`, () => ({ posted: "P" })) }), null, ["DIAGNOSTICS_TOO_MANY", "LANGUAGE_FORM"]],
  "words that are no words": [1000, (n) => layer({ strings: { en: record(n, (i) => `w${i}`, () => "W") } }), null, ["DIAGNOSTICS_TOO_MANY", "KEY_UNKNOWN"]],
  // The body.
  "placements of many figures": [500, (n) => layer({ article: { figures: record(n, (i) => `f${i}`, picture), body: list(n, (i) => `![](figure:f${i})`).join("\n\n") } })],
  "placements of one figure": [1000, (n) => layer({ article: { figures: { a: picture(0) }, body: list(n, () => "![](figure:a)").join("\n\n") } })],
  "placements of no figure": [1000, (n) => layer({ article: { body: list(n, () => "![](figure:a)").join("\n\n") } }), null, ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_FIGURE_UNKNOWN"]],
  "placements of one related story": [1000, (n) => layer({ article: { related: { a: { ...dated(0), image: "p.webp" } }, body: list(n, () => "[](related:a)").join("\n\n") } })],
  "headings of equal slugs": [1500, (n) => layer({ article: { body: list(n, () => "# same").join("\n\n") } })],
  "headings that have each other's slugs": [1500, (n) => layer({ article: { body: list(n, (i) => (i % 2 ? "# same" : `# same ${i}`)).join("\n\n") } })],
  "long headings": [300, (n) => layer({ article: { body: list(n, () => `# ${long(100, "word ")}`).join("\n\n") } })],
  tasks: [1500, (n) => layer({ article: { body: list(n, () => "- [x] a").join("\n") } })],
  "tables of two columns": [1500, (n) => layer({ article: { body: `|a|b|\n|-|-|\n${long(n * 6, "|c|d|\n")}` } })],
  "tables in number": [800, (n) => layer({ article: { body: long(n * 9, "|a|\n|-|\n\n") } }), (n) => ["<table", n]],
  "quotes as deep as may be": [100, (n) => layer({ article: { body: long(n * 123, `${long(120, "> ")}x\n\n`) } })],
  "lists as deep as may be": [100, (n) => layer({ article: { body: long(n * 123, `${long(120, "- ")}x\n\n`) } })],
  "emphasis as deep as may be": [100, (n) => layer({ article: { body: long(n * 170, `${long(120, "*a **b ")}c\n\n`) } })],
  "tags, told of once": [3000, (n) => layer({ article: { body: long(n * 8, "a < b > ") } })],
  "links that are refused": [2000, (n) => layer({ article: { body: long(n * 18, "[a](javascript:x) ") } }), null, ["DIAGNOSTICS_TOO_MANY", "URL_SCRIPT"]],
  // Texts.
  "a long headline": [40_000, (n) => layer({ article: { headline: long(n, "word ") } })],
  "a long headline of marks": [40_000, (n) => layer({ article: { headline: `a${long(n, "\u0300")}` } }), null, ["TEXT_MARKS"]],
  "a long headline to escape": [40_000, (n) => layer({ article: { headline: long(n, "<&\"'>") } })],
  "a long headline of controls": [40_000, (n) => layer({ article: { headline: long(n, "a\u0001\u202e") } }), null, ["TEXT_CONTROL", "TEXT_DIRECTION"]],
  "much white space": [40_000, (n) => layer({ article: { standfirst: `${long(n, " ")}a${long(n, "\n")}b` } })],
  "a long address": [40_000, (n) => layer({ article: { url: `https://x.example/${long(n, "a/../")}` }, site: { url: `https://x.example/${long(n, "./b")}` } })],
  "a long address to encode": [40_000, (n) => layer({ article: { figures: { a: { ...small(0), src: `/${long(n, " 한")}` } }, lead: "a" } }), null, ["URL_BASE_UNKNOWN"]],
  "a long host": [40_000, (n) => layer({ article: { url: `https://${long(n, "a.")}example/` } })],
  "a long address of mail": [40_000, (n) => layer({ article: { authors: [{ name: "N", email: `${long(n, "a.")}b@x.example` }] } }), null, ["AUTHOR_EMAIL_FORM"]],
  "a long number of telephone": [40_000, (n) => layer({ site: { imprint: [{ label: "T", kind: "telephone", value: `+${long(n, "82 ")}1` }] } }), null, ["IMPRINT_TELEPHONE_FORM"]],
  "a long date": [40_000, (n) => layer({ article: { published: `2025-10-18T07:00:00.${long(n, "1")}Z` } })],
  "a long language": [40_000, (n) => layer({ article: { language: `en${long(n, "-a")}` } }), null, ["LANGUAGE_FORM"]],
  "a long template to share by": [40_000, (n) => layer({ site: { share: [{ network: "x", template: `https://x.example/{url}?{title}${long(n)}` }] }, article: { url: "https://x.example/" } })],
  "a word that is too long": [40_000, (n) => said("print", long(n)), null, ["WORDS_TOO_LONG"]],
  "a pattern of nothing but names": [40_000, (n) => said("byline", long(n, "{names}"), { article: { authors: [{ name: "N" }] } }), null, ["WORDS_TOO_LONG"]],
  diagnostics: [2000, (n) => layer({ article: { authors: list(n, () => ({ name: true, role: true, email: true })) } }), null, ["AUTHOR_NAME_MISSING", "DIAGNOSTICS_TOO_MANY", "LIST_TOO_LONG", "VALUE_TYPE"]],
  // Two that multiply.
  "a caption, and placements of its figure": [500, (n) => layer({ article: { figures: { a: { ...small(0), src: "a", caption: long(n * 0.05) } }, body: placed(n, () => "![](figure:a)") } }), (n) => [long(n * 0.05), n]],
  "a long caption, and placements of its figure": [400, (n) => layer({ article: { figures: { a: { ...small(0), caption: long(n * 15) } }, body: placed(n, () => "![](figure:a)") } }), (n) => [long(n * 15), 2], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_FIGURE_REPEATED"]],
  "a long headline, and placements of its story": [400, (n) => layer({ article: { related: { a: { headline: long(n * 15) } }, body: placed(n, () => "[](related:a)") } }), (n) => [long(n * 15), 2], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_RELATED_REPEATED"]],
  "a label, and stories that share it": [500, (n) => layer({ article: { related: record(n, (i) => `r${i}`, related), body: placed(n, (i) => `[](related:r${i})`) }, site: { sections: [{ id: "s", label: long(n * 0.07, "S") }] } }), (n) => [long(n * 0.07, "S"), n]],
  "a long label, and stories that share it": [500, (n) => layer({ article: { related: record(n, (i) => `r${i}`, related), body: placed(n, (i) => `[](related:r${i})`) }, site: { sections: [{ id: "s", label: long(n * 30, "S") }] } }), (n) => [long(n * 30, "S"), 2], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_SECTION_REPEATED"]],
  "a long label, and a path that goes on to it": [500, (n) => layer({ article: { section: list(n, () => "s") }, site: { sections: [{ id: "s", label: long(n * 4, "S") }] } }), (n) => [long(n * 4, "S"), 1], ["DIAGNOSTICS_TOO_MANY", "SECTION_PATH_TWICE"]],
  "a word, and tasks": [500, (n) => said("task-done", long(n * 0.128), { article: { body: list(n, () => "- [x] a").join("\n") } }), (n) => [long(n * 0.128), n]],
  "a word, and tables": [500, (n) => said("table", long(n * 0.128), { article: { body: long(n * 9, "|a|\n|-|\n\n") } }), (n) => [long(n * 0.128), n]],
  "a word, and pictures": [500, (n) => said("gallery-next", long(n * 0.128), { lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, small) }] } } }), (n) => [long(n * 0.128), n - 1], ["URL_BASE_UNKNOWN"]],
  "a word, and rooms for sponsors": [500, (n) => said("advertisement", long(n * 0.128), { site: { slots: record(n, (i) => `s${i}`, () => ({ size: "banner", advertiser: "A" })) } }), (n) => [long(n * 0.128), n]],
  "a pattern, and sections": [500, (n) => said("subsections", `{label}${long(n * 0.12)}`, { site: { sections: list(n, (i) => ({ id: `s${i}`, label: "S", children: [{ id: `t${i}`, label: "T" }] })) } }), (n) => [long(n * 0.12), n]],
  "a pattern, and dates": [500, (n) => said("date-year", `{year}${long(n * 0.122)}`, { article: { corrections: list(n, () => ({ date: "2025", text: "t" })) } }), (n) => [`2025${long(n * 0.122)}`, n]],
  "names of months, and dates": [500, (n) => said("month-names", months(n * 0.064), { article: { corrections: list(n, () => ({ date: "2025-12", text: "t" })) } }), (n) => [`>${long(n * 0.064, "M")} 2025<`, n]],
  "names of months, and placements of a story": [500, (n) => said("month-names", months(n * 0.064), { article: { related: { a: { headline: "h", published: "2025-12" } }, body: placed(n, () => "[](related:a)") } }), (n) => [`>${long(n * 0.064, "M")} 2025<`, n]],
  "what separates names, and authors": [500, (n) => said("name-separator", long(n * 0.032), { article: { authors: list(n, () => ({ name: "N" })) }, lists: { moreByAuthor: [item(0)] } }), (n) => [`>${long(n * 0.032)}<`, 2 * (n - 2)]],
  "a base, and authors": [500, (n) => layer({ ...site(n * 0.128), article: { authors: list(n, () => ({ name: "N", url: "n" })) } }), (n) => [`${long(n * 0.128 - 19)}/n`, n]],
  "a base, and networks": [500, (n) => layer(site(n * 0.128, { name: "S", follow: list(n, () => ({ label: "L", url: "n" })) })), (n) => [`${long(n * 0.128 - 19)}/n`, n]],
  "a base, and pictures": [500, (n) => layer({ ...site(n * 0.128), lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, () => ({ ...small(0), src: "n" })) }] } } }), (n) => [`${long(n * 0.128 - 19)}/n`, n]],
  "a base, and items of a list": [500, (n) => layer({ ...site(n * 0.128), lists: { ranked: { a: { label: "L", items: list(n, () => ({ headline: "H", url: "n" })) } } } }), (n) => [`${long(n * 0.128 - 19)}/n`, n]],
  "a base of steps, and pictures that go back": [500, (n) => layer({ site: { url: `https://x.example/${long(n * 0.1, "b/")}` }, lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, () => ({ ...small(0), src: "../n" })) }] } } }), (n) => [`${long(n * 0.1 - 2, "b/")}n`, n]],
  "a base, words, and pictures that are no more than a letter": [500, (n) => layer({ ...site(n * 0.128), strings: { en: { "gallery-next": long(n * 0.128, "N"), "gallery-previous": long(n * 0.128, "P"), "gallery-position": `{number}${long(n * 0.12)}` } }, lists: { galleries: { items: [{ id: "g", title: "G", pictures: list(n, () => ({ src: "n" })) }] } } }), (n) => [long(n * 0.128, "P"), n - 1], ["DIAGNOSTICS_TOO_MANY", "PICTURE_ALT_MISSING", "PICTURE_SIZE_MISSING"]],
  "a base that is too long, and networks": [400, (n) => layer(site(n * 20, { name: "S", follow: list(n, () => ({ label: "L", url: "n" })) })), null, ["URL_BASE_LONG"]],
  "a headline, and networks": [20_000, (n) => layer({ article: { headline: long(n), url: "/a" }, site: { url: "https://x.example/", share: ["facebook", "x", "whatsapp", "reddit", "mail", "kakaotalk"].map((network) => ({ network, template: "https://x.example/?{title}&{url}" })) } }), (n) => [`?${long(n)}&amp;`, 6]],
  "a long site address, and links": [400, (n) => layer({ site: { url: `https://x.example/${long(n * 20)}/` }, article: { body: long(n * 10, "[a](//b/) ") } })],
  "columns, and short rows": [1000, (n) => layer({ article: { body: `${long(n, "|")}\n|${long(n * 2, "-|")}\n${long(n * 2, "|\n")}` } })],
  "lists, and blank lines": [31, (n) => layer({ article: { body: `${long(n * 2, "- ")}x${long(n, "\n")}y` } })],
  "definitions, and references": [2000, (n) => layer({ article: { body: `[x]: ${long(n, "y")}\n\n${long(n * 4, "[x] ")}` } })],
  // What version 2 has added.
  updates: [300, (n) => rich({ live: { page: 10, pinned: "u9" }, authors: [{ name: "A" }], updates: record(n, (i) => `u${i}`, (i) => ({ published: `2026-01-17T0${i % 10}:00:00Z`, title: `T *${i}*`, key: true, authors: [0], body: "- B" })) })],
  "updates past the limit": [2000, (n) => rich({ updates: record(n, (i) => `u${i}`, (i) => ({ published: `2026-01-17T0${i % 10}:00:00Z`, title: "T", authors: "" })) }), null, ["DIAGNOSTICS_TOO_MANY", "LIST_TOO_LONG", "VALUE_TYPE"]],
  "updates of one slug": [500, (n) => rich({ updates: record(n, (i) => `u${"!".repeat(i % 9)}-${"?".repeat(i % 7)}${i}`, () => ({ published: "2026-01-17", title: "T" })) })],
  "a long name, and updates that name it": [300, (n) => rich({ authors: [{ name: long(n * 30) }], updates: record(n, (i) => `u${i}`, () => ({ published: "2026-01-17", title: "T", authors: [0] })) }), null, ["DIAGNOSTICS_TOO_MANY", "UPDATE_AUTHOR_REPEATED"]],
  "a long caption, and updates that place its figure": [300, (n) => rich({ figures: { a: { ...small(0), caption: long(n * 30) } }, updates: record(n, (i) => `u${i}`, () => ({ published: "2026-01-17", body: "![F](figure:a)" })) }), null, ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_FIGURE_REPEATED"]],
  boxes: [500, (n) => rich({ boxes: record(n, (i) => `b${i}`, (i) => ({ kind: "facts", title: `T ${i}`, body: "B" })), body: placed(n, (i) => `[](box:b${i})`) })],
  "boxes of one title": [500, (n) => rich({ boxes: record(n, (i) => `b${i}`, () => ({ title: "T" })), body: placed(n, (i) => `[](box:b${i})`) })],
  "items of a box": [500, (n) => rich({ boxes: { b: { title: "T", items: list(n, (i) => ({ date: "2026-01-17", title: `T *${i}*`, body: "- B" })) } }, body: "[](box:b)" })],
  "items of a box past the limit": [4000, (n) => rich({ boxes: { b: { title: "T", items: list(n, () => ({ body: "B" })) } }, body: "[](box:b)" }), null, ["LIST_TOO_LONG"]],
  "a long text in a box": [20_000, (n) => rich({ boxes: { b: { body: long(n, "*a* ") } }, body: "[](box:b)" })],
  "boxes in boxes": [500, (n) => rich({ boxes: record(n, (i) => `b${i}`, (i) => ({ title: `T${i}`, body: `[x](box:b${i + 1})` })), body: "[](box:b0)" }), null, ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_BOXED"]],
  "a caption, and boxes that place its figure": [300, (n) => rich({ figures: { a: { ...small(0), caption: long(n * 0.05) } }, boxes: record(n, (i) => `b${i}`, () => ({ body: "![](figure:a)" })), body: placed(n, (i) => `[](box:b${i})`) }), (n) => [long(n * 0.05), n]],
  "a long caption, and boxes that place its figure": [300, (n) => rich({ figures: { a: { ...small(0), caption: long(n * 30) } }, boxes: record(n, (i) => `b${i}`, () => ({ body: "![F](figure:a)" })), body: placed(n, (i) => `[](box:b${i})`) }), (n) => [long(n * 30), 2], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_FIGURE_REPEATED"]],
  "a text, and placements of its box": [300, (n) => rich({ boxes: { b: { kicker: long(n * 0.05, "K") } }, body: placed(n, () => "[](box:b)") }), (n) => [long(n * 0.05, "K"), n]],
  "a long text, and placements of its box": [300, (n) => rich({ boxes: { b: { kicker: long(n * 30, "K") } }, body: placed(n, () => "[F](box:b)") }), (n) => [long(n * 30, "K"), 1], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_REPEATED"]],
  quotes: [500, (n) => rich({ quotes: record(n, (i) => `q${i}`, (i) => ({ text: `T *${i}*`, source: "S" })), body: placed(n, (i) => `[](quote:q${i})`) })],
  "a long quote, and placements of it": [300, (n) => rich({ quotes: { q: { text: long(n * 30) } }, body: placed(n, () => "[](quote:q)") }), (n) => [long(n * 30), 1], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_REPEATED"]],
  media: [300, (n) => rich({ media: record(n, (i) => `m${i}`, (i) => ({ type: "video", title: `T ${i}`, sources: [{ src: "a.mp4" }, { src: "b.mp4" }], tracks: [{ src: "a.vtt" }], transcript: "T" })), body: placed(n, (i) => `[](media:m${i})`) }), null, ["URL_BASE_UNKNOWN"]],
  "sources and tracks of a video": [500, (n) => rich({ media: { m: { type: "video", title: "T", sources: list(n, (i) => ({ src: `${i}.mp4`, type: "video/mp4" })), tracks: list(n, (i) => ({ src: `${i}.vtt` })) } }, body: "[](media:m)" }), null, ["URL_BASE_UNKNOWN"]],
  "a long post, and placements of it": [300, (n) => rich({ media: { m: { type: "post", text: long(n * 30) } }, body: placed(n, () => "[](media:m)") }), (n) => [long(n * 30), 1], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_REPEATED"]],
  "galleries of the body": [100, (n) => rich({ figures: record(n, (i) => `f${i}`, picture), galleries: record(n, (i) => `g${i}`, (i) => ({ label: `G ${i}`, layout: "viewer", figures: [`f${i}`] })), body: placed(n, (i) => `[](gallery:g${i})`) })],
  "a long caption, and a gallery that shows its picture again": [300, (n) => rich({ figures: { a: { ...small(0), caption: long(n * 30) } }, galleries: { g: { figures: list(n, () => "a") } }, body: "[](gallery:g)" }), (n) => [long(n * 30), 1], ["DIAGNOSTICS_TOO_MANY", "GALLERY_FIGURE_REPEATED"]],
  "a long caption, and galleries that show its picture": [300, (n) => rich({ figures: { a: { ...small(0), caption: long(n * 30) } }, galleries: record(n, (i) => `g${i}`, () => ({ figures: ["a"] })), body: placed(n, (i) => `[](gallery:g${i})`) }), (n) => [long(n * 30), 1], ["DIAGNOSTICS_TOO_MANY", "GALLERY_EMPTY", "GALLERY_FIGURE_REPEATED"]],
  "slots of the paper in the body": [300, (n) => rich({ body: placed(2 * n, (i) => `P ${i}`) }, { site: { slots: { s: { advertiser: "A", size: "mobile" } }, inBody: list(n, (i) => ({ slot: "s", after: i + 1 })) } }), (n) => ["bs-slot--mobile", n]],
  "slots of the paper behind one paragraph": [300, (n) => rich({ body: placed(n, (i) => `P ${i}`) }, { site: { slots: record(n, (i) => `s${i}`, (i) => ({ advertiser: `A ${i}`, size: "mobile" })), inBody: list(n, (i) => ({ slot: `s${i}`, after: 2 })) } }), (n) => ["bs-slot--mobile", n]],
  "a long slot of the paper, again and again": [300, (n) => rich({ body: placed(2 * n, (i) => `P ${i}`) }, { site: { slots: { s: { advertiser: long(n * 30), size: "mobile" } }, inBody: list(n, (i) => ({ slot: "s", after: i + 1 })) } }), (n) => [long(n * 30), 1], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_REPEATED"]],
  "a long label, and placements of its gallery": [300, (n) => rich({ figures: { a: small(0) }, galleries: { g: { label: long(n * 30), layout: "viewer", figures: ["a"] } }, body: placed(n, () => "[](gallery:g)") }), (n) => [long(n * 30), 4], ["DIAGNOSTICS_TOO_MANY", "PLACEMENT_REPEATED"]],
  "deep sections, and navigation": [14, (n) => layer({ article: { section: [`s${"-0".repeat(n)}`] }, site: { sections: tree(n, 1), navigation: list(n * 30, (i) => ({ ...link(i), section: "s-0" })) } })],
};

export const bundles = Object.entries(BUNDLES).map(([name, [most, make, shown, told = []]]) => ({
  name: `bundle: ${name}`,
  kind: "bundle",
  most,
  make: (n, times) => make(n * times),
  shown,
  told,
}));

// A story without text: what one of "x" takes more, a shape that shows none has not.
export const empty = { bundle: layer({ article: { body: "" } }), markdown: "x" };
