// What the tests of this folder share: a small bundle, and the error with which a call fails.
import assert from "node:assert/strict";
import { BroadsheetError } from "../../dist/broadsheet.js";

/** A bundle as an object; what is passed is laid over its article. */
export const bundle = (article = {}, more = {}) => ({
  broadsheet: 1,
  article: { id: "a1", language: "en", headline: "A story", body: "First paragraph.", ...article },
  ...more,
});

/** Runs work, which must throw a BroadsheetError of that code, and returns the error. */
export function refused(code, work) {
  let error = null;
  try {
    work();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error, "nothing was thrown");
  assert.ok(error instanceof BroadsheetError, `not a BroadsheetError: ${error}`);
  assert.equal(error.code, code, error.message);
  assert.equal(error.name, "BroadsheetError");
  assert.ok(error.message, "the message is empty");
  return error;
}
