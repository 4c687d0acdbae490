import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type Disposable, Uri, workspace, WorkspaceEdit } from 'vscode';
import { RemoteFolder } from '../../../client/src/virtual-files';
import { MemoryFiles } from './memory-files';
import { eventually, replace } from './support';

// A folder of another scheme cannot be added to this window without a restart of what runs the tests: what the client does with one is
// tried on VS Code's own files and events, and what the server does with it in test/lsp/virtual.test.ts.
describe('A folder that is on no disk', () => {
  const uri = Uri.parse('shinken-memory:/etc/my shinken');
  const at = (name: string): Uri => Uri.joinPath(uri, name);
  const texts = new Map<string, string>();
  const complete: string[] = [];
  const subscriptions: Disposable[] = [];

  before(() => {
    const files = new MemoryFiles({
      '/etc/my shinken/shinken.cfg': 'cfg_dir=hosts\n',
      '/etc/my shinken/hosts/web.cfg': 'define host {\n    host_name  web-1\n}\n',
      '/etc/my shinken/readme.md': '# Ours\n',
      '/etc/elsewhere.cfg': '',
    });
    subscriptions.push(
      workspace.registerFileSystemProvider('shinken-memory', files, { isCaseSensitive: true }),
      new RemoteFolder({ uri, name: 'remote' }, (params) => {
        for (const file of params.files) {
          if (file.text === null) texts.delete(file.uri);
          else texts.set(file.uri, file.text);
        }
        complete.push(...(params.complete ?? []));
        return Promise.resolve();
      }),
    );
  });
  after(() => subscriptions.forEach((subscription) => void subscription.dispose()));

  it('is sent as a whole', async () => {
    await eventually('the folder to be complete', () => complete.length > 0);
    assert.deepEqual(complete, [uri.toString()]);
    assert.deepEqual([...texts.keys()].sort(), [at('hosts/web.cfg').toString(), at('shinken.cfg').toString()]);
    assert.equal(texts.get(at('shinken.cfg').toString()), 'cfg_dir=hosts\n');
  });

  it('is followed when a file is saved', async () => {
    const document = await workspace.openTextDocument(at('hosts/web.cfg'));
    await replace(document, 'web-1', 'web-2');
    await document.save();
    await eventually('the new text', () => texts.get(document.uri.toString())?.includes('web-2'));
  });

  it('is followed when files come and go', async () => {
    const file = at('hosts/db.cfg');
    const come = new WorkspaceEdit();
    come.createFile(file, { contents: new TextEncoder().encode('define host {\n    host_name  db-1\n}\n') });
    assert.ok(await workspace.applyEdit(come));
    await eventually('the new file', () => texts.get(file.toString())?.includes('db-1'));
    const go = new WorkspaceEdit();
    go.deleteFile(file);
    assert.ok(await workspace.applyEdit(go));
    await eventually('the file to be gone', () => !texts.has(file.toString()));
  });
});
