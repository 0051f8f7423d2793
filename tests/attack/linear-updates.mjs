// Stories, and updates of them, of which one thing grows: "merge" is a JSON Merge Patch, "patch" a JSON Patch. The two
// stories are compared, and the second one is rendered.
const list = (count, item) => Array.from({ length: Math.max(1, Math.round(count)) }, (_, i) => item(i));
const record = (count, key, value) => Object.fromEntries(list(count, (i) => [key(i), value(i)]));
const story = (article = {}, more = {}) => ({ broadsheet: 2, article: { id: "a", headline: "h", body: "x", ...article }, ...more });
const tags = (n) => list(n, (i) => ({ label: `T ${i}` }));
const figures = (n, name = "f", alt = "x") => record(n, (i) => `${name}${i}`, () => ({ src: "p.png", width: 4, height: 3, alt }));
const update = (n, title = "T") => record(n, (i) => `u${i}`, (i) => ({ published: `2026-01-17T0${i % 10}:00:00Z`, title, body: `Entry *${i}*.` }));

// name: [the kind, the most that n may be, the story, the text that updates it].
const UPDATES = {
  "entries that come": ["merge", 400, (n) => story({ figures: figures(n) }), (n) => ({ article: { figures: figures(n, "g") } })],
  "entries that go": ["merge", 400, (n) => story({ figures: figures(n) }), (n) => ({ article: { figures: record(n, (i) => `f${i}`, () => null) } })],
  "entries that change": ["merge", 400, (n) => story({ figures: figures(n) }), (n) => ({ article: { figures: figures(n, "f", "y") } })],
  "one of many entries": ["merge", 400, (n) => story({ updates: update(n) }), () => ({ article: { updates: { u0: { title: "New" } } } })],
  "live entries that come": ["merge", 200, (n) => story({ updates: update(n) }), (n) => ({ article: { updates: record(n, (i) => `v${i}`, () => ({ published: "2026-01-18T00:00:00Z", body: "New." })) } })],
  "a deep merge": ["merge", 50, (n) => story({}, { site: { name: "S", sections: tags(n) } }), (n) => list(Math.min(n, 60), (i) => i).reduce((inner) => ({ x: inner }), {})],
  "keys that nobody knows": ["merge", 1000, () => story(), (n) => ({ article: record(n, (i) => `x-${i}`, (i) => i) })],
  "a longer body": ["merge", 5000, (n) => story({ body: "A *b*.\n\n".repeat(n) }), (n) => ({ article: { body: "C *d*.\n\n".repeat(n) } })],
  "items before the first": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, () => ({ op: "add", path: "/article/tags/0", value: { label: "Z" } }))],
  "items behind the last": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, () => ({ op: "add", path: "/article/tags/-", value: { label: "Z" } }))],
  "items taken from the front": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n - 1, () => ({ op: "remove", path: "/article/tags/0" }))],
  "items taken from the end": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, (i) => ({ op: "remove", path: `/article/tags/${Math.max(1, Math.round(n)) - 1 - i}` }))],
  "the item in the middle, again and again": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, (i) => ({ op: "replace", path: `/article/tags/${Math.round(n / 2)}/label`, value: `Z ${i}` }))],
  "items moved to the end": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, () => ({ op: "move", from: "/article/tags/0", path: "/article/tags/-" }))],
  "members, the last first": ["patch", 400, (n) => story({ figures: figures(n) }), (n) => list(n, (i) => ({ op: "replace", path: `/article/figures/f${Math.max(1, Math.round(n)) - 1 - i}/alt`, value: "y" }))],
  "members that go and come": ["patch", 300, (n) => story({ figures: figures(n) }), (n) => list(n, (i) => [{ op: "remove", path: `/article/figures/f${i}` }, { op: "add", path: `/article/figures/f${i}`, value: figures(1).f0 }]).flat()],
  "one member copied": ["patch", 400, (n) => story({ figures: figures(1), tags: tags(n) }), (n) => list(n, (i) => ({ op: "copy", from: "/article/figures/f0", path: `/article/figures/c${i}` }))],
  "tests of one text": ["patch", 400, (n) => story({ tags: tags(n) }), (n) => list(n, () => ({ op: "test", path: "/article/headline", value: "h" }))],
  "escaped names": ["patch", 300, (n) => story({ figures: record(n, (i) => `${"~/".repeat(5)}${i}`, () => figures(1).f0) }), (n) => list(n, (i) => ({ op: "replace", path: `/article/figures/${"~0~1".repeat(5)}${i}/alt`, value: "y" }))],
};

export const updates = Object.entries(UPDATES).map(([name, [kind, most, before, change]]) => ({
  name: `${kind}: ${name}`,
  kind,
  most,
  make: (n, times) => `${JSON.stringify(before(n * times))}\0${JSON.stringify(change(n * times))}`,
}));

const plain = JSON.stringify(story());
export const emptyUpdates = { merge: `${plain}\0{}`, patch: `${plain}\0[]` };
