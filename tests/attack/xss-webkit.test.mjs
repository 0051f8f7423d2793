// Hostile texts in WebKit.
import { hostile } from "./xss-engine.mjs";

hostile("webkit");
