import type { Span } from '../article/index.ts';
import { Letter, letterAt } from './letters.ts';

/** What a quotation mark does where it stands. */
interface Mark {
  at: number;
  turn: 'open' | 'close';
  kind: 'curly' | 'straight' | 'guillemet';
}

/**
 * Finds direct quotations between double marks: “…”, „…“, "…", «…», and British ‘…’. Copy mixes its marks, so
 * any closing mark closes what is open; a pair inside an open quotation is read as nested.
 *
 * @param open true when a quotation runs on from the paragraph before. It is taken up only when this paragraph's first
 * mark closes; a paragraph that opens with a mark of its own carries it on by itself.
 */
export function findQuotes(text: string, open = false): { quotes: Span[]; open: boolean } {
  if (!anyMark.test(text)) return { quotes: [], open: false };
  const marks = readMarks(text);
  const quotes: Span[] = [];
  let start = open && marks[0]?.turn === 'close' ? 0 : -1;
  let depth = 0;
  for (let i = 0; i < marks.length; i++) {
    const { at = 0, turn } = marks[i] ?? {};
    if (turn === 'open') {
      if (start === -1) start = at;
      else if (marks[i + 1]?.turn === 'close' && marks[i + 2]?.turn === 'close') depth++;
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
  return { quotes, open: runsOn };
}

// All that opens a quotation or closes one that ran into the text.
const anyMark = /["'‘“”„«»]/;

function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let open: Mark['kind'] | undefined;
  // Where the last „ and “ stood.
  let low = -1;
  let high = -1;
  const double = /["«»“”„]/g;
  while (double.test(text)) {
    const at = double.lastIndex - 1;
    const code = text.charCodeAt(at);
    let turn: Mark['turn'];
    let kind: Mark['kind'];
    if (code === 0x201c || code === 0x201e) {
      kind = 'curly';
      // German and Polish close with “ what „ opened.
      turn = code === 0x201c && low > high ? 'close' : 'open';
      if (code === 0x201e) low = at;
      else high = at;
    } else if (code === 0x201d) {
      kind = 'curly';
      // Swedish and careless copy open with ” too.
      turn = open === undefined && opensHere(text, at) && at + 1 < text.length ? 'open' : 'close';
    } else if (code === 0xab || code === 0xbb) {
      kind = 'guillemet';
      turn = code === 0xab ? 'open' : 'close';
    } else {
      kind = 'straight';
      if (open === undefined && letterAt(text, at - 1) === Letter.digit) continue;
      turn = opensHere(text, at) ? 'open' : 'close';
    }
    open = turn === 'open' ? (open ?? kind) : undefined;
    marks.push({ at, turn, kind });
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
