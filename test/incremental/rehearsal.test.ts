import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { Amender } from '../../server/src/incremental/amend';
import { rehearsing } from '../../server/src/incremental/rehearsal';
import { loadProject } from '../../server/src/project/load';
import { complete } from '../../server/src/steps';
import { parse } from '../../server/src/syntax/parser';
import { dedent, memoryFileSystem, ROOT } from '../support/workspace';

const hosts = dedent(`
  define host {
      name      linux
      register  0
      address   ::1
  }
  define host {
      use        linux
      host_name  a
  }
  define service {
      host_name            a
      service_description  Ping
      check_command        ping!3 ; more than once
  }
`);
const files = new Map([
  [`${ROOT}/shinken.cfg`, 'cfg_file=hosts.cfg\ncfg_file=commands.cfg\n'],
  [`${ROOT}/hosts.cfg`, hosts],
  [`${ROOT}/commands.cfg`, 'define command {\n    command_name  ping\n    command_line  ping $ARG1$\n}\n'],
]);

/** What is typed into a file before anybody types, a line each, and whether that was all there is to it. */
function rehearsed(name: string): { readonly typed: readonly string[]; readonly isDone: boolean } {
  const project = loadProject(memoryFileSystem(files), { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT });
  const { model, problems } = analyze(project, { dialect: '2.4' });
  const amender = complete(Amender.of({ project, model, problems, levels: new Map() }));
  const file = project.files.get(`${ROOT}/${name}`);
  if (!amender || !file) throw new Error('there is such a file, and it can be amended');
  const lines = new Set(file.text.split('\n'));
  const typed: string[] = [];
  const isDone = complete(
    rehearsing(amender, file, (text) => {
      typed.push(...text.split('\n').filter((line) => !lines.has(line)));
      return parse(text);
    }),
  );
  return { typed: typed.map((line) => line.trim()), isDone };
}

test('a letter is typed behind each value of hosts and services that are no templates', () => {
  expect(rehearsed('hosts.cfg')).toEqual({
    typed: [
      'use        linuxx',
      'host_name  ax',
      'host_name            ax',
      'service_description  Pingx',
      'check_command        ping!3x ; more than once',
    ],
    isDone: true,
  });
});

test('where there are none, nothing is typed, and it remains to be done', () => {
  expect(rehearsed('commands.cfg')).toEqual({ typed: [], isDone: false });
});
