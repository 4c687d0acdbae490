import { complete, type Steps } from '../steps';

/**
 * The circles of a graph: groups of nodes that all lead to each other, and single nodes that lead to themselves. Shinken's own search
 * (graph.py) also names some nodes that only lead to a circle, which ones depends on the order of a dictionary.
 */
export function loopsOf<Node>(nodes: Iterable<Node>, next: (node: Node) => Iterable<Node>): Node[][] {
  return complete(findingLoops(nodes, next));
}

/** The same, step by step. */
export function* findingLoops<Node>(nodes: Iterable<Node>, next: (node: Node) => Iterable<Node>): Steps<Node[][]> {
  const indexOf = new Map<Node, number>();
  const lowest = new Map<Node, number>();
  const onStack = new Set<Node>();
  const stack: Node[] = [];
  const loops: Node[][] = [];
  let count = 0;

  const open = (node: Node): { node: Node; rest: Iterator<Node> } => {
    indexOf.set(node, indexOf.size);
    lowest.set(node, indexOf.get(node) ?? 0);
    stack.push(node);
    onStack.add(node);
    return { node, rest: next(node)[Symbol.iterator]() };
  };
  const lower = (node: Node, to: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? to, to));
  };

  for (const root of nodes) {
    if (indexOf.has(root)) continue;
    const path = [open(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      if (++count % MANY === 0) yield;
      const { node, rest } = top;
      const step = rest.next();
      if (step.done !== true) {
        const seen = indexOf.get(step.value);
        if (seen === undefined) path.push(open(step.value));
        else if (onStack.has(step.value)) lower(node, seen);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      const low = lowest.get(node) ?? 0;
      if (parent) lower(parent.node, low);
      if (low !== indexOf.get(node)) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) onStack.delete(member);
      if (members.length > 1 || [...next(node)].includes(node)) loops.push(members);
    }
  }
  return loops;
}

/** So many looks at a node between two steps. */
const MANY = 1024;
