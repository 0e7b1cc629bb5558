import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/config/index.ts';
import { storyTemplates } from '../src/server/messages.ts';
import { writeGenerated } from './generated.ts';

// Gathers every text that people are shown into l10n/bundle.l10n.json, and checks the translations against it.

const literal = String.raw`'((?:[^'\\\n]|\\.)*)'`;
const fields = new RegExp(
  String.raw`\b(?:what|why|how|message|reason|story)\s*[:=]\s*((?:[^'\`,;{}]*${literal})+)`,
  'g',
);
const maps = /const (?:reasons|names)\b[^=]*=\s*\{(.*?)\}(?: as const)?;/gs;
const calls = new RegExp(String.raw`\b(?:(?:l10n\.)?t\(|translate\(|tell\(|text:|template =)\s*${literal}`, 'g');
const texts = new Set<string>(storyTemplates);

const add = (text: string | undefined, least = /\p{L}.*\s/u) => {
  const plain = text?.replace(/\\(.)/g, '$1') ?? '';
  // A template of holes alone says nothing itself.
  if (least.test(plain.replace(/\{\w+\}/g, ''))) texts.add(plain);
};
for (const { what, why, how } of rules) for (const text of [what, why, how]) add(text, /\p{L}/u);
for (const folder of ['rules', 'encoding', 'desk', 'server', 'extension']) {
  for (const name of readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join('src', folder, name), 'utf8');
    for (const [, expression = ''] of source.matchAll(fields))
      if (folder === 'rules' || folder === 'encoding')
        for (const [, text] of expression.matchAll(new RegExp(literal, 'g'))) add(text);
    for (const [, body = ''] of source.matchAll(maps))
      for (const [, text] of body.matchAll(new RegExp(String.raw`:\s*${literal}`, 'g'))) add(text, /^\p{Lu}\p{L}|\s/u);
    for (const [, text] of source.matchAll(calls)) add(text, folder === 'encoding' ? undefined : /\p{L}/u);
  }
}
for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.ts'))
    // A template of holes alone says nothing itself.
    for (const text of readSaid(readFileSync(join('src', path), 'utf8'))) if (/\p{L}{2}/u.test(text)) texts.add(text);
const sorted = [...texts].sort();
writeGenerated(
  'l10n/bundle.l10n.json',
  `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`,
);

/** The templates that are tagged with `said`: what stands in `${…}` is a numbered hole. */
function readSaid(source: string): string[] {
  return Array.from(source.matchAll(/\bsaid`/g), ({ 0: tag, index }) => readTemplate(source, index + tag.length).text);
}

/** Reads a template literal from behind its first backtick; `end` is behind its last. */
function readTemplate(source: string, start: number): { text: string; end: number } {
  let text = '';
  let at = start;
  for (let hole = 0; source[at] !== '`' && at < source.length; ) {
    if (source.startsWith('${', at)) {
      at = skipHole(source, at + 2);
      text += `{${hole++}}`;
    } else {
      if (source[at] === '\\') at++;
      text += source[at++];
    }
  }
  return { text, end: at + 1 };
}

function skipHole(source: string, start: number): number {
  let at = start;
  for (let depth = 1; depth > 0 && at < source.length; at++) {
    if (source[at] === '`') at = readTemplate(source, at + 1).end - 1;
    else if (source[at] === '{') depth++;
    else if (source[at] === '}') depth--;
  }
  return at;
}

/** The holes of a template: `{name}`, `{0}`. */
const holes = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

function check(file: string, english: Readonly<Record<string, string>>): void {
  const translated = readTexts(file);
  for (const [key, text] of Object.entries(translated)) {
    const original = english[key];
    const fault =
      original === undefined
        ? 'is no text of ours'
        : holes(text).every((hole) => holes(original).includes(hole))
          ? undefined
          : 'has a hole that the original has not';
    if (!fault) continue;
    console.error(`${file}: “${key}” ${fault}`);
    process.exitCode = 1;
  }
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(translated, key));
  if (missing.length === 0) return;
  console.error(`${file}: not translated yet:\n${missing.map((key) => `  ${key}`).join('\n')}`);
  process.exitCode = 1;
}

const bundle = Object.fromEntries(sorted.map((text) => [text, text]));
for (const name of readdirSync('l10n')) if (/^bundle\.l10n\.\w+\.json$/.test(name)) check(join('l10n', name), bundle);
for (const name of readdirSync('.'))
  if (/^package\.nls\.\w+\.json$/.test(name)) check(name, readTexts('package.nls.json'));
