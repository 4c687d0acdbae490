import { withEditor } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { repeat, summary, type Summary } from '../statistics';
import { after, judged, nth, type Stroke, thereAndBack, valueStrokes } from './typing';

const GOAL = 16;
/** What ten times as many hosts may cost before it is more than noise. */
const INDEPENDENT = 1.5;

function strokes(context: Context, hosts: number, choose: (text: string) => readonly Stroke[]): Promise<Summary> {
  const { server, probe, quick, installation } = context;
  const file = hostFile(Math.floor(hosts / 2));
  return withEditor({ server, folder: installation('explicit', hosts), probe }, [file], async (editor) => {
    const typed = choose(editor.text(file));
    const repetition = quick ? { least: 4, most: 20, seconds: 5 } : { least: 6, most: 200, seconds: 30 };
    return summary(await repeat(repetition, (run) => judged(editor, file, nth(typed, run))));
  });
}

const values = (text: string): readonly Stroke[] => valueStrokes(text, /alias +.+/, /max_check_attempts +\d+/);
const names = (text: string): readonly Stroke[] =>
  thereAndBack(after(text, /define service \{[^}]*host_name +\S+/), 'x', true);

async function typed(context: Context): Promise<Figure[]> {
  const { hosts } = context;
  const goal = `p95 at most ${GOAL} ms`;
  const figure = (what: string, measured: Summary): Figure => {
    return { what, unit: 'ms', measured, goal, met: measured.p95 <= GOAL };
  };
  const few = await strokes(context, hosts / 10, values);
  const many = await strokes(context, hosts, values);
  const named = await strokes(context, hosts, names);
  const size = (count: number): string => `${count.toLocaleString('en')} hosts`;
  const ratio = many.median / few.median;
  return [
    figure(`a value, ${size(hosts)}`, many),
    figure(`a name, ${size(hosts)}`, named),
    {
      what: `a value, ${size(hosts)} beside ${size(hosts / 10)}`,
      unit: 'ms',
      measured: many,
      peer: { name: size(hosts / 10), measured: few },
      goal: `independent of other hosts: at most ${INDEPENDENT} times`,
      ratio,
      met: ratio <= INDEPENDENT,
    },
  ];
}

export const keystroke: Measure = {
  name: 'keystroke',
  title: 'One keystroke in a file of hosts',
  how:
    'The server, over its pipes, with a file of 100 hosts and 1,000 services open, once it knows all and has come to rest. A letter is typed (`didChange`), and the problems of the document are ' +
    'asked for at once (`textDocument/diagnostic`): the time until they are there, the pause that the server makes on purpose included. Letters come ' +
    'and go in an alias, in a number, which makes it a mistake, and in the name of a host that a service is for; every answer is held to the ' +
    'text, and a wrong one ends the measure.',
  run: typed,
};
