import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, DiagnosticTag, type TextDocument, window, workspace } from 'vscode';
import { after, before, describe, it } from 'mocha';
import { noProblem, open, problem, replace } from './support';

const HOSTS = 'etc/shinken/hosts/web.cfg';
const OLD_NAME = 'style/old-name';

describe('Rules that are off by default', () => {
  let document: TextDocument;
  let set: Record<string, string> | undefined;

  const rules = (value: Record<string, string> | undefined): Thenable<void> =>
    workspace.getConfiguration('shinken', document.uri).update('rules', value, false);

  before(async () => {
    document = await open(HOSTS);
    set = workspace.getConfiguration('shinken', document.uri).inspect<Record<string, string>>('rules')?.workspaceValue;
    await replace(document, 'address    192.0.2.1', 'address    192.0.2.1\n    criticity  3');
  });
  after(async () => {
    await rules(set);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('speak once their family is switched on, and old names are struck through', async () => {
    await rules({ ...set, 'style/*': 'hint' });
    const { severity, tags } = await problem(HOSTS, OLD_NAME);
    assert.equal(severity, DiagnosticSeverity.Hint);
    assert.deepEqual(tags, [DiagnosticTag.Deprecated]);
    await rules({ ...set, 'style/*': 'hint', [OLD_NAME]: 'off' });
    await noProblem(HOSTS, OLD_NAME);
  });
});
