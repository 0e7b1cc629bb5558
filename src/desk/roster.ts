import type { Lexicon } from '../lexicon/index.ts';
import type { CastLedger, People } from '../people/index.ts';
import { openCast } from '../people/index.ts';
import type { Steps } from '../text/index.ts';
import { finish, Pace } from '../text/index.ts';
import type { ChangesSince } from './changes.ts';
import { noBlocks } from './changes.ts';
import type { Examined, Failure } from './examine.ts';
import { toError } from './examine.ts';

/** The people of an article, brought up to any version of it at the cost of what differs from the one before. */
export class Roster {
  readonly #lexicon: Lexicon;
  #cast: CastLedger;
  /** The blocks whose mentions are in the cast. */
  #entered = noBlocks;
  #failure: Failure | undefined;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#cast = openCast(lexicon);
  }

  /** Why nobody is known, where that is so. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  bringUp(examined: readonly Examined[], changesSince: ChangesSince): People {
    return finish(this.bringUpInSteps(examined, changesSince));
  }

  /** The same, stopping often where many are read. */
  *bringUpInSteps(examined: readonly Examined[], changesSince: ChangesSince): Steps<People> {
    if (this.#entered === examined) return this.#cast.read();
    const cast = this.#cast;
    const { gone, came } = changesSince(this.#entered);
    // Whoever overtakes this check begins anew.
    this.#beginAnew();
    try {
      for (const number of gone) cast.replace(number, none);
      const pace = new Pace();
      for (const one of came) {
        cast.replace(one.number, one.context.mentions());
        if (pace.isDue(one.block.text.length)) yield;
      }
      const people = yield* cast.readInSteps();
      this.#cast = cast;
      this.#entered = examined;
      return people;
    } catch (error) {
      this.#failure = { ruleId: 'cast', error: toError(error) };
      return this.#cast.read();
    }
  }

  #beginAnew(): void {
    this.#cast = openCast(this.#lexicon);
    this.#entered = noBlocks;
    this.#failure = undefined;
  }
}

const none: readonly never[] = [];
