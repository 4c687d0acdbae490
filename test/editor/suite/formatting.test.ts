import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  type FormattingOptions,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEdit,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { eventually, fileUri, open } from './support';

const messy = 'define host{\nhost_name web-1\naddress   192.0.2.1 ; here\n}\n';
const neat = 'define host {\n    host_name  web-1\n    address    192.0.2.1  ; here\n}\n';
const four: FormattingOptions = { tabSize: 4, insertSpaces: true };

const FOLDER = 'my-shinken/hosts';
let count = 0;

/** A document of its own for each test, of a file that no configuration has. */
async function fresh(text: string): Promise<TextDocument> {
  const name = `${FOLDER}/formatting-${String(++count)}.cfg`;
  const file = fileUri(name).fsPath;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return open(name);
}

/** The text once the edits of a provider are made; providers come with the server. */
async function edited(document: TextDocument, command: string, ...rest: unknown[]): Promise<string> {
  const edits = await eventually(command, async () => {
    return commands.executeCommand<TextEdit[] | undefined>(`vscode.${command}`, document.uri, ...rest);
  });
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits);
  assert.ok(await workspace.applyEdit(edit));
  return document.getText();
}

describe('Formatting', () => {
  after(() => {
    rmSync(fileUri(FOLDER).fsPath, { recursive: true });
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('puts a document in order', async () => {
    assert.equal(await edited(await fresh(messy), 'executeFormatDocumentProvider', four), neat);
  });

  it('indents as the editor does', async () => {
    const document = await fresh(messy);
    assert.equal(
      await edited(document, 'executeFormatDocumentProvider', { tabSize: 8, insertSpaces: false }),
      neat.replace(/^ {4}/gm, '\t'),
    );
  });

  it('puts the selected object in order', async () => {
    const document = await fresh(messy + messy);
    assert.equal(await edited(document, 'executeFormatRangeProvider', new Range(5, 0, 6, 0), four), messy + neat);
  });

  it('puts an object in order when its brace is typed', async () => {
    const document = await fresh(messy);
    assert.equal(await edited(document, 'executeFormatOnTypeProvider', new Position(3, 1), '}', four), neat);
  });

  it('is what the command of the editor does, by the settings', async () => {
    const configuration = workspace.getConfiguration('shinken');
    await configuration.update('format.alignment', 'none', ConfigurationTarget.Global);
    try {
      const document = await fresh(messy);
      await eventually('a formatted document', async () => {
        await commands.executeCommand('editor.action.formatDocument');
        return document.getText() === neat.replace(/(\S) +(web|192)/g, '$1 $2');
      });
    } finally {
      await configuration.update('format.alignment', undefined, ConfigurationTarget.Global);
    }
  });

  it('goes along with what is typed', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'shinken' });
    await editor.update('formatOnType', true, ConfigurationTarget.Global, true);
    try {
      const document = await fresh('define host{\nhost_name web-1\naddress 192.0.2.1\n');
      await type(document, document.lineCount - 1, '}');
      const typed = 'define host {\n    host_name  web-1\n    address    192.0.2.1\n}';
      await eventually('an object in order', () => document.getText() === typed);
    } finally {
      await editor.update('formatOnType', undefined, ConfigurationTarget.Global, true);
    }
  });

  it('leaves the cursor where one goes on typing, behind Enter', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'shinken' });
    await editor.update('formatOnType', true, ConfigurationTarget.Global, true);
    try {
      const document = await fresh(messy);
      await type(document, 1, '\n');
      await eventually('an object in order', () => document.getText() === neat.replace('web-1\n', 'web-1\n    \n'));
      await commands.executeCommand('type', { text: 'use' });
      assert.equal(document.getText(), neat.replace('web-1\n', 'web-1\n    use\n'));
    } finally {
      await editor.update('formatOnType', undefined, ConfigurationTarget.Global, true);
    }
  });
});

/** Types at the end of a line. */
async function type(document: TextDocument, line: number, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const { end } = document.lineAt(line).range;
  editor.selection = new Selection(end, end);
  await commands.executeCommand('type', { text });
}
