import fc from './fast-check.ts';

/** Pieces of news copy, clean and damaged, that bring every part of the desk to speak. */
const pieces = [
  'The minister met General Orhan Demirkan in Ganja.',
  'Army General Orhan Demirk?n said so.',
  'General Demirkan left left early.',
  '“We stand firm,” he said.',
  '“The talks began.',
  'They go on.”',
  "'It is over,' Col. Sevda Aslan said.",
  'GANJA, March 4 (Agency) — A port opened.',
  'By Leyla Test',
  'A hour later an man came.',
  'Two spaces.  Then three.',
  'ErdoÄŸan visited Ä°stanbul.',
  'Caf\u0065\u0301 and \u200bzero width.',
  'Toplantıya Bakan Güler ve komutanlar katıldı.',
  'Naziri Zakir Həsənov görüşüb və bildirib.',
  '(more)',
  '-30-',
  '# Heading',
  '**Gen.** [Demirkan](http://a.b/c?d=e) &amp; co',
  '- item of a list',
  '> quoted',
  '```',
  '<!-- stet rank-consistency: quoting -->',
  '<p>',
  '<b>',
  'Gen. <i>Sevda</i> Aslan met Colonel Orhan Demirkan and Captain Bo Lee.',
  '| a | b |\n|---|---|\n| c | d |',
  '---\ntitle: Fire at port\n---',
  '[x]: http://y',
  'See [it][x].',
  '\ud800',
  '\udc00 x',
  '\u0000',
  '👍🏽',
  '\ufeff',
  '?',
  '"',
  'The goverment',
];
const breaks = ['\n', '\n\n', '\r\n', '\r\n\r\n', ' ', '', '\r', '\n  ', '\t'];

/** A text made of pieces of copy and noise. */
export const copy: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      fc.constantFrom(...breaks),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));

/** A stretch typed over, its place a fraction of the text's length; or all of one kind replaced. */
export type Edit = { at: number; remove: number; insert: string } | { every: string; by: string };

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(30),
      insert: fc.oneof(fc.constantFrom(...pieces, ...breaks), fc.string({ maxLength: 3 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { every: '\n', by: '\r\n' },
      { every: '\r\n', by: '\n' },
      { every: 'i>', by: 'em>' },
      { every: 'Demirkan', by: 'Demirkn' },
      { every: '”', by: '' },
    ),
  },
);

/** Applies an edit. */
export function applyEdit(text: string, change: Edit): string {
  if ('every' in change) return text.replaceAll(change.every, change.by);
  const { at, remove, insert } = change;
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(Math.min(text.length, start + remove));
}

export const path = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xml', 'a.json', 'a.aml');
