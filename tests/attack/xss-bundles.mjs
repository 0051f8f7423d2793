// Bundles in which every place holds a hostile text, made of one bundle that has them all and of the schema, so that a new
// field is in them too. Runs in Node and in browsers.

/** Whether a string of the schema is one of a few; and whether it takes any text: else it has a form. */
const isChoice = ({ enum: few, type }) => Boolean(few) || [type].flat().includes("object");
const isFree = (node) => !isChoice(node) && !node.anyOf && new RegExp(node.pattern ?? "", "u").test('<b> & "x"');

/** Whether a string of the schema is Markdown, of one line or of more. */
const isMarkdown = ({ $ref, description }) => $ref === "#/$defs/line" || /\bMarkdown\b/.test(description ?? "");

/** The places of a bundle's strings, by the schema: { path, value, free, choice, markdown }. */
export const stringsOf = (values) =>
  [...values]
    .filter(({ value }) => typeof value === "string")
    .map(({ path, value, node }) => ({ path, value, free: isFree(node), choice: isChoice(node), markdown: isMarkdown(node) }))
    .map((one, place) => ({ ...one, place }));

/** The places of objects whose keys are the newspaper's own. */
export const dictionariesOf = (values) =>
  [...values].filter(({ node, value }) => node.additionalProperties && value).map(({ path }) => path);

// Where the schema has an object or a list, by how deep: in one bundle none can stand inside of another. Without an
// article nothing is opened, so that the rest of its depth is in a bundle of its own.
const isNested = ({ value }) => typeof value === "object" && value !== null;
const holder = ({ path }) => (path.length === 1 && path[0] === "article" ? "for the article" : `for what is ${path.length} deep`);

/** The places of what is no string, in groups that stand in one bundle: { way, paths }. */
export function othersOf(values) {
  const others = [...values].filter(({ value }) => typeof value !== "string");
  const groups = { "for a number": [], "behind a number": [] };
  for (const one of others) {
    // Without its version the bundle lacks what that has added.
    const numbers = one.path[0] === "broadsheet" ? ["for the version"] : ["for a number", "behind a number"];
    const ways = isNested(one) ? [holder(one)] : numbers;
    for (const way of ways) (groups[way] ??= []).push(one.path);
  }
  return Object.entries(groups).map(([way, paths]) => ({ way, paths }));
}

/** What the bundles are made of. */
export const dataOf = (full, values) => ({
  full,
  strings: stringsOf(values),
  dictionaries: dictionariesOf(values),
  others: othersOf(values),
});

// Where a text can stand in Markdown.
const MARKDOWN = [
  (v) => v,
  (v) => `before ${v} after`,
  (v) => `[x](${v})`,
  (v) => `[x](<${v}>)`,
  (v) => `[x](https://x.example/${v})`,
  (v) => `[x](mailto:${v})`,
  (v) => `[x](/x "${v}")`,
  (v) => `[x](/x '${v}')`,
  (v) => `[${v}](/x)`,
  (v) => `![${v}](/x.png)`,
  (v) => `![x](${v} "${v}")`,
  (v) => `[![${v}](${v})](${v})`,
  (v) => `<${v}>`,
  (v) => `<https://x.example/${v}>`,
  (v) => `\`${v}\``,
  (v) => `\`\`\`${v}\n${v}\n\`\`\``,
  (v) => `    ${v}`,
  (v) => `# ${v}`,
  (v) => `${v}\n===`,
  (v) => `> ${v}`,
  (v) => `- [ ] ${v}`,
  (v) => `**${v}** _${v}_ ~~${v}~~`,
  (v) => `| ${v} | b |\n|:-|-:|\n| a | ${v} |`,
  (v) => `[x]\n\n[x]: ${v} "${v}"`,
  (v) => `[${v}]\n\n[${v}]: /x`,
  (v) => `![](figure:${v})`,
  (v) => `[](related:${v})`,
  (v) => `[${v}](media:${v})`,
  (v) => `[${v}](box:${v})`,
  (v) => `[${v}](gallery:${v})`,
  (v) => `[${v}](quote:${v})`,
  (v) => `[${v}](slot:${v})`,
  (v) => `[${v}](unknown:${v})`,
  (v) => `a[^${v}] b[^1]\n\n[^${v}]: ${v}\n[^1]: ${v}`,
  (v) => `Table: ${v}\n\n| | ${v} |\n|---|---|\n| ${v} | b |`,
  (v) => `[${v}](lang:${v}) [${v}](lang:fr) H~${v}~O m^${v}^`,
  (v) => `> ${v}\n>\n> — ${v}`,
];
export const markdownsOf = (vector) => MARKDOWN.map((place) => place(vector));

// What a string becomes. A form is met, or not, before the text and after it.
const WAYS = {
  alone: (v, { free, value }) => (free ? v : value),
  everywhere: (v, { choice, value }) => (choice ? value : v),
  after: (v, { choice, value }) => (choice ? value : value + v),
  before: (v, { choice, value }) => (choice ? value : v + value),
  chosen: (v, { free, choice, value }) => (free || choice ? v : value),
  // Each place of Markdown has another form than its neighbours, and with another text another form.
  marked: (v, { markdown, place, value }) => (markdown ? MARKDOWN[(place + sumOf(v)) % MARKDOWN.length](v) : value),
};
const sumOf = (text) => [...text].reduce((sum, character) => sum + character.codePointAt(), 0);
// Words stand in the language that they are kept for, but where keys are hostile as well.
const keepsKeys = (way, path) => ["after", "before", "marked"].includes(way) || (way !== "everywhere" && path[0] === "strings");

// What a story must have keeps its own text where the hostile one shows nothing: without it nothing is opened.
const isRequired = ({ path }) => ["article/id", "article/headline"].includes(path.join("/"));
const isSeen = (v) => /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(v);

const at = (bundle, path) => path.reduce((node, key) => node[key], bundle);

function rename(dictionary, vector) {
  for (const [i, [key, value]] of Object.entries(dictionary).entries()) {
    delete dictionary[key];
    // defineProperty: "__proto__" shall be a key as others are.
    const name = i ? `${vector}${i}` : vector;
    Object.defineProperty(dictionary, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

/** A bundle for each way, with the hostile text in every string and, in some, in every key that is the newspaper's. */
export function bundlesOf(vector, { full, strings, dictionaries }) {
  return Object.entries(WAYS).map(([way, text]) => {
    const bundle = structuredClone(full);
    for (const one of strings) {
      const owner = at(bundle, one.path.slice(0, -1));
      const wanted = text(vector, one);
      owner[one.path.at(-1)] = isRequired(one) && !isSeen(wanted) ? one.value : wanted;
    }
    // From the inside out, so that the paths still lead there.
    for (const path of [...dictionaries].reverse()) if (!keepsKeys(way, path)) rename(at(bundle, path), vector);
    return { way, bundle };
  });
}

/**
 * A bundle for each group of places in which no text belongs, with the hostile text there. The core refuses it and shows
 * what it shows of any other text, so nobody need look at that twice: hence these are bundles of their own.
 */
export function misplacedOf(vector, { full, others }) {
  return others.map(({ way, paths }) => {
    const bundle = structuredClone(full);
    for (const path of paths) {
      const owner = at(bundle, path.slice(0, -1));
      owner[path.at(-1)] = way.startsWith("behind") ? `${owner[path.at(-1)]}${vector}` : vector;
    }
    return { way, bundle };
  });
}

const NAMED = {
  figure: ({ article }) => article.figures,
  related: ({ article }) => article.related,
  media: ({ article }) => article.media,
  box: ({ article }) => article.boxes,
  update: ({ article }) => article.updates,
  gallery: ({ article }) => article.galleries,
  quote: ({ article }) => article.quotes,
  slot: ({ site }) => site.slots,
  "ranked-list": ({ lists }) => lists.ranked,
};
/** The ids with which a part that needs one shows something of such a bundle; one undefined for any other part. */
export const idsOf = (part, bundle) => (NAMED[part] ? Object.keys(NAMED[part](bundle) ?? {}).slice(0, ["box", "media", "update"].includes(part) ? 10 : 1) : [undefined]);
