// Pages whose server rendered what their elements show, for the tests of all three engines.
import { load } from "../../dist/broadsheet.js";
import { bundle, page } from "./harness.mjs";

export const press = await load();

/** What a server renders for an element. */
export function rendered(layers = bundle(), options = {}, part = "story", id = undefined) {
  const story = press.open(layers, { provenance: true, furniture: true, ...options });
  const html = story.render(part, id === undefined ? undefined : { id });
  story.close();
  return html;
}

export const element = (attributes, html = rendered()) => `<broadsheet-article ${attributes}>${html}</broadsheet-article>`;
export const part = (attributes, html) => `<broadsheet-part ${attributes}>${html}</broadsheet-part>`;

const STYLES = '<link rel="stylesheet" href="/broadsheet/broadsheet.css">';
export const SCRIPTS = '<script type="module" src="/broadsheet/furniture.js"></script><script type="module" src="/broadsheet/define.js"></script>';

/** The script /adopt.js, which notes all that changes in the elements; it stands before those that define them. */
export const WATCH = `
  globalThis.changes = [];
  globalThis.observer = new MutationObserver((records) => changes.push(...records));
  globalThis.noted = () => (changes.push(...observer.takeRecords()), changes.filter(({ target }) => !/^broadsheet-/.test(target.localName)).map(({ type, target, attributeName }) => type + " " + target.nodeName + " " + attributeName));
  for (const one of document.querySelectorAll("broadsheet-article, broadsheet-part"))
    observer.observe(one, { childList: true, subtree: true, characterData: true, attributes: true });
  globalThis.details = [];
  addEventListener("broadsheet-render", ({ target, detail }) => details.push({ id: target.id, adopted: detail.adopted, part: detail.part, diagnostics: detail.adopted && detail.diagnostics.length }));
`;

/** A page with what a server rendered; the scripts come behind it. */
export const adoptPage = (content, { scripts = SCRIPTS, head = STYLES } = {}) => page(`${content}<script src="/adopt.js"></script>${scripts}`, head);

/** What in a site's requests from a place on is no page, script, stylesheet or picture. */
export const fetched = (site, from = 0) => site.requests.slice(from).map(({ path }) => path).filter((path) => /\.(json|wasm)$/.test(path));
