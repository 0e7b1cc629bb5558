import type { CodeAction, CodeActionKind, Range } from 'vscode-languageserver';
import { CodeActionKind as Kind } from 'vscode-languageserver';
import type { Message } from '../../desk/index.ts';
import type { Translate } from '../../text/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { EditAbilities } from '../edits.ts';
import { askFirst, createEdit, toTextEdit, toTextEdits } from '../edits.ts';
import { fixAllKind } from '../protocol.ts';
import { toRange, touches } from '../ranges.ts';

/** What code actions are made of. */
export interface ActionRequest {
  uri: string;
  version: number;
  /** All messages of the article, in order. */
  messages: readonly Message[];
  range: Range;
  /** Kinds that the client asks for; undefined for all. */
  only: readonly CodeActionKind[] | undefined;
  abilities: EditAbilities;
  translate: Translate;
}

/** The fixes of the messages in a range, the best first; then those for the whole article. */
export function createFixActions(request: ActionRequest): CodeAction[] {
  const here = request.messages.filter((message) => touches(toRange(message.place), request.range));
  const actions: CodeAction[] = [];
  if (isAsked(request.only, Kind.QuickFix)) {
    for (const message of here) actions.push(...createReadings(message, request));
    for (const message of firstOfEach(here, ({ ruleId, group }) => `${ruleId}\n${group}`))
      actions.push(...createGroupFixes(message, request));
    for (const message of firstOfEach(here, ({ ruleId, category }) => (category === 'encoding' ? category : ruleId)))
      actions.push(...createWideFix(message, request));
  }
  const edits = actions.map(({ edit }) => JSON.stringify(edit) ?? '');
  const distinct = actions.filter((_action, i) => edits.indexOf(edits[i] ?? '') === i);
  return isAsked(request.only, fixAllKind) ? [...distinct, ...createFixAll(request)] : distinct;
}

/** True when the client asks for the kind or one above it. */
export function isAsked(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** One action a reading; the first is the editor's preferred one where nothing else can be meant. */
export function createReadings(message: Message, { uri, version, abilities }: ActionRequest): CodeAction[] {
  return message.expected.flatMap((_text, index) => {
    const edit = toTextEdit(message, index);
    return edit
      ? [
          {
            title: message.titles[index] ?? '',
            kind: Kind.QuickFix,
            diagnostics: [toDiagnostic(message, uri)],
            ...(index === 0 && message.safe ? { isPreferred: true } : {}),
            edit: createEdit(uri, version, [edit], abilities),
          },
        ]
      : [];
  });
}

/**
 * «All mentions of this»: messages of one rule that speak of one thing. Mentions in quotations are left out; a second
 * action takes them too, each to be confirmed, where the client can ask. Damaged letters are repaired everywhere.
 */
export function createGroupFixes(message: Message, request: ActionRequest): CodeAction[] {
  if (!message.group) return [];
  const group = request.messages.filter(
    ({ ruleId, group: other }) => ruleId === message.ruleId && other === message.group,
  );
  const quoted = group.filter(({ inQuote, category }) => inQuote && category !== 'encoding');
  const spoken = group.filter((one) => !quoted.includes(one));
  return [
    ...createGroupFix(message, spoken, [], request),
    ...(quoted.length > 0 && request.abilities.annotations ? createGroupFix(message, group, quoted, request) : []),
  ];
}

function createGroupFix(
  message: Message,
  group: readonly Message[],
  asked: readonly Message[],
  { uri, version, abilities, translate }: ActionRequest,
): CodeAction[] {
  if (group.length < 2) return [];
  const readings = Math.min(3, ...group.map(({ expected }) => expected.length));
  return Array.from({ length: readings }, (_, index) => {
    const edits = toTextEdits(group, index);
    const same = group.every(({ titles }) => titles[index] === message.titles[index]);
    const data = { fix: same ? (message.titles[index] ?? '') : translate('Fix', {}), count: edits.length };
    return {
      title:
        asked.length > 0
          ? translate('{fix} — all {count} mentions, also in quotations…', data)
          : translate('{fix} — all {count} mentions', data),
      kind: Kind.QuickFix,
      diagnostics: group.map((one) => toDiagnostic(one, uri)),
      edit: askFirst(
        createEdit(uri, version, edits, abilities),
        asked.map(({ place }) => toRange(place)),
        translate,
      ),
    };
  });
}

/** All fixes of one rule that leave nothing to choose; of damaged letters all in the article. */
function createWideFix(
  message: Message,
  { uri, version, messages, abilities, translate }: ActionRequest,
): CodeAction[] {
  const isDamage = message.category === 'encoding';
  const same = messages.filter(({ ruleId, category, safe, expected, inQuote }) =>
    isDamage
      ? safe && category === 'encoding'
      : ruleId === message.ruleId && (safe || (!inQuote && expected.length === 1)),
  );
  if (same.length < 2) return [];
  const edits = toTextEdits(same);
  const count = edits.length;
  return [
    {
      title: isDamage
        ? translate('Repair all {count} damaged places in this article', { count })
        : translate('Fix all {count} of {rule} in this article', { count, rule: message.ruleId }),
      kind: Kind.QuickFix,
      diagnostics: same.map((one) => toDiagnostic(one, uri)),
      edit: createEdit(uri, version, edits, abilities),
    },
  ];
}

function createFixAll({ uri, version, messages, abilities, translate }: ActionRequest): CodeAction[] {
  const edits = toTextEdits(messages.filter(({ safe }) => safe));
  if (edits.length === 0) return [];
  return [
    {
      title: translate('Apply all {count} safe fixes', { count: edits.length }),
      kind: fixAllKind,
      edit: createEdit(uri, version, edits, abilities),
    },
  ];
}

function firstOfEach(messages: readonly Message[], key: (message: Message) => string): Message[] {
  return [...new Map([...messages].reverse().map((message) => [key(message), message])).values()].reverse();
}
