import type { Span } from '../article/index.ts';
import { Letter, letterAt } from './letters.ts';

/** The quotation marks of a text: twice the place of each, one more where it closes. */
type Marks = readonly number[];

/**
 * Finds direct quotations between double marks: “…”, „…“, "…", «…», and British ‘…’. Copy mixes its marks, so
 * any closing mark closes what is open; a pair inside an open quotation is read as nested.
 *
 * @param open true when a quotation runs on from the paragraph before. It is taken up only when this paragraph's first
 * mark closes; a paragraph that opens with a mark of its own carries it on by itself.
 */
export function findQuotes(text: string, open = false): { quotes: readonly Span[]; open: boolean } {
  if (!anyMark.test(text)) return unquoted;
  const marks = readMarks(text);
  const quotes: Span[] = [];
  let start = open && closes(marks, 0) ? 0 : -1;
  let depth = 0;
  for (let i = 0; i < marks.length; i++) {
    const at = (marks[i] ?? 0) >> 1;
    if (!closes(marks, i)) {
      if (start === -1) start = at;
      else if (closes(marks, i + 1) && closes(marks, i + 2)) depth++;
    } else if (depth > 0) depth--;
    else if (start !== -1) {
      quotes.push({ start, end: at + 1 });
      start = -1;
    }
  }
  const runsOn = start !== -1;
  if (runsOn) quotes.push({ start, end: text.length });
  const singles = findSingleQuotes(text, quotes);
  if (singles.length > 0) {
    quotes.push(...singles);
    quotes.sort((a, b) => a.start - b.start);
  }
  // A list that grew keeps room for sixteen more.
  return { quotes: quotes.slice(), open: runsOn };
}

const unquoted = { quotes: [], open: false };

// All that opens a quotation or closes one that ran into the text.
const anyMark = /["'‘“”„«»]/;

const closes = (marks: Marks, i: number): boolean => ((marks[i] ?? 0) & 1) === 1;

const double = /["«»“”„]/g;

function readMarks(text: string): Marks {
  const marks: number[] = [];
  let isOpen = false;
  // Where the last „ and “ stood.
  let low = -1;
  let high = -1;
  double.lastIndex = 0;
  while (double.test(text)) {
    const at = double.lastIndex - 1;
    const code = text.charCodeAt(at);
    let isOpening: boolean;
    if (code === 0x201c || code === 0x201e) {
      // German and Polish close with “ what „ opened.
      isOpening = code !== 0x201c || low <= high;
      if (code === 0x201e) low = at;
      else high = at;
    } else if (code === 0x201d) {
      // Swedish and careless copy open with ” too.
      isOpening = !isOpen && opensHere(text, at) && at + 1 < text.length;
    } else if (code === 0xab || code === 0xbb) {
      isOpening = code === 0xab;
    } else {
      if (!isOpen && letterAt(text, at - 1) === Letter.digit) continue;
      isOpening = opensHere(text, at);
    }
    isOpen = isOpening;
    marks.push(2 * at + (isOpening ? 0 : 1));
  }
  return marks;
}

/** A mark opens when white space, a bracket, a dash or nothing stands before it and no space after it. */
function opensHere(text: string, at: number): boolean {
  const before = letterAt(text, at - 1);
  const after = letterAt(text, at + 1);
  if (after === 0 || after === Letter.space) return false;
  return before === 0 || before === Letter.space || '([{—–-/“‘«'.includes(text.charAt(at - 1));
}

/** British quotations between single marks, outside the ones found; apostrophes are not marks. */
function findSingleQuotes(text: string, taken: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let next = 0;
  let curly = text.indexOf('‘');
  let straight = text.indexOf("'");
  for (;;) {
    if (curly !== -1 && curly < from) curly = text.indexOf('‘', from);
    if (straight !== -1 && straight < from) straight = text.indexOf("'", from);
    const at = curly === -1 ? straight : straight === -1 ? curly : Math.min(curly, straight);
    if (at === -1) return spans;
    from = at + 1;
    if (letterAt(text, at + 1) !== Letter.letter || !opensHere(text, at)) continue;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const limit = taken[next]?.start ?? text.length;
    const end = singleEnd(text, at, limit);
    if (end === -1) continue;
    spans.push({ start: at, end });
    from = end;
  }
}

/** After the closing mark: one that follows punctuation wins over one that may be a plural's apostrophe. */
function singleEnd(text: string, open: number, limit: number): number {
  const mark = text.charAt(open) === '‘' ? '’' : "'";
  let loose = -1;
  for (let at = text.indexOf(mark, open + 1); at !== -1 && at < limit; at = text.indexOf(mark, at + 1)) {
    const before = letterAt(text, at - 1);
    const after = letterAt(text, at + 1);
    if (after === Letter.letter || after === Letter.digit || before === Letter.space) continue;
    if (before === Letter.stop || before === Letter.comma || '!?…'.includes(text.charAt(at - 1))) return at + 1;
    // «‘heroes’ said» closes, «the ‘soldiers’ bags’» goes on when another mark follows.
    if (loose === -1 || text.charAt(at - 1).toLowerCase() !== 's') {
      loose = at + 1;
      if (text.charAt(at - 1).toLowerCase() !== 's') return loose;
    }
  }
  return loose;
}
