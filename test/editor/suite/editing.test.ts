import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  commands,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  TabInputWebview,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { completion, eventually, hover, nameOf, open, positionOf, problem, replace, revertAll } from './support';

const HOSTS = 'etc/shinken/hosts/web.cfg';
const SERVICES = 'etc/shinken/services/web.cfg';
const POLLERS = 'spares-shinken/pollers/pollers.cfg';

/** `property.unknown check_pnig`: what each word is. */
async function tokens(document: TextDocument, range?: Range): Promise<string[]> {
  const { uri } = document;
  const [legend, found] = await eventually('semantic tokens', async () => {
    const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
      `vscode.provideDocument${range ? 'Range' : ''}SemanticTokensLegend`,
      uri,
      ...(range ? [range] : []),
    );
    const found = range
      ? await commands.executeCommand<SemanticTokens | undefined>(
          'vscode.provideDocumentRangeSemanticTokens',
          uri,
          range,
        )
      : await commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
    return legend && found && ([legend, found] as const);
  });
  const result: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < found.data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = found.data.subarray(at, at + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const names = legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const text = document.getText(new Range(line, character, line, character + length));
    result.push(`${[legend.tokenTypes[type], ...names].join('.')} ${text}`);
  }
  return result;
}

describe('Words', () => {
  it('are coloured by what they lead to', async () => {
    const document = await open(SERVICES);
    await problem(SERVICES, 'arbiter/unknown-command');
    await eventually('the colours of a configuration that is read', async () => {
      const found = await tokens(document);
      return found.includes('function.unresolved check_pnig') && found.includes('class web-1');
    });
  });

  it('are coloured in a part of a file', async () => {
    const document = await open(HOSTS);
    const last = positionOf(document, 'use ').line;
    const found = await tokens(document, new Range(last, 0, document.lineCount, 0));
    assert.ok(found.includes('interface generic'), found.join(', '));
    assert.ok(!found.some((token) => token.includes('register')), found.join(', '));
  });
});

describe('A name', () => {
  before(() => open(HOSTS));
  afterEach(revertAll);

  const prepare = (document: TextDocument, text: string): Thenable<{ range: Range; placeholder: string }> =>
    commands.executeCommand('vscode.prepareRename', document.uri, positionOf(document, text, 1));

  it('is offered as it is before it is changed', async () => {
    const document = await open(HOSTS);
    const { range, placeholder } = await prepare(document, 'web-1');
    assert.equal(placeholder, 'web-1');
    assert.equal(document.getText(range), 'web-1');
  });

  it('can be nothing but a name', async () => {
    const document = await open(HOSTS);
    await assert.rejects(async () => prepare(document, 'max_check_attempts'));
  });

  it('that only one file says follows while it is typed', async () => {
    const document = await open(HOSTS);
    const linked = async (text: string): Promise<number | undefined> => {
      const at = positionOf(document, text, 1);
      const command = '_executeLinkedEditingProvider';
      const found = await commands.executeCommand<{ ranges: unknown[] } | null>(command, document.uri, at);
      return found?.ranges.length;
    };
    assert.equal(await linked('generic'), 2);
    assert.equal(await linked('web-1'), undefined, 'services/web.cfg says it too');
  });
});

describe('A document that is not saved yet', () => {
  after(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('is helped with as a file is', async () => {
    const document = await workspace.openTextDocument({
      language: 'shinken',
      content: 'define host {\n    host_name  new\n    max_check_att\n}\n',
    });
    await window.showTextDocument(document);
    const names = await eventually('directives', async () => {
      const found = (await completion(document, 'max_check_att')).map(nameOf);
      return found.includes('max_check_attempts') && found;
    });
    assert.ok(!names.includes('host_name'), 'what the object has is not offered again');
    assert.match(await hover(document, 'host_name'), /host_name/);
  });
});

describe('Objects as a whole', () => {
  afterEach(revertAll);

  it('are completed where one can begin, with what is required of them', async () => {
    const document = await open(HOSTS);
    await replace(document, '\n\ndefine host', '\n\nho\n\ndefine host');
    const items = await completion(document, '\n\nho', 5);
    assert.ok(
      items.some((item) => nameOf(item).includes('host')),
      items.map(nameOf).join(', '),
    );
  });
});

describe('The map of the servers', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is shown beside the editor', async () => {
    await open(POLLERS);
    await commands.executeCommand('shinken.showAvailabilityMap');
    await eventually('the map', () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof TabInputWebview && label.includes('Availability')),
    );
  });
});
