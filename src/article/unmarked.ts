/** A paragraph or a heading of Markdown in which nothing else is marked. */
export interface Unmarked {
  text: string;
  /** Where it begins in its section, behind the marks of a heading. */
  at: number;
  /** 1 to 6 for a heading, 0 for a paragraph. */
  depth: number;
}

/**
 * What the parser of Markdown with GFM may make more of than letters: signs (of brackets the one that closes is enough),
 * addresses, a space before a break and a return that alone is one; at the start of a line what opens a block, and any blank.
 */
const marked = /[\0\t&*<@\\\]_`~]|:\/|[Ww]{3}\.| (?:\r?\n|$)|\r(?!\n)|(?:^|\n)(?:[\s+\-=#>|:]|\d+[.)])/;

const heading = /^(#{1,6}) +/;

/**
 * Reads a section of Markdown that is one paragraph or heading and holds no sign, as most of news do: what the parser would
 * make of it is known without it.
 *
 * @returns undefined for what the parser must read
 */
export function readUnmarked(section: string): Unmarked | undefined {
  let end = section.length;
  while (section.charCodeAt(end - 1) === 10 || section.charCodeAt(end - 1) === 13) end--;
  const [marks = '', signs = ''] = heading.exec(section) ?? [];
  const text = section.slice(marks.length, end);
  if (text === '' || marked.test(text) || (marks !== '' && /[#\n]/.test(text))) return undefined;
  return { text, at: marks.length, depth: signs.length };
}
