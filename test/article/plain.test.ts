import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';

const rolesOf = (source: string) => readArticle(source, 'a.txt').blocks.map(({ role }) => role);

it('reads the head and the foot of a wire story', () => {
  const source = [
    'GE-RAIL-STRIKE/2NDLD',
    'EMBARGOED UNTIL 0900 GMT',
    '(Adds quotes, background)',
    '',
    'Rail strike ends in the east',
    '',
    'By Nino Sample',
    '',
    'KUTAISI, Georgia, June 3 (Agency) - Trains ran again on Tuesday after a week of talks.',
    '',
    '(more)',
    '(Reporting by Nino Sample; Editing by Ana Desk)',
    '-30-',
  ].join('\n');
  assert.deepEqual(rolesOf(source), [
    'slug',
    'embargo',
    'advisory',
    'headline',
    'byline',
    'paragraph',
    'end-mark',
    'sign-off',
    'end-mark',
  ]);
  const lead = readArticle(source, 'a.txt').blocks[5];
  assert.equal(lead?.text.slice(lead.datelineEnd, lead.datelineEnd + 6), 'Trains');
});

it('joins hard-wrapped lines and leaves one paragraph a line apart', () => {
  const wrapped =
    'The council of the town met on Monday to speak of the bridge over\nthe river, which has been closed to traffic since the floods of\nlast spring.';
  assert.equal(readArticle(wrapped, 'a.txt').blocks.length, 1);
  const apart = 'The council met on Monday.\r\nThe bridge has been closed since spring.\r\nIt opens in May.';
  assert.equal(readArticle(apart, 'a.txt').blocks.length, 3);
});

it('knows a line by its first words, whatever opens it', () => {
  // Each first word of each pattern: a line is tried against those alone that its first letter speaks for.
  const head = {
    'end-mark': '30|- 30 -|—30—|#|###|***|ENDS|End|(ends)|*more*|[MORE]|— son —|Fin|-0-|xx|XXX|---|___|===|* * *|-–—',
    'sign-off':
      'Reporting by A|additional reporting by A|(Writing by A|[Compiled by A|— edited by A|Editing by A|WRITTEN BY A|(Photograph by A|photography by A|Graphics by A|Nino Sample contributed to this report.|“Ana Desk” CONTRIBUTED REPORTING|Düzenleyen A|(derleyen A',
    embargo:
      'Embargo|(EMBARGOED until noon|Strictly embargoed|Not for release|not for publication|Hold for release|For immediate release|For release|Ambargolu|ambargo',
    advisory:
      '(Adds quotes)|(with photo)|(The lead corrects a name)|(Eds: new)|Note to editors|“Note to editors|(Editors’ note|editor notes|Eds|Attention editors|Advisory|"Correction|UPDATE 1|urgent|Breaking',
    caption:
      'Photo: a|(Picture - a|File photo: a|(file image – a|Image: a|Caption: a|Foto: a|Fotoğraf: a|Şəkil: a|ŞƏKIL: a|FILE PHOTO a|FILE - a',
  };
  const opening = {
    slug: 'GE-RAIL|2ND.LEAD|Ə-B|Slug: a',
    byline: 'By Nino Sample|BY NINO SAMPLE|Story by Nino|ſtory by Nino|text by Nino|Byline: a|Author: a',
    headline: 'Headline: a|TITLE: a|head: a|Başlıq: a|başlık: a|A bridge opens|“A bridge opens”',
    summary: 'Summary: a|Deck: a|Standfirst: a|dek: a|Subhead: a|Lead-in: a|Spot: a',
  };
  const sources = (lines: string) => lines.split('|').map((line) => `${line}\n`);
  for (const [role, lines] of Object.entries({ ...head, ...opening }))
    for (const source of sources(lines)) assert.deepEqual(rolesOf(source), [role], source);
  const body = `${'A long first paragraph. '.repeat(12)}\n\n`;
  for (const [role, lines] of Object.entries({ ...head, 'list-item': '- a|* a|• a|1. a|12) a', subhead: 'A bridge' }))
    for (const source of sources(lines)) assert.deepEqual(rolesOf(body + source), ['paragraph', role], source);
});
