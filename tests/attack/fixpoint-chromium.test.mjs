// Nothing to mutate, in Chromium.
import test from "node:test";
import { fixpoint } from "./fixpoint-engine.mjs";

test("chromium writes every output back as it is", (t) => fixpoint("chromium", t));
