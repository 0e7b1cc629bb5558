import type { BodyRow, Lexicon, Offices, OfficeWording, PhraseTrie, RankWording } from '../lexicon/index.ts';

export type Country = Offices['countries'] extends PhraseTrie<infer Value> ? Value : never;

/** What some words are as a phrase, and how longer ones go on; a class, so that V8 finds all of them laid out alike. */
export class Phrase {
  next: Map<string, Phrase> | undefined = undefined;
  /** It is one of these. */
  isWhole = false;
  office: OfficeWording | undefined = undefined;
  rank: RankWording | undefined = undefined;
  country: Country | undefined = undefined;
  field: string | undefined = undefined;
  body: BodyRow | undefined = undefined;
}

/** The phrases of every kind that begin with a folded word: one walk finds the longest of each. */
export function growPhrases(first: string, { offices, ranks }: Lexicon): Phrase {
  const root = new Phrase();
  const plant = <Value>(trie: PhraseTrie<Value>, put: (phrase: Phrase, value: Value) => void) => {
    for (const { phrase, value } of trie.beginningWith(first)) put(grow(root, phrase), value);
  };
  plant(offices.wordings, (phrase, value) => {
    phrase.office ??= value;
  });
  plant(ranks.wordings, (phrase, value) => {
    phrase.rank ??= value;
  });
  plant(offices.countries, (phrase, value) => {
    phrase.country ??= value;
  });
  plant(offices.fields, (phrase, value) => {
    phrase.field ??= value;
  });
  plant(offices.bodies, (phrase, value) => {
    phrase.body ??= value;
  });
  return root;
}

/** Makes room for a phrase below its first word. */
function grow(root: Phrase, phrase: string): Phrase {
  let node = root;
  for (const word of phrase.split(' ').slice(1)) {
    node.next ??= new Map();
    let child = node.next.get(word);
    if (!child) {
      child = new Phrase();
      node.next.set(word, child);
    }
    node = child;
  }
  node.isWhole = true;
  return node;
}
