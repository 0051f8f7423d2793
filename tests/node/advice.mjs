// Failures that say what to do: which file to mend, which command helps.
import test from "node:test";

/** Puts the advice before what is said. */
function advise(error, advice) {
  const { message, stack } = error;
  error.message = `${advice}\n${message}`;
  if (stack) error.stack = stack.replace(message, () => error.message);
  return error;
}

/** The test of node:test, whose failures begin with the advice. */
export const advised = (advice) => (name, work) =>
  test(name, async (t) => {
    try {
      await work(t);
    } catch (error) {
      throw advise(error, advice);
    }
  });
