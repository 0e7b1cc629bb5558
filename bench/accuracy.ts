import { readdirSync } from 'node:fs';

// One file a measure in bench/accuracy/: `npm run accuracy -- encoding people`; all of them without a name.
const folder = new URL('./accuracy/', import.meta.url);
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
for (const name of asked.length > 0 ? asked : all) {
  if (!all.includes(name)) {
    console.error(`no measure «${name}»: there are ${all.join(', ')}`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n== ${name}`);
  const measure = (await import(new URL(`${name}.ts`, folder).href)) as { default: () => Promise<boolean> };
  if (!(await measure.default())) process.exitCode = 1;
}
