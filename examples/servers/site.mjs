// A static site from a folder of bundles:
//
//   node site.mjs BUNDLES OUT https://paper.example/
//
// site.json and lists.json, where they are there, lie under each story. NAME.json becomes NAME.html; index.html lists the
// stories, the newest first, and feed.xml is the same as an Atom feed. A file whose bytes would be the same is left alone,
// so that only what changed is uploaded; pages of stories that are gone are taken away.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { load } from "broadsheet";

const [from, to, address] = process.argv.slice(2);
const press = await load();
const ours = /^(site|lists)\.json$/;
const names = readdirSync(from).filter((name) => name.endsWith(".json")).sort();
const under = names.filter((name) => ours.test(name)).map((name) => readFileSync(join(from, name)));
const options = { document: "page", stylesheet: "broadsheet.css" };
const counts = { written: 0, same: 0, failed: 0 };

function put(name, content) {
  const file = join(to, name);
  const isSame = existsSync(file) && readFileSync(file).equals(Buffer.from(content));
  if (!isSame) writeFileSync(file, content);
  counts[isSame ? "same" : "written"]++;
}

function document(layers, more) {
  const story = press.open(layers, { ...options, ...more });
  try {
    for (const { severity, pointer, message } of story.diagnostics) if (severity === "error") console.error(`${pointer}: ${message}`);
    return story.render("document").replace("</head>", '<link rel="alternate" type="application/atom+xml" href="feed.xml">\n</head>');
  } finally {
    story.close();
  }
}

mkdirSync(to, { recursive: true });
const stories = [];
for (const name of names.filter((one) => !ours.test(one))) {
  const page = name.replace(/json$/, "html");
  try {
    const bytes = readFileSync(join(from, name));
    put(page, document([...under, bytes]));
    const { headline, published, modified } = JSON.parse(bytes.toString().replace(/^\ufeff/, "")).article;
    stories.push({ page, headline, published, time: new Date(modified ?? published ?? 0) });
  } catch (error) {
    console.error(`${name}: ${error.message}`); // its page stays as it was
    stories.push({ page, headline: null });
    counts.failed++;
  }
}

const listed = stories.filter(({ headline, time }) => headline && !Number.isNaN(time.getTime())).sort((one, other) => other.time - one.time);
const related = Object.fromEntries(listed.map(({ page, headline, published }, i) => [`s${i}`, { headline, url: page, published }]));
const body = Object.keys(related).map((id) => `[…](related:${id})`).join("\n\n");
if (!names.includes("index.json")) put("index.html", document([...under, { article: { id: "index", headline: "Latest", related, body } }]));

const xml = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const entry = ({ page, headline, time }) => `<entry><id>${xml(address + page)}</id><title>${xml(headline)}</title><link href="${xml(address + page)}"/><updated>${time.toISOString()}</updated></entry>`;
const updated = (listed[0]?.time ?? new Date(0)).toISOString();
put("feed.xml", `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(address)}</id><title>${xml(address)}</title><author><name>${xml(address)}</name></author><updated>${updated}</updated><link rel="self" href="${xml(address)}feed.xml"/>\n${listed.map(entry).join("\n")}\n</feed>\n`);
put("broadsheet.css", readFileSync(new URL(import.meta.resolve("broadsheet/broadsheet.css"))));

const pages = new Set(["index.html", ...stories.map(({ page }) => page)]);
for (const name of readdirSync(to).filter((one) => one.endsWith(".html") && !pages.has(one))) rmSync(join(to, name));
console.log(`${counts.written} written, ${counts.same} unchanged, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
