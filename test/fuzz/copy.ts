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

/** An edit in fractions of a text's length. */
export const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(30),
  insert: fc.oneof(fc.constantFrom(...pieces, ...breaks), fc.string({ maxLength: 3 })),
});

/** Applies an edit. */
export function applyEdit(
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(Math.min(text.length, start + remove));
}

export const path = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xml', 'a.json', 'a.aml');
