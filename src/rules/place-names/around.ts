import type { ParsedBlock } from '../../language/index.ts';
import { beginsSentence, isCapitalised, isTitleCase, tokenText } from '../../language/index.ts';
import type { Lexicon, Place } from '../../lexicon/index.ts';
import { foldWord } from '../../text/index.ts';

/** What stands around a place's name. */
export interface Around {
  /** A year before 1992 stands in the sentence. */
  past: boolean;
  /** Another place of the name: «Odessa, Texas». */
  elsewhere: boolean;
  /** The name of the state: «the Republic of Türkiye». */
  official: boolean;
  /** The sentence tells of a change of the name. */
  renaming: boolean;
  /** The paragraph has curly apostrophes. */
  curly: boolean;
}

// A capitalised word after the place that doesn't make the two a name: «Kiev Mayor Vitali Klitschko».
const titles =
  /^(?:President|Prime|Mayor|Governor|Foreign|Defen[cs]e|Interior|Minister|Ambassador|Deputy|Region|Oblast|Province|County|District|And|In|To|On|For|With|At|From|Of|Is|Are|Was|Has)$/;
const brands =
  /^(?:Today|Times|Post|Tribune|Gazette|Herald|News|Airlines|Airways|Air|Bank|Fund|Wealth|University|Institute|School|College|Stock|Exchange|Opera|Cup|Open|League|FC|FK|SC|CF|Festival|Foundation|Museum|Scholarships|Agency)$/;
// What stands between two names of one place when the writer explains one by the other.
const explains =
  /^[\s,“"‘]*(?:\(|\/|–|,?\s*(?:or|aka|officially|also|now|formerly|previously|then|once|called|known|renamed|named|spelt|spelled|which|as)\b|[^.!?]{0,30}, now\b|\(?(?:in|its?|the) (?:\w+ ){1,3}(?:name|spelling))/i;
const naming =
  /(?:\b(?:calls?|called|known as|as|named|renamed|formerly|previously|now|or|aka|spelt|spelled|name|word|form|dubbed|names? (?:was|from|of)|renamed from|formerly known as)\s*|[(/])[“"‘’']?$/i;

const renames =
  /\b(?:chang|adopt|drop|shed|us)(?:es?|ed|ing|ped|ping)?\b[^.!?]{0,30}\bname\b|\bname[ -]change|\brenam(?:e|ed|es|ing)\b|\brebrand|\b(?:writes?|spells?) (?:it )?[“"‘]?\p{Lu}|\b(?:new|old|former|official|international) name\b/u;

/** Where a place's name stands. */
interface Whereabouts {
  start: number;
  end: number;
  /** The tokens that it begins and ends with. */
  first: number;
  last: number;
  place: Place;
  /** As the word has it. */
  part: string;
}

/** Reads what stands around a place's name; undefined where it is part of another name, of another time or explained. */
export function readAround(
  parsed: ParsedBlock,
  where: Whereabouts,
  { places, isGivenName }: Lexicon,
): Around | undefined {
  const { text } = parsed;
  const { start, end, first, last, place, part } = where;
  const { renaming, past } = readSentence(parsed, start);
  const elsewhere = places.inState(text.slice(end, end + 20));
  if (
    !elsewhere &&
    !renaming &&
    (isProper(parsed, first, last, place, part, isGivenName) || isExplained(parsed, start, end, place))
  )
    return undefined;
  return {
    elsewhere,
    official: /\bRepublic of (?:the )?$/.test(text.slice(Math.max(0, start - 20), start)),
    renaming,
    past,
    curly: text.includes('’'),
  };
}

/** Part of a longer name, or the place of another time, or no place at all. */
function isProper(
  parsed: ParsedBlock,
  first: number,
  last: number,
  place: Place,
  part: string,
  isGivenName: Lexicon['isGivenName'],
): boolean {
  const { text, tokens } = parsed;
  const start = tokens.start[first] ?? 0;
  const end = tokens.end[last] ?? start;
  const isIn = (name: string) => {
    for (
      let at = text.indexOf(name, Math.max(0, start - name.length));
      at >= 0 && at < end;
      at = text.indexOf(name, at + 1)
    )
      if (at + name.length > start) return true;
    return false;
  };
  if (place.names.some(isIn)) return true;
  const before = tokenText(parsed, first - 1);
  if (place.after.has(before) || place.after.has(before.toLowerCase())) return true;
  const after = tokenText(parsed, last + 1);
  const joined = (left: number) => /^\s+$/.test(text.slice(tokens.end[left], tokens.start[left + 1]));
  const possessive = /['’]s?$/.test(tokenText(parsed, last));
  if (brands.test(after) && joined(last) && !possessive) return true;
  if (isTitleCase(parsed) || part === part.toUpperCase()) return false;
  // «President of Türkiye Orhan Demir»: the next name is a person's.
  const person = before === 'of' && isGivenName(foldWord(after));
  if (isCapitalised(after) && joined(last) && !possessive && !titles.test(after) && !person) return true;
  return (
    isCapitalised(before) &&
    joined(first - 1) &&
    !beginsSentence(parsed, first - 1) &&
    !before.endsWith('.') &&
    !/['’]s?$/.test(before)
  );
}

/** «Khankendi, called Stepanakert by Armenians», «Kyiv (Kiev)», «Shusha/Shushi»: the writer gives both on purpose. */
function isExplained({ text }: ParsedBlock, start: number, end: number, place: Place): boolean {
  if (/^[”"’']?,? (?:was (?:its|the|then) |until \d|until (?:its|the) )/.test(text.slice(end, end + 20))) return true;
  // «Alma-Ata, as the city was then called».
  if (/^[”"’']?,? as (?:it|the \w+|they) (?:is|was|were|then) /.test(text.slice(end, end + 24))) return true;
  if (
    /\bIn (?:Soviet|Ottoman|tsarist|colonial|imperial|Habsburg) (?:times|days)[^.!?]*$/.test(
      text.slice(Math.max(0, start - 80), start),
    )
  )
    return true;
  if (naming.test(text.slice(Math.max(0, start - 30), start))) return true;
  const after = text.slice(end, end + 60);
  const before = text.slice(Math.max(0, start - 60), start);
  return place.forms.some((form) => {
    const next = after.indexOf(form);
    const last = before.lastIndexOf(form);
    return (
      (next >= 0 && isExplanation(after.slice(0, next + 1))) ||
      (last >= 0 && isExplanation(before.slice(last + form.length)))
    );
  });
}

/** What the sentence of a place says of its name. */
function readSentence({ text, sentences }: ParsedBlock, offset: number): { renaming: boolean; past: boolean } {
  const sentence = sentences.find(({ start, end }) => start <= offset && offset < end);
  const said = sentence ? text.slice(sentence.start, sentence.end) : text;
  return {
    renaming: /name|brand|writ|spell/.test(said) && renames.test(said),
    past: /\b1\d{3}\b|\b19[0-8]0s\b/.test(said),
  };
}

/** An explanation stands in the same sentence as what it explains. */
function isExplanation(between: string): boolean {
  return explains.test(between) && !/[.!?]["”’)]*\s/.test(between);
}
