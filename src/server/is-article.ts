import type { Letters } from '../text/index.ts';
import type { ArticleReason } from './protocol.ts';

/** What is known of a file when the desk decides whether to read it. */
export interface ArticleQuestion {
  path: string;
  /** The editor's language id. */
  languageId: string;
  /** The text, or at least its first lines. */
  text: Letters;
  enabled: boolean;
  /** What the configuration's `files` says; undefined when it doesn't speak. */
  configured: boolean | undefined;
  /** What the client's `copydesk.files` says; undefined when it is empty. */
  chosen: boolean | undefined;
  /** Extensions that have a reader, with the dot. */
  extensions: readonly string[];
}

/** Languages whose text may be a story. */
const proseLanguages = new Set(['plaintext', 'text', 'markdown', 'article', 'asciidoc', 'html', 'xml', 'json', '']);

/** Extensions with a reader that anything may have; a file of any other is an article. */
const everyday = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.xhtml']);

/** Files of software that hold prose and are never stories. */
const never =
  /^(?:read[-_. ]?me|licen[cs]e|copying|notice|change-?log|changes|release[-_]?notes|contributing|code[-_]of[-_]conduct|security|codeowners|authors|contributors|maintainers|support|governance|requirements|constraints|cmakelists|robots|humans|llms|agents|claude|todo)(?:[-_.].*)?$|\.log(?:\.\w+)?$|^(?:package-lock|tsconfig|\.)|\.min\.|^log(?:[-_.].*)?$/i;

/** Folders of software. */
const neverFolder = /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn|\.vscode|\.venv|site-packages|__pycache__|dist-info)\//;

/**
 * Decides whether a file is an article: configuration first, then the client's setting, the language, the extension, and
 * the look of its first lines last. Files of software (README, LICENSE, requirements, logs) never are.
 */
export function decideArticle(question: ArticleQuestion): { checked: boolean; reason: ArticleReason } {
  const { path, languageId, text, enabled, configured, chosen, extensions } = question;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';
  if (!enabled) return { checked: false, reason: 'disabled' };
  if (languageId === 'article') return { checked: true, reason: 'language' };
  // No software writes these.
  if (extensions.includes(extension) && !everyday.has(extension)) return { checked: true, reason: 'extension' };
  if (never.test(name) || neverFolder.test(path)) return { checked: false, reason: 'never' };
  if (configured !== undefined)
    return { checked: configured, reason: configured ? 'configuration' : 'configuration-excludes' };
  if (chosen !== undefined) return { checked: chosen, reason: chosen ? 'setting' : 'setting-excludes' };
  if (!proseLanguages.has(languageId)) return { checked: false, reason: 'unsupported' };
  // Other formats hold anything: only a configuration says that a JSON file is a story.
  const plain = languageId === 'plaintext' || languageId === 'text' || languageId === '';
  if (languageId !== 'markdown' && !plain) return { checked: false, reason: 'unsupported' };
  if (plain && extension && !extensions.includes(extension) && extension !== '.text')
    return { checked: false, reason: 'unsupported' };
  return looksLikeArticle(text, languageId === 'markdown' || extension === '.md')
    ? { checked: true, reason: 'look' }
    : { checked: false, reason: 'look-excludes' };
}

const byline = /^(?:by|from|von|par)\s+\p{Lu}[\p{L}.'’?-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’?-]*){1,6}[,.]?$/iu;
const dateline =
  /^\p{Lu}[\p{Lu}\p{L}.,' ’?/-]{1,40}(?:,\s*\p{L}+\.?\s*\d{1,2})?\s*(?:\([^)]{2,40}\)\s*)?[—–-]{1,2}\s+\S/u;
const machine =
  /^(?:[$#>%;{}<[|*=]|\/\/|--|\d{4}-\d\d-\d\d[T ]\d|\[?\d\d:\d\d|[\w.-]+\s*(?:==|>=|~=|:=|=)\s*\S|(?:import|from|def|class|const|let|var|function|select|insert|export)\s+[\w*{(]+\s*(?:[;({=]|from|import))|[;{}]$|::\w|\b(?:ERROR|WARN|INFO|DEBUG|TRACE)\b/i;
const legalese =
  /\b(?:permission is hereby granted|without warranty of any kind|licensed under the|all rights reserved\. redistribution|terms and conditions for use, reproduction|general public license)\b/i;
const manual =
  /^#{1,4}\s*(?:install(?:ation|ing)?|usage|getting started|quick ?start|api(?: reference)?|license|contributing|table of contents|requirements|prerequisites|build(?:ing)?|configuration|development|changelog|\[?v?\d+\.\d+)/im;

// Words of manuals: identifiers, calls, options, file names, cross references, ruled headings.
const technical =
  /\b\w+_\w+\b|\w\(\)|<\w+>|``|(?<!\S)[|*:][\w-]+[|*:](?!\S)|(?<!\S)--?[a-z]{2,}\b|\b[\w-]+\.(?:c|h|py|js|ts|sh|conf|cfg|ini|vim|json|xml|exe|dll|so)\b|^[=~^*-]{4,}$/gm;

/**
 * True when the first lines look like a story: a byline or a dateline, or paragraphs of prose that end in sentences.
 *
 * @param text the whole text or its beginning; the first 12,000 UTF-16 units are looked at
 */
export function looksLikeArticle(text: Letters, markdown: boolean): boolean {
  // A lost letter is a letter: a story in the wrong encoding is one all the same.
  let head = text
    .slice(0, 12_000)
    .replace(/^\uFEFF/, '')
    .replaceAll('\uFFFD', 'É');
  if (head.includes('\0') || legalese.test(head)) return false;
  if (markdown) {
    head = head.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
    if (/^(?:```|~~~)/m.test(head) || manual.test(head) || /\[!\[|^\s*[-*] \[[ x]\]/m.test(head)) return false;
  }
  const lines = head
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return false;
  const machineLines = lines.filter((line) => machine.test(line) && !(markdown && line.startsWith('#'))).length;
  if (machineLines / lines.length > 0.15) return false;
  if (lines.slice(0, 6).some((line) => byline.test(line) || dateline.test(line)) && countSentences(head) > 0)
    return true;
  const listed = lines.filter((line) => /^(?:[-*•+]|\d+[.)])\s/.test(line)).length;
  if (listed / lines.length > 0.5) return false;
  const prose = lines.filter((line) => isProse(line));
  const words = prose.reduce((sum, line) => sum + countWords(line), 0);
  const allWords = lines.reduce((sum, line) => sum + countWords(line), 0);
  if ((head.match(technical)?.length ?? 0) / allWords > 0.008) return false;
  return words >= 20 && words / allWords >= 0.6 && countSentences(head) >= 2;
}

function countWords(line: string): number {
  return line.split(/\s+/).length;
}

/** Sentences that begin with a capital and end with a stop, five words or more. */
function countSentences(text: string): number {
  const pieces = text.split(/[.!?…]["”’»)]*(?=\s|$)/);
  // What follows the last stop is no sentence.
  return pieces.slice(0, -1).filter((piece) => {
    const paragraph = piece.slice(piece.lastIndexOf('\n\n') + 1).trim();
    return /^["“‘«(—-]*\s*\p{Lu}/u.test(paragraph) && countWords(paragraph) >= 5;
  }).length;
}

/** A line of running words: mostly letters, five words or more. */
function isProse(line: string): boolean {
  if (countWords(line) < 5) return false;
  const letters = line.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return letters / line.length > 0.85;
}
