// Writes the beginnings of a new part: make part NAME=key-points. Tests fail until they are filled in; src/README.md,
// "Add a part", says how.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const [name] = process.argv.slice(2);
const stop = (message) => {
  console.error(message);
  process.exit(1);
};
/** A file with each pattern replaced. */
function changed(path, ...changes) {
  let text = readFileSync(path, "utf8");
  for (const [pattern, replacement] of changes) {
    if (!pattern.test(text)) stop(`${path} has no place for a part: ${pattern}`);
    text = text.replace(pattern, replacement);
  }
  return [path, text];
}

const WELL_FORMED = /^(?=.{1,64}$)[a-z]+(-[a-z]+)*$/; // a file's name has 255 bytes at most
if (!WELL_FORMED.test(name ?? "")) stop("usage: make part NAME=key-points, of a to z and single hyphens, 64 at most");
const source = `src/parts/${name}.c`;
const folder = `tests/golden/${name}`;
for (const path of [source, folder]) if (existsSync(path)) stop(`${path} is there already`);
const func = name.replaceAll("-", "_");
// What stands around the parts begins with part_, too: part_time is a function, part_open a macro.
const sources = readdirSync("src", { recursive: true }).filter((path) => /\.[ch]$/.test(path));
const other = sources.find((path) => new RegExp(`\\bpart_${func}\\b`).test(readFileSync(`src/${path}`, "utf8")));
if (other) stop(`src/${other} has another part_${func}; choose another name`);

const site = { name: "The Yeoul Courier", url: "https://yeoul.example/", language: "en", timeZone: "Asia/Seoul" };
const HOSTILE = "<script>alert(1)</script> \"double\" 'single' & &amp; <!-- --> ]]> \u0001\u202eRTL\u202c \uffff";
const CASES = {
  full: [{ headline: "Bridge to Mongdol Island opens", body: "The bridge is open.", language: "en" }, site],
  absent: [{ headline: "Bridge to Mongdol Island opens", body: "The bridge is open.", language: "en" }, site],
  korean: [{ headline: "몽돌섬 다리 개통", body: "다리가 열렸다.", language: "ko" }, { ...site, name: "여울신문", language: "ko" }],
  hostile: [{ headline: HOSTILE, body: HOSTILE, language: "en" }, { ...site, name: HOSTILE }],
};

const files = [
  [
    source,
    `/* Say here what a reader sees of it. */
#include "page/part.h"

void part_${func}(render *r)
{
    if (r->story->article.missing) /* say here what the part cannot be without */
        return;
    part_open(r, "p", "${name}");
    writer_close(r->w, "p");
}
`,
  ],
  changed("src/page/parts.def", [/^X\(story, /m, `X(${func}, "${name}", "", "", "", PAGE)\n$&`]),
  changed(
    "README.md",
    [/(?<=The parts are `[^`]*)(?= story page document`)/, ` ${name}`],
    [/\d+(?= parts, each)/, (count) => Number(count) + 1],
  ),
  ...Object.entries(CASES).map(([title, [article, site]]) => [
    `${folder}/${title}.json`,
    `${JSON.stringify({ broadsheet: 1, article: { id: `${name}-${title}`, ...article }, site }, null, 2)}\n`,
  ]),
];
mkdirSync(folder);
for (const [path, text] of files) writeFileSync(path, text);
console.log(`written: ${files.map(([path]) => path).join(" ")}
Now fill them in, and write into tests/node/expected-story.mjs or expected-page.mjs which texts the part shows:
src/README.md, "Add a part", goes on from here.`);
