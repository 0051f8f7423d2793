// The layers of a story from files: the site's bundle, and over it the story's.
import { readFile } from "node:fs/promises";

const missing = (error) => {
  if (error.code === "ENOENT") return null;
  throw error;
};

/** The bytes of both; null: there is no story of that name. The name has letters, digits, _ and - alone (answer.mjs). */
export async function layersOf(folder, name) {
  const story = name === "site" ? null : await readFile(new URL(`${name}.json`, folder)).catch(missing);
  return story && [await readFile(new URL("site.json", folder)), story];
}
