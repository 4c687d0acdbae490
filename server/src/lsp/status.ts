/** What a status bar and a list of configurations ask for, over the wire. */
import type { DocumentUri } from 'vscode-languageserver';
import { availabilityStatus, fileStatus } from '../features/status';
import type { CustomHandler } from './handlers';
import { type Status, type StatusParams, statusRequests } from './requests';

export const statusHandlers: readonly CustomHandler[] = [
  {
    method: statusRequests.configurations,
    handle(context): readonly DocumentUri[] {
      return context.configurations().map(({ analysis: { project } }) => context.uri(project.mains[0] ?? project.cwd));
    },
  },
  {
    method: statusRequests.isRead,
    handle(context, { uri }: StatusParams): boolean {
      const file = context.file(uri);
      return context.configurations().some(({ analysis: { project } }) => project.files.has(file));
    },
  },
  {
    method: statusRequests.status,
    handle(context, { uri }: StatusParams): Status {
      const { analysis } = context.knowledge(uri);
      const { mains, ...status } = fileStatus(analysis, context.file(uri));
      const isPending = context.isPending(uri);
      const availability = isPending ? null : (availabilityStatus(analysis) ?? null);
      return { ...status, isPending, mains: mains.map(context.uri), availability };
    },
  },
];
