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
  readonly #atOnce: number;
  #done = 0;

  /** @param atOnce so many letters, or what else is counted, make a few milliseconds of work */
  constructor(atOnce = 5000) {
    this.#atOnce = atOnce;
  }

  /** Whether so many letters more make a few milliseconds of work since the last stop. */
  isDue(letters: number): boolean {
    this.#done += letters;
    if (this.#done < this.#atOnce) return false;
    this.#done = 0;
    return true;
  }
}

/** Makes one of each of some texts, or of what has a text, stopping after portions of them. */
export function* mapInSteps<T extends string | { readonly text: string }, U>(
  list: readonly T[],
  make: (one: T, i: number) => U,
): Steps<U[]> {
  const made: U[] = [];
  const pace = new Pace();
  for (const one of list) {
    made.push(make(one, made.length));
    if (pace.isDue(typeof one === 'string' ? one.length : one.text.length)) yield;
  }
  return made;
}
