// Time is linear: a few of the shapes that make attack measures, small.
import { test } from "node:test";
import { bundles, empty } from "../attack/linear-bundles.mjs";
import { own } from "../attack/linear-corpus.mjs";
import { linear } from "../attack/linear.mjs";

const some = [...bundles.filter((_, i) => i % 6 === 0), ...own.filter((_, i) => i % 5 === 0)];

test(`twice the input, at most 2.5 times the instructions: ${some.length} shapes`, () =>
  linear(some.map((shape) => ({ ...shape, most: shape.most / 2 })), empty));
