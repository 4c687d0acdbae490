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

  /** The service's call changed to this one. */
  async function calling(call: string): Promise<TextDocument> {
    const document = await open(SERVICES);
    await replace(document, 'check_pnig', call);
    return document;
  }

  it('is completed with stops for its arguments, and explained once it is looked at', async () => {
    const document = await calling('check_l');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, 'check_l', 'check_l'.length),
      undefined,
      10,
    );
    const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);
    const item = items.find((one) => labelOf(one) === 'check_load');
    assert.ok(item, items.map(labelOf).join(', '));
    assert.ok(typeof item.label === 'object');
    assert.equal(item.label.detail, '!-w');
    assert.ok(item.insertText instanceof SnippetString);
    assert.equal(item.insertText.value, 'check_load!${1:-w}');
    assert.match(plain(item.documentation), /plugins\/check_by_ssh/);
  });

  it('names the argument that is being written', async () => {
    const document = await calling('check_load!');
    const { signatures, activeParameter } = await commands.executeCommand<SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      positionOf(document, 'check_load!', 'check_load!'.length),
      '!',
    );
    assert.equal(signatures[0]?.label, 'check_load!-w');
    assert.equal(activeParameter, 0);
    assert.match(plain(signatures[0].documentation), /-w \$ARG1\$/);
  });

  it('shows what it will run', async () => {
    const document = await calling('check_load!100,20%');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'check_load!', 3),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(plain)).join('\n');
    assert.match(text, /check_by_ssh -H 192\.0\.2\.1 -w 100,20%/);
  });
});
