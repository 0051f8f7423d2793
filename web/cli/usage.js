// Parses the command line. A flag that is not known, or that would have no effect, is refused.
import { parseArgs } from "node:util";
import { COMMANDS, FLAGS, LIMITS, LIMITS_UNLESS, OPERANDS, STATUSES } from "./flags.js";

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

const listed = (words) => words.join(", ").replace(/, ([^,]*)$/, " or $1");
const spelled = ({ name, short }) => `${short ? `-${short}, ` : ""}--${name}`;
const groupOf = ({ commands }) => commands.join(", ").replace(/, (\w+)$/, " and $1");

export function help() {
  const commands = Object.entries(COMMANDS).map(([name, { operands, text }]) => [`broadsheet ${name} ${operands}`, text]);
  const rows = (list, indent, width) => list.map(([left, right]) => `${" ".repeat(indent)}${String(left).padEnd(width)}  ${right}`);
  const groups = [...new Set(FLAGS.map(groupOf))].flatMap((group) => {
    const flags = FLAGS.filter((flag) => groupOf(flag) === group);
    return [`${group}:`, ...rows(flags.map((flag) => [[spelled(flag), flag.value].filter(Boolean).join(" "), flag.text]), 2, 20)];
  });
  const usage = rows(commands, 7, 26);
  return `${[`Usage: ${usage[0].trimStart()}`, ...usage.slice(1), "", OPERANDS, "", ...groups, "", "Exit status:", ...rows(STATUSES, 2, 1)].join("\n")}\n`;
}

/** The Levenshtein distance: how many characters must be added, removed or changed to make one text into the other. */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}

/** The name that was probably meant: the one at the least distance, whatever the case of its letters. */
export function nearest(name, names) {
  const short = name.slice(0, 64); // no name is longer, and the time of distance() grows with it
  const far = new Map(names.map((one) => [one, distance(short.toLowerCase(), one.toLowerCase())]));
  return names.reduce((best, one) => (far.get(one) < far.get(best) ? one : best));
}

function refuseUnknown(token) {
  if (!token.rawName.startsWith("--")) throw new UsageError(`there is no ${token.rawName}`);
  const renamed = FLAGS.find(({ was }) => was === token.name);
  const flag = renamed?.name ?? nearest(token.name, FLAGS.map(({ name }) => name));
  throw new UsageError(`there is no ${token.rawName}; ${renamed ? "it is" : "the nearest is"} --${flag}`);
}

/** The tokens of node:util's parseArgs. */
function read(args) {
  const options = {};
  for (const { name, short, type } of FLAGS) {
    options[name] = { type: type === "switch" ? "boolean" : "string", multiple: true, ...(short && { short }) };
  }
  const config = { args, options, allowPositionals: true, tokens: true };
  const unknown = parseArgs({ ...config, strict: false }).tokens.find(({ kind, name }) => kind === "option" && !Object.hasOwn(options, name));
  if (unknown) refuseUnknown(unknown);
  try {
    return parseArgs(config).tokens;
  } catch (cause) {
    throw new UsageError(cause.message, { cause });
  }
}

/** A Map of the flags that were given, with their values: true for a switch, a list for pairs. */
function valuesOf(tokens) {
  const values = new Map();
  for (const { name, value } of tokens.filter(({ kind }) => kind === "option")) {
    const { type } = FLAGS.find((flag) => flag.name === name);
    if (value === "") throw new UsageError(`the value of --${name} is empty`);
    if (type === "pairs") values.set(name, [...(values.get(name) ?? []), value]);
    else if (values.has(name)) throw new UsageError(`--${name} is given twice`);
    else values.set(name, value ?? true);
  }
  return values;
}

function refuseWithoutEffect(command, flag, values) {
  const { name, needs, unless } = flag;
  if (!flag.commands.includes(command)) throw new UsageError(`${command} takes no --${name}`);
  if (unless && values.has(unless)) throw new UsageError(`--${name} has no effect beside --${unless}`);
  if (needs && !needs.some(([other, value]) => values.get(other) === value)) {
    const places = listed(needs.map(([other, value]) => (value === true ? `--${other}` : `--${other} ${value}`)));
    throw new UsageError(`--${name} has no effect here; it belongs to ${places}`);
  }
}

/** Sets the option at a path, such as reader/signedIn. */
function setOption(options, path, value) {
  const [first, second] = path.split("/");
  options[first] = second ? { [second]: value } : value;
}

/**
 * Parses the arguments; throws a UsageError.
 * @returns {{ command: string, files: string[], values: Map, options: object }} values by the name of the flag; options
 *   for the module, without limits (see limitsOf). With --help or --version, there are only the values.
 */
export function parse(args) {
  const tokens = read(args);
  const values = valuesOf(tokens);
  if (values.has("help") || values.has("version")) return { values };
  const [command, ...files] = tokens.filter(({ kind }) => kind === "positional").map(({ value }) => value);
  if (!command) throw new UsageError("a command is missing");
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new UsageError(`there is no command "${command}"; there are ${listed(Object.keys(COMMANDS))}`);
  }
  if (files.length === 0) throw new UsageError(`${command} needs a FILE; "-" is standard input`);
  if (files.includes("")) throw new UsageError(`a FILE has no name; "-" is standard input`);
  if (files.length > 1 && COMMANDS[command].operands === "FILE") throw new UsageError(`${command} takes one FILE`);
  if (files.filter((file) => file === "-").length > 1) throw new UsageError("standard input can be read only once");
  const options = {};
  for (const flag of FLAGS.filter(({ name }) => values.has(name))) {
    refuseWithoutEffect(command, flag, values);
    if (flag.option && flag.type !== "pairs") setOption(options, flag.option, flag.to ?? values.get(flag.name));
  }
  return { command, files, values, options };
}

/** The limits that were given to a command, by name. C judges the numbers. */
export function limitsOf(command, values, known) {
  const limits = {};
  const takes = LIMITS[command] ?? known;
  for (const pair of values.get("limit") ?? []) {
    const [, name, text] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined) throw new UsageError(`--limit ${pair}: it is NAME=NUMBER`);
    if (!known.includes(name)) throw new UsageError(`--limit ${pair}: the nearest name is ${nearest(name, known)}`);
    if (!takes.includes(name)) throw new UsageError(`--limit ${pair} has no effect in ${command}; there are ${listed(takes)}`);
    const [, ...beside] = LIMITS_UNLESS.find(([limit, flag, value]) => limit === name && values.get(flag) === value) ?? [];
    if (beside.length) throw new UsageError(`--limit ${pair} has no effect beside --${beside.join(" ")}`);
    if (Object.hasOwn(limits, name)) throw new UsageError(`--limit ${name} is given twice`);
    limits[name] = /^[0-9]+$/.test(text) ? Number(text) : text;
  }
  return limits;
}

/** The flag that gave the option at a JSON pointer, such as "--limit bodyBytes"; undefined: no flag gave it. */
export function flagOf(pointer, values) {
  const flag = FLAGS.find(({ name, option }) => values.has(name) && option && `${pointer}/`.startsWith(`/${option}/`));
  return flag && `--${flag.name}${pointer.slice(flag.option.length + 1).replace("/", " ")}`;
}
