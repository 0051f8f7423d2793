// What the page around a story does: the one import that a page with furniture needs.
//
//   <script type="module" blocking="render" src="/broadsheet/furniture.js"></script>
//
// blocking="render" lets the reader's text size, and the notices that were closed, be right at the first paint.
// Importing this file where there is no document does nothing, so a server may do it.
import { install } from "./behaviours/index.js";

export { install };

if (globalThis.document) install();
