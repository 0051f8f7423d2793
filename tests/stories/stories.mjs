// Forty stories of our own, each modelled on a kind that real newspapers have: their bundles are the JSON files here.
// They are of the paper of examples/, whose site stands around them, and whose pictures they show.
import { readFileSync, readdirSync } from "node:fs";

/** The time of rendering: all of them are published. */
export const NOW = "2025-11-08T10:00:00+09:00";

const here = new URL("./", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));

/** [{ name, language, bundle, site, layers }]: the file's name without its end, and the layers that make the story's page. */
export const stories = readdirSync(here)
  .filter((file) => file.endsWith(".json"))
  .map((file) => {
    const bundle = read(file);
    const { language } = bundle.article;
    const site = read(`../../examples/bundles/edition/site-${language}.json`);
    return { name: file.replace(".json", ""), language, bundle, site, layers: [site, bundle] };
  });
