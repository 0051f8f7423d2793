// HTML in the form in which the CommonMark specification compares it: white space outside
// of pre counts as one space, and not at all beside block elements; attributes are sorted.
import { parseFragment } from "parse5";

const BLOCKS = new Set(
  ("address article aside blockquote body button canvas caption col colgroup dd div dl dt embed fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe li map object ol output p pre " +
    "progress script section style table tbody td textarea tfoot th thead tr ul video br").split(" "),
);

const VOID = new Set(["br", "hr", "img", "input"]);

/** The children of html as a tree that may be changed before normal() writes it. */
export function tree(html) {
  return parseFragment(html).childNodes;
}

export function attribute(node, name) {
  return node.attrs?.find((a) => a.name === name)?.value;
}

/** Calls change(node) for every element from the inside out, and puts the nodes it returns in its place. */
export function replace(nodes, change) {
  return nodes.flatMap((node) => {
    if (!node.tagName) return [node];
    node.childNodes = replace(node.childNodes, change);
    return change(node) ?? [node];
  });
}

/** html, or the nodes of a tree, in normal form. */
export function normal(html) {
  let out = "";
  let besideBlock = true;
  const mark = (block, tag) => {
    if (block) out = out.replace(/ $/, "");
    out += tag;
    besideBlock = block;
  };
  const walk = (nodes, inPre) => {
    for (const node of nodes) {
      if (node.nodeName === "#text") {
        let text = node.value;
        if (!inPre) text = text.replace(/[ \t\n\f\r]+/g, " ");
        if (!inPre && besideBlock) text = text.replace(/^ /, "");
        if (!inPre && out.endsWith(" ")) text = text.replace(/^ /, "");
        out += text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        if (text) besideBlock = false;
      } else if (node.tagName) {
        const block = BLOCKS.has(node.tagName);
        const attributes = node.attrs.map((a) => ` ${a.name}="${a.value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`);
        mark(block, `<${node.tagName}${attributes.sort().join("")}>`);
        walk(node.childNodes, inPre || node.tagName === "pre");
        if (!VOID.has(node.tagName)) mark(block, `</${node.tagName}>`);
      } else throw new Error(`unexpected ${node.nodeName}`);
    }
  };
  walk(typeof html === "string" ? tree(html) : html, false);
  return out.replace(/ $/, "");
}

// What the rules for addresses take from HTML that knows none: a refused link becomes its
// text, a refused picture its alternative text.
function allowed(address, schemes) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1].toLowerCase();
  return scheme === undefined || schemes.includes(scheme);
}

/** A change for replace(). */
export function refuse(node) {
  if (node.tagName === "a" && !allowed(attribute(node, "href"), ["http", "https", "mailto", "tel"])) return node.childNodes;
  if (node.tagName === "img" && !(attribute(node, "src") && allowed(attribute(node, "src"), ["http", "https"])))
    return [text(attribute(node, "alt"))];
}

export function text(value) {
  return { nodeName: "#text", value };
}

/** An element for the result of a change. */
export function element(tagName, attributes, childNodes) {
  return { tagName, attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })), childNodes };
}
