// Prints the page; the print stylesheet takes the furniture away.
export const print = ({ window }) => ({ actions: { print: () => window.print() } });
