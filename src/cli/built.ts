import { nodeAssets } from '../node/index.ts';
import { UsageError } from './usage.ts';

/**
 * Without its compiled data the desk would find nothing and say that all is well.
 *
 * @throws UsageError when the data is not there
 */
export function needAssets(): void {
  if (!nodeAssets('index.json'))
    throw new UsageError(
      'the folder “assets” beside the program is missing, so nothing can be checked: install Copydesk again (in its sources: npm run build)',
    );
}
