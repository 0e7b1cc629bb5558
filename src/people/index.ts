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
