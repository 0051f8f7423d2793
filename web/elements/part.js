// <broadsheet-part>: any part of the page, for which no story is needed.
import { BroadsheetElement } from "./element.js";
import { reflect } from "./properties.js";

export class BroadsheetPart extends BroadsheetElement {
  static naming = "name";
  static furniture = true;
}

reflect(BroadsheetPart.prototype, "name", "fragment");
