import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';
import { lazyPackages } from './lazy.ts';
import { writeNotices } from './notices.ts';

const out = 'dist';
const shared: BuildOptions = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  target: 'node20',
  plugins: [lazyPackages],
  // Node 20 knows them; esbuild, in doubt, would make each a regular expression anew at every call.
  supported: { 'regexp-unicode-property-escapes': true },
};

/**
 * Compiles data/ and styles/ to dist/assets/. Each compiler skips what did not change.
 *
 * @param tell hears what is compiled next: in a fresh clone the models of letters alone take most of a minute
 */
export async function buildAssets(tell?: (name: string) => void): Promise<void> {
  mkdirSync(`${out}/assets`, { recursive: true });
  const folder = new URL('./assets/', import.meta.url);
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()) {
    tell?.(name.replace(/\.ts$/, ''));
    const compiler = (await import(new URL(name, folder).href)) as { build(outDir: string): Promise<void> };
    await compiler.build(fileURLToPath(new URL(`../${out}/assets`, import.meta.url)));
  }
  // The browser can't list a folder.
  const names = readdirSync(`${out}/assets`).filter((name) => !/\.stamp$|^index\.json$/.test(name));
  writeFileSync(`${out}/assets/index.json`, JSON.stringify(names));
}

/** Bundles the faces: the command line, the server and the library for Node, the extension for desktop and web. */
export async function buildBundles(): Promise<void> {
  for (const name of readdirSync(out)) if (name !== 'assets') rmSync(`${out}/${name}`, { recursive: true });
  const built = await Promise.all([
    build({
      ...shared,
      entryPoints: { cli: 'src/cli/main.ts', server: 'src/server/main.ts', index: 'src/index.ts' },
      outdir: out,
      platform: 'node',
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      // Bundled CommonJS packages still call require for Node's own modules.
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    }),
    build({
      ...shared,
      entryPoints: { extension: 'src/extension/main.ts' },
      outdir: out,
      outExtension: { '.js': '.cjs' },
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    }),
    build({
      ...shared,
      target: 'es2022',
      entryPoints: { extension: 'src/extension/browser.ts' },
      outdir: `${out}/web`,
      // The package is of modules; the web worker host takes CommonJS only.
      outExtension: { '.js': '.cjs' },
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
    }),
    build({
      ...shared,
      target: 'es2022',
      entryPoints: { server: 'src/server/browser.ts' },
      outdir: `${out}/web`,
      platform: 'browser',
      // A worker has no document.
      conditions: ['worker'],
      format: 'iife',
    }),
  ]);
  writeNotices(
    `${out}/notices.txt`,
    built.map(({ metafile }) => metafile ?? { inputs: {}, outputs: {} }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAssets();
  if (!process.argv.includes('--assets')) await buildBundles();
}
