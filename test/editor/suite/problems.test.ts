import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, DiagnosticSeverity, languages, window, workspace } from 'vscode';
import {
  completion,
  eventually,
  fileUri,
  hover,
  nameOf,
  noProblem,
  open,
  pause,
  problem,
  replace,
  revertAll,
  setting,
} from './support';

const HOSTS = 'etc/shinken/hosts/problems.cfg';
/** One that no test opens: what is in an editor is never hidden. */
const UNOPENED = 'etc/shinken/hosts/problems-unopened.cfg';
const UNKNOWN_DIRECTIVE = 'arbiter/unknown-directive';

const host = (name: string, ...lines: string[]): string =>
  `define host {\n    use        generic\n    host_name  ${name}\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

const TEXT = `${host('problems-1', 'adress     192.0.2.21')}\n${host('problems-2', 'parents    web-l', 'nonsense   1')}`;

const messages = (): string[] => languages.getDiagnostics(fileUri(HOSTS)).map(({ message }) => message);

describe('Problems', () => {
  before(async () => {
    writeFileSync(fileUri(HOSTS).fsPath, TEXT);
    writeFileSync(fileUri(UNOPENED).fsPath, host('problems-9', 'adress     192.0.2.29'));
    await open(HOSTS);
    await problem(HOSTS, UNKNOWN_DIRECTIVE);
  });

  afterEach(revertAll);

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of [HOSTS, UNOPENED]) rmSync(fileUri(name).fsPath, { force: true });
  });

  it('say where and how bad, once each, and stay when their file is closed', async () => {
    const expected = ['web-l', 'adress', 'nonsense'];
    const about = (word: string) =>
      languages.getDiagnostics(fileUri(HOSTS)).filter(({ message }) => message.includes(word));
    await eventually('all of them', () => expected.every((word) => about(word).length > 0));
    for (const word of expected) assert.equal(about(word).length, 1, `${word}: ${messages().join('\n')}`);
    const document = await workspace.openTextDocument(fileUri(HOSTS));
    const [parent] = about('web-l');
    assert.ok(parent);
    assert.equal(document.getText(parent.range), 'web-l');
    assert.equal(parent.severity, DiagnosticSeverity.Warning);
    assert.equal(parent.source, 'shinken');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await pause(500);
    for (const word of expected) assert.equal(about(word).length, 1, `${word}, closed: ${messages().join('\n')}`);
  });

  it('beyond the number that is wanted are counted', async () => {
    await open(HOSTS);
    await setting('maxProblemsPerFile', 1);
    try {
      const rest = await eventually('the note', () => messages().find((message) => message.includes('not shown')));
      assert.match(rest, /^\d+ more problems of this file are not shown: `shinken\.maxProblemsPerFile` is 1\.$/);
      assert.equal(messages().length, 2);
    } finally {
      await setting('maxProblemsPerFile', undefined);
    }
    await eventually('all of them', () => messages().length > 2);
  });

  it('of files that the editor hides are hidden', async () => {
    const files = workspace.getConfiguration('files');
    await problem(UNOPENED, UNKNOWN_DIRECTIVE);
    await files.update('exclude', { '**/*-unopened.cfg': true }, ConfigurationTarget.Workspace);
    try {
      await noProblem(UNOPENED, UNKNOWN_DIRECTIVE);
      await problem(HOSTS, UNKNOWN_DIRECTIVE);
    } finally {
      await files.update('exclude', undefined, ConfigurationTarget.Workspace);
    }
    await problem(UNOPENED, UNKNOWN_DIRECTIVE);
  });

  it('are ignored by a comment, whose rules are completed and explained', async () => {
    const document = await open(HOSTS);
    await replace(document, '    nonsense', '    ; shinken-ignore arbiter/unknown-dir\n    nonsense');
    const rules = (await completion(document, 'arbiter/unknown-dir')).map(nameOf);
    assert.ok(rules.includes(UNKNOWN_DIRECTIVE), rules.slice(0, 10).join(', '));
    await replace(document, 'unknown-dir\n', 'unknown-directive -- ours\n');
    await eventually('the problem to be gone', () => messages().every((message) => !message.includes('nonsense')));
    assert.ok(messages().some((message) => message.includes('adress')));
    assert.match(await hover(document, UNKNOWN_DIRECTIVE), /A directive that hosts or services do not have/);
  });

  it('are fixed on save, when that is wanted', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'shinken' });
    const document = await open(HOSTS);
    await editor.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, ConfigurationTarget.Global, true);
    try {
      await replace(document, 'problems-2', 'problems-3');
      await eventually('a problem of the new text', () => messages().some((text) => text.includes('adress')));
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.save');
      const fixed = TEXT.replace('adress', 'address').replace('web-l', 'web-1').replace('problems-2', 'problems-3');
      await eventually('a file without them', () => !document.isDirty && !document.getText().includes('adress'));
      assert.equal(document.getText(), fixed);
    } finally {
      await editor.update('codeActionsOnSave', undefined, ConfigurationTarget.Global, true);
    }
  });
});
