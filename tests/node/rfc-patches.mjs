// JSON Merge Patch (RFC 7396) and JSON Patch (RFC 6902) a second time, straight from the RFCs, on plain values. Keys are none
// that JavaScript puts into another order.
import { isDeepStrictEqual } from "node:util";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 7396, section 2. */
export function mergePatch(target, patch) {
  if (!isObject(patch)) return structuredClone(patch);
  const result = isObject(target) ? target : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

class Refused extends Error {}
const must = (good) => {
  if (!good) throw new Refused();
};

/** RFC 6901: the tokens of a pointer. */
export const tokens = (pointer) => {
  must(/^(\/([^~]|~[01])*)?$/.test(pointer));
  return pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
};
export const pointerOf = (path) => path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The place of an array that a token names. */
function placeIn(array, token, most) {
  if (token === "-") return array.length;
  must(/^(0|[1-9]\d*)$/.test(token) && Number(token) <= most);
  return Number(token);
}

function step(value, token) {
  if (Array.isArray(value)) {
    const place = placeIn(value, token, value.length - 1);
    must(place < value.length);
    return value[place];
  }
  must(isObject(value) && Object.hasOwn(value, token));
  return value[token];
}

const at = (whole, pointer) => tokens(pointer).reduce(step, whole.root);

function put(whole, pointer, value) {
  const path = tokens(pointer);
  if (!path.length) return void (whole.root = value);
  const last = path.pop();
  const parent = path.reduce(step, whole.root);
  if (Array.isArray(parent)) parent.splice(placeIn(parent, last, parent.length), 0, value);
  else {
    must(isObject(parent));
    parent[last] = value;
  }
}

function take(whole, pointer) {
  const value = at(whole, pointer);
  const path = tokens(pointer);
  const last = path.pop();
  if (last === undefined) return (whole.root = undefined), value;
  const parent = path.reduce(step, whole.root);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return value;
}

/** RFC 6902. Changes nothing of what is passed; null when the patch is refused. */
export function jsonPatch(document, patch) {
  const whole = { root: structuredClone(document) };
  try {
    for (const { op, path, from, value } of structuredClone(patch)) {
      if (op === "add") put(whole, path, value);
      else if (op === "remove") take(whole, path);
      else if (op === "replace") {
        at(whole, path);
        const path_ = tokens(path);
        const parent = path_.length ? path_.slice(0, -1).reduce(step, whole.root) : null;
        if (parent === null) whole.root = value;
        else parent[path_.at(-1)] = value;
      } else if (op === "move") {
        at(whole, from);
        must(!path.startsWith(`${from}/`));
        if (path !== from) put(whole, path, take(whole, from));
      } else if (op === "copy") put(whole, path, structuredClone(at(whole, from)));
      else if (op === "test") must(isDeepStrictEqual(at(whole, path), value));
      else must(false);
    }
    return whole.root;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
