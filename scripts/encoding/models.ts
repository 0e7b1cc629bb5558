import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { packWeights, packWords } from '../../src/encoding/knowledge/index.ts';
import {
  acuteNames,
  azerbaijaniSamples,
  declineAdjective,
  englishWords,
  foreignNames,
  givenNames,
  inflect,
  knownNames,
  ligatureWords,
  lower,
  namesElsewhere,
  strokedNames,
  townWords,
  turkishSamples,
  turkishToLearn,
} from './corpus.ts';
import { europeanNames } from './europe.ts';
import { mergeSamples, trainLetters, trainVerdict } from './train.ts';
import { misreadNames, misreadWords, readWebWords, usualSmall, webSamples } from './web-words.ts';
import { exceptions, formEnds, readVocabulary, wordSamples } from './words.ts';

const data = fileURLToPath(new URL('../../data/encoding/', import.meta.url));

/**
 * Trains the letter models and verdicts and packs the word lists.
 *
 * @param outDir dist/assets
 */
export function trainModels(outDir: string): void {
  const turkishLists = lists('names-tr.yaml');
  const azerbaijaniLists = lists('names-az.yaml');
  azerbaijaniLists.words = [...(azerbaijaniLists.words ?? []), ...(lists('words-az.yaml').words ?? [])];
  const vocabulary = readVocabulary(
    bands(),
    (turkishLists.words ?? []).flatMap((word) => [lower(word), ...inflect(lower(word))]),
  );
  const words = mergeSamples(turkishSamples(turkishLists), wordSamples(vocabulary));
  const turkish = trainLetters(words, 'çğıöşüi', { bits: 19, rounds: 6, cut: 3, caution: 8 });
  writeFileSync(`${outDir}/encoding-words-tr.bin`, packWords(exceptions(vocabulary, turkish)));
  const samples = azerbaijaniSamples(azerbaijaniLists);
  const web = readWebWords('aze');
  const azerbaijani = trainLetters(mergeSamples(samples, webSamples(web)), 'çəğıöşüi', {
    bits: 16,
    rounds: 6,
    cut: 2,
    caution: 2,
    base: turkish,
  });
  const webProse = usualSmall(web);
  const usualAzerbaijani = firstOfPattern([
    ...(lists('common-words.yaml').az ?? []),
    ...(lists('words-az.yaml').words ?? []),
    ...misreadWords(web, azerbaijani),
  ]);
  writeFileSync(`${outDir}/encoding-words-az.bin`, packWords(usualAzerbaijani));
  writeFileSync(`${outDir}/encoding-letters-tr.bin`, packWeights(turkish.weights));
  writeFileSync(`${outDir}/encoding-letters-az.bin`, packWeights(azerbaijani.weights));
  const turkishWeb = readWebWords('tur');
  const names = knownNames(turkishLists, azerbaijaniLists, misreadNames(turkishWeb, vocabulary.forms, turkish));
  const europe = europeanNames(`${data}names-europe.yaml`);
  const azerbaijaniWords = samples.map(({ word }) => word);
  const { wellKnown, rare } = turkishToLearn(turkishLists);
  const turkishWords = [...wellKnown, ...rare, ...townWords()];
  // The frequent surnames alone: the rare ones would tip every single word towards Turkish.
  const frequentWords = [...wellKnown, ...townWords()];
  // Names alone: prose is told by its words.
  const azerbaijaniNames = azerbaijaniSamples({ ...azerbaijaniLists, words: [] }).map(({ word }) => word);
  const language = trainVerdict(frequentWords, azerbaijaniNames, 14, (word, random) => hole(word, random));
  const all = [...frequentWords, ...azerbaijaniWords, ...(lists('names-tr.yaml').words ?? [])];
  const ends = trainVerdict(
    [...all.filter((word) => !/[ğışə]$/.test(word)), ...englishWords()],
    all.flatMap((word) => /^(.{2,})[ğışə]$/.exec(word)?.[1] ?? []),
    14,
    (word, random) => hole(word, random).slice(-6),
  );
  writeFileSync(`${outDir}/encoding-ends.bin`, ends);
  const { adjectives = [], ...neighbourLists } = lists('neighbours.yaml');
  const neighbours = Object.values(neighbourLists).flat();
  const misread = trainVerdict(
    [
      ...neighbours.filter((word) => /[ðþýÐÞÝ]/.test(word)),
      ...neighbours.filter((word) => /[ðþýÐÞÝ]/.test(word)),
      ...acuteNames(),
      ...adjectives.flatMap(declineAdjective),
      ...strokedNames(),
    ].map((word) => word.toLowerCase()),
    [...turkishWords, ...(turkishLists.words ?? []), ...azerbaijaniWords.filter((word) => !word.includes('ə'))]
      .map(misreadTurkish)
      .filter((word) => /[ðþý]/.test(word)),
    13,
    (word) => word,
  );
  writeFileSync(`${outDir}/encoding-misread.bin`, misread);
  writeFileSync(`${outDir}/encoding-language.bin`, language);
  const prose = trainVerdict(
    englishWords(),
    [
      ...vocabulary.frequent,
      ...vocabulary.frequent,
      ...vocabulary.frequent.flatMap(inflect),
      ...(turkishLists.words ?? []),
      ...azerbaijaniWords,
      ...webProse,
      ...formEnds(vocabulary).whole,
    ],
    13,
    (word, random) => (/[ğışə]/.test(word) ? hole(word, random).replace(/\?$/, '') : word),
  );
  writeFileSync(`${outDir}/encoding-prose.bin`, prose);
  const foreign = trainVerdict(
    [...wellKnown, ...rare, ...names.az.map(lower)],
    [
      ...new Set([
        ...foreignNames(),
        ...Object.values(europe)
          .flat()
          .map((word) => word.toLowerCase()),
      ]),
    ],
    13,
    (word, random) =>
      random < 0.5
        ? word.replace(/[ğışəčćđłńśźżąęőűřěůťďňľĺŕșțăāēīūķļņģšžėįųċġħ]/g, '?')
        : word.replace(/[^a-z]/g, '?'),
  );
  writeFileSync(`${outDir}/encoding-foreign.bin`, foreign);
  // Names beside a word in question: those of Turkey and Azerbaijan, as far as they lost nothing, or others.
  const company = trainVerdict(
    [...namesElsewhere(), ...neighbours.map((word) => word.toLowerCase())],
    [
      ...(turkishLists.surnames ?? []),
      ...(turkishLists.given ?? []),
      ...wellKnown,
      ...names.az,
      ...(azerbaijaniLists.male ?? []),
    ]
      .map(lower)
      .filter((word) => !/[ğışə]/.test(word)),
    12,
    (word) => word,
  );
  writeFileSync(`${outDir}/encoding-company.bin`, company);
  writeFileSync(`${outDir}/encoding-given.bin`, packWords(givenNames(turkishLists, azerbaijaniLists)));
  writeFileSync(`${outDir}/encoding-ligatures.bin`, packWords(ligatureWords()));
  const inProse = trainVerdict(usualSmall(turkishWeb), webProse, 13, (word, random) => hole(word, random));
  writeFileSync(`${outDir}/encoding-prose-language.bin`, inProse);
  const { whole, cut } = formEnds(vocabulary);
  const proseEnds = trainVerdict(whole, cut, 13, (word, random) => hole(word, random).slice(-7));
  writeFileSync(`${outDir}/encoding-prose-ends.bin`, proseEnds);
  writeFileSync(
    `${outDir}/encoding-names.bin`,
    Object.entries({ ...names, ...europe })
      .map(
        ([id, list]) => `${id}\t${packWords(list.map(/^(?:tr|az)/.test(id) ? lower : (word) => word.toLowerCase()))}`,
      )
      .join('\n'),
  );
}

/** Windows-1254 bytes read as Windows-1252, in lower case. */
function misreadTurkish(word: string): string {
  return word.replace(/^i/, 'ý').replaceAll('ı', 'ý').replaceAll('ğ', 'ð').replaceAll('ş', 'þ');
}

/** A word as it looks after a conversion: to Windows-1252, to ASCII, or to nothing worse. */
function hole(word: string, random: number): string {
  return random < 0.6 ? word.replace(/[ğışə]/g, '?') : random < 0.9 ? word.replace(/[ğışəçöü]/g, '?') : word;
}

/** Of words of which the same is left when letters are lost, the first. */
function firstOfPattern(words: readonly string[]): string[] {
  return [...new Map(words.toReversed().map((word) => [word.replace(/[ğışə]/g, '?'), word])).values()];
}

/** The word lists of a file, each without doubles. */
function lists(name: string): Record<string, string[]> {
  const { source: _, ...rest } = parse(readFileSync(data + name, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(rest).map(([key, words]) => [key, [...new Set(String(words).split(/\s+/))]]),
  );
}

/** The bands of words-tr.yaml. */
function bands(): string[][] {
  const { bands: rows } = parse(readFileSync(`${data}words-tr.yaml`, 'utf8')) as { bands: string[] };
  return rows.map((row) => row.trim().split(/\s+/));
}
