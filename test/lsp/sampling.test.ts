import { afterEach, expect, test, vi } from 'vitest';
import { type DocumentDiagnosticReport, DocumentDiagnosticRequest, HoverRequest } from 'vscode-languageserver';
import { hostFile, installation } from '../../bench/generate';
import { Workspace } from '../../server/src/lsp/workspace';
import { ROOT } from '../support/workspace';
import { asking, Client } from './client';

/** Large enough to be told from a part of it. */
const files = [...installation({ shape: 'explicit', hosts: 200, dialect: 'shinken', seed: 1, folder: ROOT })]
  .map(([path, text]) => `#- ${path}\n${text}`)
  .join('\n');
const templates = 'templates/generic.cfg';
const hosts = hostFile(0);
const right = 'check_interval         5\n    retry_interval         1\n    check_period           24x7';
const wrong = right.replace('5', 'five');

let client: Client;

async function codes(file: string): Promise<readonly unknown[]> {
  const params = { textDocument: { uri: client.uri(file) } };
  const report = await client.request<DocumentDiagnosticReport>(DocumentDiagnosticRequest.method, params);
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

/** Settled once all has been judged, and the server is ready for edits. */
async function judged(): Promise<void> {
  const making = vi.spyOn(Workspace.prototype, 'makingAmendable');
  await client.request(HoverRequest.method, client.at(hosts, 'srv-000001'));
  await vi.waitUntil(() => making.mock.results.length > 0, { timeout: 20_000 });
  making.mockRestore();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

afterEach(() => client.dispose());
afterEach(() => vi.restoreAllMocks());

test.each([
  ['before all has been judged', () => Promise.resolve()],
  ['once all has been judged', judged],
])(
  'a mistake in a template that all use comes and goes %s',
  async (_, ready) => {
    client = new Client(files, { capabilities: asking });
    for (const file of [templates, hosts]) await client.open(file);
    expect(await codes(templates)).toEqual([]);
    await ready();
    for (let times = 0; times < 3; times++) {
      await client.replace(templates, right, wrong);
      expect(await codes(templates)).toEqual(['silent/lost-value']);
      await client.replace(templates, wrong, right);
      expect(await codes(templates)).toEqual([]);
    }
  },
  60_000,
);
