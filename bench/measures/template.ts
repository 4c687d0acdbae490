import { type Editor, withEditor } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { milliseconds, repeat, summary } from '../statistics';
import { timed } from '../timed';
import { after, judged, nth, type Stroke, thereAndBack } from './typing';

const FILE = 'templates/generic.cfg';
/** Of a cold check. */
const PART = 1 / 5;
const BLOCKED = 50;

/** Milliseconds between two questions while the server judges: about what a fast typist leaves. */
const BETWEEN = 5;

/** The longest that a question had to wait while an edit was being judged. */
async function longest(editor: Editor, stroke: Stroke, question: () => Promise<unknown>): Promise<number> {
  let done = false;
  const judging = judged(editor, FILE, stroke).finally(() => (done = true));
  // Heard below; a failure must not be left alone meanwhile.
  judging.catch(() => undefined);
  let worst = 0;
  while (!done) {
    worst = Math.max(worst, await milliseconds(question));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  await judging;
  return worst;
}

async function edited({ server, probe, cli, hosts, quick, installation }: Context): Promise<Figure[]> {
  const folder = installation('templates', hosts);
  const checks = await repeat({ least: quick ? 2 : 3, most: 3, seconds: 0 }, () =>
    timed(process.execPath, [cli, 'check', 'shinken.cfg'], folder),
  );
  const cold = summary(checks.map(({ wall }) => wall));
  const other = hostFile(0);
  return withEditor({ server, folder, probe }, [FILE, other], async (editor) => {
    const strokes = thereAndBack(after(editor.text(FILE), /define host \{[^}]*max_check_attempts +\d+/), 'x', true);
    // What is typed there is taken back by the next stroke, whichever measure makes it.
    let typed = 0;
    const next = (): Stroke => nth(strokes, typed++);
    const few = quick ? { least: 2, most: 2, seconds: 0 } : { least: 4, most: 20, seconds: 30 };
    const times = await repeat(few, () => judged(editor, FILE, next()));
    const knocks = await repeat(few, () => longest(editor, next(), () => editor.knock()));
    const place = after(editor.text(other), /define host \{\s+use +\w/);
    const complete = (): Promise<unknown> => editor.about('textDocument/completion', other, place);
    const answers = await repeat(few, () => longest(editor, next(), complete));
    const measured = summary(times);
    const ratio = measured.median / cold.median;
    const blocked = (what: string, values: readonly number[]): Figure => {
      const waits = summary(values);
      return { what, unit: 'ms', measured: waits, goal: `never more than ${BLOCKED} ms`, met: waits.worst <= BLOCKED };
    };
    return [
      {
        what: 'a directive of the template of all hosts',
        unit: 'ms',
        measured,
        peer: { name: 'cold check', measured: cold },
        goal: 'at most 1/5 of a cold check',
        ratio,
        met: ratio <= PART,
      },
      blocked('meanwhile, the longest that the server does not listen', knocks),
      blocked('meanwhile, the longest wait for a completion', answers),
    ];
  });
}

export const template: Measure = {
  name: 'template',
  title: 'An edit to a template that all hosts use',
  how:
    'As a keystroke, in the template at the root of all hosts of the `templates` installation, and compared with whole `shinken check` processes on ' +
    'the same in the same run. While such an edit is being judged, a question is asked every few milliseconds: one that no server knows, which is ' +
    'answered as soon as it listens at all, and a completion in another file. Of each edit the longest wait counts.',
  run: edited,
};
