// What HTML shows: its texts and the alternatives of its pictures, in order, and the pictures' addresses.
import { parseFragment } from "parse5";

const BLOCKS = new Set("address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre search section summary table td th tr ul br button".split(" "));

/** @returns {{ text: string, pictures: string[], links: string[] }} */
export function shown(html) {
  const found = { text: "", pictures: [], links: [] };
  const walk = (node) => {
    if (node.attrs?.some(({ name }) => name === "hidden")) return; // such as the fallback, once the story is there
    if (node.nodeName === "#text") found.text += node.value;
    const attribute = (name) => node.attrs?.find((one) => one.name === name)?.value ?? "";
    if (node.tagName === "img") {
      found.text += attribute("alt");
      found.pictures.push(`${attribute("src")} ${attribute("srcset")}`.trim());
    }
    if (node.tagName === "a") found.links.push(attribute("href"));
    if (BLOCKS.has(node.tagName)) found.text += "\n";
    for (const child of node.childNodes ?? []) walk(child);
    if (BLOCKS.has(node.tagName)) found.text += "\n";
  };
  walk(parseFragment(html));
  found.text = found.text.replace(/\s+/g, " ").trim();
  return found;
}

/** Throws unless both texts are equal; says where they part. */
function same(got, want, what) {
  if (got === want) return;
  let at = 0;
  while (got[at] === want[at]) at++;
  const piece = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  throw new Error(`${what} differs at ${at}: ${piece(got)}, not ${piece(want)}`);
}

export const sameTexts = (got, want, what) => same(shown(got).text, shown(want).text, what);

/** Throws unless both show the same texts, pictures and links. */
export function sameShown(got, want, what) {
  const [a, b] = [shown(got), shown(want)];
  for (const kind of ["text", "pictures", "links"]) same([a[kind]].flat().join("\n"), [b[kind]].flat().join("\n"), `${what}: ${kind}`);
}
