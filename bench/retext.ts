import { readFileSync } from 'node:fs';
import retextContractions from 'retext-contractions';
import retextDiacritics from 'retext-diacritics';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextProfanities from 'retext-profanities';
import retextQuotes from 'retext-quotes';
import retextReadability from 'retext-readability';
import retextRedundantAcronyms from 'retext-redundant-acronyms';
import retextRepeatedWords from 'retext-repeated-words';
import retextSentenceSpacing from 'retext-sentence-spacing';
import retextSimplify from 'retext-simplify';
import retextSpell from 'retext-spell';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';

/** Reads a text and says how many messages it got. */
export type Lint = (text: string) => Promise<number>;

const count = (processor: { process(text: string): Promise<{ messages: readonly unknown[] }> }): Lint => {
  return async (text) => (await processor.process(text)).messages.length;
};

/** retext as most use it: the certain rules that Copydesk has on by default too, run over the whole document. */
export function plainRetext(): Lint {
  return count(
    unified()
      .use(retextEnglish)
      .use(retextRepeatedWords)
      .use(retextIndefiniteArticle)
      .use(retextSentenceSpacing)
      .use(retextDiacritics)
      .use(retextRedundantAcronyms)
      .use(retextContractions, { straight: true })
      .use(retextStringify)
      .freeze(),
  );
}

/** retext-spell alone, without suggestions. */
export function spellRetext(): Lint {
  const dictionary = {
    aff: readFileSync('node_modules/dictionary-en/index.aff'),
    dic: readFileSync('node_modules/dictionary-en/index.dic'),
  };
  return count(unified().use(retextEnglish).use(retextSpell, { dictionary, max: -1 }).use(retextStringify).freeze());
}

/** retext with the eleven popular plugins and retext-spell without suggestions. */
export function popularRetext(): Lint {
  const dictionary = {
    aff: readFileSync('node_modules/dictionary-en/index.aff'),
    dic: readFileSync('node_modules/dictionary-en/index.dic'),
  };
  return count(
    unified()
      .use(retextEnglish)
      .use(retextRepeatedWords)
      .use(retextIndefiniteArticle)
      .use(retextSentenceSpacing)
      .use(retextDiacritics)
      .use(retextEquality)
      .use(retextPassive)
      .use(retextProfanities)
      .use(retextQuotes)
      .use(retextReadability)
      .use(retextSimplify)
      .use(retextIntensify)
      .use(retextSpell, { dictionary, max: -1 })
      .use(retextStringify)
      .freeze(),
  );
}
