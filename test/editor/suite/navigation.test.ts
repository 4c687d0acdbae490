import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  TypeHierarchyItem,
  Uri,
} from 'vscode';
import { commands, FoldingRangeKind, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { eventually, fileUri, open, positionOf } from './support';

const MAIN = 'etc/shinken/shinken.cfg';
const NAMES = 'etc/shinken/hosts/navigation.cfg';

const TEXT = `# region The hosts of the tests of navigation
define host {
    name                nav-base
    check_command       check_ping
    max_check_attempts  3
    contacts            admin
    register            0
}
# endregion

define host {
    use                 nav-base
    host_name           nav-router
    address             192.0.2.7
    max_check_attempts  5
    notes_url           http://wiki.example.com/$HOSTNAME$
}

define host {
    use        nav-base
    host_name  nav-web
    address    192.0.2.8
    parents    web-1, nav-router
}
`;

const names = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name).sort();

const startOf = (place: Location | LocationLink): { readonly uri: Uri; readonly line: number } =>
  'uri' in place
    ? { uri: place.uri, line: place.range.start.line }
    : { uri: place.targetUri, line: (place.targetSelectionRange ?? place.targetRange).start.line };

describe('Finding one’s way', () => {
  let document: TextDocument;

  before(async () => {
    await workspace.fs.writeFile(fileUri(NAMES), Buffer.from(TEXT));
    document = await open(NAMES);
    await eventually('the server to know the file', async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'nav-web',
      );
      return found.length > 0;
    });
  });
  after(() => workspace.fs.delete(fileUri(NAMES)));

  /** Asks about the place of a text, some letters on. */
  const ask = <Answer>(command: string, text: string, ...more: unknown[]): Thenable<Answer> =>
    commands.executeCommand<Answer>(command, document.uri, positionOf(document, text, 1), ...more);

  it('templates and what uses them', async () => {
    const [host] = await ask<TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', 'nav-web');
    const [template] = await commands.executeCommand<TypeHierarchyItem[]>('vscode.provideSupertypes', host);
    assert.equal(template?.name, 'nav-base');
    const users = await commands.executeCommand<TypeHierarchyItem[]>('vscode.provideSubtypes', template);
    assert.deepEqual(names(users), ['nav-router', 'nav-web']);
  });

  it('what a host needs, and who needs it', async () => {
    const [web] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', 'nav-web');
    const needed = await commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', web);
    assert.deepEqual(names(needed.map(({ to }) => to)), ['nav-router', 'web-1']);
    const [router] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', 'nav-router');
    const [call] = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', router);
    assert.equal(call?.from.name, 'nav-web');
    assert.deepEqual(
      call.fromRanges.map((range) => document.getText(range)),
      ['nav-router'],
    );
  });

  it('a directive leads to what it overrides, a name to the templates of what it stands for', async () => {
    const line = positionOf(document, 'max_check_attempts  3').line;
    const [overridden] = await ask<(Location | LocationLink)[]>(
      'vscode.executeDeclarationProvider',
      'max_check_attempts  5',
    );
    assert.equal(overridden && startOf(overridden).line, line);
    const [template] = await ask<(Location | LocationLink)[]>('vscode.executeTypeDefinitionProvider', 'nav-web');
    assert.equal(template && startOf(template).line, positionOf(document, 'nav-base').line);
  });

  it('every place that says a name, in this file and in others', async () => {
    const found = await ask<Location[]>('vscode.executeReferenceProvider', 'web-1,');
    assert.deepEqual([...new Set(found.map(({ uri }) => uri.path.replace(/^.*\/shinken\//, '')))].sort(), [
      'hosts/navigation.cfg',
      'hosts/web.cfg',
      'services/web.cfg',
    ]);
    const lit = await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', 'nav-router');
    assert.equal(lit.length, 2);
  });

  it('a name that cannot be is refused with the reason', async () => {
    await assert.rejects(
      async () => ask('vscode.executeDocumentRenameProvider', 'nav-web', 'nav-router'),
      /nav-router is defined already in hosts\/navigation\.cfg:13/,
    );
    await assert.rejects(async () => ask('vscode.executeDocumentRenameProvider', 'nav-web', 'null'), /takes back/);
  });

  it('symbols of one type', async () => {
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'host:nav',
    );
    assert.deepEqual(names(found), ['host:nav-router', 'host:nav-web']);
  });

  it('links to pages and folders', async () => {
    const pages = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = pages.map(({ target }) => target?.toString(true));
    assert.ok(targets.includes('http://wiki.example.com/nav-router'), targets.join(', '));
    const main = await open(MAIN);
    const folders = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', main.uri);
    const hosts = folders.find(({ range }) => main.getText(range) === 'hosts');
    assert.match(hosts?.target?.toString() ?? '', /^command:shinken\.revealFolder/);
  });

  it('selections grow, regions fold', async () => {
    const [range] = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [positionOf(document, 'web-1,', 1)],
    );
    const grown: string[] = [];
    for (let at: SelectionRange | undefined = range; at; at = at.parent) grown.push(document.getText(at.range));
    assert.ok(grown.includes('web-1') && grown.includes('web-1, nav-router'), grown.join(' | '));
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const region = folds.find(({ kind }) => kind === FoldingRangeKind.Region);
    assert.deepEqual([region?.start, region?.end], [0, 8]);
  });

  it('a folder that gets another name keeps its line', async () => {
    const main = await open(MAIN);
    const [old, fresh] = ['timeperiods', 'periods'].map((name) => fileUri(`etc/shinken/${name}`));
    assert.ok(old && fresh);
    const rename = async (from: Uri, to: Uri, line: string): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.renameFile(from, to);
      assert.ok(await workspace.applyEdit(edit));
      await eventually(line, () => main.getText().includes(line));
    };
    await rename(old, fresh, 'cfg_dir=periods');
    await rename(fresh, old, 'cfg_dir=timeperiods');
    await main.save();
  });
});
