import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, type Tab, TabInputTextDiff, window, workspace } from 'vscode';
import { eventually, fileUri, open, pause, replace } from './support';

const MAIN = 'etc/shinken/shinken.cfg';
const HOSTS = 'etc/shinken/hosts/web.cfg';

/** The two documents that the editor in front shows side by side. */
async function sidesInFront(): Promise<TabInputTextDiff> {
  const tab = await eventually('two documents side by side', (): Tab | undefined => {
    const active = window.tabGroups.activeTabGroup.activeTab;
    return active?.input instanceof TabInputTextDiff ? active : undefined;
  });
  return tab.input as TabInputTextDiff;
}

/** Clicks the first difference in the list, below the name of its group. */
async function chooseFirstDifference(): Promise<void> {
  await commands.executeCommand('shinken.differences.focus');
  await eventually('the list of differences', async () => {
    await commands.executeCommand('list.focusFirst');
    await commands.executeCommand('list.focusDown');
    await commands.executeCommand('list.select');
    await pause(500);
    return window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff;
  });
}

describe('A configuration', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'copies-'));
  const copy = path.join(home, 'etc', 'shinken');

  before(async () => {
    await open(MAIN);
    cpSync(path.dirname(fileUri(MAIN).fsPath), copy, { recursive: true });
  });

  afterEach(async () => {
    await commands.executeCommand('shinken.differences.close');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('is compared with another copy, and a difference is shown in both', async () => {
    const file = path.join(copy, 'hosts', 'web.cfg');
    writeFileSync(file, readFileSync(file, 'utf8').replace('192.0.2.1', '192.0.2.99'));
    await commands.executeCommand('shinken.compareCopies', { folder: copy });
    await chooseFirstDifference();
    const { original, modified } = await sidesInFront();
    assert.equal(original.fsPath, file);
    assert.equal(modified.path, fileUri(HOSTS).path);

    await commands.executeCommand('shinken.differences.watch');
    const settings = workspace.getConfiguration('shinken', fileUri(MAIN));
    assert.deepEqual(settings.get('copies'), [copy]);
    await settings.update('copies', undefined, ConfigurationTarget.WorkspaceFolder);
  });

  it('is compared with itself as it was in a commit', async function () {
    const folder = path.dirname(fileUri(MAIN).fsPath);
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
      execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe' });
    };
    try {
      git('init', '-q');
    } catch {
      return this.skip();
    }
    try {
      git('add', '-A');
      git('commit', '-q', '-m', 'One');
      const document = await open(HOSTS);
      const before = document.getText();
      await replace(document, '192.0.2.1', '192.0.2.99');
      await commands.executeCommand('shinken.compareCopies', { commit: 'HEAD' });
      await chooseFirstDifference();
      const { original, modified } = await sidesInFront();
      assert.equal(original.scheme, 'shinken-commit');
      assert.equal(modified.path, document.uri.path);
      assert.equal((await workspace.openTextDocument(original)).getText(), before);
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    } finally {
      rmSync(path.join(folder, '.git'), { recursive: true, force: true });
    }
  });

  it('gets a job that copies it, as documents that are not saved', async () => {
    await open(MAIN);
    const untitled = () => workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
    const command = commands.executeCommand('shinken.writeSyncJob');
    // Every question has an answer that is proposed.
    const documents = await eventually('the documents of the job', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return untitled().length >= 3 && untitled();
    });
    await command;
    const [script] = documents.filter(({ languageId }) => languageId === 'shellscript');
    assert.match(script?.getText() ?? '', /^#!\/bin\/sh\n/);
    assert.match(script?.getText() ?? '', /\ntarget='server3'\n/);
    assert.equal(documents.filter(({ languageId }) => languageId === 'ini').length, 2);
    for (const document of documents) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
