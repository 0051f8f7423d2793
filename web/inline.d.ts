// The types of inline.js: broadsheet.js and define.js in one script, which holds the module too. It defines no element by
// itself: call define().
export * from "./broadsheet.js";
export * from "./define.js";
