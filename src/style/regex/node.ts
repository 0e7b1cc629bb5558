import type { Said } from '../../text/index.ts';
import { SaidError } from '../../text/index.ts';
import type { CharSet } from './charset.ts';

/** One member of a character class. */
export type ClassItem =
  | { kind: 'range'; low: number; high: number }
  | { kind: 'shorthand'; letter: string }
  | { kind: 'property'; name: string; negated: boolean };

/** A pattern, parsed. `fold` says that case is ignored there. */
export type Node =
  | { kind: 'char'; code: number; fold: boolean }
  | { kind: 'class'; items: readonly ClassItem[]; negated: boolean; fold: boolean; set: CharSet }
  | { kind: 'any'; dotAll: boolean }
  | { kind: 'sequence'; nodes: readonly Node[] }
  | { kind: 'choice'; nodes: readonly Node[] }
  | { kind: 'group'; node: Node; index?: number; name?: string }
  | { kind: 'look'; node: Node; behind: boolean; negated: boolean }
  | { kind: 'repeat'; node: Node; min: number; max: number; lazy: boolean }
  | { kind: 'edge'; edge: '^' | '$' | 'b' | 'B' | 'A' | 'z' | 'Z'; multiline: boolean }
  | { kind: 'reference'; to: number | string; fold: boolean };

/** What cannot be read or run, with where in the pattern. */
export class PatternError extends SaidError {
  readonly at: number;
  constructor(text: Said, at: number) {
    super(text);
    this.name = 'PatternError';
    this.at = at;
  }
}
