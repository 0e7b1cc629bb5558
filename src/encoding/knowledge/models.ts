import type { AssetPort } from '../../text/index.ts';
import type { LetterModel } from './letters.ts';
import { unpackWeights } from './pack.ts';

/** What was trained at build time. */
export interface Models {
  tr: LetterModel;
  az: LetterModel;
  /** Azerbaijani or Turkish. */
  language: Int8Array;
  /** Whether a word wants a letter more at its end. */
  ends: Int8Array;
  /** Whether a word is of Turkish or Azerbaijani rather than English prose. */
  prose: Int8Array;
  /** Azerbaijani or Turkish, of a small word of prose. */
  proseLanguage: Int8Array;
  /** Whether a word of Turkish prose wants a letter more at its end. */
  proseEnds: Int8Array;
  /** Whether a name is of another language than Turkish and Azerbaijani. */
  foreign: Int8Array;
}

/** What was trained to tell misread Turkish. */
export interface MisreadVerdicts {
  /** Whether a word with ð þ ý is misread Turkish. */
  word: Int8Array;
  /** Whether a name in small letters is Turkish or Azerbaijani. */
  company: Int8Array;
}

/** Reads what was trained; undefined when the assets were not built. */
export function readModels(assets: AssetPort): Models | undefined {
  const [turkish, azerbaijani] = ['letters-tr', 'letters-az'].map((name) => {
    const bytes = assets(`encoding-${name}.bin`);
    return bytes && unpackWeights(bytes);
  });
  const [language, ends, prose, proseLanguage, proseEnds, foreign] = [
    'language',
    'ends',
    'prose',
    'prose-language',
    'prose-ends',
    'foreign',
  ].map((name) => readVerdict(assets, name));
  if (!turkish || !azerbaijani || !language || !ends || !prose || !proseLanguage || !proseEnds || !foreign)
    return undefined;
  const tr = { weights: turkish };
  return { tr, az: { weights: azerbaijani, base: tr }, language, ends, prose, proseLanguage, proseEnds, foreign };
}

/** Reads one verdict of the compiled assets by its name. */
export function readVerdict(assets: AssetPort, name: string): Int8Array | undefined {
  const bytes = assets(`encoding-${name}.bin`);
  return bytes && new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
