import { Editor } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { milliseconds, repeat, summary } from '../statistics';

const ABOVE = 1000;

/** From no process at all to the problems of the file that is open. */
async function opened(server: string, folder: string, file: string): Promise<number> {
  let editor: Editor | undefined;
  try {
    return await milliseconds(async () => {
      editor = await Editor.start({ server, folder });
      await editor.open(file);
      await editor.diagnostics(file);
    });
  } finally {
    await editor?.stop();
  }
}

async function started({ server, idleServer, hosts, quick, installation }: Context): Promise<Figure[]> {
  const folder = installation('explicit', hosts);
  const file = hostFile(Math.floor(hosts / 2));
  const runs = await repeat({ least: quick ? 2 : 5, most: 5, seconds: 0 }, async () => ({
    ours: await opened(server, folder, file),
    nothing: await opened(idleServer, folder, file),
  }));
  const peer = { name: 'a server that does nothing', measured: summary(runs.map(({ nothing }) => nothing)) };
  const measured = summary(runs.map(({ ours }) => ours));
  const above = measured.median - peer.measured.median;
  return [
    {
      what: 'to the first problems',
      unit: 'ms',
      measured,
      peer,
      goal: `at most ${ABOVE / 1000} s above a server that does nothing`,
      met: above <= ABOVE,
      remark: `${above.toFixed(0)} ms above it`,
    },
  ];
}

export const startup: Measure = {
  name: 'startup',
  title: 'From nothing to the first problems',
  how:
    'The process is started, the folder and a file of hosts are opened, the problems of that file are asked for: the time from the start to the answer. In ' +
    "turns with a server that answers everything with nothing. The editor's own start, which is the same for both, is not in it.",
  run: started,
};
