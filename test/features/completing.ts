import { expect } from 'vitest';
import {
  completion,
  completionHelp,
  type CompletionItem,
  type CompletionList,
} from '../../server/src/features/completion';
import { expand } from '../support/snippet';
import { scene, type Scene } from './support';

export function complete(declaration: string, trigger?: string): { list: CompletionList | undefined; scene: Scene } {
  const found = scene(declaration);
  const { analysis, at, fileSystem } = found;
  return { list: completion(analysis, at, { dialect: '2.4', fileSystem, trigger }), scene: found };
}

export function labels(declaration: string, trigger?: string): string[] {
  return complete(declaration, trigger).list?.items.map(({ label }) => label) ?? [];
}

export function item(declaration: string, label: string): CompletionItem | undefined {
  return complete(declaration).list?.items.find((one) => one.label === label);
}

/** What the side pane says of an item, looked up as an editor does that asks for it later. */
export function help(declaration: string, label: string): string | undefined {
  const { list, scene } = complete(declaration);
  const chosen = list?.items.find((one) => one.label === label);
  const topic = chosen?.topic ?? list?.topic;
  if (!chosen || !topic) throw new Error(`not offered, or about nothing: ${label}`);
  return completionHelp(scene.analysis.project, topic, label);
}

/** The text of an item's tab stops left as they are. */
export function expanded(declaration: string, label: string): string {
  return expand({ body: [item(declaration, label)?.snippet ?? ''] }).text;
}

/** The text of the cursor's file once an item is taken, `|` being the cursor's word's end. */
export function accept(declaration: string, label: string): string {
  const { list, scene } = complete(declaration);
  const chosen = list?.items.find((one) => one.label === label);
  if (!list || !chosen) throw new Error(`not offered: ${label}`);
  const text = scene.files.get(scene.at.file) ?? '';
  const { start, end } = list.span;
  expect(start <= scene.at.offset && scene.at.offset <= end, 'the cursor is in the replaced text').toBe(true);
  return `${text.slice(0, start)}${chosen.insertText ?? chosen.label}|${text.slice(end)}`;
}

/** An item of the list, or none of it: what is offered at `$0` holds the first and none of the others. */
export function check(declaration: string, wanted: readonly string[], unwanted: readonly string[] = []): void {
  const found = labels(declaration);
  for (const label of wanted) expect(found).toContain(label);
  for (const label of unwanted) expect(found).not.toContain(label);
}

/** The line of the cursor once an item is taken. */
export function checkLine(declaration: string, label: string, line: string): void {
  const all = accept(declaration, label).split('\n');
  expect(all.find((one) => one.includes('|'))?.trim()).toBe(line);
}
