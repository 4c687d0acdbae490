/** The daemons: the object types that name a process on an address and a port. */
export const daemonTypes = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker', 'receiver'] as const;

export type DaemonType = (typeof daemonTypes)[number];

export function isDaemonType(type: string): type is DaemonType {
  return (daemonTypes as readonly string[]).includes(type);
}
