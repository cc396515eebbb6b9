/** How often a server may end unasked within {@link SPAN} before it is left alone. */
const MOST = 4;
/** Milliseconds. */
const SPAN = 3 * 60 * 1000;

/** Tells a server that ended once from one that keeps ending. */
export class Restarts {
  #ends: number[] = [];

  /** Notes that the server ended at `now` (milliseconds), and says whether to start it again. */
  again(now: number): boolean {
    this.#ends = [...this.#ends.filter((end) => now - end < SPAN), now];
    return this.#ends.length <= MOST;
  }
}
