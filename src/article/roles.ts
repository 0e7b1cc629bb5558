import type { BlockRole } from './article.ts';

/** Whether the story proper has begun; before it, short lines are headlines and decks. */
export type Phase = 'head' | 'body';

const upper = 'A-ZÇĞİÖŞÜƏÀ-ÖØ-Þ';
const embargo =
  /^\(?(?:embargo(?:ed)?\b|strictly embargoed|not for (?:release|publication|broadcast)|hold for release|for (?:immediate )?release\b|ambargo(?:lu)?\b)/i;
const advisory =
  /^(?:\([^()]*\b(?:adds|updates|corrects|recasts|changes|removes|clarifies|new throughout|previous|with|eds|editors)\b[^()]*\)$|["“(]?(?:note to editors|editors?[’']? notes?|eds\b|attention editors|advisory|correction|update \d|urgent\b|breaking\b))/i;
const signOff =
  /^[([—–-]*\s*(?:(?:additional )?(?:reporting|writing|compiled|edited|editing|written|photograph(?:s|y)?|graphics?)(?: and [a-z]+)? by\b|.{0,80}\bcontributed (?:to|reporting)\b|(?:düzenleyen|derleyen)\b)/i;
const endMark =
  /^(?:[-–—\s]*30[-–—\s]*|#{1,3}|\*{3,}|[-–—*\s([]*(?:ends?|more|son|fin)[-–—*\s)\]]*|-0-|xxx?|[-–—_=*]{3,}|\*\s\*\s\*)$/i;
const endWord = /^(?:ends?|more|son|fin)$/;
const contributed = /contributed (?:to|reporting)\b/i;
const byline =
  /^(?:by|written by|story by|text by)\s+(?:\p{Lu}[\p{L}.’'-]*)(?:[\s,]+(?:and|with|for|in|of|the|de|van|von|\p{Lu}[\p{L}.’'-]*)){0,9}$/iu;
const credit = /^(?:byline|author|reporter|haber|muhabir|yazan|müəllif)\s*:\s*\S/i;
const caption =
  /^(?:\(?(?:file )?(?:photo|picture|image|caption|foto(?:ğraf)?|şəkil)\b\s*[:–—-]|FILE (?:PHOTO\b|[-–—]))/i;
const list = /^(?:[-*•·‣▪]|\d{1,2}[.)])\s+(?=\S)/;
const slug = new RegExp(
  `^(?=[^a-zçğıöşüə]*$)(?=.*[${upper}])[${upper}\\d]+(?:[-/_.:][${upper}\\d]+)+(?:\\s[${upper}\\d/-]+){0,2}$`,
);
const none: readonly never[] = [];
const labels: readonly [RegExp, BlockRole][] = [
  [/^(?:headline|title|head|başlıq|başlık)\s*:\s*/i, 'headline'],
  [/^slug\s*:\s*/i, 'slug'],
  [/^(?:summary|deck|standfirst|dek|subhead(?:line)?|lead-in|spot)\s*:\s*/i, 'summary'],
  [/^(?:byline|author|reporter|haber|muhabir|yazan|müəllif)\s*:\s*/i, 'byline'],
  [/^(?:caption|cutline|photo caption)\s*:\s*/i, 'caption'],
  [/^embargo(?:ed)?\s*:\s*/i, 'embargo'],
];

/**
 * The two letters that patterns begin with behind what may open a paragraph: most need not be tried, nor be made ready by V8,
 * which takes it as long as to read a paragraph.
 */
const begins = {
  endMark: 'en mo so fi',
  signOff: 'ad re wr co ed ph gr dü de',
  embargo: 'em st no ho fo am',
  advisory: 'no ed at ad co up ur br',
  caption: 'fi ph pi im ca fo şə',
  byline: 'by wr st te ſt',
} as const;
/** What else an end mark begins with. */
const endSigns = '3#*0x_=';
const openings = /[^\s([—–"“-]/;

/** What a paragraph of plain copy is, and how many code units of label or marker stand before its prose. */
export interface RoleReading {
  role: BlockRole;
  prose: number;
  phase: Phase;
}

const bodyParagraph: RoleReading = { role: 'paragraph', prose: 0, phase: 'body' };

/**
 * Reads the role of a paragraph from its look and its place.
 *
 * @param text the paragraph, trimmed
 * @param phase where in the story it stands
 * @param headlineSeen a headline stands before it
 */
export function readRole(text: string, phase: Phase, headlineSeen: boolean): RoleReading {
  if (text.length > 240) return bodyParagraph;
  const opening = text.search(openings);
  const first = opening < 0 ? '' : text.slice(opening, opening + 2).toLowerCase();
  // A lone «end» or «more» in lower case could be a line of a poem; marks are set off or in capitals.
  if (
    (endSigns.includes(first.charAt(0)) || begins.endMark.includes(first)) &&
    endMark.test(text) &&
    !endWord.test(text)
  )
    return { role: 'end-mark', prose: 0, phase };
  if ((begins.signOff.includes(first) || contributed.test(text)) && signOff.test(text))
    return { role: 'sign-off', prose: 0, phase };
  if (begins.embargo.includes(first) && embargo.test(text)) return { role: 'embargo', prose: 0, phase };
  if ((begins.advisory.includes(first) || text.startsWith('(')) && advisory.test(text))
    return { role: 'advisory', prose: 0, phase };
  if (begins.caption.includes(first) && caption.test(text)) return { role: 'caption', prose: 0, phase };
  if (phase === 'head') {
    const hasColon = text.includes(':');
    for (const [label, role] of hasColon ? labels : none) {
      const match = label.exec(text);
      if (match && match[0].length < text.length) return { role, prose: match[0].length, phase };
    }
    if (!/[a-z]/.test(text) && slug.test(text)) return { role: 'slug', prose: 0, phase };
    if (text.length < 120) {
      if (begins.byline.includes(first) && byline.test(text)) return { role: 'byline', prose: 0, phase };
      if (hasColon && credit.test(text)) return { role: 'byline', prose: 0, phase };
    }
    if (isTitleLine(text)) return { role: headlineSeen ? 'subhead' : 'headline', prose: 0, phase };
    return bodyParagraph;
  }
  const marker = list.exec(text);
  if (marker) return { role: 'list-item', prose: marker[0].length, phase };
  if (text.length <= 80 && isTitleLine(text) && !/[:,;"“”«»]|^\p{Ll}/u.test(text))
    return { role: 'subhead', prose: 0, phase };
  return { role: 'paragraph', prose: 0, phase };
}

/** A short line that doesn't end as a sentence does. */
function isTitleLine(text: string): boolean {
  return text.length <= 160 && !/[.:;,…]["”’»)]*$/.test(text) && !/\n/.test(text) && /\p{L}/u.test(text);
}

const capsDateline = new RegExp(
  `^[${upper}][${upper}.’'\\- ]{2,30}(?:,\\s[^()—–:\\n]{2,40})?\\s*(?:\\([^()\\n]{2,40}\\)\\s*(?:[—–:]|--?)\\s*|(?:—|–|--|\\s-)\\s*)`,
  'u',
);
const mixedDateline =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?,\s[^()—–:\n]{0,40}?\d{1,2}[^()—–:\n]{0,20}\s*(?:\([^()\n]{2,40}\)\s*)?(?:—|–|--|\s-)\s+/u;
const slashDateline = /^\p{Lu}[\p{L}’' -]{1,30}\/[^/\n]{1,30}\/(?:\s*[^/\s:]{1,30}(?:\/|:|\s-))?[:\s]\s*/u;
const stopDateline =
  /^\p{Lu}[\p{L}’'-]{2,30}\.\s(?:\d{1,2}\s\p{L}{3,10}(?:\s\d{4})?|\p{L}{3,10}\s\d{1,2}(?:,\s\d{4})?)\.\s(?:[\p{Lu}\d./ -]{3,40}[.–—/-]\s+)?/u;

/** Where the dateline of a paragraph ends («BAKU, May 12 (Agency) — »); 0 without one. */
export function findDatelineEnd(text: string): number {
  const head = text.slice(0, 120);
  // What a dateline cannot do without is looked for first: most paragraphs have none, and each pattern costs its compiling.
  const dated = /\d/.test(head);
  const match =
    capsDateline.exec(head) ??
    (dated && head.includes(',') ? mixedDateline.exec(head) : null) ??
    (head.includes('/') ? slashDateline.exec(head) : null) ??
    (dated && head.includes('.') ? stopDateline.exec(head) : null);
  return match ? match[0].length : 0;
}
