// biome-ignore lint/style/noRestrictedImports: here it is seeded, for all others.
import fc from 'fast-check';

/**
 * The seed of every property: the suite tries the same inputs at each run, so that none fails by chance. `npm run fuzz`
 * goes further, with a fresh seed and more runs.
 */
const { FUZZ_SEED: seed = '1812', FUZZ_TIMES: times = '1' } = process.env;

/** How often a property is tried that asks for so many runs. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: count * Number(times) });

fc.configureGlobal({ ...runs(100), seed: Number(seed) });

export default fc;
