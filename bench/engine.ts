import { createConfigLoader, defaultSettings, shippedPacks } from '../src/config/index.ts';
import type { Desk, Session } from '../src/desk/index.ts';
import { createDesk } from '../src/desk/index.ts';
import { nodeAssets, nodeFiles, openFlags } from '../src/node/index.ts';
import { Rope } from '../src/text/index.ts';

/** The desk with its default rules, in a process that is set up as the server’s. */
export function openDesk(): Desk {
  openFlags().forArticles();
  return createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
}

/** The desk with every style pack that ships. */
export async function openLadenDesk(): Promise<Desk> {
  openFlags().forArticles();
  const loader = createConfigLoader({ files: nodeFiles, assets: nodeAssets, styles: shippedPacks });
  const { settings } = await loader.load('/a.txt');
  return createDesk(settings, { assets: nodeAssets });
}

/** What is typed into an article. */
export const typed =
  ' The talks in Ankara went on for hours, said Colonel Orhan Karagöz, and a neighbour’s recieved note was read.';

/**
 * A session that is typed in: each call of `press` adds a letter in the middle of the article and checks it; a sentence
 * that is finished is taken back letter by letter. It comes as edits, as from an editor.
 */
export function openTypewriter(desk: Desk, source: string): { session: Session; press(): number } {
  let text = new Rope(source);
  const session = desk.open({ path: 'typed.txt', source: text });
  session.check();
  const at = source.indexOf('. ', source.indexOf('\n\n', source.length / 2)) + 1;
  let strokes = 0;
  let there = 0;
  return {
    session,
    press() {
      const turn = strokes++ % (2 * typed.length);
      const length = turn < typed.length ? turn + 1 : 2 * typed.length - turn - 1;
      text =
        length > there
          ? text.replace(at + there, at + there, typed.charAt(there))
          : text.replace(at + length, at + there, '');
      there = length;
      session.update(text);
      return session.check().messages.length;
    },
  };
}
