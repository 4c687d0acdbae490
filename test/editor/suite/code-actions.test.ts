import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { afterEach, before, describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import { action, apply, fileUri, noProblem, open, problem, replace, revert, revertAll } from './support';

const HOSTS = 'etc/shinken/hosts/web.cfg';
const SERVICES = 'etc/shinken/services/web.cfg';
const CREATED = 'etc/shinken/commands/check_pnig.cfg';
const UNKNOWN_COMMAND = 'arbiter/unknown-command';
const UNKNOWN_DIRECTIVE = 'arbiter/unknown-directive';

describe('What can be done about a problem', () => {
  before(async () => {
    await open(HOSTS);
  });

  /** Every test finds the files as they were. */
  afterEach(async () => {
    await revertAll();
    await problem(SERVICES, UNKNOWN_COMMAND);
  });

  it('the missing object is created, where the others of its type are', async () => {
    const document = await open(SERVICES);
    await problem(SERVICES, UNKNOWN_COMMAND);
    const create = await action(
      document,
      'check_pnig',
      'quickfix',
      /^Create command “check_pnig” in commands\/check_pnig\.cfg$/,
    );
    const file = fileUri(CREATED);
    try {
      await apply(create);
      const made = await workspace.openTextDocument(file);
      assert.equal(
        made.getText(),
        'define command {\n    command_name  check_pnig\n    command_line  /usr/lib/nagios/plugins/check_pnig\n}\n',
      );
      await noProblem(SERVICES, UNKNOWN_COMMAND);
      await revert(made);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    } finally {
      if (existsSync(file.fsPath)) rmSync(file.fsPath);
    }
  });

  it('a rule is ignored in its place', async () => {
    const document = await open(HOSTS);
    await replace(document, 'address    192.0.2.1', 'adress     192.0.2.1');
    await problem(HOSTS, UNKNOWN_DIRECTIVE);
    await apply(await action(document, 'adress', 'quickfix', /^Ignore arbiter\/unknown-directive here$/));
    assert.match(document.getText(), /^ {4}; shinken-ignore arbiter\/unknown-directive\n {4}adress /m);
    await noProblem(HOSTS, UNKNOWN_DIRECTIVE);
  });

  it('a rule is switched off in the settings of the folder', async () => {
    const document = await open(HOSTS);
    await replace(document, 'address    192.0.2.1', 'adress     192.0.2.1');
    await problem(HOSTS, UNKNOWN_DIRECTIVE);
    const off = await action(document, 'adress', 'quickfix', /^Switch arbiter\/unknown-directive off everywhere$/);
    assert.ok(off.command);
    const settings = (): Record<string, string> | undefined =>
      workspace.getConfiguration('shinken', document.uri).get<Record<string, string>>('rules');
    const before = workspace.getConfiguration('shinken', document.uri).inspect('rules')?.workspaceValue;
    try {
      await commands.executeCommand(off.command.command, ...(off.command.arguments ?? []));
      assert.equal(settings()?.[UNKNOWN_DIRECTIVE], 'off');
      await noProblem(HOSTS, UNKNOWN_DIRECTIVE);
    } finally {
      await workspace.getConfiguration('shinken', document.uri).update('rules', before, false);
    }
    await problem(HOSTS, UNKNOWN_DIRECTIVE);
  });

  it('all problems of a file are fixed at once', async () => {
    const document = await open(HOSTS);
    const text = document.getText();
    await replace(document, 'address    192.0.2.1', 'adress     192.0.2.1');
    await replace(document, 'max_check_attempts', 'max_check_atempts ');
    await problem(HOSTS, UNKNOWN_DIRECTIVE);
    const fix = await action(document, 'define', 'source.fixAll', /^Fix all problems/);
    assert.equal(fix.kind?.value, 'source.fixAll.shinken');
    await apply(fix);
    assert.equal(document.getText().replace(/ +/g, ' '), text.replace(/ +/g, ' '));
    await noProblem(HOSTS, UNKNOWN_DIRECTIVE);
  });
});
