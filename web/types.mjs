// Makes declarations for the build: dist/names.d.ts from what the module tells about itself, dist/bundle.d.ts from the
// bundle's schema. The generator is our own for the sake of "patternProperties", by which the schema allows notes under
// any key that begins with "_": written as a template literal type, they leave a misspelt key an error.
import { readFileSync } from "node:fs";
import { Boundary } from "./module/boundary.js";
import { OWN_CODES } from "./module/errors.js";
import { loadModule } from "./module/loader.js";

const HEAD = (source) => `// Made by web/types.mjs of ${source}; not to be edited.\n`;
const comment = (text, indent = "") => (text ? `${indent}/** ${text.replaceAll("*/", "*\\/")} */\n` : "");
const literals = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

/** What a member may be: an editor lists what is known; a later version of the format, or JSON read as text, has others. */
const choices = (values) => {
  const types = values.map((value) => (typeof value === "number" ? "number" : JSON.stringify(value)));
  return [...new Set(types), ...(values.some((value) => typeof value === "string") ? ["(string & {})"] : [])].join(" | ");
};

// --- names ---------------------------------------------------------------------------------------

/** A union of the known names, which editors list, and of any other string, since a later release may add names. */
const growing = (name, values, text) => `${comment(text)}export type ${name} =\n  | ${literals(values).replaceAll(" | ", "\n  | ")}\n  | (string & {});\n`;

/** @param {Uint8Array} wasm the finished module */
export async function namesTypes(wasm) {
  const facts = new Boundary(await loadModule(() => wasm)).describe("part", "diagnostic", "status", "limit");
  const limits = facts.limit.map((fact) => fact.split("="));
  return [
    HEAD("what broadsheet.wasm tells about itself"),
    growing("PartName", facts.part, "A part of the page. Later releases may know more."),
    growing("DiagnosticCode", [...new Set(facts.diagnostic)], "What is wrong in a bundle. Later releases may find more."),
    growing("ErrorCode", [...new Set([...facts.status, ...OWN_CODES])].filter((code) => code !== "OK"), "Why a call failed. Later releases may have more."),
    `${comment("Upper bounds; what is absent has the default that Press.limits tells.")}export interface Limits {\n${limits
      .map(([name, most]) => `${comment(`${most} by default.`, "  ")}  ${name}?: number | undefined;\n`)
      .join("")}}\n`,
    "export type LimitName = keyof Limits;\n",
  ].join("\n");
}

// --- the bundle ------------------------------------------------------------------------------------

const NOTES = '[note: `_${string}`]: unknown;';

/** The types of a JSON schema. They leave out lengths, patterns and conditions, which types cannot express. */
class SchemaTypes {
  constructor(schema) {
    this.schema = schema;
  }

  #target(ref) {
    return ref === "#" ? this.schema : this.schema.$defs[ref.replace("#/$defs/", "")];
  }

  #name(ref) {
    return ref === "#" ? "Bundle" : ref.replace("#/$defs/", "").replace(/^./, (letter) => letter.toUpperCase());
  }

  static #kinds = ({ type }) => (type === undefined ? [] : [type].flat());

  /** Objects get a declaration with a name; any other type is written where it is used. */
  static #isNamed = (node) => Boolean(node.properties);

  /** A reference. Beside it there may be a type that excludes null, or properties that are required as well. */
  #referred({ $ref, ...own }, indent) {
    const target = this.#target($ref);
    const kinds = SchemaTypes.#kinds(own);
    const nullable = SchemaTypes.#kinds(target).includes("null") && !(kinds.length && !kinds.includes("null"));
    if (!SchemaTypes.#isNamed(target)) return this.#type(nullable ? target : { ...target, ...own }, indent);
    const more = own.properties ? ` & ${this.#object(own, indent, true)}` : "";
    return `${this.#name($ref)}${more}${nullable ? " | null" : ""}`;
  }

  #type(node, indent, beside = false) {
    if (node === true) return beside ? "{}" : "unknown";
    if (node.$ref) return this.#referred(node, indent);
    if (node.enum) return choices(node.enum);
    if ("const" in node) return choices([node.const]);
    const kinds = SchemaTypes.#kinds(node);
    if (kinds.length === 0) throw new Error(`the schema has a form that web/types.mjs does not know: ${JSON.stringify(node).slice(0, 200)}`);
    return kinds.map((kind) => this.#kind(kind, node, indent, beside)).join(" | ");
  }

  #kind(kind, node, indent, beside) {
    if (kind === "string") return node.if?.type === "string" ? choices(node.then.enum) : "string";
    if (kind === "integer" || kind === "number") return "number";
    if (kind === "array") return `readonly (${this.#type(node.items, indent)})[]`.replace(/\((\w+)\)/, "$1");
    if (kind === "object") return this.#object(node, indent, beside);
    return kind; // null, boolean
  }

  /** An object's type. Beside a reference it adds only the properties that are required. */
  #object({ properties, additionalProperties, required = [] }, indent, beside = false) {
    const inner = `${indent}  `;
    if (additionalProperties) return `{ [id: string]: ${this.#type(additionalProperties, indent)} }`;
    const lines = Object.entries(properties).map(([key, node]) => {
      const name = /^\w+$/.test(key) ? key : JSON.stringify(key);
      const type = this.#type(node, inner, beside);
      return `${comment(this.#text(node), inner)}${inner}${name}${required.includes(key) ? `: ${type}` : `?: ${type} | undefined`};\n`;
    });
    return `{\n${lines.join("")}${beside ? "" : `${inner}${NOTES}\n`}${indent}}`;
  }

  #text(node) {
    const { title, description, $ref } = node;
    return description ?? title ?? ($ref && this.#text(this.#target($ref)));
  }

  /** The declaration of a node with a name. */
  #declaration(ref) {
    const node = this.#target(ref);
    const kinds = SchemaTypes.#kinds(node).filter((kind) => kind !== "null");
    const type = node.$ref ? this.#referred(node, "") : this.#type({ ...node, type: kinds }, "");
    const plain = !node.$ref && kinds.join() === "object";
    return `${comment(this.#text(node))}export ${plain ? `interface ${this.#name(ref)} ${type}` : `type ${this.#name(ref)} = ${type};`}\n`;
  }

  toString() {
    const named = Object.keys(this.schema.$defs).map((name) => `#/$defs/${name}`).filter((ref) => SchemaTypes.#isNamed(this.#target(ref)));
    return ["#", ...named].map((ref) => this.#declaration(ref)).join("\n");
  }
}

/** @param {string} path of the schema */
export const bundleTypes = (path) => `${HEAD("bundle.schema.json")}\n${new SchemaTypes(JSON.parse(readFileSync(path, "utf8")))}`;
