/** The folder of a path or URI, without a slash at its end; undefined at the top. */
export function parentOf(path: string): string | undefined {
  const at = path.lastIndexOf('/');
  const top = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(path)?.[0] ?? '';
  if (at < 0 || path === '/' || path.length <= top.length || at < top.length) return undefined;
  return at === 0 ? '/' : path.slice(0, at);
}

/** Joins a relative path to a folder; an absolute one stays. `.` and `..` are resolved. */
export function joinPath(folder: string, path: string): string {
  const given = path.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(given)) return given;
  const parts = folder === '/' ? [''] : folder.split('/');
  for (const part of given.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && part !== '' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** The path as seen from a folder; undefined outside of it. */
export function pathWithin(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
