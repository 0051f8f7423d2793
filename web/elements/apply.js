// Brings the difference of two renderings of a part into the nodes that show the first of them. What is alike in both is
// not touched, whatever the page has done to it: so focus, selection, an open menu and a playing film stay. A node is never
// moved, since that would reload a frame and stop a film.
//
// The methods are read from the prototypes, since a form's fields hide the form's own (DOM clobbering).
const { Node, Element } = globalThis;
const call = (type, name, node, ...given) => Reflect.get(type.prototype, name).apply(node, given);
const read = (type, name, node) => Reflect.get(type.prototype, name, node);
const childrenOf = (node) => [...read(Node, "childNodes", node)];
const isElement = (node) => read(Node, "nodeType", node) === 1;
const nameOf = (node) => read(Node, "nodeName", node);
const attribute = (node, name) => call(Element, "getAttribute", node, name);
const equal = (a, b) => call(Node, "isEqualNode", a, b);

/** Whether two nodes are the same thing, though perhaps in two states. */
function alike(a, b) {
  if (nameOf(a) !== nameOf(b)) return false;
  if (!isElement(a)) return !a.data.trim() === !b.data.trim();
  return attribute(a, "id") === attribute(b, "id") && attribute(a, "data-part") === attribute(b, "data-part");
}

/** The files of a sound or a film. The browser reads them when it meets the element, and never again. */
const filesOf = (node) => (/^(AUDIO|VIDEO)$/.test(nameOf(node)) ? [...call(Element, "querySelectorAll", node, "source")].map((file) => file.outerHTML).join() : "");

/** Whether the second of two nodes can be made of the first. */
const fits = (old, now) => alike(old, now) && filesOf(old) === filesOf(now);

const AHEAD = 16; // nodes of others that may stand before one of ours

/** For each node of the first rendering the node that shows it; null: somebody took that away. */
function shownBy(old, live) {
  let at = 0;
  return old.map((node) => {
    for (let i = at; i < live.length && i <= at + AHEAD; i++) {
      if (!alike(live[i], node)) continue;
      at = i + 1;
      return live[i];
    }
    return null;
  });
}

const MOST = 250_000; // pairs that are compared

/**
 * Two lists of nodes as steps from the first to the second: [i, j] for what stays, [i, null] for what goes, [null, j] for what
 * comes. Nodes that are equal stay, as many as can; of the others those that fit.
 */
function steps(old, now) {
  let start = 0;
  let end = 0;
  const most = Math.min(old.length, now.length);
  while (start < most && equal(old[start], now[start])) start++;
  while (end < most - start && equal(old.at(-1 - end), now.at(-1 - end))) end++;
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  const found = [];
  for (let i = 0; i < start; i++) found.push([i, i]);
  if (rows * columns <= MOST) {
    // The longest common subsequence, in which a pair that is equal weighs more than any number of others.
    const weigh = (i, j) => (equal(old[start + i], now[start + j]) ? 1000 : fits(old[start + i], now[start + j]) ? 1 : 0);
    const weights = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => weigh(i, j)));
    const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
    for (let i = rows - 1; i >= 0; i--)
      for (let j = columns - 1; j >= 0; j--) {
        const both = weights[i][j] ? weights[i][j] + sums[i + 1][j + 1] : 0;
        sums[i][j] = Math.max(both, sums[i + 1][j], sums[i][j + 1]);
      }
    for (let i = 0, j = 0; i < rows || j < columns; ) {
      if (i < rows && j < columns && weights[i][j] && sums[i][j] === weights[i][j] + sums[i + 1][j + 1]) found.push([start + i++, start + j++]);
      else if (i < rows && (j === columns || sums[i + 1][j] >= sums[i][j + 1])) found.push([start + i++, null]);
      else found.push([null, start + j++]);
    }
  } else {
    for (let i = start; i < old.length - end || i < now.length - end; i++) {
      const [there, comes] = [i < old.length - end, i < now.length - end];
      if (there && comes && fits(old[i], now[i])) found.push([i, i]);
      else found.push(...(there ? [[i, null]] : []), ...(comes ? [[null, i]] : []));
    }
  }
  for (let i = end; i > 0; i--) found.push([old.length - i, now.length - i]);
  return found;
}

/** Changes no more of a text than differs, so that a selection in the rest of it stays. */
function changeText(live, text) {
  const before = live.data;
  let start = 0;
  let end = 0;
  const most = Math.min(before.length, text.length);
  while (start < most && before[start] === text[start]) start++;
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  if (before !== text) live.replaceData(start, before.length - start - end, text.slice(start, text.length - end));
}

function changeNode(live, old, now, kept) {
  if (!isElement(old)) return changeText(live, now.data);
  const names = new Set([old, now].flatMap((node) => call(Element, "getAttributeNames", node)));
  for (const name of names) {
    const value = attribute(now, name);
    if (kept.has(name) || value === attribute(old, name)) continue;
    if (value === null) call(Element, "removeAttribute", live, name);
    else call(Element, "setAttribute", live, name, value);
  }
  changeList(live, childrenOf(live), childrenOf(old), childrenOf(now), kept);
}

/** @returns {Node[]} the nodes that show the second list now */
function changeList(parent, live, old, now, kept) {
  const there = shownBy(old, live);
  const last = live.at(-1);
  let next = last ? read(Node, "nextSibling", last) : null; // what comes is put before it
  const shown = [];
  for (const [i, j] of steps(old, now).reverse()) {
    const node = i === null ? null : there[i];
    if (j === null) {
      const home = node && read(Node, "parentNode", node);
      if (home) call(Node, "removeChild", home, node);
      continue;
    }
    if (node) {
      if (!equal(old[i], now[j])) changeNode(node, old[i], now[j], kept);
      next = node;
    } else if (i === null || !equal(old[i], now[j])) {
      next = call(Node, "insertBefore", parent, now[j], next);
    } else continue; // somebody took it away, and it has not changed
    shown.unshift(next);
  }
  return shown;
}

// Attributes by which behaviours show the state of what they serve. Where the first rendering is not known, what stands
// there is taken for it, and these stay as they are.
const STATE = new Set(["hidden", "open", "aria-expanded", "aria-pressed", "aria-live", "tabindex", "style"]);

const boxOf = (node) => call(Element, "getBoundingClientRect", node);

/** The element at a point, or one below that in it: a box that begins above the window does not move with what is in it. */
function landmark(root, x, y) {
  let node = root.elementFromPoint(x, y);
  while (node && boxOf(node).top < 0) {
    const inside = [...read(Element, "children", node)].find((child) => boxOf(child).bottom > y);
    if (!inside) break;
    node = inside;
  }
  return node;
}

/** Elements at some heights of the window with where they begin: one of them is sure to stay. */
function landmarks(element) {
  const { left, right } = element.getBoundingClientRect();
  const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
  const nodes = [0.1, 0.25, 0.4, 0.6, 0.8, 0.95].map((height) => landmark(element.getRootNode(), x, innerHeight * height));
  return nodes.filter((node) => node && !call(Node, "contains", node, element)).map((node) => [node, boxOf(node).top]);
}

/** The nearest box around a node that scrolls. */
function scroller(node) {
  for (let box = node; (box = read(Node, "parentElement", box)); )
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Does work, after which what the reader sees stands where it stood. Some browsers see to that by themselves, but not at the
 * top of a page, and not all; so this does, and they must not do it once more.
 */
function standingStill(element, work) {
  const marks = landmarks(element);
  if (!marks.length) return work();
  const box = scroller(marks[0][0]);
  const before = box.style.overflowAnchor;
  box.style.overflowAnchor = "none";
  const done = work();
  const mark = marks.find(([node]) => read(Node, "isConnected", node));
  const moved = mark ? boxOf(mark[0]).top - mark[1] : 0;
  if (Math.abs(moved) >= 1) box.scrollBy({ top: moved, behavior: "instant" });
  box.style.overflowAnchor = before;
  if (!box.getAttribute("style")) box.removeAttribute("style");
  return done;
}

/** Does work, after which the focus is where it was, or on what came in place of that. */
function keepingFocus(element, work) {
  const root = element.getRootNode();
  const focused = root.activeElement;
  const inside = focused && call(Node, "contains", element, focused) ? focused : null;
  const done = work();
  if (!inside || read(Node, "isConnected", inside)) return done;
  const names = ["id", "href", "name", "data-bs-action"].filter((name) => attribute(inside, name));
  const same = names.map((name) => `${inside.localName}[${name}="${CSS.escape(attribute(inside, name))}"]`);
  const other = same.map((selector) => element.querySelector(selector)).find(Boolean);
  other?.focus({ preventScroll: true });
  return done;
}

/**
 * Changes what shows a part into another rendering of it.
 * @param {Element} element in which the part is shown
 * @param {Element[]} nodes its children that show the part
 * @param {DocumentFragment | null} before what was rendered into them; null: that is not known
 * @param {DocumentFragment} after
 * @param {() => void} settle called when it is changed: what this shows moves nothing, either
 * @returns {Element[]} the children that show it now
 */
export function change(element, nodes, before, after, settle) {
  const old = before ? [...before.children] : nodes.map((node) => node.cloneNode(true));
  const work = () => {
    const now = changeList(element, nodes, old, [...after.children], before ? new Set() : STATE);
    settle();
    return now;
  };
  return keepingFocus(element, () => standingStill(element, work));
}
