import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { commands, Uri, window } from 'vscode';
import { eventually, fileUri, hints, hover, labelOf, lens, lenses, open, setting } from './support';

const POLLERS = 'spares-shinken/pollers/pollers.cfg';
const SCHEDULERS = 'spares-shinken/schedulers/schedulers.cfg';
const TAKEOVER = 'spare: poller-spare on server3, takes over within 180 s';

describe('Above and between the lines of a daemon', () => {
  after(async () => {
    await setting('codeLens.availability', undefined);
    await setting('inlayHints.port', undefined);
  });

  it('a lens says who takes over, and leads there', async () => {
    const document = await open(POLLERS);
    const { command } = await lens(document, TAKEOVER);
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = await eventually('the spare under the cursor', () => {
      const active = window.activeTextEditor;
      return (
        active &&
        active.document.getText(active.document.lineAt(active.selection.active.line).range).includes('poller-spare') &&
        active
      );
    });
    assert.equal(editor.document.uri.path, fileUri(POLLERS).path);
  });

  it('a lens offers the spare that is missing', async () => {
    const { command } = await lens(await open(SCHEDULERS), 'no spare: add one');
    assert.equal(command?.command, 'shinken.addSpare');
  });

  it('a lens can be switched off', async () => {
    const document = await open(POLLERS);
    await lens(document, TAKEOVER);
    await setting('codeLens.availability', false);
    await eventually('no lens', async () => (await lenses(document)).length === 0);
  });

  it('hints show the defaults that matter', async () => {
    const document = await open(POLLERS);
    const wanted = ['spare 0', 'port 7771', 'given up within 180 s', 'realm Default', 'port 7771', 'realm Default'];
    await eventually('the hints', async () => (await hints(document)).length === wanted.length);
    assert.deepEqual((await hints(document)).map(labelOf), wanted);
    await setting('inlayHints.port', false);
    await eventually('fewer hints', async () => (await hints(document)).every((one) => labelOf(one) !== 'port 7771'));
  });

  it('a name tells, under the mouse, what the daemon does and who takes over', async () => {
    const document = await open(POLLERS);
    const text = await hover(document, 'poller-master', 2);
    assert.match(text, /While all is well it runs the checks of Default/);
    const link = /\[poller\\?-spare\]\((.*?)\) on server3 takes over after 120 to 180 s/.exec(text)?.[1];
    assert.equal(link && Uri.parse(link).path, document.uri.path);
  });
});
