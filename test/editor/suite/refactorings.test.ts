import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, window } from 'vscode';
import { action, actionsAt, apply, eventually, fileUri, open, replace, revert } from './support';

/** A new file in a folder that is read. */
const HOSTS = 'etc/shinken/hosts/refactored.cfg';

const host = (name: string, contacts: string): string =>
  `define host {\n    host_name       ${name}\n    alias           x\n    notes           y\n    check_interval  5\n    contacts        ${contacts}\n}\n`;

const text = [host('split-a', 'web-10,web-2'), host('split-b', 'u'), host('split-c', 'v')].join('\n');

describe('Refactorings', () => {
  before(() => writeFileSync(fileUri(HOSTS).fsPath, text));

  afterEach(async () => {
    await open(HOSTS);
    await commands.executeCommand('workbench.action.files.revert');
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(fileUri(HOSTS).fsPath, { force: true });
  });

  it('sort a list, and one undo takes it back', async () => {
    const document = await open(HOSTS);
    await apply(await action(document, 'web-10', 'refactor.rewrite', /^Sort list$/));
    assert.ok(document.getText().includes('web-2,web-10'), document.getText());
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    await eventually('the list as it was', () => document.getText() === text);
  });

  it('extract a template, whose change comes once it is wanted', async () => {
    const document = await open(HOSTS);
    await apply(await action(document, 'alias', 'refactor.extract', /^Extract 3 common directives/));
    assert.ok(/^define host \{\n {4}name +common-host\n/.test(document.getText()), document.getText());
    assert.equal(document.getText().match(/^ {4}use +common-host$/gm)?.length, 3);
  });

  it('write a template into the object that uses it', async () => {
    const document = await open('etc/shinken/hosts/web.cfg');
    await apply(await action(document, 'generic\n    host_name', 'refactor.inline', /^Inline the template/));
    assert.ok(!/^ +use +generic$/m.test(document.getText()), document.getText());
    assert.equal(document.getText().match(/^ +max_check_attempts +3$/gm)?.length, 2);
    await revert(document);
  });

  it('split a file: new files come', async () => {
    const document = await open(HOSTS);
    const { edit } = await action(document, 'define', 'refactor.move', /^Split refactored\.cfg/);
    assert.deepEqual(
      edit
        ?.entries()
        .map(([uri]) => path.basename(uri.fsPath))
        .sort(),
      ['split-a.cfg', 'split-b.cfg', 'split-c.cfg'],
    );
  });

  it('are not offered in a text that is being written', async () => {
    const document = await open(HOSTS);
    await replace(document, 'contacts        v\n}', 'contacts        z,v');
    const actions = await actionsAt(document, 'z,v', 'refactor.rewrite');
    assert.deepEqual(
      actions.map(({ title }) => title),
      [],
    );
  });
});
