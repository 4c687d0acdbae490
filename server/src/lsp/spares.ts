/** Spares over the wire: planned, written as a set, and one by one. What a spare is, `availability/` knows. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { addSpare, addSpares } from '../availability/changes';
import { draftSpare, planSpares, type SparePlan } from '../availability/spares';
import { topologyOf } from '../availability/topology';
import type { Context, CustomHandler } from './handlers';
import {
  type AddSpareParams,
  spareRequests,
  type SparesEditParams,
  type SparesPlan,
  type SparesPlanParams,
} from './requests';

export const spareHandlers: readonly CustomHandler[] = [
  {
    method: spareRequests.plan,
    handle(context, params: SparesPlanParams): SparesPlan {
      const { drafts, skipped, notes } = plan(context, params);
      const items = drafts.map(({ kind, masters, name, file, loaded }) => {
        return { kind, masters, spareName: name, file: context.uri(file), loaded };
      });
      return { items, skipped, notes };
    },
  },
  {
    method: spareRequests.edit,
    handle(context, params: SparesEditParams): WorkspaceEdit {
      const wanted = params.files && new Set(params.files);
      const { drafts } = plan(context, params);
      return context.workspaceEdit(addSpares(drafts.filter(({ file }) => wanted?.has(context.uri(file)) !== false)));
    },
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
];

function plan(context: Context, { uri, server }: SparesPlanParams): SparePlan {
  return planSpares(context.knowledge(uri).analysis.model, server, { exists: context.exists });
}
