import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { shiftMap } from '../text/index.ts';
import type { Block, BlockRole } from './article.ts';
import type { StetRemark } from './stet.ts';
import { parseStet } from './stet.ts';

const prose: Readonly<Record<string, BlockRole>> = {
  title: 'headline',
  headline: 'headline',
  subtitle: 'subhead',
  subhead: 'subhead',
  kicker: 'subhead',
  description: 'summary',
  summary: 'summary',
  deck: 'summary',
  dek: 'summary',
  standfirst: 'summary',
  excerpt: 'summary',
  caption: 'caption',
  byline: 'byline',
  author: 'byline',
};

/** What front matter holds. */
export interface FrontMatter {
  fields: Readonly<Record<string, unknown>>;
  blocks: Block[];
  stets: StetRemark[];
}

/**
 * Reads YAML front matter: titles and descriptions are prose, the rest are fields. Broken YAML has no fields.
 *
 * @param base where `yaml` begins in the source
 */
export function readFrontMatter(yaml: string, base: number): FrontMatter {
  const found: FrontMatter = { fields: {}, blocks: [], stets: [] };
  const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents)) return found;
  try {
    found.fields = document.toJS({ maxAliasCount: 20 }) as Record<string, unknown>;
  } catch {
    return found;
  }
  for (const pair of contents.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value).toLowerCase();
    const { value } = pair;
    if (key === 'stet') found.stets.push(...readStets(value, base));
    const role = Object.hasOwn(prose, key) ? prose[key] : undefined;
    if (!role || !isScalar(value) || typeof value.value !== 'string' || !value.range) continue;
    const text = value.value;
    const [start, end] = value.range;
    const at = yaml.slice(start, end).indexOf(text);
    if (text.trim() === '' || at === -1) continue;
    found.blocks.push({
      role,
      text,
      map: shiftMap(base + start + at),
      start: base + start,
      end: base + end,
      datelineEnd: 0,
      opaque: [],
      ...(role === 'headline' ? { depth: 1 } : {}),
    });
  }
  return found;
}

/** `stet: rule`, `stet: [rule, "rule: reason"]` or `stet: {rule: reason}`. */
function readStets(value: unknown, base: number): StetRemark[] {
  if (isSeq(value)) return value.items.flatMap((item) => readStets(item, base));
  if (isMap(value)) {
    return value.items.flatMap(({ key, value: reason }) =>
      isScalar(key) && key.range
        ? [
            {
              rules: [String(key.value)],
              reason: isScalar(reason) ? String(reason.value ?? '') : '',
              place: { start: base + key.range[0], end: base + key.range[1] },
              whole: true,
            },
          ]
        : [],
    );
  }
  if (!isScalar(value) || !value.range || typeof value.value !== 'string') return [];
  const stet = parseStet(`stet ${value.value}`);
  return stet ? [{ ...stet, place: { start: base + value.range[0], end: base + value.range[1] }, whole: true }] : [];
}
