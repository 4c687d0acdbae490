import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { languages, window, workspace } from 'vscode';
import { eventually, open, pause } from './support';

/** Long enough for a look at a file that has just been opened. */
const A_MOMENT = 500;

async function becomesShinken(name: string): Promise<void> {
  await open(name);
  await eventually(`${name} to be Shinken's`, () => languageOf(name) === 'shinken');
}

const languageOf = (name: string): string | undefined =>
  workspace.textDocuments.find(({ uri }) => uri.path.endsWith(`/${name}`))?.languageId;

describe('The language of a .cfg file', () => {
  it('is Shinken in /etc/shinken, even while the file is empty', async () => {
    await becomesShinken('etc/shinken/hosts/empty.cfg');
  });

  it('is Shinken elsewhere when the text defines an object', async () => {
    await becomesShinken('elsewhere/hosts.cfg');
  });

  for (const name of ['python-project/setup.cfg', 'elsewhere/haproxy.cfg'])
    it(`stays what it was for ${name}`, async () => {
      await open(name);
      await pause(A_MOMENT);
      assert.equal(languageOf(name), 'properties');
    });

  it('stays what files.associations says', async () => {
    await open('elsewhere/chosen.cfg');
    await pause(A_MOMENT);
    assert.equal(languageOf('elsewhere/chosen.cfg'), 'properties');
  });

  it('stays what the user has chosen for the open file', async () => {
    await becomesShinken('elsewhere/hosts.cfg');
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await pause(A_MOMENT);
    assert.equal(languageOf('elsewhere/hosts.cfg'), 'plaintext');
  });

  it('becomes Shinken when an object is written into it and saved', async () => {
    const name = 'elsewhere/later.cfg';
    const document = await open(name);
    await window.activeTextEditor?.edit((edit) => {
      edit.insert(document.lineAt(document.lineCount - 1).range.end, 'define host {\n}\n');
    });
    assert.equal(languageOf(name), 'properties');
    await document.save();
    await eventually(`${name} to be Shinken's`, () => languageOf(name) === 'shinken');
  });
});
