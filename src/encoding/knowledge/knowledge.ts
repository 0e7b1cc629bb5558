import type { AssetPort } from '../../text/index.ts';
import { lazy } from '../../text/index.ts';
import { keepAnswers } from './answers.ts';
import type { LigatureWords } from './ligature-words.ts';
import { readLigatureWords } from './ligature-words.ts';
import type { MisreadVerdicts, Models } from './models.ts';
import { readModels, readVerdict } from './models.ts';
import type { Names } from './names.ts';
import { readNames } from './names.ts';
import { unpackWords } from './pack.ts';
import type { IsWord, UsualWords } from './prose.ts';
import { readUsualWords } from './prose.ts';
import type { Tables } from './tables.ts';
import { readTables } from './tables.ts';

/** All that damage is told by and letters are restored from. */
export interface Knowledge {
  tables: Tables;
  misread: MisreadVerdicts | undefined;
  models(): Models | undefined;
  /** One of them alone: whether a word is of Turkish or Azerbaijani rather than English prose. */
  prose(): Int8Array | undefined;
  names(): Names;
  /** Words of prose that the letter model alone reads wrongly, and the commonest. */
  usual(language: 'tr' | 'az'): UsualWords;
  ligatures(): LigatureWords;
  /** Given names of Turkish and Azerbaijani that lose nothing, in lower case. */
  given(): ReadonlySet<string>;
  /** Of Turkish; undefined where no dictionary is at hand. So is the next. */
  isWord: IsWord | undefined;
  isEnglish: IsWord | undefined;
}

/** Reads each part when it is first asked for; undefined when the assets were not built. */
export function readKnowledge(
  assets: AssetPort,
  isKnown: ((word: string, language: 'en' | 'tr') => boolean) | undefined,
): Knowledge | undefined {
  const tables = readTables(assets);
  if (!tables) return undefined;
  let models: Models | undefined;
  let prose: Int8Array | undefined;
  let names: Names | undefined;
  const usual: { tr?: UsualWords; az?: UsualWords } = {};
  let ligatures: LigatureWords | undefined;
  let given: ReadonlySet<string> | undefined;
  const misread = lazy(() => {
    const [word, company] = [readVerdict(assets, 'misread'), readVerdict(assets, 'company')];
    return { verdicts: word && company && { word, company } };
  });
  return {
    tables,
    get misread() {
      return misread().verdicts;
    },
    isWord: isKnown && keepAnswers((word) => isKnown(word, 'tr')),
    isEnglish: isKnown && keepAnswers((word) => isKnown(word, 'en')),
    models() {
      models ??= readModels(assets);
      return models;
    },
    prose() {
      prose ??= readVerdict(assets, 'prose');
      return prose;
    },
    names() {
      names ??= readNames(assets('encoding-names.bin') ?? new Uint8Array(0), assets('encoding-names.bits'));
      return names;
    },
    usual(language) {
      usual[language] ??= readUsualWords(assets(`encoding-words-${language}.bin`) ?? new Uint8Array(0));
      return usual[language];
    },
    given() {
      given ??= new Set(unpackWords(new TextDecoder().decode(assets('encoding-given.bin') ?? new Uint8Array(0))));
      return given;
    },
    ligatures() {
      ligatures ??= readLigatureWords(assets('encoding-ligatures.bin') ?? new Uint8Array(0));
      return ligatures;
    },
  };
}
