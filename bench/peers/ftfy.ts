/**
 * ftfy-js (Apache-2.0), the port of python-ftfy: what mends mojibake elsewhere.
 *
 * @returns its repair of a text, quotation marks left as they are; undefined where the peers are not installed
 */
export async function loadFtfy(): Promise<((text: string) => string) | undefined> {
  // The package stands in bench/peers/node_modules; so TypeScript can't see it.
  const name = 'ftfy-js';
  try {
    const { fix_text: fix } = (await import(name)) as { fix_text(text: string, options: object): string };
    return (text) => fix(text, { uncurl_quotes: false });
  } catch {
    return undefined;
  }
}
