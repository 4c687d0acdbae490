import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IGrammar, type IToken, parseRawGrammar, Registry } from 'vscode-textmate';

const root = path.resolve(import.meta.dirname, '../..');
const grammarFile = path.join(root, 'syntaxes/shinken.tmLanguage.json');

let grammar: Promise<IGrammar> | undefined;

async function load(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)),
  });
  const loaded = await registry.loadGrammar('source.shinken');
  if (!loaded) throw new Error('The grammar does not load.');
  return loaded;
}

/**
 * The tokens that the grammar makes of a text, one a line: the token's text, then its innermost scope without `.shinken`
 * (`-` for text that has no colour of its own). Blanks are left out, and so is the scope of the whole object.
 */
export async function tokens(text: string): Promise<string> {
  const { tokenizeLine } = await (grammar ??= load()).then((one) => ({
    tokenizeLine: one.tokenizeLine.bind(one),
  }));
  const lines: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { text: token, scope } of merged(line, result.tokens)) {
      const plain = scope === 'source.shinken' || scope.startsWith('meta.');
      if (token !== '') lines.push(`${token} ${plain ? '-' : scope.replace(/\.shinken$/, '')}`);
    }
  }
  return lines.join('\n');
}

/** Neighbours of one scope are one: only their colour matters. */
function merged(line: string, list: readonly IToken[]): { text: string; scope: string }[] {
  const runs: { start: number; end: number; scope: string }[] = [];
  for (const { startIndex, endIndex, scopes } of list) {
    const scope = scopes.at(-1) ?? '';
    const last = runs.at(-1);
    if (last?.scope === scope) last.end = endIndex;
    else runs.push({ start: startIndex, end: endIndex, scope });
  }
  return runs.map(({ start, end, scope }) => ({ text: line.slice(start, end).trim(), scope }));
}
