import type { Finding, Related } from '../rules/index.ts';

/** Whether two findings say the same of the same places. */
export function isSameFinding(a: Finding, b: Finding): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.block === b.block &&
    a.what === b.what &&
    a.why === b.why &&
    a.how === b.how &&
    a.safe === b.safe &&
    a.group === b.group &&
    a.ruleId === b.ruleId &&
    a.category === b.category &&
    a.severity === b.severity &&
    a.url === b.url &&
    a.inSource === undefined &&
    b.inSource === undefined &&
    areSame(a.expected ?? [], b.expected ?? [], (one, other) => one === other) &&
    isSameData(a.data ?? {}, b.data ?? {}) &&
    areSame(a.related ?? [], b.related ?? [], isSameRelated)
  );
}

const isSameRelated = (a: Related, b: Related): boolean =>
  a.block === b.block && a.message === b.message && a.span.start === b.span.start && a.span.end === b.span.end;

function areSame<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i] as T));
}

function isSameData(a: Required<Finding>['data'], b: Required<Finding>['data']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
