export type {
  BodyUse,
  Cast,
  LetterCase,
  Mention,
  OfficeUse,
  Person,
  PlacedMention,
  RankUse,
  TitleUses,
} from './cast.ts';
export { findMentions, findTitles } from './mentions.ts';
export { resolveCast } from './resolve.ts';
export type { Likeness } from './similar.ts';
export { areGendered, compareNames, fitsInitial, isSlip } from './similar.ts';
export { nameKeys, romanise, spellOutName, stripName } from './transliterate.ts';
