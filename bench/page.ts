/** `docs/performance.md`: every number in it comes from a run. */
import type { Share } from './profile';
import type { Measured, Results } from './results';
import { COLUMNS, row, tally } from './words';

export function page(results: Results): string {
  const { begun, revision, machine, peer, hosts, measures, profile } = results;
  const figures = measures.flatMap((measure) => measure.figures);
  const count = hosts.toLocaleString('en');
  return [
    '<!-- Written by `npm run bench -- --write-docs`: not by hand. -->',
    '# Performance',
    `How long things take on an installation of ${count} hosts with ten services each, held against goals. Goals are not claims: ` +
      'what is not met says so. `npm run bench` takes all of it again on your machine; times differ there, ratios should not by much.',
    [
      `- Machine: ${machine}.`,
      `- Measured: ${begun.slice(0, 10)}, at commit ${revision}.`,
      `- Peer: ${peer === undefined ? 'none; what is compared with it is not judged' : `${peer}, Debian's \`nagios4-core\``}.`,
      `- **Goals met: ${tally(figures)}.**`,
    ].join('\n'),
    markdown(
      ['work', 'goals met'],
      measures.map(({ title, figures }) => [title, tally(figures)]),
    ),
    'The load stands beside each table: how many processes ran or waited to, on average of a minute, when the measure began and when it ended. ' +
      'The bench keeps one processor busy, now and then two: a load well above that means that others worked on the machine meanwhile, and that ' +
      'times on the clock are longer than they would be alone; ratios of what was measured in turns, and processor time, suffer less. The 95th ' +
      'percentile of fewer than twenty runs is the worst of them.',
    '## The installations',
    'They are generated, from a seed, the same everywhere; nothing of them is kept in the repository. Each has ten services a host in one of three ' +
      'shapes: `explicit`, every service written by itself, in files of 100 hosts; `groups`, services on host groups; `templates`, services bound ' +
      'to the templates that hosts use, with parents, dependencies, realms and daemons, contact groups added with `+`, and macros of their own. For the peer the ' +
      'same objects are written in its dialect, without what is only for Shinken. Both programs accept them.',
    ...measures.map(section),
    ...(profile
      ? [
          '## Where the time goes',
          `A cold check of the \`explicit\` installation under V8's sampling profiler (\`--cpu-prof\`), brought back to the sources: time in a function itself, ` +
            'without what it calls, by the folders of [the architecture](../ARCHITECTURE.md), and in the functions that take most.',
          shares('part', profile.parts),
          shares('function', profile.functions),
        ]
      : []),
    '## Take it yourself',
    [
      '```sh',
      'npm run bench                       # everything; some twenty minutes',
      'npm run bench -- --quick            # small and few: whether it runs',
      'npm run bench -- --only keystroke   # one measure; several times for several',
      'npm run bench -- --hosts 1000       # another size',
      'npm run bench -- --long             # memory after 10,000 edits instead of 1,000',
      '```',
    ].join('\n'),
    "Debian's `nagios4-core` is used when it is there, and installed when the bench runs as root; without it the bench says so and goes on. " +
      'Results are also in `bench/results/latest.json`.',
    'Times are no tests: they depend on the machine. What is held in the ordinary tests (`test/budget`) is work, counted: how many files one ' +
      'keystroke parses and reads, and how many objects it judges.',
  ].join('\n\n');
}

function section({ title, how, load, figures }: Measured): string {
  const [before, after] = load.map((value) => value.toFixed(1));
  const table = markdown(
    COLUMNS,
    figures.map((figure) => row(figure)),
  );
  return `## ${title}\n\n${how}\n\nLoad: ${before} to ${after}.\n\n${table}`;
}

function shares(what: string, found: readonly Share[]): string {
  return markdown(
    [what, 'of the time'],
    found.map(({ what, percent }) => [what, `${percent.toFixed(1)} %`]),
  );
}

function markdown(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
