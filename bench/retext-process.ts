import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { popularRetext } from './retext.ts';

// retext with the popular plugins over a file or a folder, as a process of its own: `node bench/retext-process.ts PATH`.
const [path = '.'] = process.argv.slice(2);
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
const lint = popularRetext();
let messages = 0;
for (const file of files) messages += await lint(readFileSync(file, 'utf8'));
console.log(`${files.length} files: ${messages} messages`);
