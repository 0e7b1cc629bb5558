import type { Desk } from '../desk/index.ts';
import type { CheckedArticle } from './people.ts';
import type { ChooseEncodingParams, WrongEncoding } from './protocol.ts';

// So much of a file tells how it was written.
const looked = 60_000;

/** The encoding that an article should be read with again; undefined when it was read rightly. */
export function suspectWrongEncoding({ session }: CheckedArticle): WrongEncoding | undefined {
  const { source } = session.article;
  // Bytes that are no UTF-8 became U+FFFD, and no letter beyond ASCII is left: only the bytes can tell what they were.
  if (source.includes('\uFFFD') && !/[\u00c0-\u024f\u0370-\u1fff]/.test(source)) return {};
  return session.suspectEncoding();
}

/**
 * Of several readings of one file the one with the least damage; undefined when two differ and are equally good, or
 * when there is no reading.
 */
export function chooseEncoding(
  desk: Desk,
  path: string,
  readings: ChooseEncodingParams['readings'],
): string | undefined {
  const weighed = readings.map(({ id, text }) => {
    const source = text.slice(0, looked);
    const { messages } = desk.open({ path, source }).check();
    // Cedillas of Romanian are as old code pages have them.
    const damage = messages.filter(
      ({ category, ruleId }) => category === 'encoding' && ruleId !== 'encoding-comma-below',
    ).length;
    const odd = messages.filter(({ category }) => category === 'spelling').length;
    return { id, weight: 10 * (damage + countStrange(source)) + odd };
  });
  const least = Math.min(...weighed.map(({ weight }) => weight));
  return weighed.find(({ weight }) => weight === least)?.id;
}

/** Characters and words that copy has not: controls, ideographs in a file of bytes, Latin words with hardly a letter of ASCII. */
function countStrange(text: string): number {
  const characters = text.match(/[\uFFFD\0\u0080-\u009f\u2e80-\udfff]/g)?.length ?? 0;
  let words = 0;
  for (const [word] of text.matchAll(/[\p{Script=Latin}]{5,}/gu))
    if (word.replace(/[\0-\x7f]/g, '').length * 3 > word.length * 2) words++;
  return characters + words;
}
