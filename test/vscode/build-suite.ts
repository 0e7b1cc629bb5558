import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Bundles the suite that runs inside an extension host; returns its file. */
export async function buildSuite(): Promise<string> {
  const outfile = resolve('dist/test/suite.cjs');
  await build({
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
