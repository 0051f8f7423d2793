// The goldens, read once for every test that uses them: PART/CASE.json, a bundle of one layer, and PART/CASE.html,
// the exact bytes that the part gives. The bundle's key "_test" says how it is rendered: id, options, offsets.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL(".", import.meta.url));

const directories = () => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The names of the folders: one for each part. */
export const goldenParts = () => directories().map((entry) => entry.name).sort();

/** One case. html is null where nobody has accepted one yet. */
function golden(part, name) {
  const path = `${folder}${part}/${name}`;
  const json = readFileSync(`${path}.json`);
  const bundle = JSON.parse(json);
  const { id, options, offsets } = bundle._test ?? {};
  const html = existsSync(`${path}.html`) ? readFileSync(`${path}.html`) : null;
  return { part, name, title: `${part}/${name}`, path, json, bundle, id, options, offsets, html };
}

/** Every case, sorted by part and name. */
export function goldens() {
  return goldenParts().flatMap((part) =>
    readdirSync(`${folder}${part}`)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => golden(part, file.slice(0, -".json".length))),
  );
}

/** The bytes that a press gives for a case. */
export function renderGolden(press, { part, json, id, options }) {
  const story = press.open(json, options);
  try {
    return story.renderBytes(part, id === undefined ? undefined : { id });
  } finally {
    story.close();
  }
}
