// Makes the controls of the page around a story work: the one script that a page with furniture needs.
//
//   <script type="module" blocking="render" src="/broadsheet/furniture.js"></script>
//
// With blocking="render" the reader's text size and the closed notices are right at the first paint.
// Where there is no document, importing this file does nothing, so a server may import it.
import { install } from "./behaviours/index.js";

export { install };

if (globalThis.document) install();
