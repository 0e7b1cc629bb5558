import { readdirSync, readFileSync } from 'node:fs';

/** A pseudo-random sequence in [0, 1) that is the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// A newsroom's raw material, all invented. `{name}` is replaced by a draw from the pool of that name.
const pools: Readonly<Record<string, readonly string[]>> = {
  rank: [
    'General',
    'Army General',
    'Colonel General',
    'Lieutenant General',
    'Major General',
    'Colonel',
    'Admiral',
    'Vice Admiral',
    'Captain',
  ],
  office: [
    'Chief of the General Staff',
    'Defence Minister',
    'Foreign Minister',
    'Prime Minister',
    'Deputy Minister',
    'National Security Adviser',
    'Commander of the Land Forces',
    'Mayor',
    'Governor',
  ],
  given: [
    'Ayşe',
    'Kərim',
    'Selin',
    'Orhan',
    'Nigar',
    'Tural',
    'Ilgar',
    'Leyla',
    'Hannah',
    'Peter',
    'Martin',
    'Oksana',
    'Yusuf',
    'Günel',
    'Emre',
    'Clara',
    'Dmitri',
    'Elif',
  ],
  surname: [
    'Karagöz',
    'Məhərrəmov',
    'Yıldırımoğlu',
    'Aslanova',
    'Hartwell',
    'Brennan',
    'Çetinkaya',
    'Quliyeva',
    'Petrenko',
    'Okafor',
    'Lindqvist',
    'Şahinbaş',
    'Rzayev',
    'Whitcombe',
    'Doğruer',
    'Ağayev',
  ],
  city: [
    'Baku',
    'Ankara',
    'Tbilisi',
    'London',
    'Gence',
    'İzmir',
    'Kyiv',
    'Brussels',
    'Astana',
    'Istanbul',
    'Vienna',
    'Geneva',
  ],
  country: [
    'Azerbaijan',
    'Türkiye',
    'Georgia',
    'Ukraine',
    'the United Kingdom',
    'Kazakhstan',
    'Germany',
    'Poland',
    'Hungary',
  ],
  agency: ['Report', 'Wire', 'Newsdesk'],
  topic: [
    'military cooperation',
    'energy supplies',
    'regional security',
    'the transport corridor',
    'air defence',
    'joint exercises',
    'humanitarian aid',
    'border demarcation',
    'the grain harvest',
    'trade in machinery',
    'the reconstruction of roads and schools',
  ],
  verb: ['discussed', 'reviewed', 'praised', 'criticised', 'postponed', 'defended', 'welcomed', 'described'],
  adverb: ['openly', 'at length', 'in detail', 'briefly', 'behind closed doors'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  number: ['three', 'seven', '12', '48', '150', '2,400', '19.5', 'dozens of', 'hundreds of'],
  thing: [
    'ships',
    'vehicles',
    'agreements',
    'families',
    'proposals',
    'officers',
    'engineers',
    'hectares',
    'journalists',
    'observers',
    'containers',
  ],
  body: [
    'the ministry',
    'the parliament',
    'the command',
    'the municipality',
    'the delegation',
    'the alliance',
    'the court',
    'the central bank',
  ],
};

const sentences: readonly string[] = [
  '{rank} {given} {surname} met his counterpart in {city} on {day} and {verb} {topic}.',
  '{office} {given} {surname} said the two sides had {verb} {topic} {adverb}.',
  'According to {body}, {number} {thing} were moved to {city} before the end of the week.',
  '“We have {verb} {topic}, and we will go on,” said {rank} {surname}.',
  '{country} and {country} signed {number} agreements covering {topic} and {topic}.',
  'The visit, the second since {day}, was {verb} by {body} of {country}.',
  '{surname} told reporters in {city} that {number} {thing} had arrived from {country}.',
  'It was not clear how many {thing} had been affected, but officials in {city} spoke of {number}.',
  '{office} {surname} added: “Nobody in {country} wants {topic} to be forgotten.”',
  'Earlier, {body} had {verb} the plan {adverb}, calling it a step towards {topic}.',
  'More than {number} {thing} took part, among them {rank} {given} {surname} of {country}.',
  'The talks between {country} and {country} will resume in {city} on {day}.',
];

/** Sentences of prose from the readme files of installed packages, all under permissive licences. */
export function readProse(): string[] {
  const found = new Set<string>();
  for (const name of readdirSync('node_modules').sort()) {
    for (const file of ['readme.md', 'README.md']) {
      let text: string;
      try {
        text = readFileSync(`node_modules/${name}/${file}`, 'utf8');
      } catch {
        continue;
      }
      for (const sentence of text
        .replace(/```[\s\S]*?```/g, '\n\n')
        .replace(/\s*\n(?!\n)/g, ' ')
        .matchAll(/(?<=^|[.!?] |\n\s*)[A-Z][a-z]* [^.!?\n]{40,220}\.(?= |$|\n)/g))
        if (!/[`<>|*_[\]{}#=@/\\]|\bhttps?:|\.\w/.test(sentence[0])) found.add(sentence[0].trim());
    }
  }
  return [...found];
}

let prose: string[] | undefined;

/**
 * A news article that nobody has read before: invented sentences, every fifth one prose from a package's readme.
 *
 * @param seed the same seed gives the same article
 * @param size its length in UTF-16 units, about
 */
export function makeArticle(seed: number, size: number): string {
  prose ??= readProse();
  const random = createRandom(seed);
  const draw = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, pool: string) => draw(pools[pool] ?? []));
  const paragraphs = [fill('{office} {verb} {topic} in {city}'), fill(`By {given} {surname}`)];
  let length = 0;
  while (length < size) {
    const count = 2 + Math.floor(random() * 4);
    const parts = Array.from({ length: count }, () => (random() < 0.2 ? draw(prose ?? []) : fill(draw(sentences))));
    let paragraph = parts.filter(Boolean).join(' ');
    paragraph = paragraph.charAt(0).toUpperCase() + paragraph.slice(1);
    if (length === 0)
      paragraph = `${fill('{city}').toUpperCase()}, ${fill('{day}')} (${fill('{agency}')}) — ${paragraph}`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}
