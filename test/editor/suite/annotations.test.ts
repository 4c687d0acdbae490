import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { commands, window } from 'vscode';
import { eventually, fileUri, hint, lens, lenses, open, setting } from './support';

const HOSTS = 'etc/shinken/hosts/web.cfg';
const COMMANDS = 'etc/shinken/commands/load.cfg';

describe('Above and between the lines of objects', () => {
  after(async () => {
    await setting('codeLens.usage', undefined);
    await setting('inlayHints.filledIn', undefined);
  });

  it('a lens says who uses a template, and leads there', async () => {
    const document = await open(HOSTS);
    const { command } = await lens(document, 'used by 1 host');
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually('the host under the cursor', () => {
      const active = window.activeTextEditor;
      return (
        active?.document.uri.path === fileUri(HOSTS).path &&
        active.document.lineAt(active.selection.active.line).text.includes('use ')
      );
    });
  });

  it('a lens says that nobody uses a command', async () => {
    const { command } = await lens(await open(COMMANDS), 'unused');
    assert.equal(command?.command, '');
  });

  it('a lens can be switched off', async () => {
    const document = await open(HOSTS);
    await lens(document, 'used by 1 host');
    await setting('codeLens.usage', false);
    await eventually('no lens of users', async () =>
      (await lenses(document)).every(({ command }) => command?.title.startsWith('used by') !== true),
    );
  });

  it('a hint says what comes from a template; it leads there', async () => {
    const document = await open(HOSTS);
    const { label } = await hint(document, 'check_command check_ping');
    const places = typeof label === 'string' ? [] : label.flatMap(({ location }) => location ?? []);
    assert.deepEqual(
      places.map(({ uri, range }) => [uri.path, document.getText(range).split(/\s+/)[0]]),
      [[fileUri(HOSTS).path, 'check_command']],
    );
  });

  it('what Shinken fills in is shown on request', async () => {
    const document = await open(HOSTS);
    await setting('inlayHints.filledIn', true);
    await hint(document, 'check_interval 0');
  });
});
