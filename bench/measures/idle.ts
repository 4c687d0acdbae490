import { setTimeout as sleep } from 'node:timers/promises';
import { withEditor } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { summary } from '../statistics';

/** Seconds of doing nothing. */
const LONG = 5;
/** Milliseconds of processor time, and wakes, that being asked twice costs by itself. */
const [PROCESSOR, WAKES] = [5, 10];

async function idled({ server, probe, hosts, installation }: Context): Promise<Figure[]> {
  const file = hostFile(Math.floor(hosts / 2));
  return withEditor({ server, folder: installation('explicit', hosts), probe }, [file], async (editor) => {
    const before = await editor.ask({ collect: false });
    await sleep(1000 * LONG);
    const behind = await editor.ask({ collect: false });
    const cpu = behind.cpu - before.cpu;
    const wakes = behind.wakes - before.wakes;
    return [
      {
        what: `processor time in ${LONG} s`,
        unit: 'ms',
        measured: summary([cpu]),
        goal: `none: at most the ${PROCESSOR} ms of being asked`,
        met: cpu <= PROCESSOR,
      },
      {
        what: `times it woke in ${LONG} s`,
        unit: '',
        measured: summary([wakes]),
        goal: `no polling: at most the ${WAKES} of being asked`,
        met: wakes <= WAKES,
      },
    ];
  });
}

export const idle: Measure = {
  name: 'idle',
  title: 'Doing nothing',
  how:
    `Once all is known and the collector has come to rest, ${LONG} seconds in which nobody asks anything. The process tells before and after how much ` +
    'processor time it has had and how often it has waited and been woken (`process.resourceUsage`).',
  run: idled,
};
