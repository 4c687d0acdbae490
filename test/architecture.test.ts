import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'server/src');

/** What each part may import besides itself: the arrows of ARCHITECTURE.md. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  steps: [],
  syntax: [],
  schema: [],
  project: ['syntax', 'schema', 'steps'],
  model: ['syntax', 'schema', 'project', 'steps'],
  rules: ['syntax', 'schema', 'project', 'model', 'availability', 'steps'],
  availability: ['syntax', 'schema', 'project', 'model', 'rules', 'steps'],
  '.': ['syntax', 'schema', 'project', 'model', 'rules', 'availability', 'steps'],
  incremental: ['syntax', 'schema', 'project', 'model', 'rules', 'steps'],
  sample: ['syntax', 'schema', 'project', 'model', 'rules', 'steps', '.'],
  features: ['syntax', 'schema', 'project', 'model', 'rules', 'availability', 'steps', '.'],
  lsp: [
    'syntax',
    'schema',
    'project',
    'model',
    'rules',
    'availability',
    'incremental',
    'sample',
    'features',
    'steps',
    '.',
  ],
  cli: ['syntax', 'schema', 'project', 'model', 'rules', 'availability', 'sample', 'features', 'steps', '.'],
};

/** Parts that may name packages: the others are pure. */
const packages: Readonly<Record<string, readonly string[]>> = {
  rules: ['fastest-levenshtein'],
  features: ['fastest-levenshtein'],
  lsp: ['minimatch', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  cli: ['cli-table3', 'commander', 'editorconfig'],
};

const entryPoints = new Set(['main.ts', 'server.ts', 'browser.ts']);

interface Import {
  readonly file: string;
  readonly part: string;
  readonly specifier: string;
}

const partOf = (file: string): string => {
  const [first = '.', ...rest] = path.relative(source, file).split(path.sep);
  return rest.length === 0 ? '.' : first;
};

const files: readonly string[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !entryPoints.has(name))
  .map((name) => path.join(source, name));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?'([^'\n]+)'/g)].map(([, specifier]) => specifier ?? '');
  return specifiers.map((specifier) => ({ file, part: partOf(file), specifier }));
});

const where = ({ file, specifier }: Import): string => `${path.relative(root, file)} imports ${specifier}`;

describe('the arrows of ARCHITECTURE.md', () => {
  test('every part of the server is known', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.keys(allowed))('%s imports only what is before it', (part) => {
    const back = imports.filter((one) => {
      if (one.part !== part || !one.specifier.startsWith('.') || one.specifier.endsWith('.json')) return false;
      const target = partOf(path.resolve(path.dirname(one.file), `${one.specifier}.ts`));
      const folder = partOf(path.resolve(path.dirname(one.file), one.specifier, 'index.ts'));
      return ![target, folder].some((to) => to === part || allowed[part]?.includes(to));
    });
    expect(back.map(where)).toEqual([]);
  });

  test.each(Object.keys(allowed))('%s names no package that it should not know', (part) => {
    const outside = imports.filter(({ part: from, specifier }) => {
      if (from !== part || specifier.startsWith('.')) return false;
      if ((part === 'cli' || part === 'lsp') && specifier.startsWith('node:')) return false;
      return !packages[part]?.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    });
    expect(outside.map(where)).toEqual([]);
  });
});
