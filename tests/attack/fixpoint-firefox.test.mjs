// Nothing to mutate, in Firefox.
import test from "node:test";
import { fixpoint } from "./fixpoint-engine.mjs";

test("firefox writes every output back as it is", (t) => fixpoint("firefox", t));
