import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';

/** Packages whose data is compiled to dist/assets/, where no bundle names them: those that the compilers name. */
function findDataPackages(): string[] {
  const compilers = ['scripts/assets', 'scripts/encoding', 'scripts/spelling'].flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.keys(devDependencies).filter((name) =>
    compilers.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`)),
  );
}

/**
 * Writes the licences of all packages that went into the bundles and the data; each asks that its notice travels along.
 */
export function writeNotices(file: string, metafiles: readonly Metafile[]): void {
  const folders = new Set(findDataPackages().map((name) => `node_modules/${name}`));
  for (const { inputs } of metafiles)
    for (const input of Object.keys(inputs)) {
      const [folder] = /^(?:.*:)?(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
      if (folder) folders.add(folder.replace(/^.*?(?=node_modules\/)/, ''));
    }
  const notices = new Set([...folders].sort().map(readNotice));
  writeFileSync(file, [...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

function readNotice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = readdirSync(folder);
  const own = files.filter((one) => /^(?:licen[cs]e|notice|copying)/i.test(one));
  // Some say it at the end of their readme only.
  const texts = own.length > 0 ? own : files.filter((one) => /^readme/i.test(one));
  const says = license ? ` (${license})` : '';
  return `${name} ${version}${says}\n\n${texts.map((one) => readFileSync(`${folder}/${one}`, 'utf8')).join('\n')}`;
}
