// Half of what a person feels as a delay is left to the answer itself.
const slice = 20;

/**
 * Runs steps to their end.
 *
 * @param isWanted asked after each slice; when it says no the rest is left
 * @returns undefined when it was left
 */
export type RunInSlices = <T>(
  steps: Generator<undefined, T, undefined>,
  isWanted: () => boolean,
) => Promise<T | undefined>;

/**
 * Sets up long work that is done in slices of some milliseconds; between two, requests and cancellations have their turn. Of
 * several works the one that was begun last goes first: it is what somebody waits for, and a request waits for one slice alone.
 *
 * @param now milliseconds
 */
export function createSlices(now: () => number): RunInSlices {
  const begun: object[] = [];
  return async (steps, isWanted) => {
    begun.push(steps);
    try {
      for (let since = now(); ; ) {
        const isMyTurn = begun.at(-1) === steps;
        const step = isMyTurn ? steps.next() : undefined;
        if (step?.done) return step.value;
        if (isMyTurn && now() - since < slice) continue;
        await letOthersIn();
        if (!isWanted()) {
          steps.return(undefined as never);
          return undefined;
        }
        since = now();
      }
    } finally {
      begun.splice(begun.indexOf(steps), 1);
    }
  };
}

/** Lets requests and cancellations have their turn. */
export function letOthersIn(): Promise<void> {
  // A timer, not a microtask: only so is what came in read.
  return new Promise((resolve) => setTimeout(resolve, 0));
}
