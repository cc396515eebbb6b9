/** Runs `work` once things have been quiet for some milliseconds, and never twice at a time. */
export class Later {
  readonly #work: () => Promise<void>;
  readonly #quiet: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;

  constructor(quiet: number, work: () => Promise<void>) {
    this.#quiet = quiet;
    this.#work = work;
  }

  /** Asks for a run. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#quiet);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#again = false;
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      await this.#work();
    } finally {
      this.#running = false;
    }
    if (this.#again) {
      this.#again = false;
      this.ask();
    }
  }
}
