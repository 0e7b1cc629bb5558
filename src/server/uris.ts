/**
 * The path of a URI as the engine names files: an absolute path with forward slashes for `file:` (`C:/…` on Windows,
 * `//host/share` for a network share), the URI itself for any other scheme.
 */
export function toPath(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    const { host, pathname } = new URL(uri);
    const path = decodeURIComponent(pathname);
    if (host) return `//${host}${path}`;
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    // A malformed escape: the URI is a name like any other.
    return uri;
  }
}

/** The URI of a path from {@link toPath}. */
export function toUri(path: string): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return path;
  const encoded = path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}

/** The path of `path` inside `folder`; undefined when it lies elsewhere. */
export function relativePath(folder: string, path: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
