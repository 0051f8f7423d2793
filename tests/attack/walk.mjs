// The oracle of the hostile bundles: walks a tree that a parser made of the output and holds it against src/output.json,
// the documented list of elements and attributes. Shares no code with src/. Runs in Node over a tree of parse5, and in
// browsers, where it reads what is there through the getters of the prototypes: a form whose field is named "attributes"
// has another answer to form.attributes.

// Where no browser tells what a form has of its own: what pages use of it.
const OF_FORM = /^(on.*|action|attributes|child(Nodes|ren)|elements|id|innerHTML|length|method|name|nodeName|parent(Node|Element)|remove|reset|submit|target|title)$/;

/** A tree of parse5: what each node is. */
export const parse5Reader = {
  kind: ({ nodeName }) => (nodeName.startsWith("#") ? nodeName : "element"),
  name: ({ tagName }) => tagName,
  space: ({ namespaceURI }) => namespaceURI,
  attributes: ({ attrs }) => attrs.map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value]),
  children: ({ childNodes = [], content }) => (content ? [content, ...childNodes] : childNodes),
  text: ({ value }) => value,
  ofForm: (name) => name in Object.prototype || OF_FORM.test(name),
};

const KINDS = { 1: "element", 3: "#text", 8: "#comment", 9: "#document", 10: "#documentType", 11: "#document-fragment" };

/** A tree of a browser's, read by what the prototypes of its window give. */
export function domReader(window = globalThis) {
  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(window[type].prototype, name);
    return (node) => Reflect.apply(get, node, []);
  };
  const form = window.HTMLFormElement.prototype;
  const [nodeType, first, next, data] = [getter("Node", "nodeType"), getter("Node", "firstChild"), getter("Node", "nextSibling"), getter("CharacterData", "data")];
  const [attributes, name, space] = [getter("Element", "attributes"), getter("Element", "localName"), getter("Element", "namespaceURI")];
  const [length, attributeName, value] = [getter("NamedNodeMap", "length"), getter("Attr", "name"), getter("Attr", "value")];
  return {
    kind: (node) => KINDS[nodeType(node)] ?? `#${nodeType(node)}`,
    name,
    space,
    attributes(node) {
      const all = attributes(node);
      return Array.from({ length: length(all) }, (_, i) => [attributeName(all[i]), value(all[i])]);
    },
    children(node) {
      const all = [];
      for (let child = first(node); child; child = next(child)) all.push(child);
      return all;
    },
    text: data,
    ofForm: (name) => name in form,
  };
}

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";
/** The namespace of each element that is not of HTML. */
const SPACES = { svg: SVG, path: SVG };
const SCHEMES = { link: ["http:", "https:", "mailto:", "tel:"], media: ["http:", "https:"], page: ["http:", "https:"] };
// Neither white space nor controls, nor what could end an attribute or be read as something else.
const ADDRESS = /^[^\s\p{Cc}"'`<>\\^{|}]*$/u;
const CONTROL = /[^\P{Cc}\t\n]/u;
const BASE = "https://base.example/folder/page";

/** Why an address is not one of those that a rule allows, as a browser reads it; "" when it is. */
function wrongAddress(value, rule) {
  if (!ADDRESS.test(value)) return "has a character that none has";
  if (rule === "page" && !/^https?:\/\//i.test(value)) return "is not absolute";
  let url;
  try {
    url = new URL(value, BASE);
  } catch {
    return /^[a-z]+:/i.test(value) ? "" : "is none"; // what no browser can follow, it does not
  }
  if (!SCHEMES[rule].includes(url.protocol)) return `is of ${url.protocol}`;
  if (url.username || url.password) return "has a user name";
  return "";
}

const LANGUAGE = /^(x-default|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)$/;
const TIME = /^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?|PT[1-9]\d{0,9}[MS])$/;
const matching = (pattern) => (value) => (pattern.test(value) ? "" : "has another form");
const RULES = {
  text: () => "",
  class: matching(/^bs-[a-z0-9_-]+( bs-[a-z0-9_-]+)*$/),
  code: matching(/^language-[A-Za-z0-9+#.-]{1,32}$/),
  part: (value, { parts }) => (parts.includes(value) ? "" : "is no part"),
  id(value, { prefix, ids }) {
    if (!value.startsWith(prefix) || value === prefix || /\s/.test(value)) return `is not "${prefix}" and more`;
    if (ids.has(value)) return "is there twice";
    ids.add(value);
    return "";
  },
  ids(value, { wanted }) {
    wanted.push(value);
    return "";
  },
  number: matching(/^\d{1,10}$/),
  language: (value) => (value.length <= 35 ? matching(LANGUAGE)(value) : "is too long"),
  time: matching(TIME),
  zone: matching(/^[A-Za-z0-9+_/-]{1,64}$/),
  field: (value, { ofForm }) => (ofForm(value) ? "is what a form has of its own" : matching(/^[A-Za-z][A-Za-z0-9_.-]{0,31}$/)(value)),
  provenance: (value) => (value.length <= 96 ? matching(/^[a-z0-9]+(-[a-z0-9]+)*(-[0-9a-f]{16}){2}(-[0-9a-f]{8}){2}$/)(value) : "is too long"),
  store: (value) => (new TextEncoder().encode(value).length <= 128 ? "" : "is too long"),
  link: (value) => wrongAddress(value, "link"),
  media: (value) => wrongAddress(value, "media"),
  page: (value) => wrongAddress(value, "page"),
  frame: (value) => wrongAddress(value, "page") || matching(/^https:\/\/[^/?#:@]+(:443)?([/?#]|$)/i)(value),
  hosts: matching(/^[a-z0-9.-]+( [a-z0-9.-]+)*$/),
  mime: matching(/^(video|audio|application)\/[A-Za-z0-9.+-]{1,64}$/),
  path: matching(/^[MmLlHhVvCcSsAaZz0-9 .-]{1,1024}$/),
  srcset(value) {
    const candidates = value.split(", ");
    const wrong = candidates.map((one) => /^(\S*[^,\s]) [1-9]\d*w$/.exec(one)?.[1]).map((url) => (url ? wrongAddress(url, "media") : "has no width"));
    return wrong.find(Boolean) ?? "";
  },
};

/** The names of the rules, for a test that all are documented. */
export const rules = Object.keys(RULES);

function wrongScript(json) {
  try {
    JSON.parse(json);
  } catch {
    return "is not JSON";
  }
  return json.includes("<") ? "has a <" : "";
}

/**
 * What in a tree is not on the list.
 * @param root the node in which everything has to be on it
 * @param {object} how reader: one of the above; list: src/output.json; parts: the names of all parts;
 *   prefix: the option idPrefix; whole: it is the part "document"; behaviours: they were here; seen(element, name, value):
 *   told of each attribute
 * @returns {string[]}
 */
export function offences(root, { reader, list, parts, prefix = "bs-", whole = false, behaviours = false, seen = () => {} }) {
  const found = [];
  const state = { parts, prefix, ofForm: reader.ofForm, ids: new Set(), wanted: [] };
  const elements = new Map(Object.entries({ ...list.parts, ...(whole && list.document) }));
  const added = Object.entries(behaviours ? list.behaviours : {});
  // An element that only behaviours make is whole on their list.
  for (const [name, attributes] of added) elements.set(name, { ...elements.get(name), ...attributes });

  function attribute(element, allowed, [name, value]) {
    const rule = Object.hasOwn(allowed, name) ? allowed[name] : null;
    let wrong = "";
    if (rule === null) wrong = "is not on the list";
    else if (CONTROL.test(value)) wrong = "has a control character";
    else if (Array.isArray(rule)) wrong = rule.includes(value) ? "" : "has a value that is not on the list";
    else wrong = RULES[rule](value, state);
    if (wrong) found.push(`<${element} ${name}=${JSON.stringify(value)}> ${wrong}`);
    seen(element, name, value);
  }

  function visit(node, parent) {
    const kind = reader.kind(node);
    if (kind === "#text") {
      if (CONTROL.test(reader.text(node))) found.push(`a control character in <${parent}>`);
      if (parent === "script" && wrongScript(reader.text(node))) found.push(`a script that ${wrongScript(reader.text(node))}`);
    } else if (kind === "element") {
      const name = reader.name(node);
      const allowed = elements.get(name);
      if (reader.space(node) !== (SPACES[name] ?? HTML) || !allowed) {
        found.push(`<${name}> is not on the list`);
        return [];
      }
      seen(name, "", "");
      for (const one of reader.attributes(node)) attribute(name, allowed, one);
      return reader.children(node).map((child) => [child, name]);
    } else if (!(whole && kind === "#documentType")) found.push(`${kind} in <${parent}>`);
    return [];
  }

  // No recursion: the depth is up to the bundle.
  const rest = reader.children(root).map((child) => [child, ""]).reverse();
  while (rest.length) rest.push(...visit(...rest.pop()).reverse());
  for (const id of state.wanted) if (!state.ids.has(id)) found.push(`the id ${JSON.stringify(id)} is not there`);
  return found;
}

/** The list with one hole, so that a test can tell that it is held against it. */
export function withHole(list, element, attribute) {
  const copy = structuredClone(list);
  for (const group of Object.values(copy)) {
    if (attribute && group[element]) delete group[element][attribute];
    else delete group[element];
  }
  return copy;
}
