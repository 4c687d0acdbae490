import { withEditor } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { random } from '../random';
import { summary } from '../statistics';

/** What Shinken 2.4.3's arbiter takes for 10,000 hosts with ten services each, in MB; it is not measured here, for it is seldom installed. */
const ARBITER = 890;
const ARBITER_HOSTS = 10_000;
const PART = 1 / 4;
const TOLERANCE = 0.05;
/** So many times in all, the problems of the document are waited for between the strokes. */
const LOOKS = 10;

async function taken({ server, probe, hosts, edits, installation }: Context): Promise<Figure[]> {
  const file = hostFile(Math.floor(hosts / 2));
  const folder = installation('explicit', hosts);
  return withEditor({ server, folder, probe }, [file], async (editor) => {
    const inUse = await editor.ask({ collect: false });
    const draw = random(1);
    const places = [...editor.text(file).matchAll(/alias +/g)].map(({ index, 0: { length } }) => index + length);
    const type = async (count: number, looks: number): Promise<void> => {
      let at = 0;
      for (let edit = 0; edit < count; edit++) {
        if (edit % 2 === 0) at = places[draw.below(places.length)] ?? 0;
        await editor.type(file, at, at + (edit % 2), edit % 2 === 0 ? 'x' : '');
        if ((edit + 1) % Math.ceil(count / looks) === 0) await editor.diagnostics(file);
      }
      await editor.diagnostics(file);
    };
    // The first edits bring what stays: they are no leak.
    await type(4, 2);
    const before = await editor.ask({ collect: true });
    await type(edits, LOOKS);
    const behind = await editor.ask({ collect: true });
    const megabytes = (bytes: number): ReturnType<typeof summary> => summary([bytes / 1e6]);
    const limit = ARBITER * PART;
    const comparable = hosts === ARBITER_HOSTS;
    const same = (what: string, then: number, now: number): Figure => {
      const ratio = now / then;
      const peer = { name: 'before', measured: megabytes(then) };
      const goal = 'what it was, ±5 %';
      return { what, unit: 'MB', measured: megabytes(now), peer, goal, ratio, met: Math.abs(ratio - 1) <= TOLERANCE };
    };
    const after = `after ${edits.toLocaleString('en')} edits, collected`;
    return [
      {
        what: 'resident, everything known',
        unit: 'MB',
        measured: megabytes(inUse.resident),
        goal: `at most 1/4 of the arbiter's ${ARBITER} MB: ${limit} MB`,
        ratio: comparable ? inUse.resident / 1e6 / ARBITER : undefined,
        met: comparable ? inUse.resident / 1e6 <= limit : undefined,
        remark: comparable ? undefined : `the arbiter's figure is for ${ARBITER_HOSTS.toLocaleString('en')} hosts`,
      },
      { what: 'of that referred to, collected', unit: 'MB', measured: megabytes(before.live) },
      same(`resident, ${after}`, before.resident, behind.resident),
      same(`referred to, ${after}`, before.live, behind.live),
    ];
  });
}

export const memory: Measure = {
  name: 'memory',
  title: 'Memory of the server',
  how:
    'What the process itself tells (`process.memoryUsage`), asked by a script that is loaded before the server: resident once all is ' +
    'known, as the garbage collector happens to have left it; and after a forced collection before and after a number of edits, typed one behind the ' +
    `other, the problems waited for ${LOOKS} times on the way. The arbiter's figure is a constant, measured once on Shinken 2.4.3.`,
  run: taken,
};
