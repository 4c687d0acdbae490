import type { ObjectNode, PropertyNode, ReaderState, SyntaxFact, SyntaxNode, SyntaxTree } from '../syntax/nodes';
import { headOf } from '../syntax/object-node';
import { CLEAN } from '../syntax/parser';
import type { FilePath, ProjectSyntaxFact, RawObject, RawProperty, RawSetting } from './types';

/** What a file adds to a project when nothing is open before it. */
interface Contribution {
  readonly objects: readonly RawObject[];
  readonly settings: readonly RawSetting[];
  readonly facts: readonly ProjectSyntaxFact[];
}

/** Made once for a tree, so that an unchanged file costs next to nothing. A tree belongs to one file. */
const contributions = { main: new WeakMap<SyntaxTree, Contribution>(), other: new WeakMap<SyntaxTree, Contribution>() };

/** What has been read so far: trees come in one by one, in the arbiter's order, and an object may go on from one to the next. */
export class Reading {
  readonly objects: RawObject[] = [];
  readonly settings: RawSetting[] = [];
  readonly facts: ProjectSyntaxFact[] = [];
  state: ReaderState = CLEAN;
  /** Objects about which it is already said that they are not closed. */
  private readonly unclosed = new Set<ObjectNode>();

  /** Takes in a tree that was parsed from the present state. Nodes that `own` (the file read by itself) has as well are its nodes. */
  take(file: FilePath, tree: SyntaxTree, own: SyntaxTree, inMain: boolean): void {
    if (tree === own) this.takeOwn(file, own, inMain);
    else this.takeStretch(file, tree, own, inMain);
    this.state = tree.exit;
  }

  private takeOwn(file: FilePath, own: SyntaxTree, inMain: boolean): void {
    const known = inMain ? contributions.main : contributions.other;
    let contribution = known.get(own);
    if (!contribution) {
      contribution = {
        objects: own.nodes.flatMap((node) => (node.kind === 'object' ? [rawObject(file, node)] : [])),
        settings: own.nodes.flatMap((node) =>
          node.kind === 'setting' ? [{ ...keyAndValue(node), file, node, inMain }] : [],
        ),
        facts: own.facts.map((fact) => ({ file, fact })),
      };
      known.set(own, contribution);
    }
    // One by one: spreading into `push` has a limit, and a file may hold any number of objects.
    for (const object of contribution.objects) this.objects.push(object);
    for (const setting of contribution.settings) this.settings.push(setting);
    for (const each of contribution.facts) {
      if (each.fact.kind === 'unclosed-at-end' && each.fact.object) this.unclosed.add(each.fact.object);
      this.facts.push(each);
    }
  }

  private takeStretch(file: FilePath, tree: SyntaxTree, own: SyntaxTree, inMain: boolean): void {
    const before = this.objects.at(-1);
    for (const node of tree.nodes) {
      const same = sameNode(own, node);
      if (same.kind === 'setting') this.settings.push({ ...keyAndValue(same), file, node: same, inMain });
      else if (same.continues) this.goOn(file, same);
      else this.objects.push(rawObject(file, same));
    }
    for (const fact of tree.facts) this.fact(file, fact, own, before);
  }

  /** Properties of the object that the text before left open. */
  private goOn(file: FilePath, node: ObjectNode): void {
    const last = this.objects.at(-1);
    if (!last || node.properties.length === 0) return;
    const { properties } = rawObject(file, node);
    this.objects[this.objects.length - 1] = { ...last, properties: [...last.properties, ...properties] };
  }

  private fact(file: FilePath, fact: SyntaxFact, own: SyntaxTree, before: RawObject | undefined): void {
    const { object } = fact;
    if (!object) {
      this.facts.push({ file, fact });
      return;
    }
    const begun = object.continues ? before?.node : (sameNode(own, object) as ObjectNode);
    if (fact.kind !== 'unclosed-at-end' && fact.kind !== 'unclosed-before-define') {
      this.facts.push({ file, fact: { ...fact, object: begun } });
    } else if (begun && !this.unclosed.has(begun)) {
      this.unclosed.add(begun);
      const place = object.continues ? (before?.file ?? file) : file;
      this.facts.push({ file: place, fact: { ...fact, object: begun, text: begun.type, span: headOf(begun) } });
    }
  }
}

function rawObject(file: FilePath, node: ObjectNode): RawObject {
  const properties = node.properties.map((property) => new Property(property, file));
  return { type: node.type, file, node, properties };
}

/** There are hundreds of thousands: a class takes less time and room than a literal put together of others. */
class Property implements RawProperty {
  readonly key: string;
  readonly value: string;

  constructor(
    readonly node: PropertyNode,
    readonly file: FilePath,
  ) {
    this.key = node.key;
    this.value = node.value.text;
  }
}

function keyAndValue({ key, value }: { key: string; value: { text: string } }): { key: string; value: string } {
  return { key, value: value.text };
}

const nodesByStart = new WeakMap<SyntaxTree, ReadonlyMap<number, SyntaxNode>>();

/** The node of a file read by itself that says the same as one read on the way; that one if there is none. */
function sameNode(own: SyntaxTree, node: SyntaxNode): SyntaxNode {
  let byStart = nodesByStart.get(own);
  if (!byStart) {
    byStart = new Map(own.nodes.map((each) => [each.span.start, each]));
    nodesByStart.set(own, byStart);
  }
  const other = byStart.get(node.span.start);
  return other && isSame(node, other) ? other : node;
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  if (a.span.end !== b.span.end) return false;
  if (a.kind === 'setting') return b.kind === 'setting' && a.key === b.key && a.value.text === b.value.text;
  if (b.kind === 'setting' || a.continues !== b.continues || a.type !== b.type) return false;
  if (a.closedBy !== b.closedBy || a.properties.length !== b.properties.length) return false;
  return a.properties.every(({ key, value }, index) => {
    const other = b.properties[index];
    return key === other?.key && value.text === other.value.text;
  });
}
