import type { ObjectNode, ReaderState, SyntaxFact, SyntaxNode, SyntaxTree } from '../syntax/nodes';
import { CLEAN } from '../syntax/parser';
import type { FilePath, ProjectSyntaxFact, RawObject, RawProperty, RawSetting } from './types';

type GrowingObject = Omit<RawObject, 'properties'> & { readonly properties: RawProperty[] };

/** What has been read so far: trees come in one by one, in the arbiter's order, and an object may go on from one to the next. */
export class Reading {
  readonly objects: RawObject[] = [];
  readonly settings: RawSetting[] = [];
  readonly facts: ProjectSyntaxFact[] = [];
  state: ReaderState = CLEAN;
  private last: GrowingObject | undefined;
  /** Objects about which it is already said that they are not closed. */
  private readonly unclosed = new Set<RawObject>();

  /** Takes in a tree that was parsed from the present state. Nodes that `own` (the file read by itself) has as well are its nodes. */
  take(file: FilePath, tree: SyntaxTree, own: SyntaxTree, inMain: boolean): void {
    const same = tree === own ? (node: SyntaxNode) => node : sameNodes(own);
    const raws = new Map<ObjectNode, RawObject>();
    for (const node of tree.nodes) {
      if (node.kind === 'setting') {
        const own = same(node) as typeof node;
        this.settings.push({ key: node.key, value: node.value.text, file, node: own, inMain });
        continue;
      }
      const raw = this.object(file, same(node) as ObjectNode);
      if (raw) raws.set(node, raw);
    }
    for (const fact of tree.facts) this.fact(file, fact, same, fact.object && raws.get(fact.object));
    this.state = tree.exit;
  }

  private object(file: FilePath, node: ObjectNode): RawObject | undefined {
    const properties = node.properties.map((property) => ({
      key: property.key,
      value: property.value.text,
      node: property,
      file,
    }));
    if (node.continues) {
      this.last?.properties.push(...properties);
      return this.last;
    }
    this.last = { type: node.type, file, node, properties };
    this.objects.push(this.last);
    return this.last;
  }

  private fact(
    file: FilePath,
    fact: SyntaxFact,
    same: (node: SyntaxNode) => SyntaxNode,
    raw: RawObject | undefined,
  ): void {
    if (!fact.object) {
      this.facts.push({ file, fact });
      return;
    }
    const begunBefore = fact.object.continues && raw !== undefined;
    const object = begunBefore ? raw.node : (same(fact.object) as ObjectNode);
    if (fact.kind !== 'unclosed-at-end' && fact.kind !== 'unclosed-before-define') {
      this.facts.push({ file, fact: { ...fact, object } });
      return;
    }
    if (!raw || this.unclosed.has(raw)) return;
    this.unclosed.add(raw);
    const span = { start: raw.node.keywordSpan.start, end: Math.max(raw.node.keywordSpan.end, raw.node.typeSpan.end) };
    this.facts.push({ file: raw.file, fact: { ...fact, object, text: raw.type, span } });
  }
}

/** Finds the node of a file read by itself that says the same as one read on the way. */
function sameNodes(own: SyntaxTree): (node: SyntaxNode) => SyntaxNode {
  const byStart = new Map(own.nodes.map((node) => [node.span.start, node]));
  return (node) => {
    const other = byStart.get(node.span.start);
    return other && isSame(node, other) ? other : node;
  };
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  if (a.span.end !== b.span.end) return false;
  if (a.kind === 'setting') return b.kind === 'setting' && a.key === b.key && a.value.text === b.value.text;
  if (b.kind === 'setting' || a.continues !== b.continues || a.type !== b.type) return false;
  if (a.closedBy !== b.closedBy || a.properties.length !== b.properties.length) return false;
  return a.properties.every((property, index) => property.span.end === b.properties[index]?.span.end);
}
