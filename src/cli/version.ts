import { readFileSync } from 'node:fs';

/** The version in the package's manifest: beside dist/, or two levels up when the sources run as they are. */
export function readVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Record<
        string,
        string
      >;
      if (name === 'copydesk' && version) return version;
    } catch {
      // Not there: the next place.
    }
  }
  return '0.0.0';
}
