/** Asks once, when the answer is first wanted. */
export function lazy<T extends object>(read: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
}
