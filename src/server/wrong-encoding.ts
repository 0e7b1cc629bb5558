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
    const damage = messages.filter(({ category }) => category === 'encoding').length;
    const odd = messages.filter(({ category }) => category === 'spelling').length;
    return { id, source, weight: 10 * damage + odd + 10 * (source.match(/[\uFFFD\u0080-\u009f]/g)?.length ?? 0) };
  });
  const least = Math.min(...weighed.map(({ weight }) => weight));
  return weighed.find(({ weight }) => weight === least)?.id;
}
