// Reads the functions of a module's section of code and writes them again, instruction by instruction, so that the numbers
// of locals can be looked at and changed (WebAssembly 2.0, sections 5.4 and 5.5). Of what stands in an instruction only
// such a number is told apart; all other bytes are kept as they are.

const LOCALS = [0x20, 0x21, 0x22]; // local.get, local.set, local.tee

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A number without a sign, in LEB128. */
  number() {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  numbers(count) {
    while (count-- > 0) this.number();
  }

  /** Passes what follows an instruction's first byte. */
  operands(code) {
    if (code === 0xfc) return this.numbers([0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1][this.number()]); // memory.init and the like
    if (code === 0xfd) return this.vector(this.number());
    if (code === 0x0e) return this.numbers(this.number() + 1); // br_table
    if (code === 0x1c) return (this.at += this.number()); // select with types
    if (code === 0x43 || code === 0x44) return (this.at += code === 0x43 ? 4 : 8); // f32.const, f64.const
    if (code === 0x11 || (code >= 0x28 && code <= 0x3e)) return this.numbers(2); // call_indirect; loads and stores
    const one = (code >= 0x02 && code <= 0x04) || (code >= 0x06 && code <= 0x09) || (code >= 0x0c && code <= 0x10);
    if (one || [0x18, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0x41, 0x42].includes(code)) this.number();
  }

  vector(code) {
    if (code <= 11 || code === 92 || code === 93) this.numbers(2); // loads and stores
    else if (code >= 84 && code <= 91) (this.numbers(2), this.at++); // of a lane
    else if (code === 12 || code === 13) this.at += 16; // v128.const, i8x16.shuffle
    else if (code >= 21 && code <= 34) this.at++; // the number of a lane
  }
}

function leb128(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** One function: the types of its locals behind its parameters, and its instructions in pieces, numbers of locals apart. */
function functionOf(bytes, parameters) {
  const reader = new Reader(bytes);
  const types = [];
  for (let groups = reader.number(); groups > 0; groups--) {
    const count = reader.number();
    types.push(...Array(count).fill(reader.byte()));
  }
  const pieces = []; // bytes, the number of a local, bytes, …
  let from = reader.at;
  while (reader.at < bytes.length) {
    const code = reader.byte();
    const start = reader.at;
    reader.operands(code);
    if (!LOCALS.includes(code)) continue;
    pieces.push(bytes.subarray(from, start), new Reader(bytes, start).number());
    from = reader.at;
  }
  pieces.push(bytes.subarray(from));
  return { parameters, types, pieces };
}

/** The bytes of a function, with other numbers of its locals. */
export function bytesOf({ types, pieces }, numberOf = (local) => local) {
  const groups = [];
  for (const type of types) {
    if (groups.at(-1)?.type === type) groups.at(-1).count++;
    else groups.push({ type, count: 1 });
  }
  const bytes = [...leb128(groups.length)];
  for (const { type, count } of groups) bytes.push(...leb128(count), type);
  for (const piece of pieces) {
    if (typeof piece === "number") bytes.push(...leb128(numberOf(piece)));
    else for (const byte of piece) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const [TYPES, FUNCTIONS, CODE] = [1, 3, 10];

/** The functions of a module that imports none, their bytes, and what makes a module of others in their place. */
export function functionsOf(module) {
  const reader = new Reader(module, 8); // behind the magic number and the version
  const sections = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const size = reader.number();
    sections.push({ id, bytes: module.subarray(reader.at, (reader.at += size)) });
  }
  const list = (id, item) => {
    const from = new Reader(sections.find((section) => section.id === id).bytes);
    return Array.from({ length: from.number() }, () => item(from));
  };
  const parameters = list(TYPES, (from) => {
    from.at++; // a function
    const count = from.number();
    from.at += count;
    const results = from.number();
    from.at += results;
    return count;
  });
  const types = list(FUNCTIONS, (from) => from.number());
  const bodies = list(CODE, (from) => {
    const size = from.number();
    return from.bytes.subarray(from.at, (from.at += size));
  });
  const written = (all) => {
    const code = [leb128(all.length), ...all.flatMap((body) => [leb128(body.length), body])].map((part) => Buffer.from(part));
    const parts = sections.flatMap(({ id, bytes }) => {
      const content = id === CODE ? Buffer.concat(code) : bytes;
      return [Buffer.from([id, ...leb128(content.length)]), content];
    });
    return Buffer.concat([module.subarray(0, 8), ...parts]);
  };
  return { bodies, functions: bodies.map((body, i) => functionOf(body, parameters[types[i]])), written };
}
