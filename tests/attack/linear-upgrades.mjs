// Layers of version 1 that are made layers of version 2, of which one thing grows.
const list = (count, item) => Array.from({ length: Math.max(1, Math.round(count)) }, (_, i) => item(i));
const record = (count, key, value) => Object.fromEntries(list(count, (i) => [key(i), value(i)]));
const layer = (article, more = {}) => JSON.stringify({ article: { id: "a", headline: "h", body: "x", ...article }, ...more });
const body = (n, unit) => layer({ body: unit.repeat(Math.max(1, Math.round(n / unit.length))) });
const line = (n, unit) => layer({ standfirst: unit.repeat(Math.max(1, Math.round(n / unit.length))) });

// name: [the most that n may be, the layer]. Bodies are shown five times at least: in both versions, and for each round.
const UPGRADES = {
  "raised letters": [20_000, (n) => body(n, "x m^2^ ")],
  "lowered letters": [20_000, (n) => body(n, "H~2~O ")],
  "references to notes": [20_000, (n) => body(n, "[^1] ")],
  "definitions of notes": [20_000, (n) => body(n, "[^1]: a\n")],
  "notes and their definitions": [20_000, (n) => layer({ body: `${list(n / 30, (i) => `a[^${i}]`).join(" ")}\n\n${list(n / 30, (i) => `[^${i}]: b`).join("\n\n")}` })],
  "runs of a language": [20_000, (n) => body(n, "[x](lang:fr) ")],
  "runs of a language, with escapes": [5000, (n) => body(n, "[x](lang\\:fr) ")],
  "runs of a language, behind a bracket in code": [5000, (n) => body(n, "[`[`](lang\\:ko) yyyyyyyyyy ")],
  "pictures in one another": [300, (n) => layer({ body: `${"![a".repeat(n)}b${"](lang\\:fr)".repeat(n)}` })],
  "links to a definition": [20_000, (n) => `${body(n, "[l] ").slice(0, -3)}\\n\\n[l]: lang:fr"}}`],
  "quotations with a source": [20_000, (n) => body(n, "> a\n>\n> — b\n\n")],
  "tables with a caption and a corner": [20_000, (n) => body(n, "Table: a\n\n| | b |\n|-|-|\n| c | d |\n\n")],
  "brackets that open": [20_000, (n) => body(n, "[")],
  "brackets that close nothing": [20_000, (n) => body(n, "[a")],
  "carets": [20_000, (n) => body(n, "^")],
  "tildes": [20_000, (n) => body(n, "~")],
  "pairs of carets in one another": [20_000, (n) => body(n, "x^a")],
  "autolinks to slots": [20_000, (n) => body(n, "<slot:a> ")],
  "escapes in JSON": [20_000, (n) => layer({ body: "A" }).replace("A", "\\u005b\\u005e1] ".repeat(Math.max(1, Math.round(n / 16))))],
  "a line of signs": [20_000, (n) => line(n, "*")],
  "a line of line ends": [20_000, (n) => line(n, "*\r\n")],
  "a line of what is left out": [20_000, (n) => line(n, "*\u0001")],
  captions: [500, (n) => layer({ figures: record(n, (i) => `f${i}`, () => ({ src: "p.png", alt: "x", caption: "*x* [^1]\r\n", credit: "_y_" })) })],
  "keys that are moved away": [1000, (n) => layer({ figures: record(n, (i) => `f${i}`, () => ({ src: "p.png", alt: "x", size: 1, url: 2 })) })],
  "keys with underscores": [1000, (n) => layer({ figures: record(n, (i) => `f${i}`, (i) => ({ src: "p.png", alt: "x", ["_".repeat(i % 99) + "size"]: 1 })) })],
  "underscores before a key": [20_000, (n) => layer({ ["_".repeat(n)]: 1, media: 1 })],
  "corrections": [500, (n) => layer({ corrections: list(n, () => ({ date: "2026", text: "*a*" })) })],
  "authors with a role": [500, (n) => layer({ authors: list(n, () => ({ name: "N", role: "R" })) })],
  "authors whose role comes late": [100, (n) => layer({ authors: list(n, () => ({ name: "N", _x: list(50, () => ({ a: [1] })), role: "R" })) })],
  "lists in one another": [20_000, (n) => `{"broadsheet":${"[".repeat(20)}${"1,".repeat(n)}1${"]".repeat(20)}}`],
};

export const upgrades = Object.entries(UPGRADES).map(([name, [most, make]]) => ({ name: `upgrade: ${name}`, kind: "upgrade", most, make: (n, times) => make(n * times) }));

export const emptyUpgrades = { upgrade: layer({}) };
