const size = 1 << 14;
const gramOf = (a: number, b: number, c: number) => (a * 8191 + b * 521 + c * 31 + 13) & (size - 1);

/** A string that waits for letters of it. */
interface Literal {
  text: string;
  /** Its place among all. */
  place: number;
  /** Where in it the last of the letters stands. */
  last: number;
}

/**
 * Finds in one walk over a text where which of many strings stand: three letters of each are looked out for (of a shorter one
 * the last), and where they stand the string is compared.
 */
export function createLiteralSearch(
  texts: readonly string[],
): (text: string, meet: (place: number, at: number) => void) => void {
  const rows: Literal[][] = [];
  // By three letters: one more than the row of strings that wait for them.
  const rowOf = new Uint16Array(size);
  texts.forEach((text, place) => {
    const last = text.length < 3 ? text.length - 1 : rarest(text) + 2;
    const [a, b, c] = [last - 2, last - 1, last].map((at) => (text.length < 3 && at < last ? 0 : text.charCodeAt(at)));
    const gram = gramOf(a ?? 0, b ?? 0, c ?? 0);
    if (!rowOf[gram]) rowOf[gram] = rows.push([]);
    rows[(rowOf[gram] ?? 0) - 1]?.push({ text, place, last });
  });
  return (text, meet) => {
    const compare = (row: number, end: number) => {
      for (const literal of rows[row - 1] ?? []) {
        const at = end - literal.last;
        if (at >= 0 && text.startsWith(literal.text, at)) meet(literal.place, at);
      }
    };
    let a = 0;
    let b = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const long = rowOf[gramOf(a, b, c)];
      const short = rowOf[gramOf(0, 0, c)];
      if (long) compare(long, i);
      if (short && short !== long) compare(short, i);
      a = b;
      b = c;
    }
  };
}

const common = ' etaoinsrhldcu';

/** Where the three letters of a string begin that a text holds most rarely. */
function rarest(literal: string): number {
  const cost = (at: number) => {
    let sum = 0;
    for (let i = at; i < at + 3; i++) {
      const place = common.indexOf(literal.charAt(i));
      if (place >= 0) sum += common.length - place;
    }
    return sum;
  };
  let best = 0;
  for (let at = 1; at + 3 <= literal.length; at++) if (cost(at) < cost(best)) best = at;
  return best;
}
