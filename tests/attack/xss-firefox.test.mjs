// Hostile texts in Firefox.
import { hostile } from "./xss-engine.mjs";

hostile("firefox");
