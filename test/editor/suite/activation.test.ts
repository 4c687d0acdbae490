import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, extensions } from 'vscode';
import { eventually, EXTENSION, open } from './support';

describe('The extension', () => {
  it('is activated by a file of Shinken', async () => {
    await open('etc/shinken/hosts/web.cfg');
    await eventually('the extension to be active', () => extensions.getExtension(EXTENSION)?.isActive);
  });

  it('carries out every command that package.json names', async () => {
    const manifest = extensions.getExtension(EXTENSION)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = new Set(await commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
