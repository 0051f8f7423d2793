// What a native program of the tests is given: the goldens' all goldens, a harness of tests/fuzz all inputs that were
// kept and all that fuzzing begins with, the others nothing.
import { basename } from "node:path";
import { corpus } from "./fuzz/corpus.mjs";
import { seeds } from "./fuzz/seeds.mjs";
import { goldens } from "./golden/cases.mjs";

/** Inputs as replay.c reads them. */
export const sized = (inputs) =>
  Buffer.concat(inputs.flatMap((input) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(input.length);
    return [size, input];
  }));

/** { paths, input }: its arguments and its standard input. */
export function feed(program) {
  const name = basename(program);
  const harness = name.replace("replay_", "");
  return {
    paths: name === "golden_main" ? goldens().map(({ path }) => `${path}.json`) : [],
    input: Object.hasOwn(seeds, harness) ? sized([...corpus(harness), ...seeds[harness]()]) : "",
  };
}
