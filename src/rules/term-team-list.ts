import { TokenKind, tokenText } from '../language/index.ts';
import type { UnwantedForm } from '../lexicon/index.ts';
import { foldWord } from '../text/index.ts';
import { defineRule } from './rule.ts';

const possessive = /['’]s?$/;

export default defineRule({
  id: 'term-team-list',
  category: 'style',
  severity: 'warning',
  scope: 'block',
  about:
    'Finds words that the team’s list bans, and words whose capitals it writes otherwise. The list’s note is shown with the message.',
  what: '“{actual}”: the team writes “{expected}”',
  why: 'The team’s list has “{preferred}” ({file}, line {row}). {remark}',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'The transcaspian line reopened.',
      good: 'The Trans-Caspian line reopened.',
      terms: [{ preferred: 'Trans-Caspian', banned: ['transcaspian'] }],
    },
    {
      bad: 'Utilise the new Port Office’s desk.',
      good: 'Use the new Port Authority’s desk.',
      terms: [
        { preferred: 'Port Authority', banned: ['Port Office'] },
        { preferred: 'use', banned: ['utilise'] },
      ],
    },
    { bad: 'He sold it on Ebay.', good: 'He sold it on eBay.', terms: [{ preferred: 'eBay' }] },
    { bad: 'She has gotten a prize.', terms: [{ preferred: '', banned: ['gotten'] }] },
    { good: 'He sold it on eBay, and EBAY was in capitals.', terms: [{ preferred: 'eBay' }] },
    { good: 'Flumology is a young science.', terms: [{ preferred: 'flumology' }] },
  ],
  words({ lexicon: { unwanted } }) {
    return (word) => unwanted?.begins(foldWord(word.replace(possessive, ''))) === true;
  },
  check({ parsed }, _options, report, { lexicon }, firsts) {
    const forms = lexicon.unwanted;
    if (!forms) return;
    const { tokens, text } = parsed;
    const word = (i: number) =>
      i < tokens.count && tokens.kind[i] !== TokenKind.punctuation
        ? foldWord(tokenText(parsed, i).replace(possessive, ''))
        : undefined;
    let next = 0;
    for (const i of firsts) {
      const hit = i < next ? undefined : forms.longest(word, i);
      if (!hit) continue;
      const start = tokens.start[i] ?? 0;
      const last = i + hit.length - 1;
      const end = (tokens.end[last] ?? 0) - (possessive.exec(tokenText(parsed, last))?.[0].length ?? 0);
      const actual = text.slice(start, end);
      const unwanted = hit.value.find((candidate) => isUnwanted(actual, candidate));
      if (!unwanted) continue;
      const { row } = unwanted;
      report({
        start,
        end,
        ...(row.preferred === ''
          ? { what: '“{actual}” is not written here', why: 'The team’s list bans it ({file}, line {row}). {remark}' }
          : { expected: [carryCapital(actual, unwanted)] }),
        data: { preferred: row.preferred, remark: row.note ?? '', file: row.source.file, row: row.source.line },
      });
      next = last + 1;
    }
  },
});

/** Forms that fold alike may still be right: only what the list bans, or the preferred form in other capitals, is not. */
function isUnwanted(actual: string, unwanted: UnwantedForm): boolean {
  const { form, row } = unwanted;
  if (actual === row.preferred || actual.toLowerCase() !== form.toLowerCase()) return false;
  if (carryCapital(actual, unwanted) === actual) return false;
  // A line in capital letters says nothing of a word's own.
  return actual !== actual.toUpperCase() || actual === form;
}

/** A sentence's first word keeps its capital. */
function carryCapital(actual: string, { form, row }: UnwantedForm): string {
  const raised = /^\p{Lu}/u.test(actual) && /^\p{Ll}/u.test(form) && /^\p{Ll}+(?:\P{L}|$)/u.test(row.preferred);
  return raised ? row.preferred.charAt(0).toUpperCase() + row.preferred.slice(1) : row.preferred;
}
