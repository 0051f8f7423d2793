// The ES module by hand: fetch, open, render, close.
import { load } from "./broadsheet/broadsheet.js";

const bytes = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());
const [press, ...layers] = await Promise.all([load(), bytes("bundles/site.json"), bytes("bundles/feature.json")]);

const story = press.open(layers, { now: new Date() });
document.title = story.title;
document.querySelector("#story").innerHTML = story.render(); // safe: Broadsheet escapes all that comes from a bundle
document.querySelector("#report").textContent =
  `Broadsheet ${press.version}, ${press.parts.length} parts, ${story.diagnostics.length} diagnostics.`;
story.close();
