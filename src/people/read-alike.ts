/**
 * Whether two readings say the same of the same things, wherever in their paragraph these stand: all fields but spans
 * are equal.
 */
export function readAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => readAlike(item, b[i]));
  if (isSpan(a) && isSpan(b)) return true;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => readAlike(one[name], other[name]));
}

const isSpan = (value: object): boolean => 'start' in value && 'end' in value;
