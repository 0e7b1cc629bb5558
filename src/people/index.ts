export type {
  BodyUse,
  Cast,
  Circle,
  LetterCase,
  Mention,
  OfficeUse,
  Person,
  PlacedMention,
  RankUse,
  TitleUses,
} from './cast.ts';
export type { CastLedger, People } from './circles.ts';
export { openCast } from './circles.ts';
export type { NameForms, ReadForms } from './forms.ts';
export { familyOf, knownForms } from './forms.ts';
export { areGivenNear, areSyllablesAlike } from './given.ts';
export { findMentions, findTitles } from './mentions.ts';
export { orderMentions } from './order.ts';
export type { RankedMention } from './ranked.ts';
export { rankedMentions, rankedOf, sharedSurnames, TitleMark } from './ranked.ts';
export type { Reference } from './references.ts';
export { findReferences } from './references.ts';
export { resolveCast } from './resolve.ts';
export type { Likeness } from './similar.ts';
export { areGendered, areKindred, areLongAlike, areVowelTwins, compareNames, isSlip, isVowelSlip } from './similar.ts';
export type { OddSpelling, WordUse } from './spellings.ts';
export { areListed, countWords, findOddSpellings, fitsScheme, givenUses, isGloss, surnameUse } from './spellings.ts';
export type { TeamBearers, TeamIndex } from './team.ts';
export { indexTeam } from './team.ts';
export { plainKey, romanise, stripName } from './transliterate.ts';
export type { TitleStyle } from './wording.ts';
export { formOfStyle, nextMention, seniorRank, writeRank, writeSurname } from './wording.ts';
