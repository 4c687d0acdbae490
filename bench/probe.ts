/**
 * Loaded into a server before it starts (`--require`), with `--expose-gc`: tells the bench what a process knows of itself, when it is asked.
 * It does nothing meanwhile.
 */
import { memoryUsage, resourceUsage } from 'node:process';

export interface Reading {
  /** Bytes of memory that the process has. */
  readonly resident: number;
  /** Bytes of what it still refers to, in and beside the heap: only after a collection. */
  readonly live: number;
  /** Milliseconds of processor time since it began, of all threads. */
  readonly cpu: number;
  /** How often it has waited for something, and been woken. */
  readonly wakes: number;
}

/** `collect`: clean up first. */
export interface Question {
  readonly collect: boolean;
}

process.on('message', ({ collect }: Question) => {
  if (collect) for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = memoryUsage();
  const { userCPUTime, systemCPUTime, voluntaryContextSwitches } = resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  const reading: Reading = { resident: rss, live: heapUsed + external, cpu, wakes: voluntaryContextSwitches };
  process.send?.(reading);
});
