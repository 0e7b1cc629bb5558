import { defaultSettings } from '../src/config/index.ts';
import type { Desk, Session } from '../src/desk/index.ts';
import { createDesk } from '../src/desk/index.ts';
import { nodeAssets } from '../src/node/index.ts';

/** The desk with its default rules. */
export function openDesk(): Desk {
  return createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
}

/** A session that is typed in: each call of `press` changes one letter in the middle of the article and checks it. */
export function openTypewriter(desk: Desk, source: string): { session: Session; press(): number } {
  let text = source;
  const session = desk.open({ path: 'typed.txt', source });
  session.check();
  const paragraph = text.indexOf('\n\n', text.length / 2) + 2;
  let strokes = 0;
  return {
    session,
    press() {
      // Letters go into a growing word, so that each version is new.
      const at = paragraph + 1 + (strokes++ % 40);
      text = `${text.slice(0, at)}${'etaoinshr'.charAt(strokes % 9)}${text.slice(at)}`;
      session.update(text);
      return session.check().messages.length;
    },
  };
}
