/** Spares over the wire: planned, written as a set, and one by one. What a spare is, `availability/` knows. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { likelyStore, swapRetention } from '../availability/share-retention';
import { addSpare } from '../availability/spare-fixes';
import { draftSpare, planSpares, type SparePlan } from '../availability/spares';
import { sparesFor } from '../availability/stand-ins';
import { storeNames, storeTitles } from '../availability/store-address';
import { type Daemon, topologyOf } from '../availability/topology';
import { consequencesOf } from '../features/consequences';
import { toPath } from './convert';
import type { Context, CustomHandler } from './handlers';
import {
  type AddSpareParams,
  type ShareStatesParams,
  spareRequests,
  type SparesParams,
  type SparesPlan,
} from './requests';

export const spareHandlers: readonly CustomHandler[] = [
  {
    method: spareRequests.plan,
    handle(context, params: SparesParams): SparesPlan {
      const { analysis } = context.knowledge(params.uri);
      const { drafts, amendments: found, skipped, notes, forgetful, change } = plan(context, params);
      const items = drafts.map(({ kind, realm, masters, name, file, loaded }) => {
        return { kind, realm, masters, spareName: name, file: context.uri(file), loaded };
      });
      const amendments = found.map(({ spare, text }) => {
        const { kind, realm, name } = spare;
        return { id: idOf(spare), kind, realm, spareName: name, text };
      });
      const { outlook } = consequencesOf(analysis, change, context.fileSystem);
      const known = { items, amendments, skipped, notes, outlook };
      if (forgetful.length === 0) return known;
      const stores = storeNames.map((store) => {
        const address = likelyStore(analysis.model, store, params.server);
        return { store, title: storeTitles[store], address };
      });
      return { ...known, forgetful: { schedulers: forgetful.map(({ name }) => name), stores } };
    },
  },
  {
    method: spareRequests.edit,
    handle: (context, params: SparesParams): WorkspaceEdit => context.workspaceEdit(plan(context, params).change),
  },
  {
    method: spareRequests.add,
    handle(context, { uri, kind, master: name, address }: AddSpareParams): WorkspaceEdit | null {
      const { model } = context.knowledge(uri).analysis;
      const master = topologyOf(model).daemons.find((daemon) => daemon.kind === kind && daemon.name === name);
      const draft = master && draftSpare(model, master, address, { exists: context.exists });
      const change = draft && addSpare(model, master, draft);
      return change ? context.workspaceEdit(change) : null;
    },
  },
  {
    method: spareRequests.shareStates,
    handle(context, { uri, master: name, store, address }: ShareStatesParams): WorkspaceEdit | null {
      const { model } = context.knowledge(uri).analysis;
      const topology = topologyOf(model);
      const master = topology.of('scheduler').find((daemon) => daemon.name === name && !daemon.spare);
      const group = master ? [master, ...sparesFor(topology, master)] : [];
      const swap = swapRetention(model, group, { store, address }, address, context.exists);
      return swap ? context.workspaceEdit(swap.change) : null;
    },
  },
];

function plan(context: Context, { uri, server, files, amend, ...options }: SparesParams): SparePlan {
  const { model } = context.knowledge(uri).analysis;
  const wanted = files && new Set(files.map(toPath));
  return planSpares(model, server, { ...options, files: wanted, amend: new Set(amend), exists: context.exists });
}

const idOf = ({ kind, name }: Daemon): string => `${kind}/${name}`;
