import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import { commands, type SignatureHelp, SnippetString, type TextDocument } from 'vscode';
import { completion, hover, nameOf, open, plain, positionOf, problem, replace, revertAll } from './support';

const SERVICES = 'etc/shinken/services/web.cfg';

describe('A call of a command', () => {
  before(async () => {
    await open(SERVICES);
    await problem(SERVICES, 'arbiter/unknown-command');
  });

  afterEach(revertAll);

  /** The service's call changed to this one. */
  async function calling(call: string): Promise<TextDocument> {
    const document = await open(SERVICES);
    await replace(document, 'check_pnig', call);
    return document;
  }

  it('is completed with stops for its arguments, and explained once it is looked at', async () => {
    const document = await calling('check_l');
    const items = await completion(document, 'check_l', 10);
    const item = items.find((one) => nameOf(one) === 'check_load');
    assert.ok(item, items.map(nameOf).join(', '));
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
    assert.match(await hover(document, 'check_load!', 3), /check_by_ssh -H 192\.0\.2\.1 -w 100,20%/);
  });
});
