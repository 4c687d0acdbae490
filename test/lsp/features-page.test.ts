import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { abilitiesOf, serverCapabilities } from '../../server/src/lsp/capabilities';

/** A client that says yes to everything it is asked. */
const able = (given: unknown = {}): unknown =>
  new Proxy(given as object, {
    get: (_target, key) => {
      if (key === 'includes' || key === 'some') return () => true;
      if (key === Symbol.iterator) return () => [].values();
      if (key === 'resolveSupport' || key === 'tagSupport') return able();
      return typeof key === 'string' &&
        /Support$|Only$|^dynamicRegistration$|^(?:configuration|workspaceFolders|documentChanges)$/.test(key)
        ? true
        : able();
    },
  });

/** What the page has a line for. */
const described = [
  ...readFileSync(path.resolve(import.meta.dirname, '../../docs/features.md'), 'utf8').matchAll(/^\| `(\w+)`/gm),
].map(([, name]) => name);

test('docs/features.md has a line for everything that the server offers, and for nothing else', () => {
  const client = abilitiesOf({ processId: null, rootUri: null, capabilities: able() as ClientCapabilities });
  const offered = Object.entries(serverCapabilities(client))
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name]) => name);
  expect(described.sort()).toEqual(offered.sort());
});
