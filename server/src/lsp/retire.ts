/** Retiring a server, over the wire. What goes with it, `availability/` knows. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { definedMachines } from '../availability/failover';
import { idOf } from '../availability/overview';
import { type Retirement, retireServer } from '../availability/retire';
import { titleOf, topologyOf } from '../availability/topology';
import { consequencesOf } from '../features/consequences';
import type { Context, CustomHandler } from './handlers';
import {
  type AvailabilityParams,
  type RetirableServer,
  type RetireParams,
  type RetirePlan,
  retireRequests,
} from './requests';

export const retireHandlers: readonly CustomHandler[] = [
  {
    method: retireRequests.servers,
    handle(context, { uri }: AvailabilityParams): readonly RetirableServer[] {
      const topology = topologyOf(context.knowledge(uri).analysis.model);
      return definedMachines(topology).map((machine) => {
        const residents = topology.daemons.filter((daemon) => daemon.machine === machine && !daemon.invented);
        return { machine, daemons: residents.map(titleOf) };
      });
    },
  },
  {
    method: retireRequests.plan,
    handle(context, params: RetireParams): RetirePlan | null {
      const retirement = retire(context, params);
      if (!retirement) return null;
      const { machine, removed, orphans, change, kept, notes } = retirement;
      const { analysis } = context.knowledge(params.uri);
      const topology = topologyOf(analysis.model);
      const { outlook, undone, refused, problems } = consequencesOf(analysis, change, context.fileSystem);
      return {
        machine,
        removed: removed.map(titleOf),
        deletedFiles: (change.deletedFiles ?? []).map((file) => context.uri(file)),
        orphans: orphans.map(({ spare, masters, fate }) => {
          const { kind, name } = spare;
          return {
            id: idOf(topology, spare),
            kind,
            name,
            machine: spare.machine,
            masters: masters.map((one) => one.name),
            fate,
          };
        }),
        kept,
        notes,
        outlook,
        undone: undone.map(({ text }) => text),
        refused,
        problems: problems.map(({ message, code }) => `${message} [${code}]`),
      };
    },
  },
  {
    method: retireRequests.edit,
    handle(context, params: RetireParams): WorkspaceEdit | null {
      const retirement = retire(context, params);
      return retirement ? context.workspaceEdit(retirement.change) : null;
    },
  },
];

function retire(context: Context, { uri, server, fates = {} }: RetireParams): Retirement | undefined {
  const { model } = context.knowledge(uri).analysis;
  const topology = topologyOf(model);
  return retireServer(model, server, (spare) => fates[idOf(topology, spare)]);
}
