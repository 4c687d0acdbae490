/** What pollers and reactionners share: both run commands in worker processes. */
import type { Directive } from '../types';

export const maxWorkers: Directive = {
  name: 'max_workers',
  value: 'integer',
  default: '30',
  unit: 'count',
  doc: 'Most worker processes for each kind of check; 0 means one for each processor. In 2.4 it is only written to the log, the number that runs is `min_workers`; in 3.0 this is the number that runs.',
};

export const processesByWorker: Directive = {
  name: 'processes_by_worker',
  value: 'integer',
  default: '256',
  unit: 'count',
  doc: 'Commands that one worker process has in hand at the same time; 256 by default. Times the number of workers, it is how much the daemon does at once.',
};

export const maxQSize: Directive = {
  name: 'max_q_size',
  value: 'integer',
  default: '0',
  unit: 'count',
  since: '3.0',
  doc: 'Most commands the daemon fetches and keeps waiting; 0, the default, leaves it to `q_factor`. A bound keeps work on the schedulers, where another daemon can fetch it.',
};

export const qFactor: Directive = {
  name: 'q_factor',
  value: 'integer',
  default: '0',
  since: '3.0',
  doc: 'Bounds the waiting commands to `max_workers × processes_by_worker` times this number, unless `max_q_size` does; 0, the default, sets no bound.',
};

export const resultsBatch: Directive = {
  name: 'results_batch',
  value: 'integer',
  default: '0',
  unit: 'count',
  since: '3.0',
  doc: 'Most results sent back to a scheduler in one go; 0, the default, sends all there are. A bound spares a scheduler the flood after an interruption.',
};
