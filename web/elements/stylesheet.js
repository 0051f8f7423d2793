// The stylesheets of the elements. A part of a story needs the story's alone, any other part the page's as well; what version 2
// of the format has added, and rare Markdown, have one of their own. They are links in the root where the element stands, the
// document or a shadow root, since no rule of a document reaches into one.
import { hasAddress } from "../module/program.js";
import { placeOfPart } from "./modules.js";

const bare = (address) => address.replace(/[?#].*/, "");

/** Whether the document is drawn. In those of jsdom and happy-dom it is not, and no stylesheet ever loads. */
export const draws = () => Boolean(document.getAnimations);

const settlements = new WeakMap();

/** A promise that resolves on load, on error, or after three seconds: an unstyled story is better than none. */
function settled(link) {
  if (link.sheet || link.disabled) return null;
  if (!settlements.has(link)) {
    const settlement = new Promise((resolve) => {
      for (const type of ["load", "error"]) link.addEventListener(type, resolve);
      setTimeout(resolve, 3000);
    });
    settlements.set(link, settlement);
  }
  return settlements.get(link);
}

/** Adds a link after another one, else first: of two cascade layers the later one wins, and that is the page's. */
function add(root, href, after) {
  const link = (root.ownerDocument ?? root).createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  if (after) after.after(link);
  else (root.head ?? root).prepend(link);
  return link;
}

/**
 * Which stylesheets HTML, or a list of its tags and classes, needs beside those of its part: the page's, for a slot in a
 * story, and that of what version 2 has added and of rare Markdown. web/build.mjs puts RICH_CLASSES here, a pattern of the classes
 * by which that is known; blocks of code and what is struck out have no class.
 */
export function moreFor(html) {
  const page = /[" ]bs-slot/.test(html);
  const rich = new RegExp(`[" ]bs-(${RICH_CLASSES})[ _"-]|<(pre|del)`).test(html);
  return { page, rich };
}

/**
 * Adds to a root the stylesheets that a part needs, unless links there bring them already, even disabled ones.
 * @param {Document | ShadowRoot} root
 * @param {string} [part] undefined: it is not known yet
 * @param {{ page: boolean, rich: boolean } | null} [needs] as of moreFor()
 * @returns {Promise<unknown> | null} settles when they are there; null: there is nothing to wait for
 */
export function addStylesheets(root, part, needs) {
  if (!hasAddress || !draws()) return null;
  // Bundlers look for these very expressions, so they must stay as they are. (In the classic build: classic-address.js.)
  // Next.js makes of them an object whose href lacks the origin.
  const [story, page, more] = [new URL("./broadsheet.story.css", import.meta.url), new URL("./broadsheet.page.css", import.meta.url), new URL("./broadsheet.rich.css", import.meta.url)].map(({ href }) => new URL(href, root.baseURI).href);
  const links = [...root.querySelectorAll('link[rel~="stylesheet"]')];
  const find = (address) => links.find((link) => bare(link.href).startsWith(bare(address)));
  // The whole has all rules, and so has a theme, which imports the whole.
  const whole = find(new URL("broadsheet.css", story).href) ?? find(new URL("themes/", story).href);
  if (whole) return settled(whole);
  const sheets = [find(story) ?? add(root, story)];
  // The parts of the story's module are those of its stylesheet.
  if (placeOfPart(part) > 0 || needs?.page) sheets.push(find(page) ?? add(root, page, sheets[0]));
  if (needs?.rich) sheets.push(find(more) ?? add(root, more, sheets.at(-1)));
  return sheets[1] ? Promise.all(sheets.map(settled)) : settled(sheets[0]);
}

// The rules for an element until the stylesheet is there: it is a box that keeps the margins of its content inside, and
// for a story as high as the screen, so that nothing moves when the story replaces the fallback. CSS cannot tell whether
// `part` is the old name of `fragment` or holds tokens for ::part; fragment="story" says so.
const room = (name, { furniture }) =>
  `@layer broadsheet{:where(${name}:is(:not([hidden]),[hidden=until-found])){display:flow-root}${furniture ? "" : `:where(${name}:not([hidden]):is([fragment=story],:not([fragment],[part]))){min-block-size:100svb}`}}`;

const reserved = new Set();

/** Reserves the room of the elements of a name, once. In a shadow root only the stylesheet does. */
export function reserveRoom(name, element) {
  if (reserved.has(name) || !draws() || !document.adoptedStyleSheets) return;
  reserved.add(name);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room(name, element));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
