// Runs in a browser's page: renders hostile bundles, puts what comes out into the live page as the elements do, walks it,
// does to it what a reader could do, and tells what ran, asked, opened or led away.
import { addEventListener, happened, reader, seen } from "./xss-watch.mjs"; // first, before anything hostile is here
import { bundlesOf, idsOf, markdownsOf, misplacedOf } from "./xss-bundles.mjs";
import { afterTasks, use, useBehaviours } from "./xss-use.mjs";
import { offences } from "./walk.mjs";
import { load } from "/broadsheet/broadsheet.js";
import "/broadsheet/define.js";

const NOW = "2025-11-07T10:00:00+09:00";

// In the live page, but not painted: an engine would spend its time on that. Not by content-visibility: WebKitGTK 2.50 ends
// the page when a float goes away from what that skips, after a script had it laid out.
const stage = document.body.appendChild(document.createElement("div"));
stage.style.visibility = "hidden";

/** As web/elements/html.js does it. */
function insert(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  stage.replaceChildren(template.content);
}

// The page is a story's, or the page around one, by turns.
const PAGES = { alone: "broadsheet-article", after: "broadsheet-article" };

/** The page as an element of the host shows it. Its bundle is a property: nothing stands inside but what is shown, and that stays. */
async function show(json, way) {
  const element = document.createElement(PAGES[way] ?? "broadsheet-part");
  element.bundle = json;
  for (const [name, value] of Object.entries({ fragment: "page", "id-prefix": "bs-", now: NOW })) element.setAttribute(name, value);
  const outcome = new Promise((resolve) => {
    for (const type of ["broadsheet-render", "broadsheet-error"]) addEventListener.call(element, type, ({ detail }) => resolve(detail));
  });
  stage.replaceChildren(element);
  const { error } = await outcome;
  if (error) throw error;
  return element;
}

/** A document in a frame of its own, as the server would send it. Not laid out, as its page was in the element. */
async function frame(html) {
  const one = document.createElement("iframe");
  one.style.display = "none";
  one.srcdoc = html;
  const loaded = new Promise((resolve) => addEventListener.call(one, "load", resolve));
  stage.replaceChildren(one);
  await loaded;
  return one.contentDocument;
}

// A frame takes as long as all other parts. What it would run is in the tree that the engine's parser makes.
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

// What came out for a text where none belongs, in this page: for each text the same, so that it is looked at once.
const known = new Set();

/**
 * Every hostile text in every bundle and part.
 * @param {string[]} payloads
 * @param {object} data of xss-bundles.mjs; list: src/output.json; apart: whether each part is shown by itself, too
 * @returns what was found, how much was rendered, and what behaviours added: "ELEMENT ATTRIBUTE"
 */
export async function attack(payloads, { list, apart, ...data }) {
  const press = await load();
  const found = [];
  const added = new Set();
  let renders = 0;
  const how = { reader, list, parts: press.parts, prefix: "bs-", seen };
  const byBehaviours = {
    behaviours: true,
    seen(element, name, value) {
      seen(element, name, value);
      if (list.behaviours[element]?.[name] && !list.parts[element]?.[name]) added.add(`${element} ${name}`);
    },
  };
  function look(root, where, more) {
    for (const offence of offences(root, { ...how, ...more })) found.push(`${where}: ${offence}`);
    for (const what of happened.splice(0)) found.push(`${where}: ${what}`);
  }
  function check(root, where, more) {
    renders++;
    look(root, where, more);
  }

  /** The HTML of every part, with the ids that a bundle has. */
  function eachPart(json, bundle) {
    return [false, true].flatMap((signedIn) => {
      const story = press.open(json, { now: NOW, document: "page", reader: { signedIn } });
      const parts = signedIn ? ["account"] : press.parts;
      const htmls = parts.flatMap((part) => idsOf(part, bundle).map((id) => ({ part, html: story.render(part, { id }) })));
      story.close();
      return htmls;
    });
  }

  async function checkPart({ part, html }, where, inFrame) {
    if (part === "document") return check(await (inFrame ? frame : parsed)(html), where(part), { whole: true });
    insert(html);
    check(stage, where(part));
  }

  async function checkPage(json, way, where) {
    const page = await show(json, way);
    check(page, where("the element"));
    use(page, way === "alone");
    await useBehaviours(page, () => look(page, where("the page that was used"), byBehaviours));
    if (!page.firstElementChild) throw new Error(where("the page was emptied, so nothing was seen"));
  }

  /** The text where none belongs: what shows nothing of it has been seen. */
  async function misplaced(json, way, where) {
    let htmls;
    try {
      htmls = eachPart(json, data.full);
    } catch ({ code }) {
      if (code !== "SHAPE") throw new Error(where(code)); // no article, nothing to see
      return;
    }
    for (const one of htmls) {
      if (known.has(one.html)) continue;
      known.add(one.html);
      if (one.part === "page") await checkPage(json, way, where);
      await checkPart(one, where, true);
    }
  }

  async function all(payload) {
    const naming = (way) => (part) => `${JSON.stringify(payload)} ${way} in ${part}`;
    for (const { way, bundle } of bundlesOf(payload, data)) {
      const json = JSON.stringify(bundle);
      await checkPage(json, way, naming(way));
      if (apart) for (const one of eachPart(json, bundle)) await checkPart(one, naming(way), way === "alone");
    }
    if (apart) for (const { way, bundle } of misplacedOf(payload, data)) await misplaced(JSON.stringify(bundle), way, naming(way));
    for (const body of markdownsOf(payload)) {
      const story = press.open(JSON.stringify({ broadsheet: 2, article: { id: "a", headline: "H", body } }));
      insert(story.render("body"));
      check(stage, `${JSON.stringify(body)} in body`);
      use(stage, true);
      story.close();
    }
  }

  for (const payload of payloads) await all(payload);
  stage.replaceChildren();
  for (let i = 0; i < 5; i++) await afterTasks();
  for (const what of happened.splice(0)) found.push(`later, one of ${JSON.stringify(payloads)}: ${what}`);
  return { found, renders, added: [...added] };
}
globalThis.attack = attack;

/** For the control: what is seen of markup that nobody made safe, beside what the walk says. */
globalThis.insertRaw = async (html) => {
  insert(html);
  use(stage, true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  stage.replaceChildren();
  return happened.splice(0);
};
