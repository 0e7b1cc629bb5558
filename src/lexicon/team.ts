/** A person on the team's list. */
export interface TeamPerson {
  name: string;
  aliases: readonly string[];
  /** Spellings that the team wants flagged. */
  wrong: readonly string[];
  native?: string;
  rank?: string;
  office?: string;
  country?: string;
  from?: string;
  until?: string;
  note?: string;
  /** Where the row stands. */
  source: { file: string; line: number };
}

/** A term on the team's list: the form that the house writes and the forms that it doesn't. */
export interface TeamTerm {
  preferred: string;
  banned: readonly string[];
  kind: 'term' | 'place' | 'casing';
  note?: string;
  source: { file: string; line: number };
}
