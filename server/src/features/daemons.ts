/** The daemons that a file defines, as the arbiter has them. */
import type { Analysis } from '../analysis';
import { type Daemon, placeOfDaemon, topologyOf } from '../availability/topology';
import type { FilePath, Place, RawObject } from '../project/types';
import { isDaemonType } from '../schema';

/**
 * In the order of the text. None of a file that the main file does not read, nor where there is no main file: then nobody knows which
 * other daemons there are. Cheap for a file without daemons, for the model is not asked for.
 */
export function daemonsIn(analysis: Analysis, file: FilePath): readonly Daemon[] {
  const { files, partial, unloaded } = analysis.project;
  const nodes = files.get(file)?.tree.nodes ?? [];
  if (partial || unloaded?.includes(file) === true) return [];
  if (!nodes.some((node) => node.kind === 'object' && isDaemonType(node.type))) return [];
  return topologyOf(analysis.model)
    .daemons.filter(({ item }) => item.source?.file === file)
    .sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ item }: Daemon): number => item.source?.node.span.start ?? 0;

/** The daemon that an object is, under the same conditions. */
export function daemonOf(analysis: Analysis, { file, node }: RawObject): Daemon | undefined {
  return daemonsIn(analysis, file).find(({ item }) => item.source?.node === node);
}

/** Where a daemon's name is written, else its head; undefined for one that Shinken invents. */
export function nameOf(daemon: Daemon): Place | undefined {
  return placeOfDaemon(daemon, `${daemon.kind}_name`);
}
