import type { Flags } from '../../node/index.ts';
import type { Exit } from '../exit.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

/** `copydesk style test|import|try|sync` */
export async function style(args: readonly string[], output: Output, flags: Flags): Promise<Exit> {
  const [name = '', ...rest] = args;
  switch (name) {
    case 'test':
      return (await import('../style-test.ts')).testStyles(rest, output);
    case 'import':
      return (await import('../style-import.ts')).importVale(rest, output);
    case 'try':
      return (await import('../style-try.ts')).tryRule(rest, output, flags);
    case 'sync':
      return (await import('../style-sync.ts')).syncStyles(rest, output);
    default:
      throw new UsageError(`${name === '' ? '' : `no “${name}”; `}there are test, try, sync and import`);
  }
}
