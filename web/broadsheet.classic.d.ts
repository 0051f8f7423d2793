// The types of broadsheet.classic.js, for pages without modules: <script src="broadsheet/broadsheet.classic.js"></script>
import type * as module from "./broadsheet.js";
import type * as element from "./define.js";

declare global {
  var Broadsheet: {
    readonly load: typeof module.load;
    readonly BroadsheetError: typeof module.BroadsheetError;
    readonly BroadsheetArticle: typeof element.BroadsheetArticle;
    readonly BroadsheetElement: typeof element.BroadsheetElement;
    readonly BroadsheetPart: typeof element.BroadsheetPart;
    readonly define: typeof element.define;
  };
}
