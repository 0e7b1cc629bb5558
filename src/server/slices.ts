// Half of what a person feels as a delay is left to the answer itself.
const slice = 20;

/**
 * Runs steps in slices of some milliseconds; between two, requests and cancellations have their turn.
 *
 * @param isWanted asked after each slice; when it says no the rest is left
 * @param now milliseconds
 * @returns undefined when it was left
 */
export async function runInSlices<T>(
  steps: Generator<undefined, T, undefined>,
  isWanted: () => boolean,
  now: () => number,
): Promise<T | undefined> {
  for (let since = now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < slice) continue;
    await letOthersIn();
    if (!isWanted()) {
      steps.return(undefined as never);
      return undefined;
    }
    since = now();
  }
}

/** Lets requests and cancellations have their turn. */
export function letOthersIn(): Promise<void> {
  // A timer, not a microtask: only so is what came in read.
  return new Promise((resolve) => setTimeout(resolve, 0));
}
