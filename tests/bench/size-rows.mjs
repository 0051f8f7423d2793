// What a reader's browser fetches of ours for a story and for the whole newspaper, compressed: all that it asks for.
import { launchChromium } from "./chromium.mjs";
import { READER, serve } from "./site.mjs";

const KB = 1000;

/** The rows whose names are chosen: [name, { value }]. */
export async function* sizeRows(chosen) {
  const pages = { "size, story": "ours", "size, page": "edition" };
  if (!Object.keys(pages).some(chosen)) return;
  const [site, chromium] = await Promise.all([serve({}, READER), launchChromium()]);
  try {
    for (const [row, page] of Object.entries(pages)) {
      const tab = await chromium.tab();
      site.asked.length = 0;
      const { url, shown } = site.visit(page);
      await tab.send("Page.navigate", { url });
      await shown;
      await tab.close();
      const paths = new Set(site.asked.filter((path) => path.startsWith("/broadsheet/")));
      yield [row, { value: [...paths].reduce((sum, path) => sum + site.sizeOf(path), 0) / KB }];
    }
  } finally {
    await chromium.close();
    await site.close();
  }
}
