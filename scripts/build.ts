import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, BuildResult, Plugin } from 'esbuild';
import { build } from 'esbuild';
import { putLatinFirst } from './latin/put.ts';
import { apart, lazyPackages, packagesApart } from './lazy.ts';
import { writeNotices } from './notices.ts';
import { toAscii } from './to-ascii.ts';

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
  // The browser can't list a folder, and a program finds nothing in what another build made for itself.
  const names = readdirSync(`${out}/assets`).filter((name) => !/\.stamp$|^index\.json$/.test(name));
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(`${out}/assets/${name}`));
  const index = { stamp: hash.digest('hex').slice(0, 16), names };
  writeFileSync(`${out}/assets/index.json`, JSON.stringify(index));
}

/** What tells these assets from others; the program carries it. */
function readStamp(): string {
  return (JSON.parse(readFileSync(`${out}/assets/index.json`, 'utf8')) as { stamp: string }).stamp;
}

/** Bundles the faces: the command line, the server and the library for Node, the extension for desktop and web. */
export async function buildBundles(): Promise<void> {
  for (const name of readdirSync(out)) if (name !== 'assets') rmSync(`${out}/${name}`, { recursive: true });
  const built = await Promise.all([
    ...buildProgram(),
    build({
      ...shared,
      entryPoints: { index: 'src/index.ts' },
      outdir: out,
      platform: 'node',
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      plugins: [lazyPackages, tagger],
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

/** The tagger of parts of speech is two megabytes that hardly a run needs: a file of its own. */
const tagger: Plugin = {
  name: 'tagger',
  setup({ onResolve }) {
    onResolve({ filter: /^wink-pos-tagger$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './tagger.cjs', external: true } : undefined,
    );
  },
};

/** A script is a function of what a CommonJS module is given. */
const script: BuildOptions = {
  ...shared,
  outdir: out,
  platform: 'node',
  format: 'cjs',
  define: { 'import.meta.url': 'programUrl' },
  supported: { ...shared.supported, 'dynamic-import': false },
  banner: { js: '(function (require, module, exports, programUrl, importForScript) {' },
  footer: { js: '})' },
  write: false,
  // Columns move when it is written.
  sourcemap: false,
};

/**
 * The command line and the server are one script, the packages that few runs need are others, and two modules start them:
 * see src/start/.
 */
function buildProgram(): Promise<BuildResult>[] {
  const program = build({
    ...script,
    entryPoints: { program: 'src/start/program.ts' },
    define: { ...script.define, assetStamp: JSON.stringify(readStamp()) },
    plugins: [lazyPackages, tagger, packagesApart],
  });
  const packages = Object.entries(apart).map(([group, names]) => {
    const loads = names.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
    const contents = `"use strict"; export const packages = { ${loads.join()} };`;
    const built = build({ ...script, stdin: { contents, resolveDir: '.' }, plugins: [] });
    return { group, names, built };
  });
  const starters = program.then(async (result) => {
    const packageFiles: Record<string, string> = {};
    for (const { group, names, built } of packages) {
      const file = writeScript(`packages-${group}`, await built);
      for (const name of names) packageFiles[name] = file;
    }
    const programFile = writeScript('program', result);
    return build({
      ...shared,
      entryPoints: { cli: 'src/start/cli.ts', server: 'src/start/server.ts' },
      outdir: out,
      platform: 'node',
      format: 'esm',
      define: { programFile: JSON.stringify(programFile), packageFiles: JSON.stringify(packageFiles) },
    });
  });
  const words = build({
    ...shared,
    entryPoints: { tagger: 'wink-pos-tagger' },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
  });
  return [program, ...packages.map(({ built }) => built), starters, words];
}

/** Writes a script under a name that tells its content, as compiled code is kept under it. Returns the name. */
function writeScript(name: string, { outputFiles: [file] = [] }: BuildResult): string {
  if (!file) throw new Error(`esbuild made no ${name}`);
  // esbuild leaves patterns as they are written. A text in ASCII is read without decoding, and takes half the memory.
  const text = toAscii(putLatinFirst(file.text));
  const fileName = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
  writeFileSync(`${out}/${fileName}`, text);
  return fileName;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAssets();
  if (!process.argv.includes('--assets')) await buildBundles();
}
