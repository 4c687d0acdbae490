import type { DaemonType } from '../schema';

/** The port that each daemon listens on as shipped. A receiver's directive defaults to the broker's port; its daemon listens on this one. */
export const USUAL_PORTS: Readonly<Record<DaemonType, number>> = {
  scheduler: 7768,
  reactionner: 7769,
  arbiter: 7770,
  poller: 7771,
  broker: 7772,
  receiver: 7773,
};
