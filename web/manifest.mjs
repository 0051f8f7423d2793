// Makes, for the build, what editors and frameworks read about the elements, all of web/define.d.ts: the manifest of custom
// elements (custom-elements.json), the HTML data of VS Code, and the types of the tags for React, Vue and Svelte.
import ts from "typescript";
import { attributeOf } from "./elements/properties.js";

const text = (node) => ts.displayPartsToString(ts.getJSDocCommentsAndTags(node).flatMap(({ comment }) => (typeof comment === "string" ? [{ text: comment }] : (comment ?? []))));
const isDeprecated = (node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "deprecated");

/** The classes of the file by name, each with the members that an attribute reflects, and the others. */
function classes(file) {
  const found = new Map();
  for (const node of file.statements.filter(ts.isClassDeclaration)) {
    const one = { name: node.name.text, description: text(node), base: node.heritageClauses?.[0].types[0].getText(file), attributes: [], members: [] };
    for (const member of node.members) {
      if (member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) || ts.isSetAccessor(member)) continue;
      const name = member.name.getText(file);
      const type = member.type?.getText(file).replace(/\s+/g, " ");
      const about = { name, type, description: text(member), deprecated: isDeprecated(member) };
      const readonly = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
      if (ts.isMethodDeclaration(member)) one.members.push({ kind: "method", ...about, type: `() => ${type}` });
      else if (readonly || !/^(string \| null|boolean)$/.test(type)) one.members.push({ kind: "field", ...about, readonly });
      else one.attributes.push({ ...about, attribute: attributeOf(name) });
    }
    found.set(one.name, one);
  }
  return found;
}

/**
 * What web/define.d.ts says of the elements.
 * @param {string} source of define.d.ts
 */
export function readElements(source) {
  const file = ts.createSourceFile("define.d.ts", source, ts.ScriptTarget.Latest, true);
  const found = classes(file);
  const global = file.statements.filter(ts.isModuleDeclaration).flatMap(({ body }) => body.statements);
  const [map] = global.filter(({ name }) => name.text === "HTMLElementTagNameMap");
  const events = [...source.matchAll(/\/\*\*[\s*]*`(broadsheet-\w+)`: ([\s\S]*?)\*\/\nexport interface (\w+)/g)]
    .map(([, name, description, type]) => ({ name, type, description: description.replace(/\s*\n \*\s?/g, " ").trim() }));
  const base = found.get("BroadsheetElement");
  const tags = map.members.map((member) => {
    const own = found.get(member.type.getText(file));
    return { ...own, tag: JSON.parse(member.name.getText(file)), attributes: [...base.attributes, ...own.attributes], members: [...base.members, ...own.members] };
  });
  // The one attribute that no property reflects.
  const debug = { attribute: "debug", type: "boolean", description: "The console tells all diagnostics of the story." };
  for (const tag of tags) tag.attributes.push(debug);
  return { tags, events };
}

/** https://github.com/webcomponents/custom-elements-manifest, version 1.0.0 */
export function manifest({ tags, events }) {
  const optional = (name, value) => (value ? { [name]: value } : {});
  const typed = ({ name, type, description, deprecated }) => ({ name, type: { text: type }, ...optional("description", description), ...optional("deprecated", deprecated) });
  const declarations = tags.map(({ name, tag, description, attributes, members }) => ({
    kind: "class",
    customElement: true,
    name,
    tagName: tag,
    description,
    superclass: { name: "BroadsheetElement", module: "dist/broadsheet.js" },
    attributes: attributes.map((one) => ({ ...typed({ ...one, name: one.attribute }), ...optional("fieldName", one.name) })),
    members: [
      ...attributes.filter(({ name }) => name).map((one) => ({ kind: "field", ...typed(one), attribute: one.attribute, reflects: true })),
      ...members.map(({ kind, readonly, ...one }) =>
        kind === "method" ? { kind, name: one.name, description: one.description, return: { type: { text: one.type.replace("() => ", "") } } } : { kind, ...typed(one), ...optional("readonly", readonly) }),
    ],
    events: events.map(({ name, type, description }) => ({ name, type: { text: type }, description })),
  }));
  const js = (name) => ({ name, module: "dist/broadsheet.js" });
  return {
    schemaVersion: "1.0.0",
    modules: [
      { kind: "javascript-module", path: "dist/broadsheet.js", declarations, exports: tags.map(({ name }) => ({ kind: "js", name, declaration: js(name) })) },
      { kind: "javascript-module", path: "dist/define.js", exports: tags.map(({ name, tag }) => ({ kind: "custom-element-definition", name: tag, declaration: js(name) })) },
    ],
  };
}

/** The custom data of VS Code for HTML, version 1.1. */
export const htmlData = ({ tags }) => ({
  version: 1.1,
  tags: tags.map(({ tag, description, attributes }) => ({
    name: tag,
    description,
    attributes: attributes.filter(({ deprecated }) => !deprecated)
      .map(({ attribute, type, description: about }) => ({ name: attribute, description: about, ...(type === "boolean" ? { valueSet: "v" } : {}) })),
  })),
});

const HEAD = "// Made by web/manifest.mjs of web/define.d.ts; not to be edited.\n";
const imports = 'import type { Layer } from "./broadsheet.js";\nimport type { BroadsheetArticle, BroadsheetErrorEvent, BroadsheetPart, BroadsheetRenderEvent, BroadsheetUpdateEvent } from "./define.js";\n';

/** The attributes of the tags, as members of a type: by attribute and, where that differs, by property. */
function members({ attributes, events }, listener) {
  const value = (type) => (type === "boolean" ? "boolean | \"\" | \"true\" | \"false\" | undefined" : "string | number | undefined | null");
  const line = (name, type) => `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}?: ${type};\n`;
  const names = attributes.flatMap(({ name, attribute, type, deprecated }) =>
    deprecated ? [] : [...new Set([attribute, name ?? attribute])].map((one) => line(one, one === "now" ? "string | number | Date | undefined | null" : value(type))));
  return [...names, line("bundle", "Layer | readonly Layer[] | null | undefined"), ...events.flatMap((event) => line(listener(event.name), `(event: ${event.type}) => void`))].join("");
}

const FRAMEWORKS = {
  // React 19 takes listeners of custom events by "on" and the event's very name.
  react: {
    listener: (name) => `on${name}`,
    wrap: (props, tags) => `import type { DetailedHTMLProps, HTMLAttributes } from "react";\n\n${props}
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
${tags.map(({ tag, name }) => `      "${tag}": Omit<DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>, "part"> & BroadsheetAttributes & { part?: string };\n`).join("")}    }
  }
}
`,
  },
  vue: {
    listener: (name) => `on${name[0].toUpperCase()}${name.slice(1).replace(/-./g, (two) => two[1].toUpperCase())}`,
    wrap: (props, tags) => `import type { HTMLAttributes, DefineComponent } from "vue";\n\n${props}
declare module "vue" {
  interface GlobalComponents {
${tags.map(({ tag }) => `    "${tag}": DefineComponent<HTMLAttributes & BroadsheetAttributes>;\n`).join("")}  }
}
`,
  },
  svelte: {
    listener: (name) => `on${name}`,
    wrap: (props, tags) => `import type { HTMLAttributes } from "svelte/elements";\n\n${props}
declare module "svelte/elements" {
  interface SvelteHTMLElements {
${tags.map(({ tag, name }) => `    "${tag}": HTMLAttributes<${name}> & BroadsheetAttributes;\n`).join("")}  }
}
`,
  },
};

/** The declarations of the tags for each framework: its name, and the text of its file. */
export function frameworkTypes({ tags, events }) {
  return Object.entries(FRAMEWORKS).map(([name, { listener, wrap }]) => {
    const props = `interface BroadsheetAttributes {\n${members({ attributes: tags[0].attributes, events }, listener)}}\n`;
    return [name, `${HEAD}${imports}${wrap(props, tags)}`];
  });
}
