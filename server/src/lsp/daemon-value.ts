/** A directive of a daemon that a person was asked for. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { setDirective } from '../availability/changes';
import { topologyOf } from '../availability/topology';
import { edits } from '../rules/edits';
import type { CustomHandler } from './handlers';
import { type AskValueArguments, setValueRequest } from './requests';

export const daemonValueHandlers: readonly CustomHandler[] = [
  {
    method: setValueRequest,
    handle(context, { uri, kind, name, key, value }: AskValueArguments): WorkspaceEdit | null {
      const { model } = context.knowledge(uri).analysis;
      const daemon = topologyOf(model).daemons.find((other) => other.kind === kind && other.name === name);
      const edit = daemon && setDirective(model, daemon, key, value.trim());
      return edit ? context.workspaceEdit(edits(edit)) : null;
    },
  },
];
