import { findAssetFault } from '../node/index.ts';
import { UsageError } from './usage.ts';

/**
 * Makes sure that the program has its compiled data.
 *
 * @throws UsageError when the data is not there, or of another build
 */
export function needAssets(): void {
  const fault = findAssetFault();
  if (fault !== undefined) throw new UsageError(fault);
}
