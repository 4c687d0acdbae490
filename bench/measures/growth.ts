import { type Shape, SHAPES } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { repeat, summary, type Summary } from '../statistics';
import { Failed, timed } from '../timed';

/** Of ten times the input, so much is allowed for each time. */
const SLACK = 1.1;

/** The shape of which five times as many hosts are tried: it has the most text. */
const LARGEST: Shape = 'explicit';

async function seconds({ cli, installation }: Context, shape: Shape, hosts: number, runs: number): Promise<Summary> {
  const folder = installation(shape, hosts);
  const least = { least: runs, most: runs, seconds: 0 };
  const times = await repeat(least, () => timed(process.execPath, [cli, 'check', 'shinken.cfg'], folder));
  return summary(times.map(({ cpu }) => cpu / 1000));
}

async function grown(context: Context): Promise<Figure[]> {
  const { hosts, quick } = context;
  const figures: Figure[] = [];
  for (const shape of SHAPES) {
    const sizes = [hosts / 10, hosts, ...(quick || shape !== LARGEST ? [] : [5 * hosts])];
    let before: { hosts: number; time: Summary } | undefined;
    for (const size of sizes) {
      const what = `${shape}, ${size.toLocaleString('en')} hosts, processor time`;
      const times = before && size / before.hosts;
      const goal =
        times === undefined ? undefined : `${times} times the input, at most ${times * SLACK} times the time`;
      try {
        const measured: Summary = await seconds(context, shape, size, size > hosts ? 1 : 3);
        const ratio = before && measured.median / before.time.median;
        const met = ratio === undefined || times === undefined ? undefined : ratio <= times * SLACK;
        figures.push({ what, unit: 's', measured, goal, ratio, met });
        before = { hosts: size, time: measured };
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        figures.push({ what, unit: 's', goal, met: false, remark: `could not be done: ${error.message}` });
        break;
      }
    }
  }
  return figures;
}

export const growth: Measure = {
  name: 'growth',
  title: 'How a check grows',
  how:
    'The processor time (user and system, all threads) of whole `shinken check` processes on a tenth of the hosts, on all, and, of one shape, on ' +
    'five times as many; each is divided by the one before it. The start of ' +
    'the process is in all of them, and weighs most in the smallest. The largest is run once.',
  run: grown,
};
