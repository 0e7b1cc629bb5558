import type { Plugin } from 'esbuild';

/**
 * Packages that a plain article without a configuration never needs, by the script that they come in beside the program.
 * Their functions and classes stand in the bundle as stand-ins that read the package when they are first used.
 */
const lazy: Record<string, readonly string[]> = {
  globs: ['picomatch', 'tinyglobby'],
  html: ['parse5'],
  lists: ['csv-parse/browser/esm/sync'],
  markdown: [
    'decode-named-character-reference',
    'mdast-util-from-markdown',
    'mdast-util-frontmatter',
    'mdast-util-gfm',
    'micromark-extension-frontmatter',
    'micromark-extension-gfm',
  ],
  patterns: ['re2js'],
  prose: [
    'parse-english',
    'retext-diacritics',
    'retext-indefinite-article',
    'retext-repeated-words',
    'retext-sentence-spacing',
    'retext-spell',
    'unified',
    'vfile',
  ],
  yaml: ['yaml'],
};

/** All packages that have a script of their own; the server's are more than functions and need no stand-ins. */
export const apart: Readonly<Record<string, readonly string[]>> = {
  ...lazy,
  protocol: ['vscode-languageserver', 'vscode-languageserver/node', 'vscode-languageserver-textdocument'],
};

const packages = Object.values(lazy).flat();

const standIn = `
const standIn = (read) => {
  let one;
  const get = () => (one ??= read());
  return new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(get(), self, args),
    construct: (_, args) => Reflect.construct(get(), args),
    get: (_, key) => get()[key],
  });
};
`;

/** Packages of the list, imported by our own files, are evaluated at their first use. */
export const lazyPackages: Plugin = {
  name: 'lazy packages',
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path, kind, importer, resolveDir }) =>
      kind === 'import-statement' && packages.includes(path) && !/[\\/]node_modules[\\/]/.test(importer)
        ? { path, namespace: 'lazy', pluginData: resolveDir }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path, pluginData }) => {
      const { default: main, ...named } = (await import(path)) as Record<string, unknown>;
      const lines = Object.keys(named)
        .filter((name) => name !== 'module.exports' && typeof named[name] === 'function')
        .map((name) => `export const ${name} = /* @__PURE__ */ standIn(() => require('${path}').${name});`);
      if (typeof main === 'function')
        lines.push(
          `export default /* @__PURE__ */ standIn(() => { const it = require('${path}'); return it.default ?? it; });`,
        );
      return { contents: standIn + lines.join('\n'), resolveDir: pluginData as string, loader: 'js' };
    });
  },
};

/** Leaves the packages of {@link apart} out: the program asks for them by `require`. */
export const packagesApart: Plugin = {
  name: 'packages apart',
  setup(build) {
    const names = Object.values(apart).flat();
    build.onResolve({ filter: /^[a-z]/ }, ({ path }) => (names.includes(path) ? { path, external: true } : undefined));
  },
};
