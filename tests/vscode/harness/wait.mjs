// Waiting for what is to come, never for a while.

/** Asks `question` until its answer is true of something, and gives that; `what` says what was awaited in vain. */
export async function eventually(what, question, timeout = 30_000) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      const answer = await question();
      if (answer) {
        return answer;
      }
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain: ${what}${last instanceof Error ? ` (${last.message})` : ""}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
