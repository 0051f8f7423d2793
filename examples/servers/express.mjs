// The same server in Express 5: STORIES=bundles/ PORT=8000 node express.mjs
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import express from "express";
import { load } from "broadsheet";
import { answerTo, page } from "./answer.mjs";
import { layersOf } from "./layers.mjs";

const stories = pathToFileURL(`${process.env.STORIES ?? "."}/`);
const press = await load();
const app = express();
app.disable("x-powered-by");
app.use("/broadsheet", express.static(fileURLToPath(new URL(".", import.meta.resolve("broadsheet/broadsheet.css"))), { maxAge: "1h" }));
app.use("/pictures", express.static(fileURLToPath(new URL("pictures/", stories)), { maxAge: "1h" }));
app.use(async ({ method, path, headers }, response) => {
  const answer = await answerTo({ method, path, ifNoneMatch: headers["if-none-match"] }, async (name) => {
    const layers = await layersOf(stories, name);
    return layers && page(press, layers);
  });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
const server = app.listen(process.env.PORT ?? 0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/NAME`));
