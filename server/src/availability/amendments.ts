/** Spares that are there and of no avail, or not of enough: what would mend them when a server gets spares anyway. */
import type { Model } from '../model/types';
import type { TextEdit } from '../rules/rule';
import { addToList, setDirective } from './changes';
import { lostTags } from './lost-tags';
import { freePort, type Taken } from './spare-draft';
import { type Daemon, type Topology, topologyOf } from './topology';

/** A change to a spare that is there. */
export interface Amendment {
  readonly spare: Daemon;
  /** What it does: `gets the tags DMZ`. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** The only spare arbiter moves to the server when it is on its master's own machine: with a second one it would fight. */
export function moveArbiter(model: Model, server: string, taken: Taken): Amendment | undefined {
  const topology = topologyOf(model);
  const spare = spareBeside(topology);
  const home = topology.machineOf(server);
  if (!spare || spare.machine === home) return undefined;
  const port = freePort(spare, home, taken);
  const list = [
    setDirective(model, spare, 'address', server),
    setDirective(model, spare, 'host_name', server),
    port === spare.port ? undefined : setDirective(model, spare, 'port', String(port)),
  ];
  return {
    spare,
    text: `moves from ${spare.address}, where it would die with its master`,
    edits: list.filter((edit) => edit !== undefined),
  };
}

/** The one spare arbiter, where it is on the one active arbiter's machine. */
export function spareBeside(topology: Topology): Daemon | undefined {
  const [one, other, ...more] = topology.of('arbiter');
  if (!one || !other || more.length > 0 || one.spare === other.spare || one.machine !== other.machine) return undefined;
  return one.spare ? one : other;
}

/** A spare gets the tags without which the work of its masters would stop. `after` is the topology as it will be. */
export function addTags(model: Model, after: Topology, spare: Daemon): Amendment | undefined {
  const { tags } = lostTags(after, spare);
  const edit = tags.length > 0 ? addToList(model, spare, `${spare.kind}_tags`, tags, spare.tags) : undefined;
  return edit && { spare, text: `gets the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`, edits: [edit] };
}
