const size = 1 << 14;
const gramOf = (a: number, b: number, c: number) => (a * 8191 + b * 521 + c * 31 + 13) & (size - 1);

/**
 * Finds in one walk over a word where which of many strings stand: the first three letters of each are looked out for (all
 * of a shorter one), and where they stand the string is compared.
 */
export function createLiteralSearch(
  texts: readonly string[],
): (text: string, meet: (place: number, at: number) => void) => void {
  const rows: number[][] = [];
  // By three letters: one more than the row of strings that wait for them.
  const rowOf = new Uint16Array(size);
  texts.forEach((text, place) => {
    const last = Math.min(3, text.length) - 1;
    const [a = 0, b = 0, c = 0] = [last - 2, last - 1, last].map((at) => (at < 0 ? 0 : text.charCodeAt(at)));
    const gram = gramOf(a, b, c);
    if (!rowOf[gram]) rowOf[gram] = rows.push([]);
    rows[(rowOf[gram] ?? 0) - 1]?.push(place);
  });
  return (text, meet) => {
    const compare = (row: number, end: number) => {
      for (const place of rows[row - 1] ?? []) {
        const literal = texts[place] ?? '';
        const at = end - Math.min(3, literal.length);
        if (at >= 0 && text.startsWith(literal, at)) meet(place, at);
      }
    };
    let a = 0;
    let b = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const three = rowOf[gramOf(a, b, c)];
      const two = rowOf[gramOf(0, b, c)];
      const one = rowOf[gramOf(0, 0, c)];
      if (three) compare(three, i + 1);
      if (two && two !== three) compare(two, i + 1);
      if (one && one !== two && one !== three) compare(one, i + 1);
      a = b;
      b = c;
    }
  };
}
