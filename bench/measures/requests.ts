import { type Editor, withEditor } from '../editor';
import { HOSTS_PER_FILE, hostFile, hostName } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { type Random, random } from '../random';
import { milliseconds, repeat, type Repetition, summary } from '../statistics';
import { after } from './typing';

const TEMPLATES = 'templates/generic.cfg';
const [QUICK, SLOW] = [10, 50];

/** Places where people ask: names that lead somewhere, words in the making, directives. */
const PLACES = {
  host: / {4}host_name +\S{3}/g,
  template: / {4}use +\w{3}/g,
  command: / {4}check_command +\w{3}/g,
  directive: /\n {4}\w{2}/g,
} as const;

type Place = keyof typeof PLACES;

/** A question that has been drawn: drawing it is no part of the answer. */
type Ask = () => Promise<unknown>;

/** One of the places of a kind in a text. */
function place(text: string, kind: Place, draw: Random): number {
  const all = [...text.matchAll(PLACES[kind])].map((match) => match.index + match[0].length);
  return all[draw.below(all.length)] ?? 0;
}

async function asked(context: Context): Promise<Figure[]> {
  const { server, probe, hosts, quick, installation } = context;
  const first = Math.floor(hosts / 2);
  const file = hostFile(first);
  const folder = installation('explicit', hosts);
  return withEditor({ server, folder, probe }, [file, TEMPLATES], async (editor) => {
    const often: Repetition = quick ? { least: 5, most: 20, seconds: 3 } : { least: 20, most: 200, seconds: 20 };
    const draw = random(1);
    const text = editor.text(file);
    const question = async (what: string, atMost: number, drawn: (run: number) => Ask): Promise<Figure> => {
      const measured = summary(await repeat(often, (run) => milliseconds(drawn(run))));
      return { what, unit: 'ms', measured, goal: `p95 at most ${atMost} ms`, met: measured.p95 <= atMost };
    };
    const at = (method: string, kinds: readonly [Place, ...Place[]]) => (): Ask => {
      const offset = place(text, draw.one(kinds), draw);
      return () => editor.about(`textDocument/${method}`, file, offset);
    };
    const figures: Figure[] = [];
    for (const kind of Object.keys(PLACES) as Place[])
      figures.push(await question(`completion, ${words[kind]}`, QUICK, at('completion', [kind])));
    figures.push(
      await question('hover', QUICK, at('hover', ['host', 'template', 'command', 'directive'])),
      await question('definition', QUICK, at('definition', ['host', 'template', 'command'])),
    );
    const context = { context: { includeDeclaration: true } };
    const references = (name: string, drawn: () => number) => (): Ask => {
      const offset = drawn();
      return () => editor.about('textDocument/references', name, offset, context);
    };
    const generic = after(editor.text(TEMPLATES), /define host \{\s+name +\w{3}/);
    const queries = ['Load', 'rack', 'generic', ''] as const;
    figures.push(
      await question(
        'references, a host',
        SLOW,
        references(file, () => place(text, 'host', draw)),
      ),
      await question(
        'references, the template of all hosts',
        SLOW,
        references(TEMPLATES, () => generic),
      ),
      await question('workspace symbols', SLOW, (run) => {
        const name = hostName(first + draw.below(HOSTS_PER_FILE));
        const query = run % 2 === 0 ? name.slice(0, 4 + draw.below(name.length - 3)) : draw.one(queries);
        return () => editor.request('workspace/symbol', { query });
      }),
    );
    figures.push(await straightAfter(editor, file, quick));
    return figures;
  });
}

const words: Record<Place, string> = {
  host: 'a host among all',
  template: 'a template',
  command: 'a command',
  directive: 'a directive',
};

/** As people do ask: the letter that was just typed is not judged yet. */
async function straightAfter(editor: Editor, file: string, quick: boolean): Promise<Figure> {
  const repetition = quick ? { least: 4, most: 10, seconds: 3 } : { least: 10, most: 100, seconds: 30 };
  const times = await repeat(repetition, async (run) => {
    const at = after(editor.text(file), /define service \{\s+use +\S+\s+host_name +\S+/);
    if (run % 2 === 0) await editor.type(file, at - 1, at, '');
    else await editor.type(file, at, at, '9');
    const offset = run % 2 === 0 ? at - 1 : at + 1;
    return milliseconds(() => editor.about('textDocument/completion', file, offset));
  });
  const measured = summary(times);
  const what = 'completion, straight after the keystroke';
  return { what, unit: 'ms', measured, goal: `p95 at most ${QUICK} ms`, met: measured.p95 <= QUICK };
}

export const requests: Measure = {
  name: 'requests',
  title: 'Questions',
  how:
    'Over the pipes of a server that knows all of the `explicit` installation: from the question to the whole answer, read by the client. Places and ' +
    'queries are drawn, with a seed, from a file of 100 hosts. Nothing is asked in advance to warm up. The last line is asked ' +
    'straight after a letter has been typed.',
  run: asked,
};
