// Runs in a browser's page: renders hostile bundles, puts what comes out into the live page as the elements do, walks it,
// does to it what a reader could do, and tells what ran, asked, opened or led away.
import { bundlesOf, idOf, markdownsOf } from "./xss-bundles.mjs";
import { domReader, offences } from "./walk.mjs";
import { load } from "/broadsheet/broadsheet.js";
import "/broadsheet/define.js";

const reader = domReader(); // before anything hostile is here
const NOW = "2025-11-07T10:00:00+09:00";
const { addEventListener } = EventTarget.prototype;

/** What must stay empty; a text for each thing that happened. */
const happened = [];
const absolute = (address) => new URL(address, document.baseURI).href.replace(/#.*/, "");
const images = new Set([absolute("/favicon.ico")]);
const note = (what) => happened.push(what);

for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => note(`${name}() was called`);
addEventListener.call(window, "beforeunload", () => note("the page was left"));
addEventListener.call(window, "message", () => note("a message came"));

// The page's policy refuses every request but those of its own scripts, and only reports scripts that are not files: so
// each attempt is an event, also of what would run without calling one of the above. Pictures of the output may ask, by
// the addresses that were walked.
addEventListener.call(document, "securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
  if (effectiveDirective === "img-src" && images.has(blockedURI)) return;
  note(`${effectiveDirective}: ${blockedURI} ${sample} ${sourceFile}`);
});

function seen(element, name, value) {
  if (element !== "img") return;
  try {
    if (name === "src") images.add(absolute(value));
    if (name === "srcset") for (const one of value.split(", ")) images.add(absolute(one.split(" ")[0]));
  } catch {
    // an address that no browser can follow asks for nothing
  }
}

// A click on a link leads where it leads, but for what would leave the page, which is stopped here, at last. A script in
// an address is not stopped.
const LEADS = new Set(["http:", "https:", "mailto:", "tel:"]);
addEventListener.call(window, "click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && LEADS.has(link.protocol)) event.preventDefault();
});
addEventListener.call(window, "submit", (event) => {
  if (LEADS.has(new URL(event.target.getAttribute("action"), document.baseURI).protocol)) event.preventDefault();
});

/** What a reader could do: every event that something waits for, and a click on what takes one; if told to, on all. */
function use(root, all) {
  for (const element of Element.prototype.querySelectorAll.call(root, "*")) {
    for (const [name] of reader.attributes(element)) {
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2), { bubbles: true, cancelable: true }));
    }
    const kind = reader.name(element);
    // The engine's own reading of an address; one that it cannot read has no scheme there.
    const strange = kind === "a" && element.hasAttribute("href") && !LEADS.has(element.protocol);
    if (strange && element.protocol !== ":") note(`a link to ${element.protocol}`);
    if (strange || (all && ["a", "button", "summary", "input"].includes(kind)))
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); // no svg has click()
  }
}

// In the live page, but not painted: an engine would spend its time on that.
const stage = document.body.appendChild(document.createElement("div"));
stage.style.contentVisibility = "hidden";
const afterTasks = () => new Promise((resolve) => setTimeout(resolve));

/** As web/html.js does it. */
function insert(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  stage.replaceChildren(template.content);
}

/** The page as an element of the host shows it. */
async function show(json) {
  const article = document.createElement("broadsheet-article");
  const layer = document.createElement("script");
  layer.type = "application/json";
  layer.textContent = json;
  article.append(layer);
  for (const [name, value] of Object.entries({ part: "page", "id-prefix": "bs-", now: NOW })) article.setAttribute(name, value);
  const outcome = new Promise((resolve) => {
    for (const type of ["broadsheet-render", "broadsheet-error"]) addEventListener.call(article, type, ({ detail }) => resolve(detail));
  });
  stage.replaceChildren(article);
  const { message } = await outcome;
  if (message !== undefined) throw new Error(message);
  layer.remove();
  return article;
}

/** A document in a frame of its own, as the server would send it. */
async function frame(html) {
  const one = document.createElement("iframe");
  one.srcdoc = html;
  const loaded = new Promise((resolve) => addEventListener.call(one, "load", resolve));
  stage.replaceChildren(one);
  await loaded;
  return one.contentDocument;
}

/**
 * Every hostile text in every bundle and part.
 * @param {string[]} payloads
 * @param {object} data of xss-bundles.mjs, list: src/output.json, and apart: the ways in which each part is shown by itself, too
 * @returns what was found, and how much was rendered
 */
export async function attack(payloads, data) {
  const press = await load();
  const found = [];
  let renders = 0;
  const how = (prefix) => ({ reader, list: data.list, parts: press.parts, prefix, seen });
  function check(root, where, more = {}) {
    renders++;
    for (const offence of offences(root, { ...how("bs-"), ...more })) found.push(`${where}: ${offence}`);
    for (const what of happened.splice(0)) found.push(`${where}: ${what}`);
  }

  async function all(payload) {
    for (const { way, bundle } of bundlesOf(payload, data)) {
      const where = (part) => `${JSON.stringify(payload)} ${way} in ${part}`;
      const json = JSON.stringify(bundle);
      const article = await show(json);
      check(article, where("the element"));
      use(article, way === "alone");
      if (!data.apart.includes(way)) continue;
      const story = press.open(json, { now: NOW, document: "page", reader: { signedIn: way === "everywhere" } });
      for (const part of press.parts) {
        const html = story.render(part, { id: idOf(part, bundle) });
        if (part !== "document") {
          insert(html);
          check(stage, where(part));
        } else if (way === "alone") check(await frame(html), where(part), { whole: true });
      }
      story.close();
    }
    for (const body of markdownsOf(payload)) {
      const story = press.open(JSON.stringify({ article: { id: "a", headline: "H", body } }));
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
  return { found, renders };
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
