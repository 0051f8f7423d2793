// Hostile texts in Chromium.
import { hostile } from "./xss-engine.mjs";

hostile("chromium");
