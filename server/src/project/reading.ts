import type { Line, ObjectNode, ReaderState, SyntaxFact, SyntaxNode, SyntaxTree } from '../syntax/nodes';
import { headOf } from '../syntax/object-node';
import { CLEAN } from '../syntax/parser';
import { Attached } from './attached';
import type { FilePath, ProjectSyntaxFact, RawObject, RawProperty, RawSetting } from './types';

/** What a tree adds to a project. */
interface Contribution {
  /** The rest of an object that the text before left open. */
  readonly rest: RawObject | undefined;
  readonly objects: readonly RawObject[];
  readonly settings: readonly RawSetting[];
}

/** What a file adds when it is read by itself, with nothing open before it. */
interface OwnContribution extends Contribution {
  readonly facts: readonly ProjectSyntaxFact[];
}

/**
 * Made once for a tree, so that an unchanged file costs next to nothing, and its objects are the very same ones as long as it is: whoever
 * works something out about an object may keep it by that object. A tree belongs to one file.
 */
const contributions = {
  main: new Attached<SyntaxTree, OwnContribution>(),
  other: new Attached<SyntaxTree, OwnContribution>(),
};
const stretches = { main: new Attached<SyntaxTree, Contribution>(), other: new Attached<SyntaxTree, Contribution>() };

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
    const contribution = ownContribution(file, own, inMain);
    this.add(contribution);
    for (const each of contribution.facts) {
      if (each.fact.kind === 'unclosed-at-end' && each.fact.object) this.unclosed.add(each.fact.object);
      this.facts.push(each);
    }
  }

  private takeStretch(file: FilePath, tree: SyntaxTree, own: SyntaxTree, inMain: boolean): void {
    const before = this.objects.at(-1);
    const whole = ownContribution(file, own, inMain);
    const known = inMain ? stretches.main : stretches.other;
    let contribution = known.get(tree);
    if (!contribution) {
      contribution = contributionOf(file, tree, inMain, whole);
      known.set(tree, contribution);
    }
    if (before && contribution.rest) this.objects[this.objects.length - 1] = joined(before, contribution.rest);
    this.add(contribution);
    for (const fact of tree.facts) this.fact(file, fact, whole.objects, before);
  }

  private add({ objects, settings }: Contribution): void {
    // One by one: spreading into `push` has a limit, and a file may hold any number of objects.
    for (const object of objects) this.objects.push(object);
    for (const setting of settings) this.settings.push(setting);
  }

  private fact(file: FilePath, fact: SyntaxFact, own: readonly RawObject[], before: RawObject | undefined): void {
    const { object } = fact;
    if (!object) {
      this.facts.push({ file, fact });
      return;
    }
    const begun = object.continues ? before?.node : (sameRaw(own, object)?.node ?? object);
    if (fact.kind !== 'unclosed-at-end' && fact.kind !== 'unclosed-before-define') {
      this.facts.push({ file, fact: { ...fact, object: begun } });
    } else if (begun && !this.unclosed.has(begun)) {
      this.unclosed.add(begun);
      const place = object.continues ? (before?.file ?? file) : file;
      this.facts.push({ file: place, fact: { ...fact, object: begun, text: begun.type, span: headOf(begun) } });
    }
  }
}

function ownContribution(file: FilePath, own: SyntaxTree, inMain: boolean, before?: OwnContribution): OwnContribution {
  const known = inMain ? contributions.main : contributions.other;
  let contribution = known.get(own);
  if (!contribution) {
    const added = contributionOf(file, own, inMain, undefined, before);
    contribution = { ...added, facts: own.facts.map((fact) => ({ file, fact })) };
    known.set(own, contribution);
  }
  return contribution;
}

/** A tree that begins with nodes of another adds the very objects that the other has made of them. To be called before it is read. */
export function carryOver(from: SyntaxTree, to: SyntaxTree): void {
  for (const inMain of [true, false]) {
    const before = (inMain ? contributions.main : contributions.other).get(from);
    if (before) ownContribution(to.file, to, inMain, before);
  }
}

/**
 * What says the same in `own`, which is what the whole of the same file adds, is taken from there; and from `before`, which begins with the
 * same nodes, what those have added.
 */
function contributionOf(
  file: FilePath,
  tree: SyntaxTree,
  inMain: boolean,
  own?: Contribution,
  before?: Contribution,
): Contribution {
  const objects: RawObject[] = [];
  const settings: RawSetting[] = [];
  let rest: RawObject | undefined;
  for (const node of tree.nodes) {
    if (node.kind === 'setting') {
      const same = sameRaw(own?.settings, node) ?? sameNode(before?.settings[settings.length], node);
      settings.push(same ?? { key: node.key, value: node.value.text, file, node, inMain });
    } else if (!node.continues) {
      const same = sameRaw(own?.objects, node) ?? sameNode(before?.objects[objects.length], node);
      objects.push(same ?? new ObjectOfFile(node));
    } else if (node.lineCount > 0) rest = new ObjectOfFile(node);
  }
  return { rest, objects, settings };
}

/** An object as it is read when nothing of it stands in another file. */
export class ObjectOfFile implements RawObject {
  constructor(readonly node: ObjectNode) {}

  get type(): string {
    return this.node.type;
  }
  get file(): FilePath {
    return this.node.file;
  }
  get lines(): readonly Line[] {
    return this.node.lines;
  }
  get lineCount(): number {
    return this.node.lineCount;
  }
  get properties(): readonly RawProperty[] {
    return this.node.placedLines;
  }
}

/** The object as if it said these things. */
export function withProperties({ type, file, node }: RawObject, properties: readonly RawProperty[]): RawObject {
  return { type, file, node, lines: properties, lineCount: properties.length, properties };
}

const wholes = new WeakMap<RawObject, { readonly begun: RawObject; readonly whole: RawObject }>();

/** An object that goes on in another text, and may go on from there: the same one as long as its parts are. */
function joined(begun: RawObject, rest: RawObject): RawObject {
  const known = wholes.get(rest);
  if (known?.begun === begun) return known.whole;
  const whole = withProperties(begun, [...begun.properties, ...rest.properties]);
  wholes.set(rest, { begun, whole });
  return whole;
}

type Raw = RawObject | RawSetting;

function sameNode<Kind extends Raw>(raw: Kind | undefined, node: Kind['node']): Kind | undefined {
  return raw?.node === node ? raw : undefined;
}

const rawsByStart = new WeakMap<readonly Raw[], ReadonlyMap<number, Raw>>();

/** What a file read by itself has for a node that was read on the way, if it says the same. */
function sameRaw<Kind extends Raw>(own: readonly Kind[] | undefined, node: Kind['node']): Kind | undefined {
  if (!own) return undefined;
  let byStart = rawsByStart.get(own) as ReadonlyMap<number, Kind> | undefined;
  if (!byStart) {
    byStart = new Map(own.map((each) => [each.node.span.start, each]));
    rawsByStart.set(own, byStart);
  }
  const other = byStart.get(node.span.start);
  return other && isSame(node, other.node) ? other : undefined;
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  if (a.span.end !== b.span.end) return false;
  if (a.kind === 'setting') return b.kind === 'setting' && a.key === b.key && a.value.text === b.value.text;
  if (b.kind === 'setting' || a.continues !== b.continues || a.type !== b.type) return false;
  if (a.closedBy !== b.closedBy || a.lineCount !== b.lineCount) return false;
  const { lines } = b;
  return a.lines.every(({ key, value }, index) => key === lines[index]?.key && value === lines[index]?.value);
}
