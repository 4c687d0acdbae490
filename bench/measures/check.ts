import { SHAPES } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { repeat, summary } from '../statistics';
import { timed, type Times } from '../timed';

const of = (times: readonly Times[], which: keyof Times): ReturnType<typeof summary> =>
  summary(times.map((time) => time[which] / 1000));

async function compared({ peer, cli, hosts, quick, installation }: Context): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const shape of SHAPES) {
    const folder = installation(shape, hosts);
    const theirFolder = peer && installation(shape, hosts, 'nagios');
    const runs = await repeat({ least: quick ? 2 : 5, most: 5, seconds: 0 }, async () => ({
      ours: await timed(process.execPath, [cli, 'check', 'shinken.cfg'], folder),
      theirs: peer && theirFolder ? await timed(peer.command, ['-v', 'nagios.cfg'], theirFolder) : undefined,
    }));
    const ours = runs.map((run) => run.ours);
    const theirs = runs.flatMap((run) => run.theirs ?? []);
    for (const [which, words] of [
      ['wall', 'time on the clock'],
      ['cpu', 'processor time'],
    ] as const) {
      const measured = of(ours, which);
      const beside = peer && { name: `${peer.name} -v`, measured: of(theirs, which) };
      const ratio = beside && measured.median / beside.measured.median;
      figures.push({
        what: `${shape}, ${words}`,
        unit: 's',
        measured,
        peer: beside,
        goal: 'no slower than nagios4 -v',
        ratio,
        met: ratio === undefined ? undefined : ratio <= 1,
        remark: peer ? undefined : 'no peer on this machine',
      });
    }
  }
  return figures;
}

export const check: Measure = {
  name: 'check',
  title: 'A cold check, the whole process',
  how:
    '`shinken check` on an installation of each shape, and `nagios4 -v` on the same objects in its own dialect, in turns: one of ours, one of ' +
    "theirs. The shell's `time` gives the time on the clock, and the user and system time of all threads, from the start of the process to its " +
    'end. Files are in the cache of the system; what is printed goes nowhere.',
  run: compared,
};
