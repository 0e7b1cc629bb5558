import type { ParsedBlock } from '../language/index.ts';
import { beginsSentence, isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import { foldWord } from '../text/index.ts';
import type { DeskContext } from './rule.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

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
    return (word, folded, id) =>
      heads.last.has(folded) ||
      heads.leading.has(folded) ||
      seats.has(folded) ||
      gazetteer.phrases.begins(folded) ||
      loneName(word, folded, id, desk) !== undefined;
  },
  collect({ parsed }, _options, desk, chosen) {
    if (parsed.role === 'headline' || parsed.role === 'subhead') return [];
    const uses: Use[] = [];
    const roles = rolesOf(desk);
    for (const i of chosen) {
      if (parsed.tokens.kind[i] !== TokenKind.word || isInside(parsed.opaque, parsed.tokens.start[i] ?? 0)) continue;
      const role = roles(parsed.tokens.word[i] ?? 0);
      const goesOn = role & Role.phrase && roles(parsed.tokens.word[i + 1] ?? 0) & Role.second;
      let use = goesOn ? readPhrase(parsed, i, desk) : undefined;
      if (!use && role & Role.lone) use = readLone(parsed, i, desk);
      if (!use && role & Role.head) use = readBody(parsed, i, desk);
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

/** What a word may be here: the first or second of a name of several words, a name by itself, the last word of a body's name. */
const Role = { phrase: 1, lone: 2, head: 4, second: 8 } as const;

const bareOf = (word: string) => word.replace(/['’]s?$/, '');
const bareFolded = perWord((word) => foldWord(bareOf(word)));

const rolesOf = perWord((word, folded, desk, id) => {
  const { gazetteer, offices } = desk.lexicon;
  const bare = foldWord(bareOf(word));
  return (
    (gazetteer.phrases.begins(bare) ? Role.phrase : 0) |
    (gazetteer.isSecond(bare) ? Role.second : 0) |
    (offices.seats.has(folded) || loneName(word, folded, id, desk) !== undefined ? Role.lone : 0) |
    (offices.heads.leading.has(bare) || offices.heads.last.has(bare) ? Role.head : 0)
  );
});

/** A name of one word in small letters that is no word of the language; undefined for others. */
function loneName(word: string, folded: string, id: number, desk: DeskContext): string | undefined {
  if (word.length < 5 || isEnglish(desk)(id)) return undefined;
  const name = desk.lexicon.gazetteer.name(folded);
  return name?.toLowerCase() === word && desk.speller?.reads('en') ? name : undefined;
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
  const id = parsed.tokens.word[i] ?? 0;
  const right = loneName(word, desk.vocabulary.folded(id), id, desk);
  return right ? { start, end, text: word, right, model: false } : undefined;
}

const small = /^(?:of|the|and|de|do|da|du|des|la|le|el|al|au|es|on|in|a)$/;

/** Whether one blank stands between a token and the next. */
function isSpaced({ text, tokens }: ParsedBlock, i: number): boolean {
  const end = tokens.end[i] ?? 0;
  const blank = text.charCodeAt(end);
  return tokens.start[i + 1] === end + 1 && (blank === 32 || blank === 160 || blank === 10);
}

/** «South korea», «United nations»: a name of several words, some of them with small letters. */
function readPhrase(parsed: ParsedBlock, i: number, desk: DeskContext): Use | undefined {
  const { tokens, text } = parsed;
  const { speller } = desk;
  const folded = bareFolded(desk);
  const at = (k: number) =>
    k < tokens.count && (k === i || isSpaced(parsed, k - 1)) ? folded(tokens.word[k] ?? 0) : undefined;
  const hit = desk.lexicon.gazetteer.phrases.longest(at, i);
  if (!hit || hit.value.includes('-')) return undefined;
  const last = i + hit.length - 1;
  const start = tokens.start[i] ?? 0;
  const end = (tokens.start[last] ?? 0) + bareOf(tokenText(parsed, last)).length;
  const written = text.slice(start, end);
  // As it should be, in nearly every place.
  if (written === hit.value) return undefined;
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

/** Whether two folded words are a body's whole name. */
const isListed = (bodies: DeskContext['lexicon']['offices']['bodies'], first: string, second: string): boolean =>
  bodies.begins(first) && bodies.longest((k) => (k === 0 ? first : k === 1 ? second : undefined), 0)?.length === 2;

/** A body by its last two words, «Navy Ministry», «state Committee», or by what it is for: «Baku Fund for Development». */
function readBody(parsed: ParsedBlock, i: number, desk: DeskContext): Use | undefined {
  const { tokens, text } = parsed;
  if (i < 1 || tokens.kind[i - 1] !== TokenKind.word || !isSpaced(parsed, i - 1)) return undefined;
  const left = isCapitalised(text.charAt(tokens.start[i - 1] ?? 0));
  const isCapital = isCapitalised(text.charAt(tokens.start[i] ?? 0));
  // Both small is another way to write.
  if (!left && !isCapital) return undefined;
  const { bodies, heads } = desk.lexicon.offices;
  const head = bareOf(tokenText(parsed, i));
  const first = tokenText(parsed, i - 1);
  if (first === 'the' || first === 'The' || /['’]|^\p{Lu}+$/u.test(first)) return undefined;
  const start = tokens.start[i - 1] ?? 0;
  let end = (tokens.start[i] ?? 0) + head.length;
  let right = isCapital;
  const folded = bareFolded(desk)(tokens.word[i] ?? 0);
  const purpose = heads.leading.has(folded) ? /^ (?:of|for) (?:the )?(\p{L}+)/u.exec(text.slice(end, end + 40)) : null;
  if (purpose) {
    end += purpose[0].length;
    right &&= isCapitalised(purpose[1] ?? '');
  } else if (!heads.last.has(folded)) return undefined;
  const written = text.slice(start, end);
  // Listed bodies are office-capitalization’s.
  if (!purpose && isListed(bodies, desk.vocabulary.folded(tokens.word[i - 1] ?? 0), folded)) return undefined;
  if (left && right) return { start, end, text: written, model: true };
  // A capital at the head of a sentence tells nothing.
  if (beginsSentence(parsed, i - 1) || (!purpose && isLoose(text, start, end))) return undefined;
  return { start, end, text: written, model: false };
}
