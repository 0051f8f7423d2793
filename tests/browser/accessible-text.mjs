// What Chromium tells a screen reader about a page, in reading order.
//
//   const heard = await listen(page);
//   heard.said        every text and name, in order: texts as they stand, pictures, links and buttons by their names
//   heard.controls    { role, name } of each link, button and field
//   heard.landmarks   { role, name } of each landmark
//   heard.markers     how many list items have a mark or number of the browser's own
const BY_NAME = new Set(["link", "button", "DisclosureTriangle", "image", "img"]);
const CONTROLS = new Set(["link", "button", "DisclosureTriangle", "searchbox", "textbox"]);
const LANDMARKS = new Set(["banner", "navigation", "main", "complementary", "contentinfo", "search", "region"]);

export async function listen(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard = { said: [], controls: [], landmarks: [], markers: 0 };
  const walk = (node) => {
    const role = node.ignored ? "" : node.role?.value;
    const name = node.name?.value ?? "";
    if (CONTROLS.has(role)) heard.controls.push({ role, name });
    if (LANDMARKS.has(role)) heard.landmarks.push({ role, name });
    if (role === "ListMarker") return void heard.markers++;
    if (role === "StaticText" || BY_NAME.has(role)) return void heard.said.push(name);
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(nodes[0]);
  return heard;
}
