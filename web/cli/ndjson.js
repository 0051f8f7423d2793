// Renders a bundle a line: NDJSON in, NDJSON out. What comes out stands in the order of what came in, and memory does not grow
// with the number of lines. A line that cannot be rendered is told and passed over.
//
// For each line there is one record:
//   { "line", "id", "errors", "diagnostics": [finding], "html" }       id: article.id; errors: how many of them are errors
//   { "line", "id", "errors": 1, "diagnostics": [], "error": finding } it was not rendered
// A finding is that of report.js, with line and offset in the file of lines, and no control character in the record.
import process from "node:process";
import { BroadsheetError } from "../broadsheet.js";
import { lineLists, readRecord } from "./lines.js";
import { most, openInput, readLayers } from "./read.js";
import { FORMATS, report } from "./report.js";
import { line as tell, openOutput, printableLine } from "./write.js";

/** What a line holds: its layers with their places in it, its options, the id that a record gives. */
const contentOf = (bytes, isRecord) => (isRecord ? readRecord(bytes) : { layers: [{ bytes, at: 0, column: 0, pointer: "" }] });

class Job {
  #press;
  #call;
  #part;
  #shared; // the layers under each line
  #most; // bytes of a bundle
  lines = 0;
  bad = 0;
  errors = 0;

  constructor(press, call, part, shared, most) {
    [this.#press, this.#call, this.#part, this.#shared, this.#most] = [press, call, part, shared, most];
  }

  #rendered({ id, layers, options: more }) {
    const { options, values } = this.#call;
    const given = more ? { ...options, ...more, limits: { ...options.limits, ...more.limits } } : options;
    const story = this.#press.open([...this.#shared, ...layers.map(({ bytes }) => bytes)], given);
    try {
      return { id: id ?? story.id, diagnostics: story.diagnostics, html: story.render(this.#part, values.has("id") ? { id: values.get("id") } : undefined) };
    } finally {
      story.close();
    }
  }

  /** Makes a finding in one of a line's layers one in the file of lines; one without a layer is about the line. */
  #placed(one, line, content) {
    const shared = this.#shared.length;
    if (one.layer !== null && one.layer < shared) return one;
    const { at, column, pointer } = (one.layer !== null && content?.layers[one.layer - shared]) || { at: 0, column: 0, pointer: "" };
    const known = typeof one.offset === "number";
    return {
      ...one,
      layer: shared,
      pointer: pointer + (one.pointer ?? ""),
      line: line.number,
      // C ends a line at a carriage return too, and counts columns from there.
      column: known && one.line === 1 ? column + one.column : undefined,
      offset: known ? line.offset + at + one.offset : undefined,
    };
  }

  #failed(error, line, content) {
    let { code, reason, layer, pointer, line: inLayer, column, offset } = error;
    const shared = this.#shared.length;
    if (code === "OPTION") pointer = `/options${pointer}`;
    else if (content?.layers.length === 1 && shared === 0) layer ??= 0; // no other can be to blame
    return this.#placed({ code, reason, layer, pointer, line: inLayer, column, offset }, line, content);
  }

  /** The record of a line, as a line. */
  record(line) {
    const { files, values } = this.#call;
    let content;
    this.lines++;
    try {
      // What is too long is no record that can be cut up; C says what the limit is.
      content = contentOf(line.bytes, values.has("records") && line.bytes.length <= this.#most);
      const { id, diagnostics, html } = this.#rendered(content);
      const { findings } = report(this.#press, files, diagnostics.map((one) => (one.layer === null ? one : this.#placed(one, line, content))));
      const errors = findings.filter(({ severity }) => severity === "error").length;
      this.errors += errors;
      return printableLine({ line: line.number, id, errors, diagnostics: findings, html });
    } catch (error) {
      if (!(error instanceof BroadsheetError)) throw error;
      this.bad++;
      const told = report(this.#press, files, [], this.#failed(error, line, content));
      process.stderr.write(FORMATS.text(told));
      const { severity, ...rest } = told.error;
      return printableLine({ line: line.number, id: content?.id ?? null, errors: 1, diagnostics: [], error: rest });
    }
  }
}

/** Calls end with the first signal that asks to end; the second ends the process as ever. Returns what takes that back. */
function onSignal(end) {
  const names = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of names) process.once(name, end);
  return () => names.forEach((name) => process.removeListener(name, end));
}

/** Does all lines; returns the signal that ended them early, if one did. */
async function work(job, input, layer, output, enough) {
  let signal = null;
  const forget = onSignal((name) => {
    signal = name;
    input.destroy();
  });
  try {
    for await (const list of lineLists(input, enough)) {
      for (const line of list) {
        if (signal) break;
        // A slow reader is waited for, and nothing is read meanwhile.
        await output.write(job.record(line));
      }
      await output.flush();
    }
  } catch (error) {
    if (error.code === "EPIPE" && error.syscall === "write") return signal; // the reader has enough
    if (!signal) throw error.syscall && error.syscall !== "write" ? new BroadsheetError("FILE", error.message, { layer, cause: error }) : error;
  } finally {
    forget();
  }
  return signal;
}

/**
 * Renders the lines of the last file over the layers of those before it.
 * @returns {Promise<number>} the exit status
 */
export async function renderLines(press, call, part) {
  const { files, options, values } = call;
  const shared = await readLayers(press, options.limits, files.slice(0, -1));
  press.open([...shared, "{}"], { ...options, furniture: true }).close(); // what no line could mend is told before the first
  const enough = most(press, options.limits, "bundleBytes");
  const input = openInput(files.at(-1));
  const output = openOutput(values.get("output"));
  const job = new Job(press, call, part, shared, enough);
  let signal;
  try {
    signal = await work(job, input, shared.length, output, enough + 1);
    if (!signal) output.keep();
  } finally {
    output.drop();
  }
  const { lines, bad, errors } = job;
  if (bad) tell(process.stderr, `${bad} of ${lines} lines were not rendered`);
  if (signal) {
    tell(process.stderr, `ended by ${signal}; ${lines} lines were done`);
    process.kill(process.pid, signal);
  }
  return bad ? 3 : errors ? 1 : 0;
}
