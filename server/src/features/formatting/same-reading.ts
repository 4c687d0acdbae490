import { includeLines } from '../../project/include-lines';
import { directive, objectType } from '../../schema';
import type { PropertyNode, SyntaxNode } from '../../syntax/nodes';
import { parse } from '../../syntax/parser';
import { listItems } from '../../syntax/values';
import type { FormatOptions } from './options';

/**
 * True where the arbiter reads the very same objects, settings, macros and include lines out of two texts, in the same order. Blanks at
 * the commas of lists, which it takes off later, count unless the options let them change.
 */
export function readsTheSame(
  before: string,
  after: string,
  { dialect, lists }: Pick<FormatOptions, 'dialect' | 'lists'>,
): boolean {
  const read = (text: string): readonly SyntaxNode[] => parse(text, undefined, undefined, { dialect }).nodes;
  const included = (text: string): string => {
    return JSON.stringify(includeLines(text).map(({ directive, value }) => [directive, value]));
  };
  const [nodes, others] = [read(before), read(after)];
  const same = (node: SyntaxNode, index: number): boolean => isSame(node, others[index], lists !== 'keep');
  return nodes.length === others.length && nodes.every(same) && included(before) === included(after);
}

function isSame(node: SyntaxNode, other: SyntaxNode | undefined, byItems: boolean): boolean {
  if (node.kind === 'setting') {
    if (other?.kind !== 'setting' || (node.equals === undefined) !== (other.equals === undefined)) return false;
    return node.key === other.key && node.value.text === other.value.text;
  }
  if (other?.kind !== 'object' || node.type !== other.type || node.closedBy !== other.closedBy) return false;
  if ((node.open === undefined) !== (other.open === undefined)) return false;
  if (node.properties.length !== other.properties.length) return false;
  const type = byItems ? objectType(node.type)?.name : undefined;
  return node.properties.every((property, index) => {
    const { key, value } = property;
    const its = other.properties[index];
    if (key !== its?.key) return false;
    if (value.text === its.value.text) return true;
    return type !== undefined && directive(type, key)?.value === 'list' && items(property) === items(its);
  });
}

function items({ value }: PropertyNode): string {
  return JSON.stringify(listItems(value).map(({ text }) => text));
}
