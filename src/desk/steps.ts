/** Work in small steps: whoever runs it may do something else between two, or leave it by `return()`. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Says when it is time to stop: a stop a block, of which a long article has thousands, would cost as much as a glance at it. */
export class Pace {
  #letters = 0;

  /** Whether so many letters more make a few milliseconds of work since the last stop. */
  isDue(letters: number): boolean {
    this.#letters += letters;
    if (this.#letters < lettersAtOnce) return false;
    this.#letters = 0;
    return true;
  }
}

const lettersAtOnce = 5000;
