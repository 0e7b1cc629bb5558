/** Where two versions of a text differ: both agree before `start`, and after `beforeEnd` and `afterEnd`. */
export interface Change {
  start: number;
  beforeEnd: number;
  afterEnd: number;
}

const stride = 4096;

/** Finds the one range that differs; compares in strides, which costs microseconds a megabyte. */
export function findChange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + stride <= shorter && before.slice(start, start + stride) === after.slice(start, start + stride))
    start += stride;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  const most = shorter - start;
  while (
    tail + stride <= most &&
    before.slice(before.length - tail - stride, before.length - tail) ===
      after.slice(after.length - tail - stride, after.length - tail)
  )
    tail += stride;
  while (tail < most && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1))
    tail++;
  return { start, beforeEnd: before.length - tail, afterEnd: after.length - tail };
}
