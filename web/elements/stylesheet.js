// The stylesheets of the elements. A part of a story needs the story's alone, any other part the page's as well. They are
// links in the root where the element stands, the document or a shadow root, since no rule of a document reaches into one.

const bare = (address) => address.replace(/[?#].*/, "");

/** The addresses of the two; null where the script's own address is not known. */
function addresses() {
  if (!import.meta.url) return null;
  // Bundlers look for these very expressions, so they must stay as they are. (In the classic build: classic-address.js.)
  const story = new URL("./broadsheet.story.css", import.meta.url).href;
  const page = new URL("./broadsheet.page.css", import.meta.url).href;
  return { story, page };
}

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

/** Whether a link brings all rules: broadsheet.css, or a theme, which imports it. */
function isWhole(link, story) {
  const folder = bare(story).replace(/[^/]*$/, "");
  const { href } = link;
  return bare(href) === `${folder}broadsheet.css` || href.startsWith(`${folder}themes/`);
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
 * Adds to a root the stylesheets that a part needs, unless links there bring them already, even disabled ones.
 * @param {Document | ShadowRoot} root
 * @param {string} part
 * @returns {Promise<unknown> | null} settles when they are there; null: there is nothing to wait for
 */
export function addStylesheets(root, part) {
  const needed = addresses();
  if (!needed) return null;
  const links = [...root.querySelectorAll('link[rel~="stylesheet"]')];
  const whole = links.find((link) => isWhole(link, needed.story));
  if (whole) return settled(whole);
  const find = (href) => links.find((link) => bare(link.href) === bare(href));
  const story = find(needed.story) ?? add(root, needed.story);
  // web/build.mjs puts STORY_PARTS here: the parts for which the story's stylesheet has rules.
  if (STORY_PARTS.includes(part)) return settled(story);
  const page = find(needed.page) ?? add(root, needed.page, story);
  return Promise.all([settled(story), settled(page)]);
}

// The rules for an element until the stylesheet is there: it is a box that keeps the margins of its content inside, and
// for a story as high as the screen, so that nothing moves when the story replaces the fallback. CSS cannot tell whether
// `part` is the old name of `fragment` or holds tokens for ::part; fragment="story" says so.
const room = (name, { furniture }) =>
  `@layer broadsheet{:where(${name}){display:flow-root}${furniture ? "" : `:where(${name}:is([fragment=story],:not([fragment],[part]))){min-block-size:100svb}`}}`;

const rooms = [];

/** Reserves the room of the elements of a name, in the document. */
export function reserveRoom(name, element) {
  if (!document.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room(name, element));
  rooms.push(sheet);
  reserveRoomsIn(document);
}

/** The same in a root in which an element stands. A sheet belongs to the document that made it, and is refused elsewhere. */
export function reserveRoomsIn(root) {
  if (!root.adoptedStyleSheets || (root.ownerDocument ?? root) !== document) return;
  const missing = rooms.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
