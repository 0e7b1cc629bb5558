import picomatch from 'picomatch';
import { pathWithin } from './paths.ts';

/**
 * Whether globs take a path: at least one that says so and none with `!` that excludes it. Globs are relative to the
 * configuration's folder; one without a slash names files in any folder below.
 */
export function takesPath(globs: readonly string[], folder: string, path: string): boolean {
  const inside = pathWithin(folder, path);
  if (inside === undefined) return false;
  const name = inside.slice(inside.lastIndexOf('/') + 1);
  const takes = (glob: string) => {
    const plain = glob.replace(/^\.\//, '');
    return picomatch.isMatch(plain.includes('/') ? inside : name, plain, { dot: true });
  };
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return (
    (wanted.length === 0 || wanted.some(takes)) && !globs.some((glob) => glob.startsWith('!') && takes(glob.slice(1)))
  );
}
