// Markdown renderers beside each other in a browser: by turns, until a round has lasted; milliseconds of one call.
import { Parser, HtmlRenderer } from "commonmark";
import MarkdownIt from "markdown-it";

const LASTING = 30;
const [visit, rounds] = location.search.slice(1).split("&");

function timed(run, count) {
  const start = performance.now();
  for (let i = 0; i < count; i++) run();
  return performance.now() - start;
}

/** Calls that last as long as a round, once the engine has compiled what is called often. */
function calls(run) {
  for (let count = 1; ; count *= 2) {
    const spent = timed(run, count);
    if (spent >= LASTING * 3) return Math.max(1, Math.round((count * LASTING) / spent));
  }
}

async function measure() {
  const { load } = await import(new URL("broadsheet/broadsheet.js", location.href));
  const press = await load();
  const parser = new Parser();
  const html = new HtmlRenderer({ safe: true });
  const markdownIt = new MarkdownIt();
  const all = {
    ours: (text) => press.markdown(text),
    commonmark: (text) => html.render(parser.parse(text)),
    "markdown-it": (text) => markdownIt.render(text),
  };
  const told = { visit, samples: {}, html: {} };
  for (const [name, text] of Object.entries(await (await fetch("inputs.json")).json())) {
    const samples = (told.samples[name] = {});
    told.html[name] = {};
    const counts = {};
    for (const [who, render] of Object.entries(all)) {
      told.html[name][who] = render(text);
      counts[who] = calls(() => render(text));
      samples[who] = [];
    }
    for (let round = 0; round < rounds; round++) {
      for (const [who, render] of Object.entries(all)) {
        samples[who].push(timed(() => render(text), counts[who]) / counts[who]);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  }
  return told;
}

const told = await measure().catch((error) => ({ visit, error: String(error?.stack ?? error) }));
await fetch("/signal", { method: "POST", body: JSON.stringify(told) });
