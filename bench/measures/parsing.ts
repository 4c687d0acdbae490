import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../../server/src/syntax/parser';
import type { Context, Figure, Measure } from '../measure';
import { milliseconds, repeat, summary } from '../statistics';

async function parsed({ hosts, quick, installation }: Context): Promise<Figure[]> {
  const folder = installation('explicit', hosts);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cfg'));
  const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const objects = texts.map((text) => JSON.stringify(contents(text)));
  const runs = await repeat({ least: quick ? 3 : 15, most: 15, seconds: 0 }, async () => ({
    ours: await milliseconds(() => {
      for (const text of texts) parse(text);
    }),
    json: await milliseconds(() => {
      for (const text of objects) JSON.parse(text);
    }),
  }));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const measured = summary(runs.map(({ ours }) => ours));
  const peer = { name: 'JSON.parse', measured: summary(runs.map(({ json }) => json)) };
  const ratio = measured.median / peer.measured.median;
  const rate = bytes / 1000 / measured.median;
  return [
    {
      what: `${(bytes / 1e6).toFixed(1)} MB`,
      unit: 'ms',
      measured,
      peer,
      goal: '100 MB/s, or at most twice the time of JSON.parse',
      ratio,
      met: rate >= 100 || ratio <= 2,
      remark: `${rate.toFixed(0)} MB/s`,
    },
  ];
}

/** The objects of a text as JSON would have them. */
function contents(text: string): unknown {
  return parse(text).nodes.flatMap((node) =>
    node.kind === 'object'
      ? [{ type: node.type, ...Object.fromEntries(node.properties.map(({ key, value }) => [key, value.text])) }]
      : [],
  );
}

export const parsing: Measure = {
  name: 'parsing',
  title: 'Parsing alone',
  how:
    'All texts of the `explicit` installation, in memory, through the parser that server and command line use, which gives a tree with the place ' +
    'of everything; beside it, `JSON.parse` of the same objects without any places, file by file as well. In one process, in turns, warm.',
  run: parsed,
};
