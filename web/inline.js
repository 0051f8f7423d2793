// Everything of broadsheet.js, with the bytes of the module within the script: for bundlers that cannot find a file beside
// it. It is larger than both files, since the bytes stand in it as text, and a browser cannot keep the compiled code. The
// stylesheet is the page's own to bring, as "broadsheet/broadsheet.css".
export * from "./broadsheet.js";
