import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, before, describe, it } from 'mocha';
import {
  commands,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  Range,
  Selection,
  window,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import {
  action,
  apply,
  completion,
  eventually,
  fileUri,
  hover,
  nameOf,
  noProblem,
  open,
  positionOf,
  problem,
  replace,
  revertAll,
} from './support';

const HOSTS = 'etc/shinken/hosts/web.cfg';
const SERVICES = 'etc/shinken/services/web.cfg';
const UNKNOWN_COMMAND = 'arbiter/unknown-command';

describe('In an open configuration', () => {
  before(async () => {
    await open(HOSTS);
  });

  afterEach(revertAll);

  it('a mistake is reported in a file that is not open', async () => {
    const { range, message, code } = await problem(SERVICES, UNKNOWN_COMMAND);
    const document = await workspace.openTextDocument(fileUri(SERVICES));
    assert.match(document.getText(range), /check_pnig/);
    assert.match(message, /check_pnig/);
    const rule = typeof code === 'object' ? code.target : undefined;
    assert.match(String(rule), /docs\/rules\.md#L\d+$/, 'a problem leads to its rule');
  });

  it('a problem goes with its cause while the file is being edited', async () => {
    const document = await open(SERVICES);
    await problem(SERVICES, UNKNOWN_COMMAND);
    await replace(document, 'check_pnig', 'check_ping');
    await noProblem(SERVICES, UNKNOWN_COMMAND);
  });

  it('a change on the disk is seen', async () => {
    const file = fileUri('etc/shinken/commands/checks.cfg').fsPath;
    const before = readFileSync(file, 'utf8');
    await problem(SERVICES, UNKNOWN_COMMAND);
    writeFileSync(file, `${before}\ndefine command {\n    command_name  check_pnig\n    command_line  /bin/true\n}\n`);
    await noProblem(SERVICES, UNKNOWN_COMMAND);
    writeFileSync(file, before);
    // On a busy machine VS Code's watcher may miss a change that follows another at once: it is written again.
    const again = setInterval(() => {
      writeFileSync(file, before);
    }, 3000);
    try {
      await problem(SERVICES, UNKNOWN_COMMAND);
    } finally {
      clearInterval(again);
    }
  });

  it('a quick-fix puts the right name in', async () => {
    const document = await open(SERVICES);
    await problem(SERVICES, UNKNOWN_COMMAND);
    await apply(await action(document, 'check_pnig', 'quickfix', /check_ping/));
    assert.match(document.getText(), /check_command +check_ping\n/);
  });

  it('directives are completed', async () => {
    const document = await open(HOSTS);
    await replace(document, 'address    192.0.2.1', 'notification_int');
    const labels = (await completion(document, 'notification_int')).map(nameOf);
    assert.ok(labels.includes('notification_interval'), labels.slice(0, 10).join(', '));
  });

  it('a name leads to its definition', async () => {
    const document = await open(SERVICES);
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'web-1', 2),
    );
    assert.deepEqual(
      found.map((place) => ('uri' in place ? place.uri : place.targetUri).path),
      [fileUri(HOSTS).path],
    );
  });

  it('a directive is explained under the mouse', async () => {
    const document = await open(HOSTS);
    assert.match(await hover(document, 'max_check_attempts', 3), /max_check_attempts/);
  });

  it('the outline names the objects', async () => {
    const symbols = await eventually('the outline', () =>
      commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', fileUri(HOSTS)),
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['generic', 'web-1'],
    );
  });

  it('a name is changed everywhere', async () => {
    const document = await open(HOSTS);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'web-1', 2),
      'web-2',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path)
        .sort(),
      [HOSTS, SERVICES].map((name) => fileUri(name).path),
    );
  });

  it('an object is shown as the arbiter will have it', async () => {
    const document = await open(HOSTS);
    const editor = await window.showTextDocument(document);
    const place = positionOf(document, 'web-1');
    editor.selection = new Selection(place, place);
    await commands.executeCommand('shinken.showEffectiveObject');
    const shown = await eventually('the effective object', () =>
      window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === 'shinken-view'),
    );
    assert.equal(shown.document.languageId, 'shinken');
    assert.match(shown.document.getText(), /max_check_attempts +3 .*generic/);
  });

  it('the server can be started anew', async () => {
    await commands.executeCommand('shinken.restartServer');
    const document = await open(SERVICES);
    await replace(document, 'check_pnig', 'check_pnigg');
    const { range } = await eventually('the new problem', async () => {
      const found = await problem(SERVICES, UNKNOWN_COMMAND);
      return found.message.includes('check_pnigg') && found;
    });
    assert.ok(!range.isEqual(new Range(0, 0, 0, 0)));
  });
});
