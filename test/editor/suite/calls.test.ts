import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import {
  commands,
  type CompletionItem,
  type CompletionList,
  type Hover,
  MarkdownString,
  type SignatureHelp,
  SnippetString,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { open, positionOf, problem, replace } from './support';

const COMMANDS = 'etc/shinken/commands/checks.cfg';
const SERVICES = 'etc/shinken/services/web.cfg';

/** A text, or what a Markdown string says. */
function plain(text: unknown): string {
  return text instanceof MarkdownString ? text.value : String(text);
}

describe('A call of a command', () => {
  before(async () => {
    await open(SERVICES);
    await problem(SERVICES, 'arbiter/unknown-command');
  });

  afterEach(async () => {
    for (const document of workspace.textDocuments)
      if (document.isDirty) {
        await window.showTextDocument(document);
        await commands.executeCommand('workbench.action.files.revert');
      }
  });

  /** The service's call changed to this one, of a command that takes a threshold. */
  async function calling(call: string): Promise<TextDocument> {
    await replace(await open(COMMANDS), '-H $HOSTADDRESS$', '-H $HOSTADDRESS$ -w $ARG1$');
    const document = await open(SERVICES);
    await replace(document, 'check_pnig', call);
    return document;
  }

  it('is completed with stops for its arguments, and explained once it is looked at', async () => {
    const document = await calling('check_p');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, 'check_p', 'check_p'.length),
      undefined,
      10,
    );
    const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);
    const item = items.find((one) => labelOf(one) === 'check_ping');
    assert.ok(item, items.map(labelOf).join(', '));
    assert.ok(typeof item.label === 'object');
    assert.equal(item.label.detail, '!-w');
    assert.ok(item.insertText instanceof SnippetString);
    assert.equal(item.insertText.value, 'check_ping!${1:-w}');
    assert.match(plain(item.documentation), /plugins\/check_ping/);
  });

  it('names the argument that is being written', async () => {
    const document = await calling('check_ping!');
    const { signatures, activeParameter } = await commands.executeCommand<SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      positionOf(document, 'check_ping!', 'check_ping!'.length),
      '!',
    );
    assert.equal(signatures[0]?.label, 'check_ping!-w');
    assert.equal(activeParameter, 0);
    assert.match(plain(signatures[0].documentation), /-w \$ARG1\$/);
  });

  it('shows what it will run', async () => {
    const document = await calling('check_ping!100,20%');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'check_ping!', 3),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(plain)).join('\n');
    assert.match(text, /check_ping -H 192\.0\.2\.1 -w 100,20%/);
  });
});
