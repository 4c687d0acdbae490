import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { languages, Position, window, workspace } from 'vscode';
import { eventually, fileUri, open, pause, problem } from './support';

/** Long enough for a look at a file that has just been opened. */
const A_MOMENT = 500;

const languageOf = (name: string): string | undefined =>
  workspace.textDocuments.find(({ uri }) => uri.path === fileUri(name).path)?.languageId;

const isShinken = (name: string): Promise<unknown> =>
  eventually(`${name} to be Shinken's`, () => languageOf(name) === 'shinken');

async function openNew(name: string, text: string): Promise<void> {
  const file = fileUri(name).fsPath;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  await open(name);
}

const HOST = '# A host\ndefine host {\n    host_name  backup-1\n}\n';

describe('The language of a file', () => {
  for (const [name, text, why] of [
    ['etc/shinken/hosts/new.cfg', '', 'of its folder, even while it is empty'],
    ['site/shinken.cfg', '', 'of its name'],
    ['my-shinken/pollers/new.cfg', '', 'of its folder in a copy of /etc/shinken'],
    ['etc/nagios/objects/localhost.cfg', '', 'of its folder'],
    ['elsewhere/hosts.cfg', HOST, 'of the object in it'],
    ['elsewhere/hosts.tpl', 'define host {\n}\n', 'of its first line'],
  ] as const)
    it(`is Shinken for ${name}, because ${why}`, async () => {
      await openNew(name, text);
      await isShinken(name);
    });

  it('is Shinken for a file of comments that a configuration reads', async () => {
    await openNew(
      'tree/shinken.cfg',
      'cfg_dir=parts\ndefine host {\n    host_name  none\n    check_command  lost\n}\n',
    );
    await problem('tree/shinken.cfg', 'arbiter/unknown-command');
    const name = 'tree/parts/notes.cfg';
    mkdirSync(path.dirname(fileUri(name).fsPath), { recursive: true });
    writeFileSync(fileUri(name).fsPath, '# Hosts come here.\n');
    await open(name);
    await isShinken(name);
  });

  for (const [name, text] of [
    ['python-project/setup.cfg', '[metadata]\nname = example\n'],
    ['shinken/setup.cfg', '[metadata]\ndescription =\n  define host {\n'],
    ['elsewhere/haproxy.cfg', 'global\n    maxconn 2000\n'],
    ['etc/nagios/nrpe.cfg', 'server_port=5666\n'],
  ] as const)
    it(`stays what it was for ${name}`, async () => {
      await openNew(name, text);
      await pause(A_MOMENT);
      assert.equal(languageOf(name), 'properties');
    });

  it('stays what files.associations says', async () => {
    await openNew('elsewhere/chosen.cfg', HOST);
    await pause(A_MOMENT);
    assert.equal(languageOf('elsewhere/chosen.cfg'), 'properties');
  });

  it('stays what the user has chosen for the open file', async () => {
    const name = 'elsewhere/changed.cfg';
    await openNew(name, HOST);
    await isShinken(name);
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await pause(A_MOMENT);
    assert.equal(languageOf(name), 'plaintext');
  });

  it('becomes Shinken when an object is written into it and saved', async () => {
    const name = 'elsewhere/later.cfg';
    await openNew(name, '# Nothing yet\n');
    await window.activeTextEditor?.edit((edit) => {
      edit.insert(new Position(1, 0), HOST);
    });
    assert.equal(languageOf(name), 'properties');
    await window.activeTextEditor?.document.save();
    await isShinken(name);
  });
});
