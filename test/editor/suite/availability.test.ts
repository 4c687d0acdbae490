import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import {
  type CodeLens,
  commands,
  type Hover,
  type InlayHint,
  MarkdownString,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually, fileUri, open, positionOf } from './support';

const POLLERS = 'spares-shinken/pollers/pollers.cfg';
const SCHEDULERS = 'spares-shinken/schedulers/schedulers.cfg';
const TAKEOVER = 'spare: poller-spare on server3, takes over within 180 s';

const lenses = ({ uri }: TextDocument): Thenable<CodeLens[]> =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);

const lens = (document: TextDocument, title: string): Promise<CodeLens> =>
  eventually(`the lens "${title}"`, async () =>
    (await lenses(document)).find(({ command }) => command?.title.startsWith(title)),
  );

async function hints(document: TextDocument): Promise<string[]> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

describe('Above and between the lines of a daemon', () => {
  after(async () => {
    await workspace.getConfiguration('shinken').update('codeLens.availability', undefined);
    await workspace.getConfiguration('shinken').update('inlayHints.port', undefined);
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
    await workspace.getConfiguration('shinken').update('codeLens.availability', false);
    await eventually('no lens', async () => (await lenses(document)).length === 0);
  });

  it('hints show the defaults that matter', async () => {
    const document = await open(POLLERS);
    const wanted = ['spare 0', 'port 7771', 'given up within 180 s', 'realm Default', 'port 7771', 'realm Default'];
    await eventually('the hints', async () => (await hints(document)).length === wanted.length);
    assert.deepEqual(await hints(document), wanted);
    await workspace.getConfiguration('shinken').update('inlayHints.port', false);
    await eventually('fewer hints', async () => !(await hints(document)).includes('port 7771'));
  });

  it('a name tells, under the mouse, what the daemon does and who takes over', async () => {
    const document = await open(POLLERS);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'poller-master', 2),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join('\n');
    assert.match(text, /While all is well it runs the checks of Default/);
    const link = /\[poller\\?-spare\]\((.*?)\) on server3 takes over after 120 to 180 s/.exec(text)?.[1];
    assert.equal(link && Uri.parse(link).path, document.uri.path);
  });
});
