// Markdown renderers beside each other in a browser: by turns; microseconds of one call. A page knows no CPU time, so a
// round is the fastest of ten short ones, which another program's turn on the processor seldom falls into.
import { Parser, HtmlRenderer } from "commonmark";
import MarkdownIt from "markdown-it";

const LASTING = 3;
const TRIES = 10;
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
    if (spent >= LASTING * 30) return Math.max(1, Math.round((count * LASTING) / spent));
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
        const tries = [];
        for (let i = 0; i < TRIES; i++) {
          tries.push(timed(() => render(text), counts[who]) / counts[who] * 1000);
          await new Promise((resolve) => setTimeout(resolve));
        }
        samples[who].push(Math.min(...tries));
      }
    }
  }
  return told;
}

const told = await measure().catch((error) => ({ visit, error: String(error?.stack ?? error) }));
await fetch("/signal", { method: "POST", body: JSON.stringify(told) });
