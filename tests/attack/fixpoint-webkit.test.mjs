// Nothing to mutate, in WebKit.
import test from "node:test";
import { fixpoint } from "./fixpoint-engine.mjs";

test("webkit writes every output back as it is", (t) => fixpoint("webkit", t));
