// Writes text/entities.def: the names of HTML's character references and what they stand
// for, from npm's character-entities, in the form that text/entities.c describes.
// With the word common it writes text/entities_common.def, which the small modules from WORLD on have: those names of HTML 4 that are of use
// in a text, which writers know, and those of characters of ASCII. With the word few text/entities_few.def, which the modules
// before WORLD have: of those the signs and the punctuation, since letters are typed as themselves.
//
//     node src/text/entities.mjs > src/text/entities.def
//     node src/text/entities.mjs common > src/text/entities_common.def
//     node src/text/entities.mjs few > src/text/entities_few.def
import { characterEntities } from "character-entities";
import { characterEntitiesHtml4 } from "character-entities-html4";

const BLOCK = 16;

function shared(a, b) {
  let size = 0;
  while (size < a.length && a[size] === b[size]) size++;
  return size;
}

// Printable ASCII as it is, the rest in three octal digits, which nothing can run into.
function literal(byte) {
  const plain = byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(String.fromCharCode(byte));
  return plain ? String.fromCharCode(byte) : "\\" + byte.toString(8).padStart(3, "0");
}

function record(name, before, value) {
  const same = shared(name, before);
  const rest = Buffer.from(name.slice(same), "latin1");
  const characters = Buffer.from(value, "utf8");
  if (same > 31 || characters.length > 7 || rest.length === 0) throw new Error(`no room for ${name}`);
  rest[rest.length - 1] |= 0x80;
  return [(same << 3) | characters.length, ...rest, ...characters];
}

const TEXT = /^[\u0080-\u036f\u2000-\u21ff]$/; // Latin letters and signs, punctuation, currencies, arrows
const SIGN = /^[\u00a0-\u00bf\u00d7\u00f7\u2000-\u200d\u2010-\u218f]$/; // but those that steer the direction
const isHtml4 = (name) => name in characterEntitiesHtml4;
const KINDS = {
  all: () => true,
  common: (name, value) => /^[\x00-\x7f]$/.test(value) || (isHtml4(name) && TEXT.test(value)),
  few: (name, value) => (isHtml4(name) && (SIGN.test(value) || /[&<>"]/.test(value))) || name === "apos",
};

/** The names of one of the tables: "all", "common" or "few". */
export const entityNames = (kind) => Object.keys(characterEntities).filter((name) => KINDS[kind](name, characterEntities[name]));

/** The text of a table. */
export function entities(kind) {
  const names = entityNames(kind).sort((a, b) => (a < b ? -1 : 1));
  const lines = ["/* Made by src/text/entities.mjs; not edited by hand. */"];
  for (let start = 0; start < names.length; start += BLOCK) {
    const block = names.slice(start, start + BLOCK);
    const bytes = block.flatMap((name, i) => record(name, i ? block[i - 1] : "", characterEntities[name]));
    lines.push(`/* ${block[0]} to ${block.at(-1)} */`, `"${bytes.map(literal).join("")}",`);
  }
  return lines.join("\n") + "\n";
}

if (import.meta.url === `file://${process.argv[1]}`) process.stdout.write(entities(process.argv[2] ?? "all"));
