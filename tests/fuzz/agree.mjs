// What a second program says of the inputs of a harness: JSON.parse of a text, URL of an address, Date of a date, and
// the WebAssembly build of a bundle, of Markdown and of upgrade, which must give the bytes that the native build gives.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { joined, split } from "./corpus.mjs";

const root = new URL("../../", import.meta.url);

/** Inputs through build/bin/replay_NAME, under ASan and UBSan: for each its line of output. */
export function replay(name, inputs, ...how) {
  const sized = inputs.flatMap((input) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(input.length);
    return [size, input];
  });
  const program = fileURLToPath(new URL(`build/bin/replay_${name}`, root));
  const { status, signal, error, stdout, stderr } = spawnSync(program, how, { input: Buffer.concat(sized), maxBuffer: 1 << 30 });
  const lines = stdout?.toString().split("\n").slice(0, -1) ?? [];
  if (error || status !== 0 || lines.length !== inputs.length) {
    const input = inputs[lines.length]?.toString("base64");
    throw new Error(`replay_${name}: ${error ?? signal ?? status} at input ${lines.length} (${input}): ${stderr}`);
  }
  return lines;
}

/** The texts that a harness told of each input. */
const told = (name, inputs) => replay(name, inputs, "say").map((line) => line.split("\x1e").slice(0, -1));

/** What a call gives; null when it throws. */
function attempt(call) {
  try {
    return call();
  } catch {
    return null;
  }
}

// --- JSON ---------------------------------------------------------------------------------------------------------

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parses(bytes) {
  try {
    JSON.parse(utf8.decode(bytes).replace(/^\ufeff/, "")); // which is skipped
    return true;
  } catch {
    return false;
  }
}

/** Only a text that is JSON can be too much. */
const jsonDiffers = (bytes, [verdict]) => (verdict === "not JSON") === parses(bytes) && `JSON.parse says otherwise than "${verdict}"`;

// --- addresses ----------------------------------------------------------------------------------------------------

const PAGE = "https://paper.example/news/today?page=2";
const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

function urlDiffers(bytes, [link, media, page, base, whole]) {
  const address = attempt(() => utf8.decode(split(bytes)[0]));
  for (const printed of [link, media, page]) {
    if (printed === "refused" || printed === "empty") continue;
    const there = attempt(() => new URL(printed, PAGE));
    const asked = attempt(() => new URL(address, PAGE));
    if (!there || !asked) continue; // leads nowhere
    if (!SCHEMES.includes(there.protocol)) return `${printed} leads to ${there.protocol}`;
    if (there.protocol !== asked.protocol || there.host !== asked.host) return `${printed} leads to ${there.host}, not ${asked.host}`;
    if (there.username || there.password) return `${printed} has a user`;
  }
  if (whole === undefined) return false;
  const theirs = attempt(() => new URL(link, base).href);
  if (whole === "" && /^(mailto|tel):/.test(theirs)) return false; // no page
  const ours = attempt(() => new URL(whole).href);
  return ours !== theirs && `${link} on ${base} is ${whole}, not ${theirs}`;
}

// --- dates --------------------------------------------------------------------------------------------------------

const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function dateDiffers(bytes, [printed]) {
  const text = bytes.toString("latin1");
  if (!INSTANT.test(text)) return false;
  const instant = new Date(text.replace(":60", ":59"));
  const exists = !Number.isNaN(instant.getTime()) && instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999 && text > "0001";
  if (printed === "refused") {
    // Date takes the 30th of February for a day of March.
    const day = new Date(`${text.slice(0, 10)}T00:00Z`);
    return exists && day.toISOString().startsWith(text.slice(0, 10)) && `${text} was refused`;
  }
  const theirs = instant.toISOString().replace(/\.\d+Z$/, "Z").replace(/:00Z$/, "Z");
  return printed !== theirs && `${text} is ${printed}, not ${theirs}`;
}

// --- WebAssembly --------------------------------------------------------------------------------------------------

const press = await load();

/** The line of replay.c for what was told. */
function line(texts) {
  let hash = 2166136261;
  let size = 0;
  const byte = (value) => (hash = Math.imul(hash ^ value, 16777619));
  for (const text of texts) {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    for (let i = 0; i < bytes.length; i++) byte(bytes[i]);
    byte(0x1e);
    size += bytes.length + 1;
  }
  return `${size} ${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/** The options that fuzz_options reads, and the texts behind them; null when there are none, or one is not UTF-8. */
function readInput(input, texts, flags) {
  const list = split(input);
  const options = { limits: {} };
  let i = 0;
  for (; i + 1 < list.length && list[i].length; i += 2) {
    const [name, value] = [list[i].toString("latin1"), attempt(() => utf8.decode(list[i + 1]))];
    const number = /^\d+$/.test(value) && Number(value) <= 0xffffffff ? Number(value) : 0;
    if (value === null) return null;
    if (texts.includes(name)) options[name] = value || undefined;
    if (Object.hasOwn(flags, name)) Object.assign(options, flags[name](value));
    if (number && name === "headingBase") options[name] = number;
    if (number && Object.hasOwn(press.limits, name)) options.limits[name] = number;
  }
  return i + 1 < list.length ? { options, rest: list.slice(i + 1) } : null;
}

const either = (name, no, yes) => (value) => ({ [name]: value === yes ? yes : no });
const BUNDLE = {
  document: either("document", "story", "page"),
  furniture: (value) => ({ furniture: value === "true" }),
  provenance: (value) => ({ provenance: value === "true" }),
  signedIn: (value) => ({ reader: { signedIn: value === "true" } }),
};
const MARKDOWN = {
  dialect: either("dialect", "broadsheet", "commonmark"),
  version: (value) => ({ version: value === "1" ? 1 : 2 }),
  ids: (value) => ({ ids: value !== "false" }),
};

/** The same work as in bundle.c, where the zone has not answered. */
function tellBundle(input) {
  const { options, rest: [id, ...layers] } = readInput(input, ["now", "timeZone", "locale", "base", "idPrefix", "stylesheet", "frames"], BUNDLE);
  const name = utf8.decode(id);
  let story;
  try {
    story = press.open(layers, options);
  } catch (error) {
    return [error.reason];
  }
  const told = [story.title, story.language, story.direction, ...story.diagnostics.flatMap(({ code, pointer }) => [code, pointer])];
  for (const part of press.parts) told.push(attempt(() => story.renderBytes(part, { id: name })) ?? "");
  story.close();
  return told;
}

/** The same work as in markdown.c. */
function tellMarkdown(input) {
  const { options, rest } = readInput(input, ["base", "idPrefix"], MARKDOWN);
  try {
    return [press.markdown(rest[0], options)];
  } catch (error) {
    return [error.reason, ""];
  }
}

/** The same work as in upgrade.c. */
function tellUpgrade(input) {
  const { options: { limits }, rest } = readInput(input, [], {});
  try {
    return [press.upgrade(rest[0], { limits })];
  } catch (error) {
    return [error.reason];
  }
}

/** An input in UTC, whose offsets nobody needs to ask for; null when it says nothing. */
function inUtc(input) {
  const list = split(input);
  let i = 0;
  while (i + 1 < list.length && list[i].length) i += 2;
  const texts = [...list.slice(0, i), "timeZone", "UTC", ...list.slice(i)];
  const comparable = i + 2 < list.length && texts.length <= 63 && attempt(() => utf8.decode(list[i + 1])) !== null;
  return comparable && readInput(joined(texts), [], {}) ? joined(texts) : null;
}

/** Addresses and dates meet WebAssembly in a bundle. */
function inBundle(bytes) {
  const text = bytes.toString();
  const link = { label: "x", url: text };
  return joined(["", "f", JSON.stringify({
    article: { id: "a", headline: "x", url: text, published: text, modified: text, authors: [{ name: "x", email: text, url: text }], tags: [link],
      body: `[x](<${text.replaceAll(/[\n<>\\]/g, "")}>)`, figures: { f: { src: text, alt: "x" } }, corrections: [{ date: text, text: "x" }] },
    site: { url: text, name: "x" },
  })]);
}

/** Whether an input is a call of press.markdown, which takes fewer options, and no more bytes than the limit. */
function isMarkdown(input) {
  const read = readInput(input, ["now", "timeZone", "locale", "stylesheet"], {});
  if (!read) return false;
  const { limits, ...others } = read.options;
  return Object.keys(others).every((name) => name === "headingBase") && !(limits.bodyBytes < read.rest[0].length);
}

/** Whether a site's own clock is asked for, which JavaScript answers and the harness does not. */
const hasClock = (input, texts) => texts.includes("DATE_OFFSET_MISSING") && input.includes('timeZone"');

function wasmDiffers(name, inputs, tell) {
  const native = replay(name, inputs);
  return inputs.flatMap((input, i) => {
    const texts = tell(input);
    const wasm = line(texts);
    return hasClock(input, texts) || wasm === native[i] ? [] : [`WebAssembly gives ${wasm}, not ${native[i]}: ${input.toString("base64")}`];
  });
}
const bundleDiffers = (inputs) => wasmDiffers("bundle", inputs.map(inUtc).filter(Boolean), tellBundle);
const markdownDiffers = (inputs) => wasmDiffers("markdown", inputs.filter(isMarkdown), tellMarkdown);

const upgradeDiffers = (inputs) => wasmDiffers("upgrade", inputs.filter((input) => readInput(input, [], {})), tellUpgrade);

const compared = (name, inputs, differs) =>
  told(name, inputs).flatMap((texts, i) => {
    const why = differs(inputs[i], texts);
    return why ? [`${why}: ${inputs[i].toString("base64")}`] : [];
  });

const second = {
  bundle: bundleDiffers,
  markdown: markdownDiffers,
  upgrade: upgradeDiffers,
  json: (inputs) => [...compared("json", inputs, jsonDiffers), ...bundleDiffers(inputs.map((input) => joined(["", "", input])))],
  url: (inputs) => [...compared("url", inputs, urlDiffers), ...bundleDiffers(inputs.map((input) => inBundle(split(input)[0])))],
  date: (inputs) => [...compared("date", inputs, dateDiffers), ...bundleDiffers(inputs.map(inBundle))],
};

/** What is said otherwise, one text each; none when all is well. */
export function disagreements(name, inputs) {
  replay(name, inputs); // as they are; it throws when a promise is broken
  return second[name](inputs);
}
