/** A piece of an XML document; offsets are UTF-16. */
export interface XmlPiece {
  /** A tag that is closed at once is an `open` and a `close`. */
  kind: 'open' | 'close' | 'text' | 'cdata';
  /** The local name of a tag in small letters; else the text as it is meant. */
  value: string;
  start: number;
  end: number;
}

const piece =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![A-Za-z](?:[^<>[]|\[[^\]]{0,500}\])*>|<\/([^\s<>/]+)[^<>]*>|<([\p{L}_:][^\s<>/]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>|&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|[^<&]+|[<&]/gu;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Cuts an XML document into tags and texts, a reference being a text of its own. What is not well-formed is text: news
 * in XML is written by many hands. Comments, instructions and declarations are passed over.
 */
export function* readXml(source: string): Generator<XmlPiece> {
  for (const match of source.matchAll(piece)) {
    const [whole, cdata, closed, opened, slash, hex, decimal, name] = match;
    const start = match.index;
    const end = start + whole.length;
    if (cdata !== undefined) {
      const from = start + '<![CDATA['.length;
      yield { kind: 'cdata', value: cdata, start: from, end: from + cdata.length };
    } else if (closed !== undefined) yield { kind: 'close', value: localName(closed), start, end };
    else if (opened !== undefined) {
      yield { kind: 'open', value: localName(opened), start, end };
      if (slash) yield { kind: 'close', value: localName(opened), start, end };
    } else if (!/^<[!?]/.test(whole)) {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
      const value = code === undefined ? (named[name ?? ''] ?? whole) : readCode(code, whole);
      yield { kind: 'text', value, start, end };
    }
  }
}

/** Characters that XML cannot hold stay as they are written. */
function readCode(code: number, written: string): string {
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return code === 0 || code > 0x10ffff || isSurrogate ? written : String.fromCodePoint(code);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
