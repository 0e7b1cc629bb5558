import retextIndefiniteArticle from 'retext-indefinite-article';
import type { Span } from '../article/index.ts';
import { isCapitalised, TokenKind, textBefore } from '../language/index.ts';
import { checkSentences, readyPlugin } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextIndefiniteArticle);

// A vowel, a silent h, a figure that may begin with one when read out; and what may follow «an».
const maybeVowel = /^[aeiouh8]|^1[18]/i;
const surelyVowel = /^(?:[ai]|e[^uw]|o[^n]|8)/i;

export default defineRule({
  id: 'indefinite-article',
  category: 'grammar',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds “a” before a vowel sound and “an” before a consonant sound. The article goes by the sound of the next word, not its letter.',
  what: '“{actual}” before “{next}”: write “{expected}”',
  why: 'The article goes by the sound of the next word, not its letter.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'The envoy held a urgent meeting.', good: 'The envoy held an urgent meeting.' },
    { bad: 'They waited for a hour.', good: 'They waited for an hour.' },
    { bad: 'It was an useful visit.', good: 'It was a useful visit.' },
    { good: 'A European envoy and an MP met for an hour at a university with an 18-year-old and a UN official.' },
    { good: 'A user of an unusual tool met a unilateral step, a one-off and a unitary heir.' },
    { good: 'Group A is strong. An F-16 and a US jet took off on an X-ray day, an honour for a one-day visit.' },
    { bad: 'She is a MP for the north.', good: 'She is an MP for the north.' },
    { bad: 'It was an U.S. ship.', good: 'It was a U.S. ship.' },
    { bad: 'An unicorn stood in the hall.', good: 'A unicorn stood in the hall.' },
    { good: 'An RAF officer, an SDF spokesman and a NATO general wrote a Ukrainian and a Uighur letter.' },
    { good: 'An XI of old players met a EUFOR man, an UNRWA teacher and a HIV doctor on a S-shaped road.' },
  ],
  words: () => (word) => word.length < 3 && articleForms.has(word),
  check(context, _options, report, { vocabulary }, articles) {
    const { tokens, text } = context.parsed;
    const byLetters: Span[] = [];
    for (let k = 0; k < articles.length; k++) {
      const i = articles[k] ?? 0;
      const article = { start: tokens.start[i] ?? 0, end: tokens.end[i] ?? 0 };
      if (soundsWrong(text, article)) byLetters.push(article);
    }
    for (const { start, end } of byLetters) {
      const wrong = text.slice(start, end);
      const expected = wrong.length === 1 ? `${wrong}n` : wrong.slice(0, 1);
      report({ start, end, expected: [expected], safe: true, data: { next: wordAfter(text, end) } });
    }
    const agreesAt = vocabulary.column(agreesWith);
    const doubtful = articles.filter((i) => {
      if (i + 1 >= tokens.count || tokens.kind[i] !== TokenKind.word) return false;
      // «a» is bit 1 and «an» bit 2 of what agrees.
      const asked = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
      // A mark may stand between: a “unusual” step.
      const next = tokens.kind[i + 1] === TokenKind.punctuation ? i + 2 : i + 1;
      const agrees = next < tokens.count ? agreesAt(tokens.word[next] ?? 0) : 3;
      return (agrees & asked) === 0;
    });
    if (doubtful.length === 0) return;
    for (const finding of checkSentences(check, context, doubtful)) {
      if (byLetters.some(({ start }) => start === finding.start)) continue;
      if (!doubtful.some((i) => tokens.start[i] === finding.start)) continue;
      // Initials are judged above.
      if (initials.test(text.slice(finding.end))) continue;
      report({ ...finding, safe: true, data: { next: wordAfter(text, finding.end) } });
    }
  },
});

const articleForms = new Set(['a', 'an', 'A', 'An', 'AN', 'aN']);

/** Whether a word may follow «a» (1), «an» (2) or both (3), as far as a glance tells. */
function agreesWith(word: string): number {
  if (isCapitalised(word)) return 'AEIO'.includes(word.charAt(0)) && /^.\p{Ll}/u.test(word) ? 2 : 3;
  return (
    (maybeVowel.test(word) && !isLongU.test(word) ? 0 : 1) |
    (surelyVowel.test(word) || (/^[uh]/i.test(word) && !isLongU.test(word)) ? 2 : 0)
  );
}

function wordAfter(text: string, end: number): string {
  return text.slice(end).match(/(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}’'-]*/u)?.[0] ?? '';
}

// «MP», «U.S.», «FBI’s», «F-16»: said by letters, or as a word; a second word in capitals makes it a line in capitals.
const initials =
  /^ ["'“‘]?((?:\p{Lu}\.){2,}|\p{Lu}{2,6}(?![\p{L}\p{N}.&])|\p{Lu}(?=[-‑]\d))(?! \p{Lu}{2})(?!['’]?S\b)/u;
// A letter whose name begins with a vowel, and one that does not.
const vowelName = /^[AEFHILMNORSX]/;
// Said by letters although it might be said as a word.
const spelt = /^(?:FBI|NGO|MRI|SUV|MEP|EU|UN|US|UK|UAE|UFO|UAV|USB|UFC|USSR)$/;
const longUs = new Set('uni use usa usu ute uti uto ubi ura uri uru eur euc eul eup ukr uga one onc'.split(' '));
const longU =
  /^ ["'“‘]?(?:uni(?:corn|on|que|t(?!al)|vers|form|later|cycl|f[iy]|son|sex|code|cef|cameral)|us(?:e|er|ed|eful|eless|ual|age|urp)\b|uten|util|utop|ubiqui|uran|urin|euro|eucal|eulog|euphor|euphem|ukrain|ugand|urugu|one(?:-|\b)|once\b)/i;

/** Whether the article is wrong by the sound of what follows it, beyond doubt. */
function soundsWrong(text: string, { start, end }: Span): boolean {
  // Before most words that begin with a small letter a glance is enough.
  const next = text.charAt(end + 1);
  if (isSmall(text.charCodeAt(end + 1)) && (end - start === 1 || !'eou'.includes(next))) return false;
  const article = text.slice(start, end);
  // In a line of capitals, or as a letter («Group A», «vitamin A»), an A says nothing.
  if (article === 'AN' || (article === 'A' && !/(?:^|[.!?:“"‘(]\s*)$/.test(textBefore(text, start)))) return false;
  const rest = text.slice(end, end + 40);
  const first = `"'“‘`.includes(next) ? 2 : 1;
  // No initials begin with a small letter.
  const said = isSmall(text.charCodeAt(end + first)) ? undefined : initials.exec(rest)?.[1];
  if (!said) {
    const mayBeLong = article.length === 2 && longUs.has(rest.slice(first, first + 3).toLowerCase());
    return mayBeLong && longU.test(rest) && !/^ ["'“‘]?\p{Lu}{2}/u.test(rest);
  }
  const letters = said.replaceAll('.', '');
  // «XI» is eleven, «IV» fourth or by letters.
  if (letters.length > 1 && /^[IVX]+$/.test(letters)) return false;
  if (article.length === 1) {
    if (/^[AI]/.test(letters)) return true;
    const isSpelt = letters !== said || letters.length === 1 || spelt.test(letters) || !/[AEIOUY]/.test(letters);
    // «S-300» is by letter, and so is «F-16».
    return isSpelt && vowelName.test(letters);
  }
  if (/^U/.test(letters)) return letters !== said || letters.length === 1 || spelt.test(letters);
  return !vowelName.test(letters);
}

const isSmall = (code: number): boolean => code > 96 && code < 123;

const isLongU = /^(?:uni(?!n|m)|use|usu|uti|eu|one|h(?!our|on|eir))/;
