import type { ParsedBlock } from '../language/index.ts';
import { beginsSentence, isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import { foldWord } from '../text/index.ts';
import type { DeskContext } from './rule.ts';
import { defineRule } from './rule.ts';

interface Use {
  start: number;
  end: number;
  text: string;
  /** The name as it should stand; undefined where only the story can tell. */
  right?: string;
  /** In capitals as a name has them: what others are compared with. */
  model: boolean;
}

export default defineRule<Use>({
  id: 'proper-case',
  category: 'capitalization',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds names of places and bodies that lost a capital: “South korea”, “the United nations”, “vienna”, and “Navy ministry” in a story that writes “Navy Ministry”.',
  what: '“{actual}” lost a capital: “{expected}”',
  why: 'Names of places and bodies keep their capitals.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'Ships left South korea on Friday.', good: 'Ships left South Korea on Friday.' },
    { bad: 'The United nations sent food.', good: 'The United Nations sent food.' },
    { bad: 'They met in vienna on Friday.', good: 'They met in Vienna on Friday.' },
    {
      bad: 'The Navy Ministry showed rifles. Later the Navy ministry sold them.',
      good: 'The Navy Ministry showed rifles. Later the Navy Ministry sold them.',
    },
    {
      bad: 'The Pentagon waited. On Friday the pentagon answered.',
      good: 'The Pentagon waited. On Friday the Pentagon answered.',
    },
    {
      bad: 'The Ganja Fund for Development paid. The Ganja fund for development is young.',
      good: 'The Ganja Fund for Development paid. The Ganja Fund for Development is young.',
    },
    { good: 'A European union of farmers met. The white house on the hill was sold.' },
    { good: 'The Supreme Court ruled. A supreme court in another state agreed.' },
    { good: 'Write to info@vienna.example or see vienna/index.html.' },
  ],
  words(desk) {
    const { gazetteer, offices } = desk.lexicon;
    const { heads, seats } = offices;
    return (word, folded) => {
      if (heads.last.has(folded) || heads.leading.has(folded) || seats.has(folded)) return true;
      if (isCapitalised(word)) return gazetteer.beginningWith(folded).length > 0;
      return gazetteer.beginningWith(folded).length > 0 || loneName(word, desk) !== undefined;
    };
  },
  collect({ parsed }, _options, desk, chosen) {
    if (parsed.role === 'headline' || parsed.role === 'subhead') return [];
    const uses: Use[] = [];
    for (const i of chosen) {
      if (parsed.tokens.kind[i] !== TokenKind.word || isInside(parsed.opaque, parsed.tokens.start[i] ?? 0)) continue;
      const use = readPhrase(parsed, i, desk) ?? readLone(parsed, i, desk) ?? readBody(parsed, i, desk);
      if (use) uses.push(use);
    }
    return uses;
  },
  caseOf: ({ text }) => text.toLowerCase(),
  check(uses, _options, report) {
    const twin = uses.find(({ model }) => model);
    for (const { block, start, end, right, model } of uses) {
      if (model) continue;
      const expected = right ?? twin?.text;
      if (!expected) continue;
      report({
        block,
        start,
        end,
        expected: [expected],
        related: twin ? [{ block: twin.block, span: twin, message: 'The other form' }] : [],
        group: expected,
      });
    }
  },
});

/** A name of one word in small letters that is no word of the language; undefined for others. */
function loneName(word: string, { lexicon, speller }: DeskContext): string | undefined {
  if (word.length < 5 || !/^\p{Ll}+$/u.test(word)) return undefined;
  const name = lexicon.gazetteer.name(foldWord(word));
  return name && name.toLowerCase() === word && speller?.reads('en') && !speller.isKnown(word, 'en') ? name : undefined;
}

function readLone(parsed: ParsedBlock, i: number, desk: DeskContext): Use | undefined {
  const word = tokenText(parsed, i);
  const start = parsed.tokens.start[i] ?? 0;
  const end = start + word.length;
  const around = parsed.text.charAt(start - 1) + parsed.text.charAt(end);
  if (/[\p{L}\d@./_#-]/u.test(around.replace(/\.$/, ''))) return undefined;
  // «the pentagon» where the story has the Pentagon.
  if (desk.lexicon.offices.seats.has(foldWord(word)))
    return tokenText(parsed, i - 1).toLowerCase() === 'the'
      ? { start, end, text: word, model: isCapitalised(word) }
      : undefined;
  const right = loneName(word, desk);
  return right ? { start, end, text: word, right, model: false } : undefined;
}

const small = /^(?:of|the|and|de|do|da|du|des|la|le|el|al|au|es|on|in|a)$/;
const spaced = /^[ \u00a0\n]$/;

/** «South korea», «United nations»: a name of several words, some of them with small letters. */
function readPhrase(parsed: ParsedBlock, i: number, { lexicon, speller }: DeskContext): Use | undefined {
  const { tokens, text } = parsed;
  const { gazetteer } = lexicon;
  const bare = (k: number) => tokenText(parsed, k).replace(/['’]s?$/, '');
  const at = (k: number) => {
    if (k > i && !spaced.test(text.slice(tokens.end[k - 1], tokens.start[k]))) return undefined;
    return k < tokens.count ? foldWord(bare(k)) : undefined;
  };
  const hit = gazetteer.phrases.longest(at, i);
  if (!hit || hit.value.includes('-')) return undefined;
  const last = i + hit.length - 1;
  const start = tokens.start[i] ?? 0;
  const end = (tokens.start[last] ?? 0) + bare(last).length;
  const written = text.slice(start, end);
  const big = written.split(/\s+/).filter((word) => !small.test(word.toLowerCase()));
  const low = big.filter((word) => !isCapitalised(word));
  if (low.length === 0 || written.toLowerCase() !== hit.value.toLowerCase()) return undefined;
  // «new york», «South korea»: a word that is no word of the language tells; else capitals on some of the words.
  const unknown = low.some((word) => speller?.isKnown(word, 'en') === false);
  const opens = beginsSentence(parsed, i) && low.length === big.length - 1 && isCapitalised(big[0] ?? '');
  const half = low.length < big.length && !opens && !isLoose(text, start, end);
  return unknown || half ? { start, end, text: written, right: hit.value, model: false } : undefined;
}

/** «A European union of farmers», «every Red cross»: one of many, no name. */
const isLoose = (text: string, start: number, end: number) =>
  /\b(?:an?|any|every|no|some|another|each)\s+$/i.test(text.slice(Math.max(0, start - 9), start)) ||
  /^ of (?!the \p{Lu}|\p{Lu})/u.test(text.slice(end, end + 10));

/** A body by its last two words, «Navy Ministry», «state Committee», or by what it is for: «Baku Fund for Development». */
function readBody(parsed: ParsedBlock, i: number, { lexicon }: DeskContext): Use | undefined {
  const { tokens, text } = parsed;
  const { heads } = lexicon.offices;
  const head = tokenText(parsed, i).replace(/['’]s?$/, '');
  const first = tokenText(parsed, i - 1);
  if (i < 1 || tokens.kind[i - 1] !== TokenKind.word) return undefined;
  if (!spaced.test(text.slice(tokens.end[i - 1], tokens.start[i])) || /['’]|^\p{Lu}+$|^(?:the|The)$/u.test(first))
    return undefined;
  const start = tokens.start[i - 1] ?? 0;
  let end = (tokens.start[i] ?? 0) + head.length;
  const left = isCapitalised(first);
  let right = isCapitalised(head);
  const folded = foldWord(head);
  const purpose = heads.leading.has(folded) ? /^ (?:of|for) (?:the )?(\p{L}+)/u.exec(text.slice(end, end + 40)) : null;
  if (purpose) {
    end += purpose[0].length;
    right &&= isCapitalised(purpose[1] ?? '');
  } else if (!heads.last.has(folded)) return undefined;
  const written = text.slice(start, end);
  // Listed bodies are office-capitalization’s.
  const listed = [first, head].map(foldWord);
  if (!purpose && heads.last.has(folded) && lexicon.offices.bodies.longest((k) => listed[k], 0)?.length === 2)
    return undefined;
  if (left && right) return { start, end, text: written, model: true };
  // Both small is another way to write; a capital at the head of a sentence tells nothing.
  const some = left || right || (purpose !== null && isCapitalised(head));
  if (!some || beginsSentence(parsed, i - 1) || (!purpose && isLoose(text, start, end))) return undefined;
  return { start, end, text: written, model: false };
}
